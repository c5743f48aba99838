"""The sections of an edition as its pages list them."""

from collections.abc import Sequence

from jinque.extraction.events import ListRun
from jinque.extraction.sections import TableSection
from jinque.model import Post, Section, Status


def section_summaries(
    posts: Sequence[Post], tables: Sequence[TableSection], lists: Sequence[ListRun]
) -> tuple[Section, ...]:
    """Return one summary for each distinct section path, in printed order."""
    inferred = {table.path for table in tables if table.status is Status.INFERRED}
    unnamed = {table.path for table in tables if table.status is Status.NOT_STATED}
    open_lists = {run.headings[-1].text for run in lists if run.entries.is_open and run.headings}
    counts: dict[tuple[str | None, ...], int] = {}
    for post in posts:
        counts[post.section] = counts.get(post.section, 0) + 1
    return tuple(
        Section(
            path=path,
            status=_status(path, inferred, unnamed),
            is_open_list=bool(path) and path[-1] in open_lists,
            rows=rows,
        )
        for path, rows in counts.items()
    )


def _status(
    path: tuple[str | None, ...],
    inferred: set[tuple[str | None, ...]],
    unnamed: set[tuple[str | None, ...]],
) -> Status:
    if path in inferred:
        return Status.INFERRED
    return Status.NOT_STATED if not path or path in unnamed else Status.STATED
