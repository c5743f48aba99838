"""Rows of a comparison that a reader wants to see.

Catalogues side by side.

The industries of one catalogue beside each other.

The same occupation in several catalogues.

The posts of one catalogue out of a comparison.

What the posts of one catalogue are like.

A post's rank within its own catalogue.

Catalogues side by side as sheets of a workbook.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from jinque.classification import counterparts, load_classification, sub_major_of
from jinque.criteria.study import YEAR_BANDS, education_rank, fewest_years, lowest_education
from jinque.dataset import Sheet
from jinque.locale import Sentence, say, say_in
from jinque.model import Likeness, Link, Marker, Post, PublishedEdition
from jinque.model.answers import short_names
from jinque.model.comparison import (
    BY_NAME,
    PERCENTILE,
    PERCENTILE_MEANS,
    SCALES_APART,
    Comparison,
    ComparisonChoice,
    IndustryRow,
    Listing,
    OccupationRow,
    PlaceProfile,
    Share,
)
from jinque.model.criterion import PostReading
from jinque.text import fold

NO_GROUP = "none"
_SEVERAL = 2


def chosen_occupations(
    rows: Iterable[OccupationRow], choice: ComparisonChoice
) -> tuple[OccupationRow, ...]:
    """Return the occupations that pass every filter, in their order."""
    if choice == ComparisonChoice():
        return tuple(rows)
    words = fold(choice.words)
    return tuple(row for row in rows if _passes(row, choice, words))


def chosen_industries(
    rows: Iterable[IndustryRow], choice: ComparisonChoice
) -> tuple[IndustryRow, ...]:
    """Return the industries that pass the words and the catalogue, in their order."""
    words = fold(choice.words)
    return tuple(
        row
        for row in rows
        if words in fold(row.name or "") and choice.edition in ("", row.edition.id)
    )


def _passes(row: OccupationRow, choice: ComparisonChoice, words: str) -> bool:
    group = row.group[0] if row.group else NO_GROUP
    return (
        choice.group in ("", group)
        and (not choice.edition or choice.edition in row.editions)
        and (not choice.are_shared or len(row.editions) >= _SEVERAL)
        and (not words or _has_words(row, words))
    )


def _has_words(row: OccupationRow, words: str) -> bool:
    names = (row.name, *(listing.post.name for listing in row.listings))
    codes = (row.code, *(listing.post.code for listing in row.listings))
    return any(words in fold(name) for name in names) or any(
        code.startswith(words) for code in codes if code
    )


def percentiles(posts: Iterable[Post]) -> dict[str, float]:
    """Return the rank of each rated post among the rated posts of its catalogue, 0 to 100.

    It is the mid-rank: the share of posts with a weaker label, those with the same label counted
    half, in per cent. Posts of one label share one rank; posts without a label have none.
    """
    values = {post.id: post.shortage.value for post in posts if post.shortage}
    rated = {post_id: value for post_id, value in values.items() if value is not None}
    counts = Counter(rated.values())
    below: dict[int, float] = {}
    passed = 0
    for value in sorted(counts):
        below[value] = (passed + counts[value] / 2) / len(rated) * 100
        passed += counts[value]
    return {post_id: round(below[value], 1) for post_id, value in rated.items()}


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
    return tuple(sorted((_occupation_row(key, each) for key, each in found.items()), key=_order))


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


def _occupation_row(key: Key, listings: Iterable[Listing]) -> OccupationRow:
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


def profile(published: PublishedEdition, readings: dict[str, PostReading]) -> PlaceProfile:
    """Return what the posts of one catalogue are like; rows without a reading are left out."""
    posts = [post for post in published.edition.posts if post.id in readings]
    asked = [readings[post.id] for post in posts]
    return PlaceProfile(
        edition=published.summary,
        posts=len(posts),
        groups=_groups(published, posts),
        industries=_counted([post.industry for post in posts]),
        labels=label_shares(posts),
        educations=education_shares([lowest_education(each) for each in asked]),
        years=_years([fewest_years(each) for each in asked]),
        special=sum(Marker.SPECIAL_NEED in post.markers for post in posts),
        pay=tuple(sorted(p.pay_cny_10k_year for p in posts if p.pay_cny_10k_year is not None)),
    )


def _groups(published: PublishedEdition, posts: Sequence[Post]) -> tuple[Share, ...]:
    links = {link.post_id: link for link in published.edition.links}
    keys = [occupation_of(post, links.get(post.id))[0] for post in posts]
    named = [" ".join(sub_major_of(key.code)) if key.code else None for key in keys]
    shares = _counted(named)
    return tuple(sorted(shares, key=lambda share: (share.value is None, -share.posts)))


def label_shares(posts: Sequence[Post]) -> tuple[Share, ...]:
    """Count posts by label as printed, the strongest first, those without one last."""
    rank = {post.shortage.printed: -(post.shortage.value or 0) for post in posts if post.shortage}
    shares = _counted([post.shortage.printed if post.shortage else None for post in posts])
    return tuple(sorted(shares, key=lambda share: rank.get(share.value or "", 1)))


def education_shares(levels: Iterable[str | None]) -> tuple[Share, ...]:
    """Count levels, the lowest first, None last."""
    shares = _counted(levels)
    return tuple(
        sorted(shares, key=lambda each: (each.value is None, education_rank(each.value or "")))
    )


def _years(years: Sequence[int | None]) -> tuple[Share, ...]:
    banded = [
        Share(value=name, posts=sum(low <= each <= high for each in years if each is not None))
        for low, high, name in YEAR_BANDS
    ]
    unstated = Share(value=None, posts=sum(each is None for each in years))
    return tuple(share for share in (*banded, unstated) if share.posts)


def _counted(values: Iterable[str | None]) -> tuple[Share, ...]:
    counts = Counter(values)
    return tuple(Share(value=value, posts=posts) for value, posts in counts.items())


def industry_rows(
    published: PublishedEdition, readings: Mapping[str, PostReading]
) -> Iterator[IndustryRow]:
    """Yield the industries of a catalogue in printed order; a post without one goes by section."""
    ranks = percentiles(published.edition.posts)
    grouped: defaultdict[str | None, list[Post]] = defaultdict(list)
    for post in published.edition.posts:
        if post.id in readings:
            grouped[post.industry or (post.section[-1] if post.section else None)].append(post)
    for name, posts in grouped.items():
        yield _industry_row(published, name, posts, readings, ranks)


def _industry_row(
    published: PublishedEdition,
    name: str | None,
    posts: Sequence[Post],
    readings: Mapping[str, PostReading],
    ranks: Mapping[str, float],
) -> IndustryRow:
    asked = [readings[post.id] for post in posts]
    rated = [ranks[post.id] for post in posts if post.id in ranks]
    years = (fewest_years(each) for each in asked)
    return IndustryRow(
        edition=published.summary,
        name=name,
        posts=len(posts),
        labels=label_shares(posts),
        percentile=round(median(rated), 1) if rated else None,
        educations=education_shares([lowest_education(each) for each in asked]),
        years=tuple(sorted(each for each in years if each is not None)),
        special=sum(Marker.SPECIAL_NEED in post.markers for post in posts),
        pay=tuple(sorted(p.pay_cny_10k_year for p in posts if p.pay_cny_10k_year is not None)),
    )


def compare(editions: Sequence[PublishedEdition], readings: dict[str, PostReading]) -> Comparison:
    """Set the posts of some catalogues side by side; those without posts are left out.

    Args:
        editions: in the order that everything is to have.
        readings: requirements as read, by post.
    """
    listed = [each for each in editions if any(p.id in readings for p in each.edition.posts)]
    scales = {each.summary.metadata.scale.code for each in listed if each.summary.metadata.scale}
    return Comparison(
        profiles=tuple(profile(each, readings) for each in listed),
        occupations=occupation_rows(listed, readings),
        industries=tuple(row for each in listed for row in industry_rows(each, readings)),
        scales=tuple(sorted(scales)),
    )


def posts_of(comparison: Comparison, profile: PlaceProfile) -> list[Post]:
    """Return the posts of a catalogue in printed order."""
    found = [
        listing.post
        for row in comparison.occupations
        for listing in row.listings
        if listing.edition.id == profile.edition.id
    ]
    return sorted(found, key=lambda post: post.order)


_Row = tuple[Sentence | str | int | float | None, ...]

_OCCUPATION = (
    say("Code in the 2022 edition"),
    say("Occupation"),
    say("Class of occupations"),
    say("Catalogues that list it"),
    say("Catalogue"),
    say_in("post", "Identifier"),
    say_in("post", "Name"),
    say("Industry"),
    say_in("comparison", "Shortage"),
    PERCENTILE,
    say_in("comparison", "Education"),
    say_in("comparison", "Years"),
    say("Median pay, 10,000 CNY"),
    say("Matched by"),
)
_INDUSTRY = (
    say("Catalogue"),
    say("Industry"),
    say_in("compare", "Posts"),
    say_in("comparison", "Shortage"),
    say("Median of: {measure}", measure=PERCENTILE),
    say("Education"),
    say_in("comparison", "Fewest years"),
    say("Median years asked"),
    say("Most years asked"),
    say("Posts in special need"),
    say("Lowest pay, 10,000 CNY"),
    say("Highest pay, 10,000 CNY"),
)


def comparison_sheets(found: Comparison) -> tuple[Sheet, ...]:
    """Return four sheets: profiles, occupations (one row a listing), industries, notes."""
    names = short_names(profile.edition for profile in found.profiles)
    profiles = [row for each in found.profiles for row in _profile(each, names[each.edition.id])]
    industries = [_industry(each, names[each.edition.id]) for each in found.industries]
    notes = [(words,) for words in (SCALES_APART, PERCENTILE_MEANS, BY_NAME)]
    return (
        Sheet(
            name=say("What catalogues hold"),
            headings=(
                say("Catalogue"),
                say("Item"),
                say("Value"),
                say_in("compare", "Posts"),
                say("Per cent of the catalogue"),
            ),
            rows=profiles,
            widths=(24, 14, 40, 10, 14),
        ),
        Sheet(
            name=say("Occupations side by side"),
            headings=_OCCUPATION,
            rows=list(_listings(found, names)),
            widths=(13, 26, 30, 10, 22, 30, 26, 16, 16, 18, 10, 10, 18, 14),
        ),
        Sheet(
            name=say("Industries side by side"),
            headings=_INDUSTRY,
            rows=industries,
            widths=(24, 24, 10, 40, 22, 30),
        ),
        Sheet(name=say("Remark"), headings=(say("Remark"),), rows=notes, widths=(100,)),
    )


def _profile(profile: PlaceProfile, name: Sentence) -> Iterator[_Row]:
    parts = {
        say("Shortage"): profile.labels,
        say("Class of occupations"): profile.groups,
        say_in("comparison", "Education"): profile.educations,
        say_in("comparison", "Years"): profile.years,
    }
    yield (name, say("Posts"), None, profile.posts, 100.0)
    yield (
        name,
        say("Posts in special need"),
        None,
        profile.special,
        _share(profile.special, profile.posts),
    )
    for part, shares in parts.items():
        for share in shares:
            value = share.value or say("not stated or not read")
            yield (name, part, value, share.posts, _share(share.posts, profile.posts))


def _share(posts: int, of: int) -> float:
    return round(100 * posts / of, 1)


def _listings(found: Comparison, names: dict[str, Sentence]) -> Iterator[_Row]:
    for row in found.occupations:
        for listing in row.listings:
            post = listing.post
            yield (
                row.code,
                row.name,
                " ".join(row.group) if row.group else None,
                len(row.editions),
                names[listing.edition.id],
                post.id,
                post.name,
                post.industry,
                post.shortage.printed if post.shortage else None,
                listing.percentile,
                listing.education,
                listing.years,
                post.pay_cny_10k_year,
                _matched_by(row, listing),
            )


def _matched_by(row: OccupationRow, listing: Listing) -> Sentence:
    if listing.is_by_name:
        return say("name only")
    return say("code") if row.code else say("same name")


def _industry(row: IndustryRow, name: Sentence) -> _Row:
    years, pay = row.years, row.pay
    return (
        name,
        row.name,
        row.posts,
        _told(row.labels),
        row.percentile,
        _told(row.educations),
        years[0] if years else None,
        median(years) if years else None,
        years[-1] if years else None,
        row.special,
        pay[0] if pay else None,
        pay[-1] if pay else None,
    )


def _told(shares: tuple[Share, ...]) -> str:
    return "、".join(f"{share.value} {share.posts}" for share in shares if share.value is not None)
