"""What stands around the posts of a self-check: counts, paths, wanted lists, places."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from jinque import api
from jinque.model import Words
from jinque.model.assessment import Verdict
from jinque.model.assessment_overview import CareerPath, Overview, WantedItem
from jinque.model.assessment_words import VERDICT_NAMES
from jinque.web.contexts.assess_rows import AssessRow


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictCount:
    """How many posts come to a verdict; `is_chosen` where the list shows these."""

    verdict: str
    name: Words
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PathsView:
    """Near posts to which nothing but so many years of work is in the way."""

    years: int
    rows: tuple[AssessRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedView:
    """An entry of a list of wanted majors or certificates that is or may be the person's.

    Attributes:
        id: identifier of the entry.
        held: the person's major or certificate.
        is_same: equal by name; otherwise people must judge.
    """

    id: str
    name: str
    place: str | None
    held: str
    is_same: bool
    reason: Words

    @classmethod
    def of(cls, each: WantedItem) -> "WantedView":
        """Shorten an entry."""
        item = each.item
        return cls(
            id=item.id,
            name=item.name_printed,
            place=each.place,
            held=each.held,
            is_same=each.is_same,
            reason=each.reason,
        )


def places_of(workspace: api.Workspace) -> tuple[str, ...]:
    """Return the cities that catalogues of posts print, in their order."""
    editions = [each for each in api.catalogues(workspace) if each.counts.get("post")]
    places = (each.metadata.place.value for each in editions)
    return tuple(dict.fromkeys(place for place in places if place))


def counts_of(view: Overview, chosen: Sequence[Verdict]) -> tuple[VerdictCount, ...]:
    """Return the posts by verdict, in the order of the verdicts."""
    return tuple(
        VerdictCount(
            verdict=verdict.value, name=VERDICT_NAMES[verdict], count=n, is_chosen=verdict in chosen
        )
        for verdict, n in view.counts.items()
    )


def paths_of(paths: Sequence[CareerPath]) -> tuple[PathsView, ...]:
    """Return the paths under the years that they need."""
    several = groupby(paths, key=lambda path: path.years)
    return tuple(
        PathsView(years=years, rows=tuple(AssessRow.of(path.assessment) for path in found))
        for years, found in several
    )
