"""What the posts of one catalogue are like."""

from collections import Counter
from collections.abc import Iterable, Sequence

from jinque.classification import sub_major_of
from jinque.comparison.occupations import occupation_of
from jinque.criteria.asked import (
    YEAR_BANDS,
    education_rank,
    fewest_years,
    lowest_education,
)
from jinque.model import Marker, Post, PublishedEdition
from jinque.model.place_profile import PlaceProfile, Share
from jinque.model.post_criteria import PostReading


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
    rank = {post.shortage.printed: -post.shortage.value for post in posts if post.shortage}
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
