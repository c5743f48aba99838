"""The JSON form of every noun of the model: its keys where they are not the model's own.

The names are those of `/api/v1` (docs/reference/json.md).
"""

import re
from collections.abc import Mapping
from typing import Any

from jinque.codec.form import Form, Spread, Told
from jinque.model.answers import EditionSummary, EditionVersions, PostAnswer
from jinque.model.conversion import ConvertedTable, LeftRow
from jinque.model.criterion import (
    AcademicDegree,
    AllOf,
    AnyOf,
    AppraisedYears,
    Approval,
    Background,
    Certificate,
    EducationLevel,
    Evidence,
    ExperienceYears,
    FullTime,
    GraduateOfYear,
    HasAward,
    HeldFor,
    HoldsLevel,
    IndustryExperience,
    InPlace,
    InScope,
    LanguageSkill,
    LevelYears,
    Licence,
    Majors,
    ManagementYears,
    Negated,
    NotBefore,
    Open,
    States,
    TitleLevel,
    Tool,
    WonAwards,
    WorkedSince,
    WorkPlace,
    YearsByDegree,
)
from jinque.model.decision import Decision
from jinque.model.edition import Clause, Edition
from jinque.model.entitlement.criteria import (
    AgeLimit,
    ChoiceAmong,
    DayWithin,
    InsuredMonths,
    ListedPost,
    MajorIs,
    NumberWithin,
    PointsReach,
    RelatedYears,
    Says,
    Study,
)
from jinque.model.ladder import LadderRule, RulesInForce, TableRow
from jinque.model.metadata import FACTS, Attested, Citation, Metadata
from jinque.model.occupation import (
    Branch,
    CodeCandidate,
    CodedTitle,
    CodeEvidence,
    FoundOccupation,
    OccupationAnswer,
    OccupationEntry,
)
from jinque.model.person import Finding, MissingFact
from jinque.model.post import Issue, Link, LinkCandidate, Post, PrintedCell
from jinque.model.roster import RejectedRow, RosterFault, RosterPlace, RosterResult
from jinque.model.search import FacetValue, SearchAnswer

CLAUSE = "clause"
_DIGITS = 4


def cell_keys(cells: tuple[PrintedCell, ...]) -> tuple[str, ...]:
    """Return the key of each cell: its heading; one printed again gets `#2`, so none is lost."""
    keys: dict[str, None] = {}
    for cell in cells:
        key, number = cell.heading, 1
        while key in keys:
            number += 1
            key = f"{cell.heading}#{number}"
        keys[key] = None
    return tuple(keys)


_PLACE = ("heading", "role", "line_start", "line_end", "start", "end", "place")


def _write_cells(cells: tuple[PrintedCell, ...]) -> dict[str, object]:
    keys = cell_keys(cells)
    return {
        "cells": {key: cell.text for key, cell in zip(keys, cells, strict=True)},
        "cell_places": [Told(noun=cell, keys=_PLACE) for cell in cells],
    }


def _read_cells(told: Mapping[str, Any]) -> list[dict[str, object]]:
    texts = told["cells"].values()
    pairs = zip(told["cell_places"], texts, strict=True)
    return [{**place, "text": text} for place, text in pairs]


def _or_null(name: str) -> Spread:
    """Return how a text stands of which the empty one says nothing: null."""
    return Spread(
        keys={name: str | None},
        write=lambda text: {name: text or None},
        read=lambda told: told[name] or "",
    )


def _rounded(name: str) -> Spread:
    return Spread(
        keys={name: float},
        write=lambda number: {name: round(number, _DIGITS)},
        read=lambda told: told[name],
    )


_ADDRESS = re.compile(r"(?:(?P<sheet>.*)!)?(?P<column>[A-Z]*)(?P<row>[0-9]+)", re.DOTALL)


def _address(key: str) -> Spread:
    """Return how a place of a spreadsheet stands: `名单!C5`."""

    def read(told: Mapping[str, Any]) -> dict[str, object]:
        found = _ADDRESS.fullmatch(told[key])
        if found is None:
            raise ValueError(f"no address of a cell: {told[key]}")
        return {**found.groupdict(), "row": int(found["row"])}

    def write(place: RosterPlace) -> dict[str, object]:
        return {key: place.address}

    return Spread(keys={key: str}, write=write, read=read)


def _write_facets(facets: Mapping[str, tuple[FacetValue, ...]]) -> dict[str, object]:
    return {
        "facets": {
            name: {each.value: each.count for each in values} for name, values in facets.items()
        }
    }


def _read_facets(told: Mapping[str, Any]) -> dict[str, object]:
    return {
        name: [{"value": value, "count": count} for value, count in values.items()]
        for name, values in told["facets"].items()
    }


def _quote(fact: Attested) -> str:
    return fact.citation.quote if fact.citation else ""


def _clause(_clause: Clause) -> str:
    return CLAUSE


_ALL = {"are_all": "all"}
_IN = {"bound_to": "in"}
_CRITERIA: dict[type, Form] = {
    **dict.fromkeys((States, Evidence, HoldsLevel, HeldFor, WorkedSince), Form(tag="kind")),
    **dict.fromkeys((AppraisedYears, HasAward, InPlace, NotBefore), Form(tag="kind")),
    **dict.fromkeys((AllOf, AnyOf, Negated, Open), Form(tag="kind")),
    **dict.fromkeys((Majors, Background, IndustryExperience), Form(tag="kind")),
    **dict.fromkeys((LanguageSkill, WorkPlace, Approval, InScope), Form(tag="kind")),
    **dict.fromkeys((EducationLevel, AcademicDegree, FullTime), Form(tag="kind")),
    **dict.fromkeys((TitleLevel, ManagementYears, GraduateOfYear), Form(tag="kind")),
    **dict.fromkeys((Certificate, Licence, Tool, WonAwards), Form(tag="kind", names=_ALL)),
    **dict.fromkeys((ExperienceYears, YearsByDegree), Form(tag="kind", names=_IN)),
    # Of rules of recognition and benefit.
    **dict.fromkeys((AgeLimit, ChoiceAmong, DayWithin, InsuredMonths), Form(tag="kind")),
    **dict.fromkeys((ListedPost, MajorIs, NumberWithin, PointsReach), Form(tag="kind")),
    **dict.fromkeys((RelatedYears, Says, Study), Form(tag="kind")),
}

NOUNS: Mapping[type, Form] = {
    **_CRITERIA,
    LevelYears: Form(names={"levels": "for"}),
    # What a document prints.
    Citation: Form(splices=("span",)),
    Attested: Form(
        groups={"basis": {"zh": "basis_zh", "en": "basis_en"}},
        adds={"quote": _quote},
    ),
    Metadata: Form(groups={"facts": {name: name for name in FACTS}}),
    PrintedCell: Form(splices=("span",)),
    Post: Form(
        names={"edition_id": "edition"},
        spreads={
            "cells": Spread(
                keys={"cells": dict[str, str], "cell_places": list[dict[str, Any]]},
                write=_write_cells,
                read=_read_cells,
            )
        },
    ),
    Clause: Form(names={"edition_id": "edition"}, adds={"kind": _clause}),
    Issue: Form(names={"post_id": "post"}),
    LinkCandidate: Form(names={"edition": "classification"}),
    Link: Form(names={"post_id": "post", "edition": "classification"}),
    Edition: Form(splices=("metadata",)),
    EditionSummary: Form(splices=("metadata",)),
    EditionVersions: Form(splices=("summary",)),
    PostAnswer: Form(names={"previous_id": "previous", "next_id": "next"}),
    SearchAnswer: Form(
        splices=("request",),
        spreads={
            "facets": Spread(
                keys={"facets": dict[str, dict[str, int]]}, write=_write_facets, read=_read_facets
            )
        },
    ),
    # The classification.
    FoundOccupation: Form(names={"entry": "occupation"}),
    OccupationAnswer: Form(names={"edition": "classification"}),
    OccupationEntry: Form(splices=("found",)),
    LeftRow: Form(names={"number": "row"}, splices=("conversion",)),
    ConvertedTable: Form(adds={"rows": "rows", "undecided": "undecided"}),
    Branch: Form(splices=("entry",)),
    CodeEvidence: Form(spreads={"likeness": _rounded("likeness")}),
    CodeCandidate: Form(spreads={"probability": _rounded("probability")}),
    CodedTitle: Form(
        splices=("request",), spreads={"no_code_probability": _rounded("no_code_probability")}
    ),
    # Persons and rosters.
    MissingFact: Form(spreads={"about": _or_null("about")}),
    Finding: Form(spreads={"rule": _or_null("rule")}),
    RosterFault: Form(spreads={"place": _address("cell"), "heading": _or_null("heading")}),
    RejectedRow: Form(spreads={"place": _address("row")}),
    RosterResult: Form(spreads={"place": _address("row")}),
    # The ladder.
    TableRow: Form(names={"post_id": "post"}),
    RulesInForce: Form(names={"ladder_id": "ladder", "edition_id": "edition"}),
    LadderRule: Form(
        spreads={"from_printed": _or_null("from_printed"), "award": _or_null("award")}
    ),
    # Reviews.
    Decision: Form(names={"draft_id": "draft"}, splices=("target",)),
}
"""What is not named here stands as the model has it."""
