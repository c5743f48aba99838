"""The two editions of the classification of occupations as published and attested facts.

Source: data/README.md.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from jinque.classification.limits import limits_of_2015, limits_of_2022
from jinque.classification.tables import read_table
from jinque.model import Classification, Level, Occupation

EDITIONS = ("2022", "2015")
"""The editions known here, newest first."""


@cache
def load_classification(edition: str = "2022") -> Classification:
    """Return an edition by code: 2022 with the entries added since, 2015 as far as attested.

    Args:
        edition: one of `EDITIONS`.

    Raises:
        KeyError: there is no such edition here.
    """
    return {"2022": _edition_2022, "2015": _edition_2015}[edition]()


def _edition_2022() -> Classification:
    former = _former_names()
    entries = [_listed(row, former) for row in read_table("occupations_2022.csv")]
    work_types = [_attested(row, "2022") for row in read_table("work_types_2022_attested.csv")]
    return Classification(
        edition="2022",
        by_code={entry.code: entry for entry in (*entries, *work_types)},
        is_complete=True,
        limits=limits_of_2022(entries, work_types),
    )


def _edition_2015() -> Classification:
    entries = [_attested(row, "2015") for row in read_table("occupations_2015_attested.csv")]
    return Classification(
        edition="2015",
        by_code={entry.code: entry for entry in entries},
        is_complete=False,
        limits=limits_of_2015(entries),
    )


def _listed(row: dict[str, str], former: dict[str, list[str]]) -> Occupation:
    year = re.match(r"\d{4}", row["edition"])
    return Occupation(
        code=row["code"],
        name=row["name"],
        level=Level.of(row["code"]),
        edition=year[0] if year else "",
        is_green=row["green_L"] == "Y",
        is_digital=row["digital_S"] == "Y",
        effective_from=row["effective_from"] or None,
        attested_by=tuple(row["sources_agree"].split(";")),
        former_names=tuple(former[row["code"]]),
        note=row["note"],
    )


def _attested(row: dict[str, str], edition: str) -> Occupation:
    """Make an entry of what catalogues print and known moves name."""
    return Occupation(
        code=row["code"],
        name=row["name"],
        level=Level.of(row["code"]),
        edition=edition,
        is_green=row.get("green_L") == "Y",
        is_digital=False,
        classification=edition,
        effective_from=row.get("effective_from") or None,
        attested_by=tuple(_places(row["attested_by"].split(), row["lines"].split())),
    )


def _places(sources: list[str], lines: list[str]) -> Iterable[str]:
    """Yield `dalian:16` for each line of the first source, which is the one that has lines."""
    if lines:
        yield from (f"{sources[0]}:{line}" for line in lines)
    yield from sources[1:] if lines else sources


def _former_names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for row in read_table("former_names_2022.csv"):
        names[row["code"]].append(row["former_name"])
    return names
