"""Entries of the classification that a name suggests; a person may confirm one."""

from collections.abc import Iterable, Iterator

from jinque.classification import entries_formerly_named, entries_named, entries_near
from jinque.extraction.classes import LEVEL_NAMES
from jinque.model import Likeness, LinkCandidate, Occupation, Words


def candidates_for(name: str, edition: str | None) -> tuple[LinkCandidate, ...]:
    """Return entries of that name, of that former name, or else of a name one edit away.

    Code and name that two editions share are named once.

    Args:
        name: name of a post, without marks.
        edition: the edition that the catalogue uses, whose entries come first; None takes the
            newest first.
    """
    own = tuple(_once(entries_named(name), edition))
    former = tuple(_once(entries_formerly_named(name), edition))
    near = tuple(_once(entries_near(name), edition))
    return (
        *(_candidate(entry, Likeness.SAME_NAME, _same_name(entry)) for entry in own),
        *(_candidate(entry, Likeness.FORMER_NAME, _former_name(entry)) for entry in former),
        *(_candidate(entry, Likeness.NEAR_NAME, _near_name(name, entry)) for entry in near),
    )


def _once(entries: Iterable[Occupation], edition: str | None) -> Iterator[Occupation]:
    seen = set()
    for entry in sorted(entries, key=lambda entry: entry.classification != edition):
        if (entry.code, entry.name) not in seen:
            seen.add((entry.code, entry.name))
            yield entry


def _candidate(entry: Occupation, likeness: Likeness, reason: Words) -> LinkCandidate:
    return LinkCandidate(
        code=entry.code,
        name=entry.name,
        edition=entry.classification,
        likeness=likeness,
        reason=reason,
    )


def _same_name(entry: Occupation) -> Words:
    zh, en = LEVEL_NAMES[entry.level]
    return Words(
        zh=f"与{entry.classification}年版的{zh} {entry.code} 同名",
        en=f"same name as the {en} {entry.code} of {entry.classification}",
    )


def _former_name(entry: Occupation) -> Words:
    return Words(
        zh=f"{entry.classification}年版的 {entry.code} 在公示稿或初印本中用此名，"
        f"今名“{entry.name}”",
        en=f"the public draft or first print of {entry.classification} had this name at "
        f"{entry.code}, now {entry.name}",
    )


def _near_name(name: str, entry: Occupation) -> Words:
    return Words(
        zh=f"“{name}”与“{entry.name}”（{entry.classification}年版 {entry.code}）只差一字或字序；"
        "可能是另一职业，不合并",
        en=f"“{name}” and “{entry.name}” ({entry.code} of {entry.classification}) are one "
        "character or its place apart; they may be two occupations and are not merged",
    )
