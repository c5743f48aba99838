"""Whether what was read is an edition of the record again, or the next one of its catalogue.

Titles are compared without their numbers (years, batches), rows by code and name.
"""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher

from jinque.model import Edition, EditionSummary
from jinque.model.related import RelatedEdition
from jinque.model.review_decision import Relation
from jinque.store import Record
from jinque.text import drop_blanks, fold

SAME_SHARE = 0.9
"""Share of equal rows from which two files with titles alike are one edition."""

NEXT_SHARE = 0.5
"""Share of equal rows from which a file without a title alike is asked about."""

_LIKE = 0.6
_MOST_COMPARED = 32
_NUMBERS = re.compile(r"[0-9]+|[〇零一二三四五六七八九十]+(?=年|批|版|季)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """An edition of the record beside what was read."""

    id: str
    has_same_pattern: bool
    has_same_numbers: bool
    equal_rows: int
    share: float


def related(record: Record, edition: Edition) -> RelatedEdition:
    """Return how an edition that was read stands to those of the record; never settled but NEW."""
    rows = _rows(edition)
    total = sum(rows.values())
    near = sorted(record.summaries(), key=lambda each: -_likeness(edition, each))[:_MOST_COMPARED]
    candidates = [_candidate(record, edition, rows, each) for each in near]
    best = max(candidates, key=lambda each: (each.share, each.has_same_pattern), default=None)
    titled = max(
        (each for each in candidates if each.has_same_pattern),
        key=lambda each: each.share,
        default=None,
    )
    found = best if best and best.share >= NEXT_SHARE else titled
    if found is None:
        return RelatedEdition(relation=Relation.NEW, rows=total)
    is_same = found.share >= SAME_SHARE and found.has_same_numbers
    return RelatedEdition(
        relation=Relation.SAME_EDITION if is_same else Relation.NEXT_EDITION,
        other=found.id,
        rows=total,
        equal_rows=found.equal_rows,
        is_settled=False,
    )


def _candidate(
    record: Record, edition: Edition, rows: Counter[tuple[str, str]], summary: EditionSummary
) -> _Candidate:
    others = _rows(record.published(summary.id).edition)
    equal = (rows & others).total()
    own, other = _title(edition), _title(summary)
    return _Candidate(
        id=summary.id,
        has_same_pattern=bool(own) and _NUMBERS.sub("#", own) == _NUMBERS.sub("#", other),
        has_same_numbers=not (own and other) or _NUMBERS.findall(own) == _NUMBERS.findall(other),
        equal_rows=equal,
        share=equal / max(rows.total(), others.total(), 1),
    )


def _likeness(edition: Edition, summary: EditionSummary) -> float:
    """Compare titles; without one in either, editions come after those of a title alike."""
    own, other = _title(edition), _title(summary)
    return SequenceMatcher(None, own, other).ratio() if own and other else _LIKE


def _title(of: Edition | EditionSummary) -> str:
    return fold(drop_blanks(of.metadata.title.value or ""))


def _rows(edition: Edition) -> Counter[tuple[str, str]]:
    posts = Counter((post.code or "", post.name) for post in edition.posts)
    return posts + Counter((clause.ref, drop_blanks(clause.text)) for clause in edition.clauses)
