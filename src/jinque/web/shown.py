"""Values that an office put in place of printed ones.

Addresses of ladder pages, for pages that lead there.
"""

from collections.abc import Iterable
from typing import cast

from jinque import api
from jinque.model import Post

Row = dict[str, object]


def corrected_cells(post: Post) -> dict[str, str]:
    """Return the values by heading, under the keys that the cells of the row have."""
    values = {each.field: each.value for each in post.corrections}
    keys = cast("dict[str, str]", api.to_json(post)["cells"]) if values else {}
    return {
        key: values[cell.role]
        for key, cell in zip(keys, post.cells, strict=False)
        if cell.role in values
    }


def ladder_hrefs(workspace: api.Workspace, post_ids: Iterable[str]) -> dict[str, str]:
    """Return the address of the ladder for each of the rows that the rules' table holds."""
    book = api.ladder(workspace)
    wanted = set(post_ids)
    return {
        row.post_id: f"/ladder/occupations/{row.serial}"
        for row in (book.rows.values() if book else ())
        if row.post_id in wanted
    }
