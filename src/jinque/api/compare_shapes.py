"""The JSON shapes of catalogues side by side (docs/reference/json.md)."""

from collections.abc import Sequence
from statistics import median

from jinque.model.comparison_words import PERCENTILE_MEANS, SCALES_APART
from jinque.model.edition_names import short_names
from jinque.model.place_profile import (
    Comparison,
    IndustryRow,
    Listing,
    OccupationRow,
    PlaceProfile,
    Share,
)
from jinque.model.words import Words


def compare_dict(found: Comparison) -> dict[str, object]:
    """Return catalogues, occupations and industries side by side."""
    names = short_names(profile.edition for profile in found.profiles)
    return {
        "editions": [profile_dict(each, names[each.edition.id]) for each in found.profiles],
        "scales": list(found.scales),
        "notes": [{"zh": each.zh, "en": each.en} for each in (SCALES_APART, PERCENTILE_MEANS)],
        "occupations": [occupation_row_dict(row) for row in found.occupations],
        "industries": [industry_dict(row) for row in found.industries],
    }


def profile_dict(profile: PlaceProfile, name: Words) -> dict[str, object]:
    """Return what the posts of one catalogue are like; `name` is its short name."""
    return {
        "id": profile.edition.id,
        "version": profile.edition.version,
        "title": profile.edition.metadata.title.value,
        "name": {"zh": name.zh, "en": name.en},
        "posts": profile.posts,
        "special": profile.special,
        "labels": _shares(profile.labels),
        "groups": _shares(profile.groups),
        "educations": _shares(profile.educations),
        "years": _shares(profile.years),
        "pay_cny_10k_year": _range(profile.pay),
    }


def occupation_row_dict(row: OccupationRow) -> dict[str, object]:
    """Return an occupation with all that list it."""
    return {
        "code": row.code,
        "name": row.name,
        "group": {"code": row.group[0], "name": row.group[1]} if row.group else None,
        "editions": len(row.editions),
        "listings": [_listing(each) for each in row.listings],
    }


def industry_dict(row: IndustryRow) -> dict[str, object]:
    """Return an industry of one catalogue."""
    return {
        "edition": row.edition.id,
        "name": row.name,
        "posts": row.posts,
        "labels": _shares(row.labels),
        "percentile": row.percentile,
        "educations": _shares(row.educations),
        "years": _range(row.years),
        "special": row.special,
        "pay_cny_10k_year": _range(row.pay),
    }


def _listing(listing: Listing) -> dict[str, object]:
    post = listing.post
    return {
        "edition": listing.edition.id,
        "post": post.id,
        "name": post.name,
        "industry": post.industry,
        "region": post.region,
        "shortage": post.shortage and post.shortage.printed,
        "percentile": listing.percentile,
        "education": listing.education,
        "years": listing.years,
        "pay_cny_10k_year": post.pay_cny_10k_year,
        "is_by_name": listing.is_by_name,
    }


def _shares(shares: Sequence[Share]) -> list[dict[str, object]]:
    return [{"value": share.value, "posts": share.posts} for share in shares]


def _range(numbers: Sequence[float]) -> dict[str, object] | None:
    if not numbers:
        return None
    middle = round(median(numbers), 4)
    return {"lowest": numbers[0], "median": middle, "highest": numbers[-1], "posts": len(numbers)}
