"""What one call of the shell is about: its language, and whether a program reads the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinque.errors import InvalidOptionError
from jinque.model import Words

LANGUAGES = ("zh", "en")
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

    def say(self, zh: str, en: str) -> str:
        """Return the one of two sentences that is in the language of the session."""
        return en if self.language == "en" else zh

    def of(self, words: Words) -> str:
        """Return the words in the language of the session."""
        return self.say(words.zh, words.en)


def begin(arguments: Sequence[str], settings: Mapping[str, str]) -> tuple[Session, list[str]]:
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
            f"没有“{language}”这种界面语言。",
            f"The interface does not speak “{language}”.",
            where=LANGUAGE_OPTION,
            hint_zh="可用：zh（中文）、en（英文）。",
            hint_en="Choose zh (Chinese) or en (English).",
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
