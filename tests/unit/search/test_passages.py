from jinque.model import Passage, Post, SearchRequest
from jinque.search import build_index, find
from tests.unit.dataset.specimens import cell, post, published


def _passages(query: str, row: Post) -> tuple[Passage, ...]:
    (hit,) = find(build_index([published(row)], {}), SearchRequest(query=query)).hits
    return hit.passages


def test_every_second_run_is_matched_and_all_runs_make_the_printed_text() -> None:
    row = post("焊工", cells=(cell("能力要求", "具备电路设计、版图设计能力"),))

    assert _passages("设计", row) == (
        Passage(field="能力要求", runs=("具备电路", "设计", "、版图", "设计", "能力")),
    )


def test_a_match_at_the_beginning_leaves_the_first_run_empty() -> None:
    assert _passages("焊工", post("焊工"))[0] == Passage(field="name", runs=("", "焊工", ""))


def test_the_printed_width_is_kept() -> None:
    row = post(cells=(cell("能力要求", "会ＣＡＤ制图"),))

    assert _passages("cad", row)[0].runs == ("会", "ＣＡＤ", "制图")


def test_overlapping_words_are_one_run() -> None:
    row = post(cells=(cell("能力要求", "电路设计"),))

    assert _passages("电路设 路设计", row)[0].runs == ("", "电路设计", "")


def test_a_code_is_a_passage_of_its_own() -> None:
    assert _passages("6-18", post())[0] == Passage(field="code", runs=("", "6-18", "-02-04"))


def test_a_long_text_is_cut_around_its_first_match() -> None:
    row = post(cells=(cell("能力要求", "甲" * 200 + "焊接" + "乙" * 200),))

    first, matched, last = _passages("焊接", row)[0].runs

    assert matched == "焊接"
    assert first.startswith("…甲")
    assert last.endswith("乙…")
    assert len(first + matched + last) < 120


def test_the_section_is_shown_for_a_word_that_the_row_does_not_hold() -> None:
    row = post("焊工", section=("先进制造业", "装备制造"))

    assert _passages("焊工 装备", row) == (
        Passage(field="name", runs=("", "焊工", "")),
        Passage(field="section", runs=("先进制造业 › ", "装备", "制造")),
    )


def test_a_blank_that_the_print_left_inside_a_name_does_not_hide_it() -> None:
    row = post("应用工程技术人员", name_printed="应用工程 技术人员")

    assert _passages("工程技术", row)[0] == Passage(field="name", runs=("应用", "工程技术", "人员"))
