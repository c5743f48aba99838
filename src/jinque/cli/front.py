"""From the command line to an exit code: the only place where errors end a program.

Nothing heavy is imported before a command runs, and of the commands only the one that is called:
most of the time of a short command is the loading of modules.
"""

import gc
import os
import sys
from collections.abc import Collection, Sequence
from contextlib import suppress
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper

import typer
from typer.core import TyperGroup
from typer.main import get_command

from jinque import __version__
from jinque.cli import call, terminal
from jinque.cli.call import Session, begin_session, check_language
from jinque.errors import JinqueError, WrongCallError
from jinque.locale import joined, say

PROGRAM = "jinque"
_COLLECTED_AFTER = (50_000, 20, 20)
"""Objects made before cycles are looked for: what modules and records are made of holds none."""

_COMMANDS = {
    "editions.add_edition_commands": ("catalogues", "issues", "export"),
    "posts.add_post_commands": ("show", "criteria"),
    "search.add_search_command": ("search",),
    "classification.add_classification_commands": ("occupation", "code", "code-file"),
    "conversion.add_conversion_command": ("convert",),
    "assess.add_assess_command": ("assess",),
    "screen.add_bridge_commands": ("bridge", "screen"),
    "entitlement.add_entitlement_commands": ("entitle", "rules"),
    "comparison.add_comparison_commands": ("compare", "diff"),
    "teaching.add_teaching_commands": ("major", "curriculum", "guide"),
    "survey.add_survey_command": ("survey",),
    "evidence.add_evidence_command": ("evidence",),
    "shortage.add_shortage_commands": ("score", "shortage"),
    "publishing.add_publishing_commands": ("draft", "lint", "publish"),
    "review.add_ingest_commands": ("ingest", "review"),
    "serve.add_serve_command": ("serve",),
    "keeping.add_keeping_commands": ("backup", "restore", "verify"),
    "accounts.add_account_commands": ("account",),
}
HOMES = {command: home for home, commands in _COMMANDS.items() for command in commands}
"""A command, to the module and function that add it to the program."""


def group_of(*homes: str) -> TyperGroup:
    """Return the program with the commands of some modules."""
    app = typer.Typer(
        name=PROGRAM, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False
    )
    app.callback(invoke_without_command=True)(_begin)
    for home in homes:
        module, _, adder = home.partition(".")
        getattr(import_module(f"jinque.cli.{module}"), adder)(app)
    group = get_command(app)
    if not isinstance(group, TyperGroup):
        raise TypeError(f"several commands make a group, not {type(group)}")
    return group


def _begin(*, lang: call.Language = "zh", version: call.Version = False) -> None:
    """Settle what holds for every command."""
    check_language(lang)
    if version:
        typer.echo(f"{PROGRAM} {__version__}")
        raise typer.Exit


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


def check_command(known: Collection[str], arguments: Sequence[str]) -> None:
    """Refuse a command that there is not.

    Raises:
        WrongCallError: the hint names near ones.
    """
    command = command_of(arguments)
    if command is None or command in known:
        return
    near = get_close_matches(command, known) or list(known)
    raise WrongCallError(
        say("There is no command “{command}”.", command=command),
        where=command,
        hint=say("Did you mean: {near}? See jinque --help.", near=joined(near)),
    )


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
        from jinque.cli.app import GROUP, help_text

        sys.stdout.write(help_text(GROUP, arguments, session))
        return call.DONE
    check_command(HOMES, arguments)
    home = HOMES.get(command_of(arguments) or "")
    try:
        code = group_of(*filter(None, [home])).main(
            arguments, PROGRAM, standalone_mode=False, obj=session
        )
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
