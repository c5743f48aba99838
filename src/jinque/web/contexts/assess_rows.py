"""Posts of a self-check in lists: one line a post, its verdict, what is short."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from jinque.model import Words
from jinque.model.assessment import Assessment
from jinque.model.assessment_words import VERDICT_NAMES
from jinque.model.nearness import Distance

ROWS_OF_GROUP = 12
ROWS_OF_FAR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessRow:
    """How one person stands to one post, in one line.

    Attributes:
        id: identifier of the post.
        name: as printed.
        place: None where the catalogue prints none.
        shortage: label as printed; empty where none is.
        near: why the post is near; None where it is not.
        short: what is not met, at most two reasons.
        questions: what is lacking, at most two.
        earliest_date: with `not_yet`, as ISO 8601; empty otherwise.
        to_judge: undecided demands that only people can settle.
        evidence: demands that are left to people and decide nothing.
    """

    id: str
    name: str
    place: str | None
    edition: str
    section: str
    shortage: str
    verdict: str
    verdict_name: Words
    distance: int
    near: Words | None
    short: tuple[Words, ...]
    questions: tuple[Words, ...]
    earliest_date: str
    to_judge: int
    evidence: int

    @classmethod
    def of(cls, each: Assessment) -> "AssessRow":
        """Shorten an assessment."""
        post = each.post
        return cls(
            id=post.id,
            name=post.name_printed,
            place=each.edition.metadata.place.value,
            edition=each.edition.id,
            section=next((head for head in reversed(post.section) if head), ""),
            shortage=post.shortage.printed if post.shortage else "",
            verdict=each.verdict.value,
            verdict_name=VERDICT_NAMES[each.verdict],
            distance=int(each.nearness.distance),
            near=each.nearness.reason,
            short=tuple(found.reason for found in each.unmet[:2]),
            questions=tuple(fact.question for fact in each.missing[:2]),
            earliest_date=each.earliest_date.isoformat() if each.earliest_date else "",
            to_judge=len(each.to_judge),
            evidence=len(each.evidence),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessGroup:
    """Posts under one heading.

    Attributes:
        key: distance, place or verdict that they share; empty for a place that is not printed.
        total: how many there are; `rows` may be the first of them only.
    """

    key: str
    total: int
    rows: tuple[AssessRow, ...]

    @property
    def is_cut(self) -> bool:
        """Whether some posts are not shown."""
        return len(self.rows) < self.total


_KEYS: dict[str, Callable[[Assessment], str]] = {
    "nearness": lambda each: str(int(each.nearness.distance)),
    "place": lambda each: each.edition.metadata.place.value or "",
    "verdict": lambda each: each.verdict.value,
}


def grouped(several: Iterable[Assessment], group: str, show: str) -> tuple[AssessGroup, ...]:
    """Put posts under headings, in the order in which the first of each comes.

    Args:
        several: in the order to be shown.
        group: one of `GROUPINGS`.
        show: key of the group that is shown whole; `all` shows every one whole.
    """
    sorted_in: dict[str, list[Assessment]] = {}
    for each in several:
        sorted_in.setdefault(_KEYS[group](each), []).append(each)
    return tuple(group_of(key, found, show) for key, found in sorted_in.items())


def group_of(key: str, found: Sequence[Assessment], show: str) -> AssessGroup:
    """Return one group, cut to its first rows unless it is to be shown whole."""
    most = ROWS_OF_FAR if key == str(int(Distance.FAR)) else ROWS_OF_GROUP
    shown = found if show in (key, "all") else found[:most]
    return AssessGroup(key=key, total=len(found), rows=tuple(map(AssessRow.of, shown)))
