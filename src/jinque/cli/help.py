"""Help in both languages, from the commands themselves and the words beside them.

Typer's own help is English and its pretty form costs as long as a whole command.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from typer.core import TyperArgument, TyperGroup, TyperOption

from jinque.cli.help_words import COMMANDS, EXAMPLES, GLOBAL, PARAMETERS, SECTIONS, TITLE
from jinque.cli.session import Session
from jinque.errors import WrongCallError
from jinque.model import Words

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
