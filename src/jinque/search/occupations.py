"""What the classification and all catalogues say of a code or a name.

Posts by the occupation that they name, in every edition at once.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from jinque.classification import (
    EDITIONS,
    as_of,
    check_edition,
    code_typed,
    codes_of,
    counterparts,
    entries_near,
    find_occupations,
    is_one_occupation,
    load_classification,
    meanings,
    proposed_codes_of,
    sources_of,
    standing_in,
)
from jinque.errors import UnknownOccupationError
from jinque.locale import joined, say
from jinque.model import (
    Branch,
    Correspondence,
    DatedClassification,
    FoundOccupation,
    LinkStatus,
    Occupation,
    OccupationAnswer,
    OccupationEntry,
    OccupationPost,
    PublishedEdition,
    TreeStep,
)
from jinque.text import fold

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
    codes = codes_of(entry) if entry else {(edition, code)}
    above = load_classification().above
    return {*codes, *((of, each) for of, target in codes for each in above(target))}


_MOST_NEAR = 5
_LONGEST = 40
_ADVICE = say("Give a code, as 2-02-38-01, or the whole name of an occupation.")


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
    editions = (edition,) if edition else EDITIONS
    return OccupationAnswer(
        query=typed,
        edition=edition,
        meanings=meanings(code) if code else (),
        is_code_shared=_is_shared(code) if code else False,
        day=dated.day if dated else None,
        day_edition=dated.classification.edition if dated else None,
        day_note=dated.note if dated else None,
        entries=tuple(_entry(index, each, dated, editions) for each in found),
    )


def _entry(
    index: OccupationIndex,
    found: FoundOccupation,
    dated: DatedClassification | None,
    editions: Sequence[str],
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
        sources=sources_of(entry),
        standing=standing_in(entry, dated) if dated else None,
        limits=tuple(load_classification(edition).limits for edition in editions),
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
    if not _is_shared(entry.code):
        return None
    others = (other for other in meanings(entry.code) if fold(other.name) != fold(entry.name))
    return next(others, None)


def _is_shared(code: str) -> bool:
    return len(meanings(code)) == len(EDITIONS) and not is_one_occupation(code)


def _unknown(typed: str) -> UnknownOccupationError:
    near = _near(typed)
    return UnknownOccupationError(
        say("The classification has no code or name “{typed}”.", typed=typed),
        where=typed,
        hint=say("Did you mean: {near}?", near=joined(near)) if near else _ADVICE,
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
