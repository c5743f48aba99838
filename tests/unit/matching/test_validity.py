from dataclasses import replace
from datetime import date

import pytest

from jinque import api
from jinque.matching.assess import standing_on
from jinque.model import Attested, Metadata, Status
from jinque.model.matching import Validity

_BEGUN, _ENDED = "2024-01-01", "2026-01-01"


def _said(workspace: api.Workspace, begins: str | None, ends: str | None) -> Metadata:
    metadata = workspace.published("dalian").summary.metadata
    return replace(metadata, effective_from=_fact(begins), effective_to=_fact(ends))


def _fact(value: str | None) -> Attested:
    return Attested(value=value, status=Status.INFERRED if value else Status.NOT_STATED)


@pytest.mark.parametrize(
    ("begins", "ends", "on", "expected"),
    [
        (_BEGUN, _ENDED, date(2025, 1, 1), Validity.IN_FORCE),
        (_BEGUN, _ENDED, date(2024, 1, 1), Validity.IN_FORCE),
        (_BEGUN, _ENDED, date(2026, 1, 1), Validity.REPEALED),
        (_BEGUN, _ENDED, date(2023, 12, 31), Validity.NOT_STATED),
        (_BEGUN, None, date(2025, 1, 1), Validity.NOT_STATED),
        (None, _ENDED, date(2026, 5, 1), Validity.REPEALED),
        (None, None, date(2025, 1, 1), Validity.NOT_STATED),
    ],
)
def test_validity_is_what_the_catalogue_says(
    workspace: api.Workspace, begins: str | None, ends: str | None, on: date, expected: Validity
) -> None:
    assert standing_on(_said(workspace, begins, ends), on).validity is expected


def test_built_in_catalogues_say_nothing_of_until_when_and_some_of_the_year(
    workspace: api.Workspace,
) -> None:
    on = date(2026, 3, 1)
    told = {each.id: standing_on(each.metadata, on) for each in workspace.summaries()}

    assert {each.validity for each in told.values()} == {Validity.NOT_STATED}
    assert told["wenzhou-2020"].text_year == "2020"
    assert told["skilled-trades"].text_year is None
