"""What a reader finds in a sentence, and the pieces of patterns that readers share.

The issues of a reading in words, by their codes (docs/reference/issues.md).

Lists of names inside a sentence: what parts them, and whether each is demanded.

What of a sentence no criterion covers.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from jinque.locale import Said, say
from jinque.model import Citation, Issue, Post, Severity
from jinque.model.criterion import Criterion
from jinque.parameters.words import load_criteria_words

COMMA = "，,"
"""Characters that part the clauses of a sentence and end none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A criterion and where its words stand, counted from the beginning of the text read.

    Attributes:
        doubt: code of what is not safe about a detail; None where all is.
    """

    criterion: Criterion
    start: int
    end: int
    doubt: str | None = None

    def moved(self, by: int) -> "Found":
        """Return the same, counted from a beginning that lies `by` characters earlier."""
        return replace(self, start=self.start + by, end=self.end + by)


Reader = Callable[[str], Iterator[Found]]
"""Reads one sentence; may find nothing."""


def one_of(words: Iterable[str]) -> str:
    """Return the pattern of any of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def pattern(name: str, /, **parts: str) -> str:
    """Return a pattern of `data/criteria_patterns.yaml`.

    Args:
        name: its key.
        parts: what stands for each «name» in it; «@name» is any word of that list of the data.
    """
    words = load_criteria_words()
    text = words.patterns[name]
    for key, value in parts.items():
        text = text.replace(f"«{key}»", value)
    return _LISTED.sub(lambda match: one_of(getattr(words, match["name"])), text)


_LISTED = re.compile("«@(?P<name>[a-z_]+)»")


def segment_start(sentence: str, place: int) -> int:
    """Return where the clause between commas begins in which `place` lies."""
    return max(sentence.rfind(mark, 0, place) for mark in COMMA) + 1


_MARKS = re.compile(pattern("found_marks"))


def widen(sentence: str, found: Found) -> Found:
    """Extend a criterion over the verbs before it and the words of ability behind it."""
    before = _before().search(sentence[: found.start])
    after = _after().match(sentence, found.end)
    return replace(
        found,
        start=before.start() if before else found.start,
        end=after.end() if after else found.end,
    )


def rest(sentence: str, founds: Sequence[Found]) -> str:
    """Return what is left of a sentence without criteria, marks and fillers."""
    covered = bytearray(len(sentence))
    for found in founds:
        covered[found.start : found.end] = b"\x01" * (found.end - found.start)
    left = "".join(
        " " if is_read else character for character, is_read in zip(sentence, covered, strict=True)
    )
    return _MARKS.sub("", re.sub(_filler(), " ", left)).strip()


@cache
def _filler() -> re.Pattern[str]:
    return re.compile(one_of(load_criteria_words().fillers))


@cache
def _before() -> re.Pattern[str]:
    words = load_criteria_words()
    behind = {*words.both_words, *words.behind_words}
    return re.compile(rf"(?:{one_of(word for word in words.fillers if word not in behind)})+$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(pattern("found_after"))


@cache
def one_of_several() -> re.Pattern[str]:
    """Return the pattern of words behind a list of which one is enough."""
    return re.compile(rf"\s*(?:{ONE_OF})")


@cache
def one_of_behind() -> re.Pattern[str]:
    """Return the pattern of a criterion that takes such words along."""
    return re.compile(rf"(?:{ONE_OF})$")


def begins_with_verb(sentence: str, found: Found) -> bool:
    """Tell whether the words of a criterion begin with a verb of having or using."""
    return bool(_filler().match(sentence, found.start))


_WORDS: dict[str, tuple[Severity, Said]] = {
    "note_reach": (
        Severity.WARNING,
        say(
            "Whether “{quote}”, printed for another section or a role, binds this post is "
            "not stated; it is not read as a requirement of it."
        ),
    ),
    "degrees_joined": (
        Severity.WARNING,
        say("Whether “{quote}” joins conditions or alternatives is not stated; not read as one."),
    ),
    "experience_differs": (
        Severity.INFO,
        say("The same code asks for experience otherwise elsewhere ({about}); never merged."),
    ),
    "awards_joined": (
        Severity.WARNING,
        say("“{quote}”: whether all awards are needed, or what “and above” ranks, is not stated."),
    ),
    "alternatives_unbounded": (
        Severity.WARNING,
        say("Which of the words behind “{quote}” are alternatives is not marked; left to people."),
    ),
    "background_without_degree": (
        Severity.INFO,
        say(
            "Education prints “none” and yet the text asks “{quote}”; no degree in it is demanded."
        ),
    ),
    "names_joined": (
        Severity.WARNING,
        say("Whether all of “{quote}” or one of them is needed is not stated."),
    ),
    "certificate_vague": (Severity.WARNING, say("Which certificate “{quote}” means is not named.")),
    "graduate_year_undefined": (
        Severity.INFO,
        say("Of which year “{quote}” graduates is not defined; to be asked."),
    ),
    "language_for_some": (
        Severity.WARNING,
        say("“{quote}” holds for some employers only; not read as a language requirement."),
    ),
    "alternative_reach": (
        Severity.WARNING,
        say(
            "“{quote}”: whether it replaces all before it or a part is not stated; left to people."
        ),
    ),
    "ability_in_major": (
        Severity.INFO,
        say(
            "Whether “{quote}” asks for a degree in the subject or for being able is not stated; "
            "left to people."
        ),
    ),
    "equipment_unknown": (
        Severity.INFO,
        say("Which equipment “{quote}” means cannot be read safely; not read as a tool."),
    ),
    "tool_misprinted": (Severity.INFO, say("“{quote}” seems misprinted; it is read as printed.")),
}

CODES = tuple(_WORDS)
"""Codes of all issues that a reading of requirements may report."""


def issue_at(code: str, post: Post, quote: str, citation: Citation, about: str = "") -> Issue:
    """Return the issue of that code; `about` names what else it is about."""
    severity, message = _WORDS[code]
    return Issue(
        code=code,
        severity=severity,
        message=message.filled(quote=quote, about=about),
        post_id=post.id,
        section=post.id.split(":")[1],
        serial=post.serial,
        line_start=citation.span.line_start,
        line_end=citation.span.line_end,
        quote=citation.quote,
    )


_LEAST = pattern("found_least")
ONE_OF = pattern("found_one_of", least=_LEAST)
"""What stands behind a list of which one is enough."""

ANDS = "以及|和|及|与"
ANDS_OF_SUBJECTS = pattern("found_ands_of_subjects")
"""与 stands inside the names of majors (计算机科学与技术) and parts none."""

_EACH = re.compile(r"[和及与]|以及")
_EITHER = re.compile(r"或者|或")
_OPENING, _CLOSING = "（(", "）)"


def split_names(text: str, *, at_and: bool = True, ands: str = ANDS) -> tuple[str, ...]:
    """Return the names of a list; marks in brackets part nothing.

    Args:
        text: the list.
        at_and: the words of `ands` part names; else only where 、 stands too.
        ands: words for "and" that may part names, joined by |.
    """
    marks = "、，,/|或者|或|" + (ands if at_and or "、" in text else "")
    pattern = re.compile("[、，,/]|" + "|".join(filter(None, marks.split("|")[1:])))
    pieces = [""]
    place = depth = 0
    while place < len(text):
        depth += (text[place] in _OPENING) - (text[place] in _CLOSING)
        found = None if depth else pattern.match(text, place)
        if found and not text.startswith("以上", found.end()):
            pieces.append("")
        else:
            pieces[-1] += found.group() if found else text[place]
        place = found.end() if found else place + 1
    return tuple(dict.fromkeys(piece.strip() for piece in pieces if piece.strip()))


def are_all(printed: str, count: int) -> bool | None:
    """Tell whether every name is demanded: False at 或, True at 和, None where only 、 stands."""
    text = re.sub(r"[或及](?=以上)", "", printed)
    if count > 1 and _EITHER.search(text):
        return False
    return True if count == 1 or _EACH.search(text) else None
