"""Identifiers of posts: edition, last heading without its ordinal, serial."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from jinque.extraction.posts import last_heading
from jinque.model import Post


def with_identifiers(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Return the posts with their identifiers (`dalian:装备制造:1`).

    The heading is left out where an edition has one section only. Should two rows come to the
    same identifier, the later one gets `~2`.
    """
    has_sections = len({post.section for post in posts}) > 1
    seen: Counter[str] = Counter()
    identified = []
    for post in posts:
        heading = last_heading(post.section) if has_sections else None
        parts = [post.edition_id, *([heading] if heading else []), str(post.serial)]
        identifier = ":".join(parts)
        seen[identifier] += 1
        if seen[identifier] > 1:
            identifier += f"~{seen[identifier]}"
        identified.append(replace(post, id=identifier))
    return tuple(identified)
