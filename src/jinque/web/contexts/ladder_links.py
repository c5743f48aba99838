"""Addresses of ladder pages, for pages that lead there."""

from collections.abc import Iterable

from jinque import api


def ladder_hrefs(workspace: api.Workspace, post_ids: Iterable[str]) -> dict[str, str]:
    """Return the address of the ladder for each of the rows that the rules' table holds."""
    book = api.ladder(workspace)
    wanted = set(post_ids)
    return {
        row.post_id: f"/ladder/occupations/{row.serial}"
        for row in (book.rows.values() if book else ())
        if row.post_id in wanted
    }
