"""The data files of this package as rows."""

import csv
from importlib.resources import files


def read_table(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV file in `data`, by column name; a blank cell is an empty text."""
    text = (files("jinque.classification") / "data" / name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))
