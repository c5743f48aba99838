"""The fewest years of work that posts ask, for the filters of the search."""

from collections.abc import Callable, Iterable

from jinque.criteria.asked import fewest_years
from jinque.extraction.criteria import CriteriaReader
from jinque.model import PublishedEdition

SourceLines = Callable[[str, str], tuple[str, ...]]
"""Checksum and name of a source -> its lines."""


def years_asked(editions: Iterable[PublishedEdition], lines_of: SourceLines) -> dict[str, int]:
    """Return the fewest years by identifier of the post; a post that asks for none has no entry.

    Editions without a requirement are not read.
    """
    found: dict[str, int] = {}
    for each in editions:
        asking = [post for post in each.edition.posts if post.requirements]
        if asking:
            lines = lines_of(each.edition.source_sha256, each.summary.source_name)
            reader = CriteriaReader(each.edition, "\n".join(lines))
            years = ((post.id, fewest_years(reader.read(post))) for post in asking)
            found |= {post_id: least for post_id, least in years if least is not None}
    return found
