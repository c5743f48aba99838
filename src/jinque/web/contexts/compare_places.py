"""Two catalogues beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinque import api
from jinque.api import compare_shapes, comparison_rows
from jinque.errors import InvalidOptionError
from jinque.model import Words
from jinque.model.place_profile import Comparison, PlaceProfile, Share
from jinque.web.contexts.cards import Row
from jinque.web.contexts.compare import names_of

ATTRIBUTES = ("groups", "educations", "years")


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedShare:
    """A value with its posts in either catalogue; None counts posts where nothing is printed."""

    value: str | None
    left: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparePlacesContext:
    """What `/compare/places` shows.

    Attributes:
        names: short names of the catalogues to choose from, by identifier.
        profiles: every catalogue in short.
        left: one profile; None where no catalogue has posts.
        right: the other; None as above.
        pairs: `groups`, `educations` and `years` of both, value by value.
        shared: occupations that both list.
        only_left: occupations that the left one alone lists.
        only_right: the same of the right one.
    """

    names: dict[str, Words]
    profiles: tuple[Row, ...]
    left: Row | None
    right: Row | None
    pairs: dict[str, tuple[PairedShare, ...]]
    shared: tuple[Row, ...]
    only_left: int
    only_right: int


def compare_places_context(workspace: api.Workspace, left: str, right: str) -> ComparePlacesContext:
    """Gather two profiles; an empty identifier takes the first catalogue that is free.

    Raises:
        UnknownEditionError: there is no such edition; the hint names near ones.
        InvalidOptionError: an edition has no posts to compare.
    """
    found = api.compare(workspace)
    names = names_of(found)
    all_of_them = tuple(
        compare_shapes.profile_dict(each, names[each.edition.id]) for each in found.profiles
    )
    pair = _pair(workspace, found, left, right)
    ids = [each.edition.id for each in pair]
    held = [[edition_id in row.editions for edition_id in ids] for row in found.occupations]
    both = [row for row, are in zip(found.occupations, held, strict=True) if are == [True, True]]
    by_id = dict(zip((each.edition.id for each in found.profiles), all_of_them, strict=True))
    return ComparePlacesContext(
        names=names,
        profiles=all_of_them,
        left=by_id[ids[0]] if ids else None,
        right=by_id[ids[1]] if ids else None,
        pairs={name: _paired(pair, name) for name in ATTRIBUTES} if pair else {},
        shared=tuple(compare_shapes.occupation_row_dict(row) for row in both),
        only_left=held.count([True, False]),
        only_right=held.count([False, True]),
    )


def _pair(
    workspace: api.Workspace, found: Comparison, left: str, right: str
) -> Sequence[PlaceProfile]:
    known = {profile.edition.id: profile for profile in found.profiles}
    if not known:
        return ()
    one = _chosen(workspace, known, left) if left else None
    other = _chosen(workspace, known, right) if right else None
    free = [each for each in known.values() if each not in (one, other)] or [*known.values()]
    one = one or free.pop(0)
    return (one, other or (free[0] if free else one))


def _chosen(workspace: api.Workspace, known: dict[str, PlaceProfile], typed: str) -> PlaceProfile:
    edition_id = api.edition(workspace, typed).summary.id
    if edition_id in known:
        return known[edition_id]
    raise InvalidOptionError(
        f"目录 {edition_id} 没有岗位，不能这样对照。",
        f"{edition_id} has no posts to compare.",
        where=typed,
        hint_zh=f"可以对照的目录：{'、'.join(known)}。",
        hint_en=f"Editions with posts: {', '.join(known)}.",
    )


def _paired(pair: Sequence[PlaceProfile], name: str) -> tuple[PairedShare, ...]:
    shares: list[dict[str | None, int]] = [_counts(getattr(each, name)) for each in pair]
    values = [value for value in dict.fromkeys([*shares[0], *shares[1]]) if value is not None]
    if name == "groups":
        total = [each.posts for each in pair]
        values.sort(key=lambda v: -sum(s.get(v, 0) / n for s, n in zip(shares, total, strict=True)))
    elif name == "educations":
        values.sort(key=comparison_rows.education_rank)
    else:
        values.sort(key=[band[-1] for band in comparison_rows.YEAR_BANDS].index)
    listed = [*values, None]
    made = (
        PairedShare(value=v, left=shares[0].get(v, 0), right=shares[1].get(v, 0)) for v in listed
    )
    return tuple(each for each in made if each.left or each.right)


def _counts(shares: Sequence[Share]) -> dict[str | None, int]:
    return {share.value: share.posts for share in shares}
