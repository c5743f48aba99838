import json
from datetime import date
from pathlib import Path

import pytest

from jinque import api
from jinque.errors import InvalidOptionError, UnsupportedFormatError
from jinque.model.ladder import BridgeRequest, BridgeStatus, Direction
from jinque.model.person import Person, Skill
from tests.said import zh

ON = date(2026, 5, 1)


def _question(place: str | None = "浙江", level: str = "技师") -> BridgeRequest:
    skill = Skill(level=level, obtained_on=date(2022, 11, 1))
    return BridgeRequest(
        direction=Direction.SKILL_TO_TITLE,
        person=Person(place=place, skills=(skill,)),
        occupation="电工",
        on=ON,
    )


def test_bridge_answers_by_the_rules_in_the_record(workspace: api.Workspace) -> None:
    answer = api.bridge(workspace, _question())

    assert answer.step is not None
    assert (answer.step.to_level, answer.step.rule.clause) == ("中级", "三（二）1（2）")
    assert answer.row is not None
    assert answer.row.serial == 756


def test_rulebooks_are_opened_once_for_a_revision(workspace: api.Workspace) -> None:
    assert workspace.rulebooks() is workspace.rulebooks()


def test_a_level_of_no_ladder_is_refused_and_all_are_named(workspace: api.Workspace) -> None:
    with pytest.raises(InvalidOptionError) as caught:
        api.bridge(workspace, _question(level="大师"))

    assert "高级技师" in zh(caught.value.hint)


@pytest.mark.parametrize("place", [None, "浙江", "浙江省", "杭州市", "舟山"])
def test_a_ladder_is_found_by_its_places(workspace: api.Workspace, place: str | None) -> None:
    book = api.ladder(workspace, place)

    assert book is not None
    assert (len(book.cited), len(book.rows)) == (58, 883)


def test_a_place_without_rules_has_no_ladder(workspace: api.Workspace) -> None:
    assert api.ladder(workspace, "上海") is None
    assert api.exam_equivalence(workspace, "上海", "高级工班") is None
    assert api.bridge(workspace, _question("上海")).status is BridgeStatus.NOT_APPLICABLE


def test_the_ladder_for_programs_holds_every_rule_with_its_lines(
    workspace: api.Workspace,
) -> None:
    book = api.ladder(workspace)
    assert book is not None

    shape = json.loads(json.dumps(api.to_json(api.rules_told(book))))

    assert (len(shape["rules"]), shape["mappings"]) == (58, 883)
    assert (shape["document"]["effective_from"], shape["document"]["alternative_from"]) == (
        *("2022-12-17", "2022-12-18"),
    )
    rung = next(rule for rule in shape["rules"] if rule["id"] == "R09")
    assert (rung["from_levels"], rung["to_level"], rung["years"]) == (["技师"], "中级", 3)
    assert rung["citation"]["line_start"] == 73


def test_an_answer_for_programs_is_json_with_stable_keys(workspace: api.Workspace) -> None:
    shape = json.loads(json.dumps(api.to_json(api.bridge(workspace, _question()))))

    assert set(shape) == {
        *("status", "headline", "notice", "direction", "on", "occupation", "row", "near"),
        *("groups", "step", "next_step", "steps", "direct", "promotion", "remarks", "missing"),
        "document",
    }
    assert set(shape["step"]["findings"][0]) == {
        *("kind", "outcome", "reason", "rule", "clause", "quote", "citation", "missing"),
        "earliest_date",
    }


def test_an_equivalence_for_programs_says_what_it_counts_as(workspace: api.Workspace) -> None:
    answer = api.exam_equivalence(workspace, None, "高级工班", "会计专业技术资格")
    assert answer is not None

    shape = json.loads(json.dumps(api.to_json(answer)))

    assert (shape["equivalence"]["counts_as"], shape["is_listed"]) == ("大专", "met")


def test_a_roster_is_a_table_file(workspace: api.Workspace) -> None:
    with pytest.raises(UnsupportedFormatError):
        api.screen_roster(workspace, b"1", name="r.docx", on=ON)


def test_a_roster_template_is_read_back(workspace: api.Workspace, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(api.roster_template(workspace))

    answer = api.screen_roster(workspace, path, name=path.name, on=ON)

    assert (answer.results, answer.rejects) == ((), ())


def test_a_roster_for_programs_counts_every_row(workspace: api.Workspace) -> None:
    roster = "工号,职业,技能等级,取得日期\n1,电工,技师,2022-11-01\n2,电工,技师,去年\n"

    answer = api.screen_roster(workspace, roster.encode(), name="r.csv", on=ON, place="浙江")

    shape = json.loads(json.dumps(api.to_json(answer)))
    assert (shape["rows"], len(shape["results"]), len(shape["rejects"])) == (2, 1, 1)
    assert shape["rejects"][0]["faults"][0]["cell"] == "D3"
    assert shape["results"][0]["verdicts"][0]["clause"] == "三（二）1（2）"


def test_the_result_of_a_roster_is_the_same_bytes_again(workspace: api.Workspace) -> None:
    roster = "工号,职业,技能等级\n1,电工,技师\n".encode()
    answer = api.screen_roster(workspace, roster, name="r.csv", on=ON, place="浙江")

    assert api.roster_workbook(answer) == api.roster_workbook(answer)
