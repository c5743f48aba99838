"""`jinque compare`: what a person reads, what a program gets, what is written."""

import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.unit.cli.conftest import Shell


def test_catalogues_stand_side_by_side(shell: Shell) -> None:
    out = shell("compare", "dalian", "skilled-trades").out

    assert "大连市  312 个岗位  dalian" in out
    assert "★★★★★（39）" in out
    assert "9 个职业列入两份以上目录，另有" in out


def test_a_rank_has_its_words_and_the_scales_are_told_apart(shell: Shell) -> None:
    out = shell("compare").out.replace("\n", "")

    assert "本目录内位次百分位" in out
    assert "不互相换算" in out


def test_the_order_asked_for_is_kept(shell: Shell) -> None:
    answer = json.loads(shell("compare", "wenzhou-2020", "dalian", "--json").out)

    assert [each["id"] for each in answer["editions"]] == ["wenzhou-2020", "dalian"]
    assert sum(len(row["listings"]) for row in answer["occupations"]) == 600


def test_english_is_spoken_when_asked_for(shell: Shell) -> None:
    out = shell("compare", "dalian", "--lang", "en").out

    assert "312 posts" in out
    assert "Rank percentile within it" in out or "0 occupations stand in two catalogues" in out


def test_a_workbook_is_written(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "both.xlsx"
    outcome = shell("compare", "-o", str(path))

    assert outcome.code == 0
    assert CalamineWorkbook.from_path(path).sheet_names[1] == "职业对照"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["compare", "nowhere"], "edition_unknown"),
        (["compare", "-o", "both.csv"], "format_unsupported"),
        (["diff", "dalian@0", "dalian"], "option_invalid"),
    ],
)
def test_what_cannot_be_compared_is_an_error(shell: Shell, arguments: list[str], code: str) -> None:
    outcome = shell(*arguments, "--json")

    assert outcome.code == 2
    assert json.loads(outcome.err)["error"]["code"] == code


def test_an_edition_without_posts_says_so(shell: Shell) -> None:
    assert "所选目录没有岗位" in shell("compare", "zhejiang-2022-77").out
