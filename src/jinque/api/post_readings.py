"""Requirements of all posts of some editions, read."""

from collections.abc import Callable, Iterable, Iterator

from jinque.criteria.asked import fewest_years
from jinque.extraction.criteria import CriteriaReader
from jinque.model import Kind, PublishedEdition
from jinque.model.post_criteria import CriteriaAnswer

SourceLines = Callable[[str, str], tuple[str, ...]]
"""Checksum and name of a source -> its lines."""


def read_posts(
    editions: Iterable[PublishedEdition], lines_of: SourceLines
) -> Iterator[CriteriaAnswer]:
    """Yield each post beside the reading of its requirements, in the order of the editions."""
    for each in editions:
        posts = [post for post in each.edition.posts if post.kind is Kind.POST]
        if posts:
            lines = lines_of(each.edition.source_sha256, each.summary.source_name)
            reader = CriteriaReader(each.edition, "\n".join(lines))
            for post in posts:
                yield CriteriaAnswer(post=post, edition=each.summary, reading=reader.read(post))


def years_asked(readings: Iterable[CriteriaAnswer]) -> dict[str, int]:
    """Return the fewest years of work by identifier of the post; none where none are asked."""
    years = ((each.post.id, fewest_years(each.reading)) for each in readings)
    return {post_id: least for post_id, least in years if least is not None}
