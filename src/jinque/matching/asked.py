"""What the posts of many catalogues ask, as far as it decides: each distinct demand once.

Posts ask much the same in a few hundred ways. What only people can judge decides nothing and is
left out, so that a post is its name and a few numbers; whoever is shown a post reads it whole.
"""

import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

import msgspec

from jinque.matching.assess import codes_named, demands_of
from jinque.model import EditionSummary, Kind, Post
from jinque.model.criterion import CriteriaAnswer, Criterion, PostReading
from jinque.store.derived import criterion_made, criterion_told

_LEVEL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Deciding:
    """A demand, as far as it can be decided.

    Attributes:
        criterion: bound to the post; see `assess.Demand.deciding`.
        is_scope: it says for whom the whole list is.
    """

    criterion: Criterion
    is_scope: bool


class AskedPost(msgspec.Struct, array_like=True, frozen=True, gc=False, kw_only=True):
    """A post and what it asks.

    Attributes:
        place: among the rows of its edition, counted from 0.
        states: it states requirements at all.
        demands: numbers in the list of demands of its edition; of one demand twice both stand.
    """

    place: int
    name: str
    code: str | None
    region: str | None
    states: bool
    demands: tuple[int, ...]


class _Kept(msgspec.Struct, array_like=True):
    demands: list[msgspec.Raw]
    codes: dict[str, tuple[str, ...]]
    posts: tuple[AskedPost, ...]


class _KeptDemand(msgspec.Struct, array_like=True):
    criterion: dict[str, object]
    is_scope: bool


_KEPT = msgspec.json.Decoder(_Kept)
_DEMAND = msgspec.json.Decoder(_KeptDemand)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The posts of one edition, in printed order.

    Attributes:
        numbers: of its demands, in the list of all.
    """

    edition: EditionSummary
    posts: Sequence[AskedPost]
    numbers: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the posts of some editions ask.

    Attributes:
        demands: each distinct one, once.
        codes: of 2022, of the entries that have the name of a post, or had it in 2015.
    """

    parts: Sequence[Part]
    demands: Sequence[Deciding] = ()
    codes: dict[str, frozenset[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return sum(len(part.posts) for part in self.parts)

    @property
    def posts(self) -> Iterator[tuple[Part, AskedPost]]:
        """The posts, edition by edition."""
        return ((part, post) for part in self.parts for post in part.posts)

    def of_editions(self, wanted: Collection[str]) -> "Asked":
        """Return the same with the posts of some editions alone."""
        return replace(self, parts=[part for part in self.parts if part.edition.id in wanted])


def kept_asked(posts: Iterable[Post], readings: Iterable[PostReading]) -> bytes:
    """Return what the posts of one edition ask, as bytes.

    Args:
        posts: all rows of the edition, of whatever kind.
        readings: of each row.
    """
    places: dict[Deciding, int] = {}
    kept = []
    for place, (post, reading) in enumerate(zip(posts, readings, strict=True)):
        if post.kind is Kind.POST:
            kept.append(_asked_post(place, post, reading, places))
    demands = [(criterion_told(each.criterion), each.is_scope) for each in places]
    codes = {each.name: tuple(sorted(codes_named(each.name))) for each in kept}
    return zlib.compress(msgspec.json.encode((demands, codes, kept)), _LEVEL)


def _asked_post(
    place: int, post: Post, reading: PostReading, places: dict[Deciding, int]
) -> AskedPost:
    deciding = (
        Deciding(criterion=each.deciding, is_scope=each.printed.block == "scope")
        for each in demands_of(post, reading)
        if each.deciding is not None
    )
    return AskedPost(
        place=place,
        name=post.name,
        code=post.code,
        region=post.region,
        states=reading.states_requirements,
        demands=tuple(places.setdefault(each, len(places)) for each in deciding),
    )


def asked_kept(kept: Iterable[tuple[EditionSummary, bytes]]) -> Asked:
    """Return what the posts of some editions ask.

    Args:
        kept: editions, and beside each what `kept_asked` returned, no longer compressed.

    Raises:
        msgspec.MsgspecError: the bytes are of something else.
    """
    numbers: dict[bytes, int] = {}
    parts, codes = [], {}
    for edition, body in kept:
        one = _KEPT.decode(body)
        own = [numbers.setdefault(bytes(each), len(numbers)) for each in one.demands]
        parts.append(Part(edition=edition, posts=one.posts, numbers=own))
        codes.update(one.codes)
    demands = [_DEMAND.decode(each) for each in numbers]
    return Asked(
        parts=parts,
        demands=[
            Deciding(criterion=criterion_made(each.criterion), is_scope=each.is_scope)
            for each in demands
        ],
        codes={name: frozenset(several) for name, several in codes.items()},
    )


def asked_by(answers: Iterable[CriteriaAnswer]) -> Asked:
    """Return what posts ask; the place of each is that among `answers`."""
    places: dict[Deciding, int] = {}
    parts = []
    numbered = enumerate(answers)
    for _, several in groupby(numbered, key=lambda each: each[1].edition.id):
        group = list(several)
        posts = [_asked_post(at, each.post, each.reading, places) for at, each in group]
        parts.append(Part(edition=group[0][1].edition, posts=posts, numbers=range(len(places))))
    names = {post.name for part in parts for post in part.posts}
    codes = {name: codes_named(name) for name in names}
    return Asked(parts=parts, demands=list(places), codes=codes)
