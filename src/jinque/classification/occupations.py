"""The 2022 edition of the national classification of occupations, as published facts."""

import csv
import re
from functools import cache
from importlib.resources import files

from jinque.model import Classification, Level, Occupation


@cache
def load_classification() -> Classification:
    """Return the 2022 edition with the occupations added since, by code.

    Work types (工种, five segments) are not in the source list.

    Source: classification/data/README.md.
    """
    path = files("jinque.classification") / "data" / "occupations_2022.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    entries = [_entry(row) for row in csv.DictReader(lines)]
    return Classification(edition="2022", by_code={entry.code: entry for entry in entries})


def _entry(row: dict[str, str]) -> Occupation:
    year = re.match(r"\d{4}", row["edition"])
    return Occupation(
        code=row["code"],
        name=row["name"],
        level=Level.of(row["code"]),
        edition=year[0] if year else "",
        is_green=row["green_L"] == "Y",
        is_digital=row["digital_S"] == "Y",
    )
