"""What a reader finds in a sentence, and the pieces of patterns that readers share.

Alternatives: criteria joined by 或, among them ones that only people can judge.

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
from jinque.model.criterion import AnyOf, Criterion, Evidence
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


def segment_start(sentence: str, place: int) -> int:
    """Return where the clause between commas begins in which `place` lies."""
    return max(sentence.rfind(mark, 0, place) for mark in COMMA) + 1


_MARKS = re.compile(r"[\s，,、；;。.:：()（）或者和与]")


def widen(sentence: str, found: Found) -> Found:
    """Extend a criterion over the verbs before it and the words of ability behind it."""
    before = _before().search(sentence[: found.start])
    after = _after().match(sentence, found.end)
    return replace(
        found,
        start=before.start() if before else found.start,
        end=after.end() if after else found.end,
    )


def is_covered(sentence: str, founds: Sequence[Found]) -> bool:
    """Tell whether nothing that demands anything is left beside the criteria."""
    return not rest(sentence, founds)


def rest(sentence: str, founds: Sequence[Found]) -> str:
    """Return what is left of a sentence without criteria, marks and fillers."""
    covered = bytearray(len(sentence))
    for found in founds:
        covered[found.start : found.end] = b"\x01" * (found.end - found.start)
    left = "".join(
        " " if is_covered else character
        for character, is_covered in zip(sentence, covered, strict=True)
    )
    return _MARKS.sub("", re.sub(_filler(), " ", left)).strip()


@cache
def _filler() -> re.Pattern[str]:
    return re.compile(one_of(load_criteria_words().fillers))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?:{_filler().pattern})+$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r"(?:及以上|以上)?(?:的)?(?:开发|应用|使用|编程|操作)?(?:能力|者|优先)?(?:[和与]?技术特[点性])?"
    )


_JOINT = re.compile(r"[，,]?\s*(?:或者|或)(?!以上)(?P<words>[^，,；。]*)")
_BEFORE = re.compile(r"(?P<words>.+?)[，,]?(?:或者|或)(?:具有|具备|持有|取得)?$")
_NEEDS_ALL = frozenset({"tool", "background", "majors", "full_time", "place"})


def join_alternatives(sentence: str, founds: Sequence[Found]) -> list[Found]:
    """Join neighbours of different kinds between which 或 stands, in printed order."""
    joined: list[Found] = []
    for found in founds:
        last = joined[-1] if joined else None
        if last and _is_alternative(sentence, last, found):
            joined[-1] = _join(last, found)
        else:
            joined.append(found)
    return _with_evidence(sentence, joined) if len(joined) == 1 else joined


def _is_alternative(sentence: str, last: Found, found: Found) -> bool:
    between = _JOINT.fullmatch(sentence, last.end, found.start)
    kinds = {last.criterion.kind, found.criterion.kind}
    return bool(between) and len(kinds) > 1


def _join(last: Found, found: Found) -> Found:
    return Found(
        criterion=AnyOf(parts=(*_parts(last.criterion), *_parts(found.criterion))),
        start=last.start,
        end=found.end,
        doubt=last.doubt or found.doubt,
    )


def _parts(criterion: Criterion) -> tuple[Criterion, ...]:
    return criterion.parts if isinstance(criterion, AnyOf) else (criterion,)


def _with_evidence(sentence: str, joined: list[Found]) -> list[Found]:
    """Join the only criterion of a sentence with an alternative that people must judge."""
    found = joined[0]
    if found.criterion.kind in _NEEDS_ALL:
        return joined
    after = re.compile(r"[，,]?(?:或者|或)(?!以上)(?P<words>.+)$").match(sentence, found.end)
    before = _BEFORE.fullmatch(sentence, 0, found.start)
    for match, is_last in ((after, True), (before, False)):
        if match and rest(match["words"], ()):
            evidence = Evidence(words=say("judged by people: {text}", text=match["words"]))
            parts = (*_parts(found.criterion), evidence)
            both = parts if is_last else (evidence, *_parts(found.criterion))
            return [replace(found, criterion=AnyOf(parts=both), start=0, end=len(sentence))]
    return joined


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


ONE_OF = "(?:之一|中的?(?:任意|至少)?一[种项门个])"
"""What stands behind a list of which one is enough."""

ANDS = "以及|和|及|与"
ANDS_OF_SUBJECTS = "以及|和|及"
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
