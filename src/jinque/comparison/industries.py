"""The industries of one catalogue beside each other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from jinque.comparison.profiles import education_shares, label_shares
from jinque.comparison.ranks import percentiles
from jinque.criteria.asked import fewest_years, lowest_education
from jinque.model import Marker, Post, PublishedEdition
from jinque.model.place_profile import IndustryRow
from jinque.model.post_criteria import PostReading


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
        yield _row(published, name, posts, readings, ranks)


def _row(
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
