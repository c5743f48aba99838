from hypothesis import given
from hypothesis import strategies as st

from jinque.ladder import Rulebook
from jinque.ladder.roster import summarise
from jinque.ladder.sheets import people_sheet, rejects_sheet, result_sheets
from jinque.locale import Sentence
from jinque.model.roster import Timing
from jinque.roster import protect
from tests.said import zh
from tests.unit.ladder.rosters import as_csv, electrician, screen


def test_small_numbers_are_hidden_with_one_more_against_subtraction() -> None:
    counts = {Timing.NOW: 8, Timing.LATER: 1, Timing.NOT_LISTED: 4, Timing.FACTS_MISSING: 0}

    assert protect(counts) == {
        Timing.NOW: 8,
        Timing.LATER: None,
        Timing.NOT_LISTED: None,
        Timing.FACTS_MISSING: 0,
    }


@given(st.dictionaries(st.sampled_from(list(Timing)), st.integers(0, 9)))
def test_no_hidden_number_is_the_rest_to_the_sum(counts: dict[Timing, int]) -> None:
    hidden = [timing for timing, count in protect(counts).items() if count is None]

    assert len(hidden) != 1 or not any(
        count for timing, count in counts.items() if timing not in hidden
    )


def test_the_summary_counts_people_and_what_is_missing(zhejiang: Rulebook) -> None:
    rows = [electrician()] * 4 + [electrician(遵纪守法="")] * 3

    [group] = summarise(screen(zhejiang, as_csv(rows)))

    assert group.counts[Timing.NOW] == 4
    assert group.counts[Timing.FACTS_MISSING] == 3
    assert [(zh(words)[:6], people) for words, people in group.missing] == [("是否遵纪守法", 3)]


def test_the_sheet_hides_what_the_summary_hides(zhejiang: Rulebook) -> None:
    answer = screen(zhejiang, as_csv([electrician()] * 4 + [electrician(遵纪守法="")]))

    rows = {_told(row[0]): _told(row[1]) for row in result_sheets(answer)[0].rows}
    assert rows["申报职称：缺少事实"] == "人数过少，不单列"
    assert "不得单独作为录用、晋升、解聘依据" in str(rows["说明"])


def _told(value: object) -> str:
    return zh(value) if isinstance(value, Sentence) else str(value)


def test_sheets_hold_everybody_and_every_fault(zhejiang: Rulebook) -> None:
    answer = screen(zhejiang, as_csv([electrician(), electrician(取得日期="x", 遵纪守法="或许")]))

    assert len(people_sheet(answer).rows) == 1
    assert [row[3] for row in rejects_sheet(answer).rows] == ["E3", "M3"]


def test_rows_are_as_wide_as_their_headings(zhejiang: Rulebook) -> None:
    answer = screen(zhejiang, as_csv([electrician(职称级别="中级"), electrician(取得日期="x")]))

    assert [
        sheet.name
        for sheet in result_sheets(answer)
        if any(len(row) != len(sheet.headings) for row in sheet.rows)
    ] == []
