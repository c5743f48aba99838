"""Scales without a legend, bands that overlap, and labels that contradict their index."""

from collections.abc import Iterator
from itertools import pairwise

from jinque.extraction.bands import read_bands
from jinque.extraction.checks.places import at_citation, at_post
from jinque.model import Band, Edition, Issue, Post, Severity, Status


def check_scale(edition: Edition) -> Iterator[Issue]:
    """Report a scale whose order the document does not explain."""
    scale = edition.metadata.scale
    if scale and scale.order.status is not Status.STATED:
        yield at_citation(
            None,
            "scale_not_explained",
            Severity.WARNING,
            zh=f"原文没有说明“{scale.labels[0]}”至“{scale.labels[-1]}”的含义；"
            "照原文显示，强弱次序只是推断。",
            en=f"What “{scale.labels[0]}” to “{scale.labels[-1]}” mean is not explained; shown as "
            "printed, their order is an inference.",
        )


def check_bands(edition: Edition) -> Iterator[Issue]:
    """Report closed bands that share an end, and rows whose index lies outside their band."""
    bands, citation = read_bands(edition.notes)
    for lower, upper in pairwise(bands):
        if lower.upper == upper.lower and lower.includes_upper and upper.includes_lower:
            yield at_citation(
                citation,
                "bands_overlap",
                Severity.WARNING,
                zh=f"“{lower.label}”与“{upper.label}”的区间都含 {lower.upper:g}，"
                "恰为该值时归哪一档原文未定。",
                en=f"The bands of “{lower.label}” and “{upper.label}” both include "
                f"{lower.upper:g}; which holds there is not stated.",
            )
    for post in edition.posts:
        yield from _contradiction(post, bands)


def _contradiction(post: Post, bands: tuple[Band, ...]) -> Iterator[Issue]:
    shortage = post.shortage
    if not bands or shortage is None or shortage.index is None:
        return
    computed = [band.label for band in bands if band.holds(shortage.index)]
    if shortage.printed not in computed:
        should = "、".join(computed) or "无"
        yield at_post(
            post,
            "index_outside_band",
            Severity.WARNING,
            zh=f"指数 {shortage.index:g} 按本目录区间应为“{should}”，印的是“{shortage.printed}”；"
            "两者都保留。",
            en=f"By the catalogue's own bands an index of {shortage.index:g} is “{should}”, but "
            f"“{shortage.printed}” is printed; both are kept.",
        )
