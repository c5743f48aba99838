"""The two editions of the classification of occupations as published and attested facts.

Source: data/README.md.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from jinque.classification.limits import limits_of_2015, limits_of_2022
from jinque.classification.tables import read_table
from jinque.errors import InvalidOptionError
from jinque.model import Certainty, Classification, Level, Occupation

EDITIONS = ("2022", "2015")
"""The editions known here, newest first."""
_CATALOGUES = ("dalian", "skilled-trades")
"""Editions of the corpus that the data files cite by line."""


@cache
def load_classification(edition: str = "2022") -> Classification:
    """Return an edition by code: 2022 with the entries added since, 2015 as far as attested.

    Args:
        edition: one of `EDITIONS`.

    Raises:
        KeyError: there is no such edition here.
    """
    return {"2022": _edition_2022, "2015": _edition_2015}[edition]()


def check_edition(edition: str, where: str = "edition") -> None:
    """Refuse an edition that is not here.

    Raises:
        InvalidOptionError: it is none of `EDITIONS`; `where` names the option.
    """
    if edition in EDITIONS:
        return
    if not edition:
        raise InvalidOptionError(
            "没有说是哪一版。",
            "The edition is not given.",
            where=where,
            hint_zh=f"请指明：{'、'.join(EDITIONS)}。",
            hint_en=f"Give one of {', '.join(EDITIONS)}.",
        )
    raise InvalidOptionError(
        f"没有职业分类大典“{edition[:40]}”年版的名单。",
        f"There is no list of an edition “{edition[:40]}”.",
        where=where,
        hint_zh=f"可用的版本：{'、'.join(EDITIONS)}。",
        hint_en=f"The editions are: {', '.join(EDITIONS)}.",
    )


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
    entries = [_listed_2015(row) for row in read_table("occupations_2015.csv")]
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


def _listed_2015(row: dict[str, str]) -> Occupation:
    return Occupation(
        code=row["code"],
        name=row["name"],
        level=Level.of(row["code"]),
        edition=row["edition"],
        is_green=row["green_L"] == "Y",
        is_digital=False,
        classification="2015",
        effective_from=row["effective_from"] or None,
        attested_by=tuple(_places(row["sources"].split(), row["lines"].split())),
        note=row["note"],
        certainty=Certainty(row["certainty"]),
        other_spellings=tuple(row["other_spellings"].split()),
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
    """Yield the sources, the catalogue that has lines once for each: `dalian:16`."""
    for source in sources:
        is_catalogue = lines and source in _CATALOGUES
        yield from (f"{source}:{line}" for line in lines) if is_catalogue else (source,)


def _former_names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for row in read_table("former_names_2022.csv"):
        names[row["code"]].append(row["former_name"])
    return names
