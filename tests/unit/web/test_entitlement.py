"""What being listed gives, on the site: rule sets, forms, answers; nothing personal is kept."""

from pathlib import Path
from urllib.parse import quote

import pytest

from jinque import api
from tests.unit.web.asking import JSON, Send
from tests.unit.web.conftest import Ask

_PERSON = {
    "出生日期": "1995-03-02",
    "单位性质": "企业",
    "用人单位所在地": "青石市",
    "目录": {"qingshi-2025": "符合", "qingshi-2026": "不符合"},
}
_SECOND = """id: second
name: 大连乙认定（示例）
place: 大连
force: synthetic
sources: [{title: 办法（虚构）, trust: synthetic}]
lines:
  - {id: C1, clause: 一, quote: 新引进, name: 新引进, condition: {states: is_new_hire}}
  - {id: A1, clause: 二, quote: 某局认定, authority: {name: 某局}}
  - {id: B1, clause: 三, quote: 发给5000元, benefit: {id: b, name: 补贴, tiers: [{amount: 5000}]}}
  - {id: S1, clause: 四, quote: 10个工作日, step: {name: 审核, days: 10}}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JINQUE_RULES_DIR", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize("page", ["/entitlement", "/entitlement/qingshi"])
def test_a_page_and_its_twin_answer(ask: Ask, folder: Path, page: str) -> None:
    assert folder.is_dir()
    assert ask(page).text.startswith("<!doctype html>")
    assert ask(f"{page}.json").json() == ask(page, accept="application/json").json()


def test_every_illustration_says_that_it_is_not_in_force(ask: Ask) -> None:
    for each in api.rule_sets():
        text = ask(f"/entitlement/{each.id}").text

        assert ("不是现行规定" in text) or ("不是任何城市的规定" in text)


def test_unknown_rules_are_404_with_those_there_are(ask: Ask) -> None:
    found = ask("/entitlement/nowhere.json")

    assert found.status_code == 404
    assert "qingshi" in found.json()["error"]["hint"]


def test_the_rule_file_can_be_taken_away(ask: Ask) -> None:
    found = ask("/entitlement/qingshi/file")

    assert found.text.startswith("# 一座虚构城市")
    assert "attachment" in found.headers["content-disposition"]


def test_json_is_answered_clause_by_clause_and_kept_nowhere(send: Send) -> None:
    found = send("/entitlement/qingshi.json", {**_PERSON, "on": "2026-03-10"}, JSON)

    answer = found.json()["answer"]
    states = {each["clause"]: each["outcome"] for each in answer["findings"]}
    assert states["第四条（二）"] == "met"
    assert answer["recognition"] == "unknown"
    assert answer["net"]["low_fen"] == 0
    assert "按所载规则计算" in answer["notice"]["zh"]
    assert found.headers["cache-control"] == "no-store"


def test_json_that_cannot_be_read_is_refused_with_its_key(send: Send) -> None:
    found = send("/entitlement/qingshi.json", {"出生日期": "九五年"}, JSON)

    assert found.status_code == 400
    assert "出生日期" in found.json()["error"]["message"]


def test_a_file_added_while_the_site_runs_answers_from_the_self_check_on(
    ask: Ask, send: Send, folder: Path
) -> None:
    post = "dalian:卫生:4"
    before = send(f"/assess/posts/{quote(post)}.json", {}).json()
    (folder / "second.yaml").write_text(_SECOND, encoding="utf-8")

    after = send(f"/assess/posts/{quote(post)}.json", {}).json()
    given = send(
        f"/entitlement/posts/{quote(post)}.json",
        {"facts": {"is_new_hire": True}, "on": "2026-03-02"},
        JSON,
    ).json()

    names = [[each["rules"]["id"] for each in page["entitlements"]] for page in (before, after)]
    assert names == [["dalian-2019"], ["dalian-2019", "second"]]
    [second] = [each for each in given["answers"] if each["rules"]["id"] == "second"]
    assert second["net"]["low_fen"] == 500_000
    assert second["authorities"][0]["reading"]["zh"] == "某局"
    assert second["steps"][0]["by_rule"]["day"] == "2026-03-16"
    assert "second" in [each["id"] for each in ask("/api/v1/rules").json()["rules"]]


def test_a_broken_file_is_told_on_the_page_and_takes_nothing_away(ask: Ask, folder: Path) -> None:
    (folder / "broken.yaml").write_text("id: broken\nlines: [\n", encoding="utf-8")

    page = ask("/entitlement.json").json()

    assert [each["file"] for each in page["faults"]] == ["broken.yaml"]
    assert "qingshi" in [each["id"] for each in page["sets"]]


def test_a_program_asks_v1(send: Send) -> None:
    asked = {"rules": "yuhang-2022", "person": {"弄虚作假": True}, "on": "2026-03-02"}

    found = send("/api/v1/entitlements", asked, JSON)

    assert found.json()["recognition"] == "not_met"
    assert found.headers["cache-control"] == "no-store"
