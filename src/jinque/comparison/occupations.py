"""The same occupation in several catalogues."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinque.classification import counterparts, load_classification, sub_major_of
from jinque.comparison.ranks import percentiles
from jinque.criteria.asked import fewest_years, lowest_education
from jinque.model import Likeness, Link, Post, PublishedEdition
from jinque.model.place_profile import Listing, OccupationRow
from jinque.model.post_criteria import PostReading
from jinque.text import fold

CURRENT = "2022"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What makes two posts one occupation: a code of 2022, or else the folded name."""

    code: str | None
    name: str


def occupation_of(post: Post, link: Link | None) -> tuple[Key, bool]:
    """Return the occupation of a post, and whether its name alone led to it.

    A linked code is followed to 2022 where that is attested and unique. A post without a code
    goes by an entry that has its very name; near names never count.
    """
    code = _linked(link)
    if code is not None:
        return Key(code=code, name=""), False
    same = [each for each in link.candidates if each.likeness is Likeness.SAME_NAME] if link else []
    codes = {now for each in same if (now := _followed(each.edition, each.code))}
    if len(codes) == 1:
        return Key(code=codes.pop(), name=""), True
    return Key(code=None, name=fold(post.name)), False


def occupation_rows(
    editions: Sequence[PublishedEdition], readings: dict[str, PostReading]
) -> tuple[OccupationRow, ...]:
    """Return each occupation that the posts of some catalogues name, with all its listings.

    Args:
        editions: in the order that listings are to have.
        readings: by post; one row for each post that has one.
    """
    found: defaultdict[Key, list[Listing]] = defaultdict(list)
    for published in editions:
        ranks = percentiles(published.edition.posts)
        links = {link.post_id: link for link in published.edition.links}
        for post in published.edition.posts:
            reading = readings.get(post.id)
            if reading is None:
                continue
            key, is_by_name = occupation_of(post, links.get(post.id))
            found[key].append(
                Listing(
                    post=post,
                    edition=published.summary,
                    percentile=ranks.get(post.id),
                    education=lowest_education(reading),
                    years=fewest_years(reading),
                    is_by_name=is_by_name,
                )
            )
    return tuple(sorted((_row(key, each) for key, each in found.items()), key=_order))


def _linked(link: Link | None) -> str | None:
    if link is None or link.code is None:
        return None
    return _followed(link.edition or "", link.code)


def _followed(edition: str, code: str) -> str | None:
    """Return the code of 2022 that an entry's is attested to be; None where there is none."""
    if edition == CURRENT:
        return code
    entry = load_classification(edition).by_code.get(code)
    now = {code for row in (counterparts(entry) if entry else ()) for code in row.codes_2022}
    return now.pop() if len(now) == 1 else None


def _row(key: Key, listings: Iterable[Listing]) -> OccupationRow:
    listed = tuple(listings)
    entry = load_classification(CURRENT).by_code.get(key.code) if key.code else None
    return OccupationRow(
        code=key.code,
        name=entry.name if entry else listed[0].post.name,
        group=sub_major_of(key.code) if key.code else None,
        listings=listed,
    )


def _order(row: OccupationRow) -> tuple[int, bool, str, str]:
    return -len(row.editions), row.code is None, row.code or "", row.name
