"""Steps of the PDF reader that small files show badly: line wraps, furniture, limits of a page."""

import json
from itertools import pairwise

import pytest

from jinque.documents.pdf.engine import OpenDocument
from jinque.documents.printed.lines import BLANK_BEHIND, Line, cuts_words, whole_lines
from jinque.documents.printed.page import Page, PageLimits, Piece, page_from, to_line
from jinque.documents.printed.process import Engine
from jinque.documents.printed.raw import RefusedError
from jinque.documents.printed.reader import without_furniture
from jinque.documents.printed.tables import Text
from jinque.documents.printed.worker import pages_of
from jinque.errors import JinqueError
from tests.rendering.page import Grid, Slot
from tests.rendering.pdf_printer import print_pdf
from tests.rendering.pdf_raw import raw_pdf, words


@pytest.mark.parametrize(
    ("lines", "rooms", "expected"),
    [
        (["具备设计", "能力"], [0.4, 5.0], ["具备设计能力"]),
        (["具备设计能力。", "熟悉标准"], [0.4, 5.0], ["具备设计能力。", "熟悉标准"]),
        (["车工", "（数控）"], [6.0, 5.0], ["车工", "（数控）"]),
        (["具备设计能力", "2.熟悉标准"], [0.4, 5.0], ["具备设计能力", "2.熟悉标准"]),
        (["熟悉芯片", "Verilog语言"], [2.1, 5.0], ["熟悉芯片", "Verilog语言"]),
        (["熟悉Linux", "开发"], [BLANK_BEHIND + 0.5, 5.0], ["熟悉Linux 开发"]),
        (["熟悉Light", "tools"], [1.4, 5.0], ["熟悉Light", "tools"]),
    ],
)
def test_lines_are_joined_where_only_room_was_lacking(
    lines: list[str], rooms: list[float], expected: list[str]
) -> None:
    assert whole_lines(lines, rooms, is_cut=False) == expected


def test_cut_word_is_joined_where_the_program_cuts_words() -> None:
    assert whole_lines(["熟悉Ver", "ilog语言"], [0.3, 5.0], is_cut=True) == ["熟悉Verilog语言"]


@pytest.mark.parametrize(
    ("rooms", "is_cut"),
    [((0.2, 0.6, 0.1), True), ((0.2, 2.6, 1.1), False), ((0.3,), True), ((0.8,), False)],
)
def test_room_in_front_of_words_tells_whether_they_are_cut(
    rooms: tuple[float, ...], *, is_cut: bool
) -> None:
    texts = [Text(["熟悉芯片", "Verilog语言"], [room, 5.0]) for room in rooms]

    assert cuts_words(texts) is is_cut


def _line(page: int, base: float, *texts: str) -> Line:
    pieces = (
        Piece(text, 50.0 + 200 * n, 100.0 + 200 * n, base, 10.0) for n, text in enumerate(texts)
    )
    return Line(page, tuple(pieces))


def _page(number: int) -> Page:
    return Page(number, 4, 600.0, 800.0, (), (), (), 99, 0, 0, is_picture=False)


def _without_furniture(*lines: list[Line]) -> list[list[str]]:
    pages = [_page(number) for number in range(1, len(lines) + 1)]
    return [[line.text for line in own] for own in without_furniture(pages, lines)]


@pytest.mark.parametrize(
    "number", ["3", "- 3 -", "— 3 —", "第 3 页", "第 3 页 共 12 页", "3/12", "III", "·3·"]
)
def test_page_number_is_furniture_on_a_single_page(number: str) -> None:
    assert _without_furniture([_line(1, 400, "目录"), _line(1, 770, number)]) == [["目录"]]


def test_number_inside_the_page_stays() -> None:
    assert _without_furniture([_line(1, 400, "3")]) == [["3"]]


def test_line_that_pages_repeat_at_one_height_is_furniture() -> None:
    pages = [[_line(n, 40, f"某市目录 {n}"), _line(n, 400, f"甲{n}")] for n in range(1, 5)]

    assert _without_furniture(*pages) == [[f"甲{n}"] for n in range(1, 5)]


def test_header_row_that_pages_repeat_is_no_furniture() -> None:
    first = [_line(1, 200, "专业", "学历"), _line(1, 400, "甲", "硕士")]
    pages = [[_line(n, 40, "专业", "学历"), _line(n, 400, f"乙{n}", "本科")] for n in (2, 3)]

    assert all("专业 学历" in page for page in _without_furniture(first, *pages))


def _pages(data: bytes, limits: PageLimits) -> list[Page]:
    return list(pages_of(OpenDocument(data, limits), limits))


_WORDS = words("Fitter", 72, 700)
_LINES = b"0 0 m 100 0 l S 0 9 m 100 9 l S\n"


@pytest.mark.parametrize(
    ("limits", "key"),
    [
        (PageLimits(pages=1), "pages"),
        (PageLimits(characters=5), "characters"),
        (PageLimits(objects=2), "objects"),
        (PageLimits(pieces=1), "pieces"),
    ],
)
def test_limits_of_a_page(limits: PageLimits, key: str) -> None:
    data = raw_pdf([_WORDS + _LINES] * 2)

    with pytest.raises(RefusedError) as caught:
        _pages(data, limits)
    assert str(caught.value) == key
    assert isinstance(Engine(name="pdf", kind="PDF").fault(key, "目录.pdf"), JinqueError)


def test_page_survives_its_way_between_the_processes() -> None:
    rows = [[Slot("序号"), Slot("岗位")], [Slot("1"), Slot("电工")]]
    data = print_pdf(["某市目录", Grid(2, rows)])

    for page in _pages(data, PageLimits()):
        assert page_from(json.loads(to_line(page))) == page


def test_edges_of_a_ruled_table_rise() -> None:
    rows = [[Slot("序号"), Slot("岗位")], [Slot("1"), Slot("电工")]]

    [page] = _pages(print_pdf([Grid(2, rows)]), PageLimits())

    [frame] = page.frames
    assert all(left < right for left, right in pairwise(frame.edges))
    assert [box.lines for box in frame.boxes] == [("序号",), ("岗位",), ("1",), ("电工",)]


@pytest.mark.parametrize(("colour", "frames"), [(b"1 G ", 0), (b"0 G ", 1)])
def test_lines_in_the_colour_of_the_paper_rule_nothing(colour: bytes, frames: int) -> None:
    lines = b"".join(b"60 %d m 360 %d l S " % (y, y) for y in (640, 670, 700))
    lines += b"".join(b"%d 640 m %d 700 l S " % (x, x) for x in (60, 210, 360))

    [page] = _pages(raw_pdf([colour + lines + words("Post", 72, 680)]), PageLimits())

    assert len(page.frames) == frames
