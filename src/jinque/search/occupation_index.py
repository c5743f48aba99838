"""Posts by the occupation that they name, in every edition at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jinque.classification import (
    codes_of,
    counterparts,
    load_classification,
    proposed_codes_of,
)
from jinque.model import LinkStatus, Occupation, OccupationPost, PublishedEdition

Code = tuple[str, str]
"""Edition of the classification, code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationIndex:
    """Posts by code; never changed, a new record needs a new index.

    Attributes:
        posts: all posts that are linked or for which something is proposed, in the order of the
            editions and of print.
        linked: places in `posts` by the code that they are linked to.
        proposed: places in `posts` by a code that their name suggests.
        counts: linked posts by code, in each edition that is attested to have the occupation,
            and by every code above it.
    """

    posts: tuple[OccupationPost, ...]
    linked: dict[Code, list[int]]
    proposed: dict[Code, list[int]]
    counts: Counter[Code]

    def linked_to(self, entry: Occupation) -> tuple[OccupationPost, ...]:
        """Return the posts linked to an entry, or to its code in the other edition."""
        return self._at(_places(self.linked, codes_of(entry)))

    def linked_above(self, entry: Occupation) -> tuple[OccupationPost, ...]:
        """Return the posts linked to a class above an entry; such a class covers the entry."""
        classification = load_classification(entry.classification)
        above = (classification.by_code.get(code) for code in classification.above(entry.code))
        codes = {code for each in above if each for code in codes_of(each)}
        return self._at(_places(self.linked, codes))

    def proposed_for(self, entry: Occupation) -> tuple[OccupationPost, ...]:
        """Return the posts that may name an entry, by their name or by a row that proposes it."""
        own = codes_of(entry)
        may_be = _places(self.proposed, own) | _places(self.linked, proposed_codes_of(entry))
        return self._at(may_be - _places(self.linked, own))

    def _at(self, places: Iterable[int]) -> tuple[OccupationPost, ...]:
        return tuple(self.posts[place] for place in sorted(places))


def build_occupation_index(editions: Sequence[PublishedEdition]) -> OccupationIndex:
    """Index the posts of some editions by the codes they are linked to or may be."""
    posts = tuple(post for published in editions for post in _posts(published))
    linked: defaultdict[Code, list[int]] = defaultdict(list)
    proposed: defaultdict[Code, list[int]] = defaultdict(list)
    counts: Counter[Code] = Counter()
    for place, post in enumerate(posts):
        link = post.link
        if link.code and link.edition:
            linked[link.edition, link.code].append(place)
            counts.update(_counted(link.edition, link.code))
        for candidate in link.candidates:
            proposed[candidate.edition, candidate.code].append(place)
    return OccupationIndex(posts=posts, linked=dict(linked), proposed=dict(proposed), counts=counts)


def _places(index: dict[Code, list[int]], codes: Iterable[Code]) -> set[int]:
    return {place for code in codes for place in index.get(code, ())}


def _posts(published: PublishedEdition) -> Iterator[OccupationPost]:
    posts = {post.id: post for post in published.edition.posts}
    metadata = published.summary.metadata
    for link in published.edition.links:
        if link.status is not LinkStatus.UNMATCHED:
            yield OccupationPost(
                post=posts[link.post_id],
                edition_title=metadata.title.value or published.summary.id,
                place=metadata.place.value,
                link=link,
            )


def _counted(edition: str, code: str) -> set[Code]:
    """Return the codes under which a link counts: its own, those of the other edition, all above.

    A link of 2015 counts in 2022 where that is attested, and the reverse.
    """
    entry = load_classification(edition).by_code.get(code)
    rows = counterparts(entry) if entry and edition == "2015" else ()
    now = {("2022", target) for row in rows for target in row.codes_2022}
    before = codes_of(entry) if entry else frozenset()
    codes = {(edition, code), *now, *before}
    above = load_classification().above
    return codes | {(of, each) for of, target in codes for each in above(target)}
