"""The export contract: keys, their order, and what stands for nothing (docs/reference/json.md).

CSV for spreadsheets: the keys of the JSON objects as dotted columns, safe to open.

An issue in the shape of `issues --json`.

JSON Lines: one compact object a line, Chinese as it is.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator

from jinque.codec import CLAUSE, encode
from jinque.model import (
    Edition,
    Kind,
)

ROW_KINDS: tuple[str, ...] = (*(kind.value for kind in Kind), CLAUSE)


def default_kind(edition: Edition) -> str:
    """Return the kind that an export shows when none is asked for.

    Posts where the edition has any, else the first kind of `ROW_KINDS` that it has; `post` for
    an edition without a row.
    """
    present = {post.kind.value for post in edition.posts} | ({CLAUSE} if edition.clauses else set())
    return next((kind for kind in ROW_KINDS if kind in present), Kind.POST.value)


def rows(edition: Edition, kind: str) -> Iterator[dict[str, object]]:
    """Yield the edition's rows of one kind in printed order, each in the shape of the contract.

    Args:
        edition: any edition.
        kind: one of `ROW_KINDS`; clauses have a shape of their own.
    """
    if kind == CLAUSE:
        yield from (encode(clause) for clause in edition.clauses)
    else:
        yield from (encode(post) for post in edition.posts if post.kind == kind)


BYTE_ORDER_MARK = "\ufeff"
LIST_SEPARATOR = "；"

_CITATION = (
    "citation.source_sha256",
    "citation.line_start",
    "citation.line_end",
    "citation.quote",
)
_IDENTITY = ("id", "order", "edition", "kind", "section")
_CLAUSE_COLUMNS = (*_IDENTITY, "ref", "text", *_CITATION)
_BEFORE_CELLS = (
    *_IDENTITY,
    *("industry", "region", "serial", "serial_printed", "code", "name", "name_printed", "markers"),
    *("shortage.printed", "shortage.scale", "shortage.value", "shortage.index"),
    *("pay_cny_10k_year", "series"),
    *("requirements.ability", "requirements.education"),
    *("requirements.experience", "requirements.other"),
)
_PLACES = "cell_places"
_BEHIND_CELLS = ("notes", *_CITATION, "corrections")
# What a spreadsheet may take for a formula when a text begins with it.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_HARMLESS = re.compile(r"-(\d+(\.\d+)?)?")


def to_csv(edition: Edition, kind: str) -> Iterator[str]:
    """Yield a header, then one record for each row, ended by CR LF as RFC 4180 asks.

    The first piece begins with a byte order mark, by which Excel knows UTF-8. Lists are joined
    by `；`; null and a key that the row lacks are both empty. A text that a spreadsheet would
    run as a formula gets a leading apostrophe; a negative number and a lone dash do not.
    """
    table = [flat(row) for row in rows(edition, kind)]
    yield from records(_CLAUSE_COLUMNS if kind == CLAUSE else post_columns(table), table)


def records(columns: tuple[str, ...], table: list[dict[str, str]]) -> Iterator[str]:
    """Yield a header and a record for each row; a column that a row lacks is empty."""
    yield BYTE_ORDER_MARK + record(columns)
    for row in table:
        yield record([row.get(column, "") for column in columns])


def post_columns(table: list[dict[str, str]]) -> tuple[str, ...]:
    """Return the columns of flat rows: the contract's, with every heading that a row prints."""
    cells = dict.fromkeys(key for row in table for key in row if key.startswith("cells."))
    return (*_BEFORE_CELLS, *cells, *_BEHIND_CELLS)


def safe_text(text: str) -> str:
    """Return a text with an apostrophe in front if a spreadsheet would run it as a formula."""
    if text.startswith(_FORMULA_STARTS) and not _HARMLESS.fullmatch(text):
        return f"'{text}"
    return text


def flat(row: dict[str, object], safe: Callable[[str], str] = safe_text) -> dict[str, str]:
    """Return a row with dotted keys and texts alone; `safe` is applied to every value.

    Where each cell stands is left out: a spreadsheet has no room for it.
    """
    texts: dict[str, str] = {}
    for key, value in row.items():
        if key == _PLACES:
            continue
        if isinstance(value, dict):
            texts.update({f"{key}.{name}": safe(_text(inner)) for name, inner in value.items()})
        else:
            texts[key] = safe(_text(value))
    return texts


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return LIST_SEPARATOR.join(_item(item) for item in value)
    return str(value)


def _item(item: object) -> str:
    """Return an item of a list; a correction as `code: printed → value (reason)`."""
    if isinstance(item, dict):
        return f"{item['field']}: {item['printed']} → {item['value']} ({item['reason']})"
    return "" if item is None else str(item)


def record(values: tuple[str, ...] | list[str]) -> str:
    """Return one record of a CSV file, its line ended."""
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\r\n").writerow(values)
    return buffer.getvalue()


def to_jsonl(edition: Edition, kind: str) -> Iterator[str]:
    """Yield one line for each row, every line ended by a newline and none of them blank."""
    for row in rows(edition, kind):
        yield (json.dumps(row, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n")
