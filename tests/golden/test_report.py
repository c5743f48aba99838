"""The anomalies that a reader must be told of, and nothing else of their kind."""

from collections import Counter

from jinque.extraction import Reading
from jinque.model import Issue, Status
from tests.golden.conftest import truth_rows
from tests.said import zh


def _of(readings: dict[str, Reading], edition_id: str, code: str) -> list[Issue]:
    return [issue for issue in readings[edition_id].report.issues if issue.code == code]


def _all(readings: dict[str, Reading], code: str) -> list[Issue]:
    return [issue for edition_id in readings for issue in _of(readings, edition_id, code)]


def test_a001_title_and_year_of_dalian_are_not_stated(readings: dict[str, Reading]) -> None:
    metadata = readings["dalian"].edition.metadata

    assert metadata.title.status is Status.NOT_STATED
    assert metadata.issued_on.status is Status.NOT_STATED
    assert len(_of(readings, "dalian", "metadata_not_stated")) == 4


def test_a002_lost_heading_is_null_and_reported(readings: dict[str, Reading]) -> None:
    lost = {issue.section for issue in _all(readings, "heading_lost")}
    inferred = {issue.section for issue in _all(readings, "heading_inferred")}
    nulls = {p.section[-1] for p in readings["dalian"].edition.posts if None in p.section}

    assert lost == nulls == {"装备制造", "电子信息产品制造", "石化"}
    assert inferred == {"装备制造", "电子信息产品制造"}


def test_a012_a013_codes_that_name_a_class(readings: dict[str, Reading]) -> None:
    rows = {179, 186, 262, 293, 294, 295, 296, 60, 311}
    posts = readings["dalian"].edition.posts
    expected = {post.id for post in posts if post.order in rows}

    assert expected == {issue.post_id for issue in _all(readings, "code_names_class")}


def test_a014_one_name_with_two_codes(readings: dict[str, Reading]) -> None:
    issues = _all(readings, "name_with_two_codes")

    assert [(issue.line_start, "护理人员" in zh(issue.message)) for issue in issues] == [
        (3041, True),
        (3187, True),
    ]
    assert _all(readings, "code_with_two_names") == []


def test_a015_classification_edition_of_dalian_is_inferred(readings: dict[str, Reading]) -> None:
    issues = _all(readings, "classification_edition_not_stated")

    assert [(issue.line_start, "2015" in zh(issue.message)) for issue in issues] == [(7, True)]


def test_a020_identical_rows(readings: dict[str, Reading]) -> None:
    repeats = {117, 156, 157, 107, 113, 144, 145, 148, 200}
    posts = {post.id: post.order for post in readings["dalian"].edition.posts}

    orders = [posts[issue.post_id or ""] for issue in _all(readings, "rows_identical")]

    assert sorted(repeats) == sorted(orders)


def test_a031_stars_are_not_explained(readings: dict[str, Reading]) -> None:
    assert len(_of(readings, "dalian", "scale_not_explained")) == 1


def test_a046_second_document_names_no_city_and_lacks_part_one(
    readings: dict[str, Reading],
) -> None:
    metadata = readings["skilled-trades"].edition.metadata

    assert metadata.place.value is None
    assert metadata.issued_on.value is None
    assert metadata.publisher.value is None
    assert len(_of(readings, "skilled-trades", "part_missing")) == 1


def test_a059_a060_index_against_band(readings: dict[str, Reading]) -> None:
    issues = _all(readings, "index_outside_band")

    assert [(issue.section, issue.serial) for issue in issues] == [("化工产业", 6), ("化工产业", 7)]


def test_a061_exactly_three_breaks_of_order(readings: dict[str, Reading]) -> None:
    lines = [issue.line_start for issue in _all(readings, "order_broken")]

    assert lines == [619, 1243, 1248]


def test_a063_closed_bands_overlap(readings: dict[str, Reading]) -> None:
    assert [issue.line_start for issue in _all(readings, "bands_overlap")] == [1589, 1589]


def test_a070_scope_is_foreign_nationals(readings: dict[str, Reading]) -> None:
    assert len(_all(readings, "scope_restricted")) == 1
    assert len(_of(readings, "shanghai-foreign", "scope_restricted")) == 1


def test_a071_twenty_nine_serials_are_computed(readings: dict[str, Reading]) -> None:
    expected = [r["serial"] for r in truth_rows("shanghai-foreign") if r["serial_printed"] is None]

    actual = [issue.serial for issue in _all(readings, "serial_computed")]

    assert expected == actual
    assert len(actual) == 29


def test_nothing_else_is_wrong_with_rows_and_serials(readings: dict[str, Reading]) -> None:
    codes = Counter(issue.code for r in readings.values() for issue in r.report.issues)

    for code in ("row_rejected", "serial_gap", "serial_repeated", "value_unreadable"):
        assert codes[code] == 0, code


def test_rows_in_are_rows_out(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        made = len(reading.edition.posts) + len(reading.edition.clauses)
        assert reading.report.rows_in == reading.report.rows_out == made
