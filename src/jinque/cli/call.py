"""A command whose options are the fields of a dataclass, for commands with many of them.

The one table from errors to exit codes (docs/reference/cli.md).

Numbers as people type them.

The options and arguments of the commands; what they mean stands in `help_words`.

What one call of the shell is about: its language, and whether a program reads the answer.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from inspect import Parameter, Signature
from typing import Annotated, Any, TypeVar, get_type_hints

import typer

from jinque.errors import InvalidOptionError, JinqueError, MachineError, WrongCallError
from jinque.locale import LANGUAGES, NOTHING, Sentence, Translator, say, say_in, say_n
from jinque.model import SearchRequest

LANGUAGE_OPTION = "--lang"
LANGUAGE_SETTING = "JINQUE_LANG"
_NOT_JSONL = {"csv", "--format=csv", "--all"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The language and the reader of one call.

    Attributes:
        language: `zh` or `en`.
        is_json: a program reads: answers and errors are JSON.
    """

    language: str = "zh"
    is_json: bool = False

    @property
    def translator(self) -> Translator:
        """Return what puts sentences into the words of the session."""
        return Translator(self.language)

    def say(self, message: str, /, **values: object) -> str:
        """Return a sentence in words; its English is found by `make messages`, as that of `say`."""
        return self.translator(say(message, **values))

    def say_in(self, context: str, message: str, /, **values: object) -> str:
        """Return in words what `locale.say_in` says."""
        return self.translator(say_in(context, message, **values))

    def say_n(self, one: str, several: str, /, **values: object) -> str:
        """Return in words what `locale.say_n` says."""
        return self.translator(say_n(one, several, **values))

    def of(self, sentence: Sentence) -> str:
        """Return a sentence in the words of the session."""
        return self.translator(sentence)


def begin_session(
    arguments: Sequence[str], settings: Mapping[str, str]
) -> tuple[Session, list[str]]:
    """Return the session that arguments and settings ask for, and the arguments in order.

    `--lang` may stand anywhere; in the arguments returned it stands in front of the command, as
    the parser wants it.
    """
    chosen, rest = _take_language(arguments)
    language = chosen or settings.get(LANGUAGE_SETTING, "")
    session = Session(
        language="en" if language.lower().startswith("en") else "zh",
        is_json=_is_for_a_program(rest),
    )
    return session, rest if chosen is None else [LANGUAGE_OPTION, chosen, *rest]


def check_language(language: str) -> None:
    """Refuse a language that the interface does not speak.

    Raises:
        InvalidOptionError: it is not one of `LANGUAGES`.
    """
    if language not in LANGUAGES:
        raise InvalidOptionError(
            say("The interface does not speak “{language}”.", language=language),
            where=LANGUAGE_OPTION,
            hint=say("Choose zh (Chinese) or en (English)."),
        )


def _take_language(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    chosen: str | None = None
    rest: list[str] = []
    coming = iter(arguments)
    for argument in coming:
        if argument == "--":
            return chosen, [*rest, argument, *coming]
        if argument == LANGUAGE_OPTION:
            chosen = next(coming, "")
        elif argument.startswith(f"{LANGUAGE_OPTION}="):
            chosen = argument.partition("=")[2]
        else:
            rest.append(argument)
    return chosen, rest


def _is_for_a_program(arguments: Sequence[str]) -> bool:
    is_jsonl = arguments[:1] == ["export"] and not _NOT_JSONL & {*arguments}
    return is_jsonl or "--json" in arguments


Options = TypeVar("Options")


def bundled(options: type[Options], run: Callable[[Session, Options], int]) -> Callable[..., int]:
    """Return a function that Typer takes for a command with one option a field.

    Args:
        options: a dataclass; each field is annotated as a parameter of a command, with a default.
        run: carries the command out and returns the exit code.
    """

    def command(ctx: typer.Context, **given: Any) -> int:  # noqa: ANN401 - typed by the fields
        return run(ctx.obj, options(**given))

    hints = get_type_hints(options, include_extras=True)
    context = Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    parameters = [
        Parameter(
            field.name,
            Parameter.KEYWORD_ONLY,
            default=field.default,
            annotation=hints[field.name],
        )
        for field in fields(options)  # type: ignore[arg-type]
    ]
    command.__annotations__ = {"ctx": typer.Context, **hints}
    command.__dict__["__signature__"] = Signature([context, *parameters])
    return command


DONE = 0
FAULTY_DATA = 1
WRONG_CALL = 2
MACHINE_FAILED = 3
INTERRUPTED = 130  # what shells give a program that Ctrl-C ended

EXIT_CODES: dict[type[JinqueError], int] = {
    WrongCallError: WRONG_CALL,
    MachineError: MACHINE_FAILED,
}


def exit_code(error: JinqueError) -> int:
    """Return the exit code of the nearest class in the table; a failed machine without one."""
    classes = (EXIT_CODES.get(kind) for kind in type(error).__mro__ if kind in EXIT_CODES)
    return next((code for code in classes if code is not None), MACHINE_FAILED)


def whole_number(option: str, typed: str, most: int | None = None) -> int:
    """Return a whole number from 0; full-width digits are digits too.

    Args:
        option: the option, for the message.
        typed: what was typed behind it.
        most: the largest number that will do; None leaves that to whoever uses it.

    Raises:
        InvalidOptionError: it is none.
    """
    number = int(typed) if typed.strip().isdecimal() else None
    if number is not None and (most is None or number <= most):
        return number
    within = NOTHING if most is None else say(" from 0 to {most}", most=most)
    raise InvalidOptionError(
        say("{option} cannot be “{typed}”.", option=option, typed=typed),
        where=option,
        hint=say("Give a whole number{within}.", within=within),
    )


def paged(request: SearchRequest, limit: str, offset: str) -> SearchRequest:
    """Return the request for the page that `--limit` and `--offset` ask for.

    Raises:
        InvalidOptionError: one of them is no number.
    """
    return replace(
        request, limit=whole_number("--limit", limit), offset=whole_number("--offset", offset)
    )


AsJson = Annotated[bool, typer.Option("--json")]
PostId = Annotated[str, typer.Argument()]
CodeOrName = Annotated[str, typer.Argument()]
EditionId = Annotated[str, typer.Argument()]
File = Annotated[str, typer.Argument()]
Query = Annotated[list[str] | None, typer.Argument()]

Places = Annotated[list[str] | None, typer.Option("--place")]
Industries = Annotated[list[str] | None, typer.Option("--industry")]
Shortages = Annotated[list[str] | None, typer.Option("--shortage")]
Degrees = Annotated[list[str] | None, typer.Option("--degree")]
Editions = Annotated[list[str] | None, typer.Option("--edition")]
Kinds = Annotated[list[str] | None, typer.Option("--kind")]
Limit = Annotated[str, typer.Option("--limit")]
Offset = Annotated[str, typer.Option("--offset")]

Review = Annotated[bool, typer.Option("--review")]
Again = Annotated[bool, typer.Option("--again")]
Decisions = Annotated[str | None, typer.Option("--decisions")]
NewEdition = Annotated[str | None, typer.Option("--edition")]
Format = Annotated[str, typer.Option("--format")]
RowKind = Annotated[str | None, typer.Option("--kind")]
Output = Annotated[str | None, typer.Option("--output", "-o")]
AsOf = Annotated[str | None, typer.Option("--as-of")]
Host = Annotated[str, typer.Option("--host")]
Port = Annotated[str, typer.Option("--port")]
AsOffice = Annotated[bool, typer.Option("--office")]
PublicAddress = Annotated[str, typer.Option("--public-address")]

Language = Annotated[str, typer.Option("--lang")]
Version = Annotated[bool, typer.Option("--version")]
