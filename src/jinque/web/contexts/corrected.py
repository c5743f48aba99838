"""Values that an office put in place of printed ones."""

from typing import cast

from jinque import api
from jinque.model import Post


def corrected_cells(post: Post) -> dict[str, str]:
    """Return the values by heading, under the keys that the cells of the row have."""
    values = {each.field: each.value for each in post.corrections}
    keys = cast("dict[str, str]", api.row_dict(post)["cells"]) if values else {}
    return {
        key: values[cell.role]
        for key, cell in zip(keys, post.cells, strict=False)
        if cell.role in values
    }
