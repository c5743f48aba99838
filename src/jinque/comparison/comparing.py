"""Catalogues side by side."""

from collections.abc import Sequence

from jinque.comparison.industries import industry_rows
from jinque.comparison.occupations import occupation_rows
from jinque.comparison.profiles import profile
from jinque.model import PublishedEdition
from jinque.model.place_profile import Comparison
from jinque.model.post_criteria import PostReading


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
