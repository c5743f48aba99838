"""What the classification and all catalogues say of a code or a name."""

from datetime import date
from difflib import get_close_matches

from jinque.classification import (
    EDITIONS,
    as_of,
    check_edition,
    code_typed,
    counterparts,
    entries_near,
    find_occupations,
    load_classification,
    meanings,
    standing_in,
)
from jinque.errors import UnknownOccupationError
from jinque.model import (
    Branch,
    Correspondence,
    DatedClassification,
    FoundOccupation,
    Occupation,
    OccupationAnswer,
    OccupationEntry,
    TreeStep,
    Words,
)
from jinque.search.occupation_index import OccupationIndex
from jinque.text import fold

_MOST_NEAR = 5
_LONGEST = 40
_ADVICE = Words(
    zh="请给出编码（如 2-02-38-01）或完整的职业名称。",
    en="Give a code, as 2-02-38-01, or the whole name of an occupation.",
)


def find_occupation(
    index: OccupationIndex, typed: str, day: date | None, edition: str | None = None
) -> OccupationAnswer:
    """Return the occupations that a code or a name leads to, with their posts.

    Args:
        index: posts by occupation.
        typed: a code of one to five segments, or a whole name.
        day: tells, besides, whether each held on that day.
        edition: shows the entries of this edition alone; None follows those of 2015 to 2022.

    Raises:
        InvalidOptionError: the day is before every edition known, or there is no such edition.
        UnknownOccupationError: neither edition has such a code or name; the hint names near ones.
    """
    if edition is not None:
        check_edition(edition)
    dated = as_of(day) if day else None
    found = find_occupations(typed, edition)
    if not found:
        raise _unknown(typed)
    code = code_typed(typed)
    return OccupationAnswer(
        query=typed,
        edition=edition,
        meanings=meanings(code) if code else (),
        day=dated.day if dated else None,
        day_edition=dated.classification.edition if dated else None,
        day_note=dated.note if dated else None,
        entries=tuple(_entry(index, each, dated) for each in found),
    )


def _entry(
    index: OccupationIndex, found: FoundOccupation, dated: DatedClassification | None
) -> OccupationEntry:
    entry = found.entry
    rows = counterparts(entry)
    below = load_classification(entry.classification).below(entry.code)
    return OccupationEntry(
        found=found,
        above=_above(entry),
        below=tuple(
            Branch(entry=each, posts=index.counts[each.classification, each.code]) for each in below
        ),
        correspondences=rows,
        counterparts=_present(entry, rows),
        posts=index.linked_to(entry),
        class_posts=index.linked_above(entry),
        proposed=index.proposed_for(entry),
        elsewhere=_elsewhere(entry),
        standing=standing_in(entry, dated) if dated else None,
        limits=tuple(load_classification(edition).limits for edition in EDITIONS),
    )


def _above(entry: Occupation) -> tuple[TreeStep, ...]:
    classification = load_classification(entry.classification)
    return tuple(
        TreeStep(code=code, name=above.name if above else None)
        for code in classification.above(entry.code)
        for above in [classification.by_code.get(code)]
    )


def _present(entry: Occupation, rows: tuple[Correspondence, ...]) -> tuple[Occupation, ...]:
    now = load_classification("2022").by_code
    codes = dict.fromkeys(code for row in rows for code in (*row.codes_2022, *row.proposed_2022))
    return tuple(now[code] for code in codes if now[code] is not entry)


def _elsewhere(entry: Occupation) -> Occupation | None:
    others = (other for other in meanings(entry.code) if fold(other.name) != fold(entry.name))
    return next(others, None)


def _unknown(typed: str) -> UnknownOccupationError:
    near = _near(typed)
    return UnknownOccupationError(
        f"职业分类大典里没有编码或名称“{typed}”。",
        f"The classification has no code or name “{typed}”.",
        where=typed,
        hint_zh=f"是不是要找：{'、'.join(near)}？" if near else _ADVICE.zh,
        hint_en=f"Did you mean: {', '.join(near)}?" if near else _ADVICE.en,
    )


def _near(typed: str) -> list[str]:
    """Return codes with names that a person may have meant, at most five."""
    now = load_classification("2022")
    above = [code for code in now.above(fold(typed)) if code in now.by_code]
    names = {entry.name: entry for entry in now.by_code.values()}
    containing = [name for name in names if fold(typed) in name] if typed.strip() else []
    close = get_close_matches(typed[:_LONGEST], names, n=_MOST_NEAR)
    near = [*(each.name for each in entries_near(typed)), *containing, *close]
    entries = [now.by_code[code] for code in above[-1:]]
    entries += [names[name] for name in near if name in names]
    return list(dict.fromkeys(f"{entry.code} {entry.name}" for entry in entries))[:_MOST_NEAR]
