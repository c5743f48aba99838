"""The commands and their options; each hands over to the module that carries it out.

Nothing heavy is imported before a command runs: `jinque --help` needs the names alone.

From the command line to an exit code: the only place where errors end a program.

Help in both languages, from the commands themselves and the words beside them.

Typer's own help is English and its pretty form costs as long as a whole command.

What the commands and their options mean, in both languages.
"""

import os
import sys
import unicodedata
from collections.abc import Iterator, Sequence
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
from jinque.cli.editions import add_export_command, show_catalogues, show_issues
from jinque.cli.evidence import EVIDENCE_COMMANDS, EVIDENCE_PARAMETERS, add_evidence_command
from jinque.cli.ladder import BRIDGE_COMMANDS, BRIDGE_PARAMETERS
from jinque.cli.posts import show_criteria, show_post
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
from jinque.model import Words

PROGRAM = "jinque"
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
add_assess_command(app)
add_bridge_commands(app)
add_comparison_commands(app)
add_teaching_commands(app)
add_survey_command(app)
add_evidence_command(app)
add_shortage_commands(app)


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


TITLE = Words(
    zh="紧缺：把各地紧缺人才目录读成可查、可核、有出处的数据。",
    en="Jinque: catalogues of occupations in short supply, searched and checked to the source.",
)

COMMANDS = {
    "catalogues": Words(zh="列出已读入的目录", en="List the catalogues in the record"),
    "show": Words(
        zh="显示一个岗位：原文、推断、出处", en="Show a post: as printed, derived, source"
    ),
    "criteria": Words(
        zh="逐条显示一个岗位的要求：原文与读法", en="What a post demands, beside its words"
    ),
    "search": Words(zh="检索岗位", en="Find posts"),
    "occupation": Words(
        zh="查一个职业：编码、两版对应、各地岗位", en="An occupation: codes, editions, posts"
    ),
    **CODING_COMMANDS,
    **ASSESS_COMMANDS,
    **BRIDGE_COMMANDS,
    **COMPARISON_COMMANDS,
    **TEACHING_COMMANDS,
    **SURVEY_COMMANDS,
    **EVIDENCE_COMMANDS,
    **SHORTAGE_COMMANDS,
    "ingest": Words(zh="读入一个目录文件", en="Read a catalogue file into the record"),
    **REVIEW_COMMANDS,
    "issues": Words(zh="列出读入时发现的问题", en="List what the reading of an edition found"),
    "export": Words(zh="导出一个目录或全部数据", en="Export an edition, or everything"),
    "serve": Words(zh="打开网站（本机）", en="Serve the site on this machine"),
    **ACCOUNT_COMMANDS,
}

GLOBAL = {
    "--lang zh|en": Words(zh="界面语言（或设 JINQUE_LANG）", en="language (or set JINQUE_LANG)"),
    "--version": Words(zh="显示版本", en="show the version"),
    "-h, --help": Words(zh="显示帮助", en="show this help"),
}

EXAMPLES = {
    "jinque search 护士 --place 大连": Words(zh="按词和地方检索", en="by word and place"),
    "jinque show dalian:卫生:1": Words(zh="看一个岗位的原文", en="one post as printed"),
    "jinque export dalian --format csv -o dalian.csv": Words(
        zh="导出成表格", en="export for a spreadsheet"
    ),
}

_JSON = Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs")
_POST = Words(zh="岗位编号，如 dalian:装备制造:1", en="a post, as dalian:装备制造:1")
_EDITION = Words(zh="目录编号，见 jinque catalogues", en="an edition, see jinque catalogues")

# Further sections in the help of a command, under a title.
SECTIONS = {"review": (Words(zh="动作", en="Actions"), REVIEW_ACTIONS)}

PARAMETERS = {
    "catalogues --json": _JSON,
    "show POST": _POST,
    "show --json": _JSON,
    "criteria POST": _POST,
    "criteria --json": _JSON,
    **SEARCH_PARAMETERS,
    "search --json": _JSON,
    "occupation OCCUPATION": Words(
        zh="职业编码或完整名称，如 2-02-38-01", en="a code or a whole name, as 2-02-38-01"
    ),
    "occupation --as-of": Words(
        zh="某一天是否有效，如 2024-07-31", en="whether it held on a day, as 2024-07-31"
    ),
    "occupation --json": _JSON,
    **ASSESS_PARAMETERS,
    **BRIDGE_PARAMETERS,
    **COMPARISON_PARAMETERS,
    **TEACHING_PARAMETERS,
    **SURVEY_PARAMETERS,
    **EVIDENCE_PARAMETERS,
    **SHORTAGE_PARAMETERS,
    **CODING_PARAMETERS,
    "ingest FILE": Words(
        zh="目录文件：Word、Excel、PDF、网页、文本、CSV 或它们的 zip",
        en="a catalogue: Word, Excel, PDF, web page, text, CSV, or a zip of one",
    ),
    "ingest --edition": Words(zh="给这个版本的编号", en="what the edition is to be called"),
    "ingest --json": _JSON,
    **REVIEW_PARAMETERS,
    "issues EDITION": _EDITION,
    "issues --json": _JSON,
    "export EDITION": _EDITION,
    "export --format": Words(zh="jsonl（默认）或 csv", en="jsonl (default) or csv"),
    "export --kind": Words(
        zh="post、title_mapping、list_item 或 clause（默认：岗位，没有则为该目录所有的那一类）",
        en="post, title_mapping, list_item or clause (default: posts, or what there is instead)",
    ),
    "export --all": Words(
        zh="把全部目录写成开放数据，放进这个文件夹", en="everything as open data, into this folder"
    ),
    "export --address": Words(
        zh="与 --all 同用：网站地址，作标识用", en="with --all: the site's address, for identifiers"
    ),
    "export --output": Words(zh="写到文件；不写则输出到屏幕", en="write to a file, not to stdout"),
    "serve --host": Words(zh="监听地址（默认 127.0.0.1，仅本机）", en="address (127.0.0.1)"),
    "serve --port": Words(zh="端口（默认 8000；0 为任一空闲端口）", en="port (8000; 0: any free)"),
    "serve --office": Words(
        zh="加上登录账户和审核页面（见 jinque account）",
        en="with accounts and the pages of review (see jinque account)",
    ),
    "serve --public-address": Words(
        zh="--office 时：浏览器里的地址，如 https://mulu.example.cn",
        en="with --office: the address in browsers, as https://lists.example.org",
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
        f"没有“{command}”这个命令。",
        f"There is no command “{command}”.",
        where=command,
        hint_zh=f"是不是要写：{'、'.join(near)}？用 jinque --help 查看用法。",
        hint_en=f"Did you mean: {', '.join(near)}? See jinque --help.",
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
    yield session.say("用法：jinque [选项] 命令 …", "Usage: jinque [options] command ...")
    yield from _section(session, Words(zh="命令", en="Commands"), COMMANDS)
    yield from _section(session, Words(zh="选项", en="Options"), GLOBAL)
    yield ""
    yield session.say(
        "每个命令的选项：jinque 命令 --help", "The options of a command: jinque command --help"
    )
    yield from _section(session, Words(zh="例子", en="Examples"), EXAMPLES)


def _command_help(group: TyperGroup, name: str, session: Session) -> Iterator[str]:
    parameters = group.commands[name].params
    words = {_label(each): PARAMETERS[key(name, each)] for each in parameters}
    arguments = [_label(each) for each in parameters if isinstance(each, TyperArgument)]
    yield session.of(COMMANDS[name])
    yield ""
    usage = " ".join(["jinque", name, *arguments, session.say("[选项]", "[options]")])
    yield session.say(f"用法：{usage}", f"Usage: {usage}")
    yield from _section(session, Words(zh="参数和选项", en="Arguments and options"), words)
    if name in SECTIONS:
        yield from _section(session, *SECTIONS[name])
    yield from _section(session, Words(zh="通用选项", en="Common options"), GLOBAL)


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


def _section(session: Session, title: Words, words: dict[str, Words]) -> Iterator[str]:
    yield ""
    yield session.of(title)
    column = max(_width(label) for label in words) + 2
    for label, meaning in words.items():
        yield f"  {label}{' ' * (column - _width(label))}{session.of(meaning)}"


def _width(text: str) -> int:
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in text)


def main() -> None:
    """Run the shell on the arguments of the process and end it with an exit code."""
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
