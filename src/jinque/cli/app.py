"""The commands and their options; each hands over to the module that carries it out.

Nothing heavy is imported before a command runs: `jinque --help` needs the names alone.

From the command line to an exit code: the only place where errors end a program.

Help in both languages, from the commands themselves and the words beside them.

Typer's own help is English and its pretty form costs as long as a whole command.

What the commands and their options mean, in both languages.
"""

import gc
import os
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from difflib import get_close_matches
from io import TextIOWrapper

import typer
from typer.core import TyperArgument, TyperGroup, TyperOption
from typer.main import get_command

from jinque import __version__
from jinque.cli import call, terminal
from jinque.cli.accounts import ACCOUNT_COMMANDS, ACCOUNT_PARAMETERS, add_account_commands
from jinque.cli.assess import ASSESS_COMMANDS, ASSESS_PARAMETERS, add_assess_command
from jinque.cli.call import Session, begin_session, check_language, whole_number
from jinque.cli.classification import (
    CODING_COMMANDS,
    CODING_PARAMETERS,
    add_classification_commands,
)
from jinque.cli.comparison import (
    COMPARISON_COMMANDS,
    COMPARISON_PARAMETERS,
    add_comparison_commands,
)
from jinque.cli.conversion import (
    CONVERSION_COMMANDS,
    CONVERSION_PARAMETERS,
    add_conversion_command,
)
from jinque.cli.editions import add_export_command, show_catalogues, show_issues
from jinque.cli.entitlement import (
    ENTITLEMENT_COMMANDS,
    ENTITLEMENT_PARAMETERS,
    RULES_ACTIONS,
    add_entitlement_commands,
)
from jinque.cli.evidence import EVIDENCE_COMMANDS, EVIDENCE_PARAMETERS, add_evidence_command
from jinque.cli.ladder import BRIDGE_COMMANDS, BRIDGE_PARAMETERS
from jinque.cli.posts import show_criteria, show_post
from jinque.cli.publishing import (
    DRAFT_ACTIONS,
    PUBLISHING_COMMANDS,
    PUBLISHING_PARAMETERS,
    add_publishing_commands,
)
from jinque.cli.review import (
    REVIEW_ACTIONS,
    REVIEW_COMMANDS,
    REVIEW_PARAMETERS,
    add_ingest_commands,
)
from jinque.cli.screen import add_bridge_commands
from jinque.cli.search import SEARCH_PARAMETERS, add_search_command
from jinque.cli.serve import refuse_without_office, serve_site, set_up_office
from jinque.cli.shortage import SHORTAGE_COMMANDS, SHORTAGE_PARAMETERS, add_shortage_commands
from jinque.cli.survey import SURVEY_COMMANDS, SURVEY_PARAMETERS, add_survey_command
from jinque.cli.teaching import TEACHING_COMMANDS, TEACHING_PARAMETERS, add_teaching_commands
from jinque.errors import JinqueError, WrongCallError
from jinque.locale import Sentence, joined, say

PROGRAM = "jinque"
_COLLECTED_AFTER = (50_000, 20, 20)
"""Objects made before cycles are looked for: what modules and records are made of holds none."""
LARGEST_PORT = 65535

app = typer.Typer(
    name=PROGRAM, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
)


@app.callback(invoke_without_command=True)
def begin(*, lang: call.Language = "zh", version: call.Version = False) -> None:
    """Settle what holds for every command."""
    check_language(lang)
    if version:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


@app.command()
def catalogues(ctx: typer.Context, *, as_json: call.AsJson = False) -> None:
    """List the editions in the record."""
    show_catalogues(_session(ctx), as_json=as_json)


@app.command()
def show(ctx: typer.Context, post: call.PostId, *, as_json: call.AsJson = False) -> None:
    """Show a post as printed, with what was derived from it."""
    show_post(_session(ctx), post, as_json=as_json)


@app.command()
def criteria(ctx: typer.Context, post: call.PostId, *, as_json: call.AsJson = False) -> None:
    """Show what a post demands, clause by clause."""
    show_criteria(_session(ctx), post, as_json=as_json)


add_search_command(app)
add_classification_commands(app)
add_conversion_command(app)
add_assess_command(app)
add_bridge_commands(app)
add_entitlement_commands(app)
add_comparison_commands(app)
add_teaching_commands(app)
add_survey_command(app)
add_evidence_command(app)
add_shortage_commands(app)
add_publishing_commands(app)


add_ingest_commands(app)


@app.command()
def issues(ctx: typer.Context, edition: call.EditionId, *, as_json: call.AsJson = False) -> None:
    """List what the reading of an edition found."""
    show_issues(_session(ctx), edition, as_json=as_json)


add_export_command(app)


@app.command()
def serve(
    ctx: typer.Context,
    *,
    host: call.Host = "127.0.0.1",
    port: call.Port = "8000",
    office: call.AsOffice = False,
    public_address: call.PublicAddress = "",
) -> None:
    """Serve the site."""
    free = whole_number("--port", port, most=LARGEST_PORT)
    at = set_up_office(public_address) if office else None
    if not office:
        refuse_without_office(public_address)
    serve_site(_session(ctx), host, free, office_at=at)


add_account_commands(app)


def _session(ctx: typer.Context) -> Session:
    session: Session = ctx.obj
    return session


def _group() -> TyperGroup:
    group = get_command(app)
    if not isinstance(group, TyperGroup):
        raise TypeError(f"several commands make a group, not {type(group)}")
    return group


GROUP = _group()


TITLE = say(
    "Jinque: catalogues of occupations in short supply, searched and checked to the source."
)

COMMANDS = {
    "catalogues": say("List the catalogues in the record"),
    "show": say("Show a post: as printed, derived, source"),
    "criteria": say("What a post demands, beside its words"),
    "search": say("Find posts"),
    "occupation": say("An occupation: codes, editions, posts"),
    **CODING_COMMANDS,
    **CONVERSION_COMMANDS,
    **ASSESS_COMMANDS,
    **BRIDGE_COMMANDS,
    **ENTITLEMENT_COMMANDS,
    **COMPARISON_COMMANDS,
    **TEACHING_COMMANDS,
    **SURVEY_COMMANDS,
    **EVIDENCE_COMMANDS,
    **SHORTAGE_COMMANDS,
    **PUBLISHING_COMMANDS,
    "ingest": say("Read a catalogue file into the record"),
    **REVIEW_COMMANDS,
    "issues": say("List what the reading of an edition found"),
    "export": say("Export an edition, or everything"),
    "serve": say("Serve the site on this machine"),
    **ACCOUNT_COMMANDS,
}

GLOBAL = {
    "--lang zh|en": say("language (or set JINQUE_LANG)"),
    "--version": say("show the version"),
    "-h, --help": say("show this help"),
}

EXAMPLES = {
    "jinque search 护士 --place 大连": say("by word and place"),
    "jinque show dalian:卫生:1": say("one post as printed"),
    "jinque export dalian --format csv -o dalian.csv": say("export for a spreadsheet"),
}

_JSON = say("answer in JSON, for programs")
_POST = say("a post, as dalian:装备制造:1")
_EDITION = say("an edition, see jinque catalogues")

# Further sections in the help of a command, under a title.
SECTIONS = {
    "review": (say("Actions"), REVIEW_ACTIONS),
    "draft": (say("Actions"), DRAFT_ACTIONS),
    "rules": (say("Actions"), RULES_ACTIONS),
}

PARAMETERS = {
    "catalogues --json": _JSON,
    "show POST": _POST,
    "show --json": _JSON,
    "criteria POST": _POST,
    "criteria --json": _JSON,
    **SEARCH_PARAMETERS,
    "search --json": _JSON,
    "occupation OCCUPATION": say("a code or a whole name, as 2-02-38-01"),
    "occupation --edition": say("this edition alone: 2022 or 2015"),
    "occupation --as-of": say("whether it held on a day, as 2024-07-31"),
    "occupation --json": _JSON,
    **ASSESS_PARAMETERS,
    **BRIDGE_PARAMETERS,
    **ENTITLEMENT_PARAMETERS,
    **COMPARISON_PARAMETERS,
    **TEACHING_PARAMETERS,
    **SURVEY_PARAMETERS,
    **EVIDENCE_PARAMETERS,
    **SHORTAGE_PARAMETERS,
    **PUBLISHING_PARAMETERS,
    **CODING_PARAMETERS,
    **CONVERSION_PARAMETERS,
    "ingest FILE": say("a catalogue: Word, Excel, PDF, web page, text, CSV, or a zip of one"),
    "ingest --edition": say("what the edition is to be called"),
    "ingest --again": say(
        "FILE is the identifier of an edition: read its source again; what comes out "
        "otherwise is its next version (with --review a draft)"
    ),
    "ingest --json": _JSON,
    **REVIEW_PARAMETERS,
    "issues EDITION": _EDITION,
    "issues --json": _JSON,
    "export EDITION": _EDITION,
    "export --format": say("jsonl (default) or csv"),
    "export --kind": say(
        "post, title_mapping, list_item or clause (default: posts, or what there is instead)"
    ),
    "export --all": say("everything as open data, into this folder"),
    "export --address": say("with --all: the site's address, for identifiers"),
    "export --output": say("write to a file, not to stdout"),
    "serve --host": say("address (127.0.0.1)"),
    "serve --port": say("port (8000; 0: any free)"),
    "serve --office": say("with accounts and the pages of review (see jinque account)"),
    "serve --public-address": say(
        "with --office: the address in browsers, as https://lists.example.org"
    ),
    **ACCOUNT_PARAMETERS,
}


HELP_OPTIONS = ("--help", "-h")


def asks_for_help(arguments: Sequence[str]) -> bool:
    """Tell whether help is asked for, or nothing at all."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    is_bare = not options or (options[0] == "--lang" and len(options) <= len(("--lang", "zh")))
    return is_bare or any(option in HELP_OPTIONS for option in options)


def command_of(arguments: Sequence[str]) -> str | None:
    """Return the command that arguments name, `--lang` and its value standing before it."""
    rest = arguments[2:] if arguments[:1] == ["--lang"] else arguments
    return next((argument for argument in rest if not argument.startswith("-")), None)


def check_command(group: TyperGroup, arguments: Sequence[str]) -> None:
    """Refuse a command that there is not.

    Raises:
        WrongCallError: the hint names near ones.
    """
    command = command_of(arguments)
    if command is None or command in group.commands:
        return
    near = get_close_matches(command, group.commands) or list(group.commands)
    raise WrongCallError(
        say("There is no command “{command}”.", command=command),
        where=command,
        hint=say("Did you mean: {near}? See jinque --help.", near=joined(near)),
    )


def help_text(group: TyperGroup, arguments: Sequence[str], session: Session) -> str:
    """Return the help of the command that arguments name, or of the whole program."""
    name = command_of(arguments)
    lines = (
        _command_help(group, name, session)
        if name in group.commands and name is not None
        else _program_help(session)
    )
    return "\n".join(lines) + "\n"


def _program_help(session: Session) -> Iterator[str]:
    yield session.of(TITLE)
    yield ""
    yield session.say("Usage: jinque [options] command ...")
    yield from _section(session, say("Commands"), COMMANDS)
    yield from _section(session, say("Options"), GLOBAL)
    yield ""
    yield session.say("The options of a command: jinque command --help")
    yield from _section(session, say("Examples"), EXAMPLES)


def _command_help(group: TyperGroup, name: str, session: Session) -> Iterator[str]:
    parameters = group.commands[name].params
    words = {_label(each): PARAMETERS[key(name, each)] for each in parameters}
    arguments = [_label(each) for each in parameters if isinstance(each, TyperArgument)]
    yield session.of(COMMANDS[name])
    yield ""
    usage = " ".join(["jinque", name, *arguments, session.say("[options]")])
    yield session.say("Usage: {usage}", usage=usage)
    yield from _section(session, say("Arguments and options"), words)
    if name in SECTIONS:
        yield from _section(session, *SECTIONS[name])
    yield from _section(session, say("Common options"), GLOBAL)


def key(command: str, parameter: object) -> str:
    """Return the name under which the words of an option or argument stand."""
    if isinstance(parameter, TyperOption):
        return f"{command} {parameter.opts[0]}"
    return f"{command} {str(getattr(parameter, 'name', '')).upper()}"


def _label(parameter: object) -> str:
    if isinstance(parameter, TyperOption):
        return ", ".join(parameter.opts)
    if isinstance(parameter, TyperArgument):
        name = str(parameter.name).upper()
        return name if parameter.required else f"[{name}]"
    raise TypeError(f"neither option nor argument: {parameter!r}")


def _section(session: Session, title: Sentence, words: Mapping[str, Sentence]) -> Iterator[str]:
    yield ""
    yield session.of(title)
    column = max(_width(label) for label in words) + 2
    for label, meaning in words.items():
        yield f"  {label}{' ' * (column - _width(label))}{session.of(meaning)}"


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in text)


def main() -> None:
    """Run the shell on the arguments of the process and end it with an exit code."""
    gc.set_threshold(*_COLLECTED_AFTER)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that lacks a character shows a substitute instead of ending the program.
            stream.reconfigure(errors="replace")
    code = run(sys.argv[1:])
    _leave_quietly()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code; errors are told on stderr."""
    session, ordered = begin_session(arguments, os.environ)
    try:
        return _run(ordered, session)
    except JinqueError as error:
        terminal.tell(error, session)
        return call.exit_code(error)
    except BrokenPipeError:
        return call.DONE
    except KeyboardInterrupt:
        return call.INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - the last resort: no traceback reaches a user
        broken = terminal.breakdown(fault)
        terminal.tell(broken, session)
        return call.exit_code(broken)


def _run(arguments: list[str], session: Session) -> int:
    if asks_for_help(arguments):
        sys.stdout.write(help_text(GROUP, arguments, session))
        return call.DONE
    check_command(GROUP, arguments)
    try:
        code = GROUP.main(arguments, PROGRAM, standalone_mode=False, obj=session)
    except typer.TyperException as fault:
        raise terminal.usage_error(fault) from fault
    except SystemExit as ended:
        # What Typer makes of a reader of our pipe who has gone away.
        if isinstance(ended.__context__, BrokenPipeError):
            return call.DONE
        raise
    sys.stdout.flush()
    return code if isinstance(code, int) else call.DONE


def _leave_quietly() -> None:
    """Let the interpreter find nothing left to write to a reader who has gone away."""
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
