"""Tables of office files: lines among the rows, headers of two rows, tables side by side."""

from collections.abc import Sequence

from jinque.documents import read
from jinque.extraction import Reading, extract, profiles_for
from jinque.extraction.tables import unfold
from jinque.model import Document, Paragraph, Table
from tests.rendering.html_printer import print_html
from tests.rendering.page import Block, Grid, Slot

_HEAD = ("序号", "岗位名称", "学历")


def _grid(*rows: Sequence[str | Slot]) -> Grid:
    made = [[Slot(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]
    return Grid(max(len(row) for row in made), made)


def _document(*blocks: Block) -> Document:
    return read(print_html(blocks), name="某市.html")


def _reading(*blocks: Block) -> Reading:
    document = _document(*blocks)
    profiles = profiles_for(document, source_name="某市.html", edition_id=None, known=())
    [reading] = extract(document, source_name="某市.html", profiles=profiles)
    return reading


def _wide(text: str) -> list[Slot]:
    return [Slot(text, across=3)]


def test_row_that_is_one_cell_is_a_heading_or_a_note() -> None:
    reading = _reading(
        _grid(
            _wide("某市紧缺人才目录"),
            _wide("一、甲产业"),
            _HEAD,
            ("1", "电工", "本科"),
            _wide("说明：须持证。"),
            _wide("二、乙产业"),
            _HEAD,
            ("1", "焊工", "大专"),
        )
    )

    first, second = reading.edition.posts
    assert reading.edition.metadata.title.value == "某市紧缺人才目录"
    assert (first.section, first.notes) == (("一、甲产业",), ("说明：须持证。",))
    assert (second.section, second.notes) == (("二、乙产业",), ())
    assert reading.report.rows_rejected == 0


def test_heading_in_the_first_cell_of_a_blank_row_is_a_heading() -> None:
    reading = _reading(
        _grid(_HEAD, ("一、甲产业", "", ""), ("1", "电工", "本科"), ("注：须持证。", "", ""))
    )

    assert reading.edition.posts[0].section == ("一、甲产业",)
    assert [note.text for note in reading.edition.notes] == ["注：须持证。"]


def test_row_with_a_serial_alone_is_rejected_not_lost() -> None:
    reading = _reading(_grid(_HEAD, ("1", "电工", "本科"), ("2", "", "")))

    assert reading.report.rows_rejected == 1


def test_note_inside_a_table_does_not_end_it() -> None:
    rows = [("1", "电工", "本科"), _wide("注：须持证。"), ("2", "焊工", "大专")]
    reading = _reading("甲产业", _grid(_HEAD, *rows))

    assert [section.rows for section in reading.edition.sections] == [2]


def test_header_of_two_rows_is_one_header() -> None:
    reading = _reading(
        _grid(
            [Slot("序号", down=2), Slot("岗位名称", down=2), Slot("任职条件", across=2)],
            ("学历", "经验要求"),
            ("1", "电工", "本科", "3年"),
        )
    )

    [post] = reading.edition.posts
    assert [(cell.heading, cell.text) for cell in post.cells] == [
        ("序号", "1"),
        ("岗位名称", "电工"),
        ("学历", "本科"),
        ("经验要求", "3年"),
    ]


def test_row_below_the_beginning_of_merged_cells_alone_is_no_row() -> None:
    merged = [Slot(text, down=2) for text in ("1", "电工", "本科")]

    reading = _reading(_grid(_HEAD, merged, [], ("2", "焊工", "大专")))

    assert [post.name for post in reading.edition.posts] == ["电工", "焊工"]
    assert reading.report.rows_rejected == 0


def test_value_of_a_merged_cell_holds_for_every_row_it_covers() -> None:
    reading = _reading(_grid(_HEAD, ("1", "电工", Slot("本科", down=2)), ("2", "焊工")))

    stated = [post.requirements for post in reading.edition.posts]
    assert [one and one.education for one in stated] == ["本科", "本科"]


def test_header_that_repeats_itself_stands_above_two_tables() -> None:
    head = ("序号", "岗位名称")
    reading = _reading(
        _grid(
            (*head, *head),
            ("1", "电工", "3", "车工"),
            ("2", "焊工", "", ""),
        )
    )

    assert [post.name for post in reading.edition.posts] == ["电工", "焊工", "车工"]
    assert [post.citation.quote for post in reading.edition.posts] == [
        "1\t电工",
        "2\t焊工",
        "3\t车工",
    ]


def test_serials_that_run_to_the_right_are_followed_to_the_right() -> None:
    head = ("序号", "岗位名称")
    reading = _reading(_grid((*head, *head), ("1", "电工", "2", "焊工"), ("3", "车工", "", "")))

    assert [post.serial for post in reading.edition.posts] == [1, 2, 3]


def test_unfolding_twice_equals_once() -> None:
    head = ("序号", "岗位名称")
    document = _document(_grid([Slot("甲", across=4)], (*head, *head), ("1", "电工", "2", "焊工")))

    once = unfold(document)
    assert [type(block) for block in once.blocks] == [Paragraph, Table]
    assert unfold(once) == once


def test_what_the_reader_noticed_is_an_issue_of_the_post() -> None:
    page = print_html([_grid(_HEAD, ("1", "电工", "本科"))]).replace(
        b"</body>", "<p hidden>密</p></body>".encode()
    )
    document = read(page, name="某市.html")
    profiles = profiles_for(document, source_name="某市.html", edition_id=None, known=())
    [reading] = extract(document, source_name="某市.html", profiles=profiles)

    [issue] = [one for one in reading.report.issues if one.code == "hidden_text"]
    assert (issue.post_id, issue.line_start, issue.severity.value) == (None, None, "warning")
