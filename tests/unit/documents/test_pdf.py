"""PDF files that are not read, or not as a whole, and what is said of them."""

import io

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from jinque.documents import read
from jinque.documents.opening import document_of
from jinque.documents.source import Budget, Limits
from jinque.errors import (
    EmptySourceError,
    EncryptedSourceError,
    JinqueError,
    NotReadableError,
    ScannedSourceError,
    TooManyCellsError,
    TooManyPagesError,
    TooManyRowsError,
    TooSlowError,
)
from jinque.model import Document, Paragraph
from tests.rendering.page import Grid, Slot
from tests.rendering.pdf_printer import print_pdf
from tests.rendering.pdf_raw import SCAN, SCAN_OBJECT, SCAN_RESOURCES, raw_pdf, words
from tests.said import en, zh

_TEXT = words("A catalogue of posts with more than a few words on its only page.", 72, 700)


def _scan(*contents: bytes) -> bytes:
    return raw_pdf(contents, resources=SCAN_RESOURCES, more=SCAN_OBJECT)


def _table() -> bytes:
    rows = [["No", "Post"], ["1", "Fitter"], ["2", "Welder"]]
    return print_pdf([Grid(2, [[Slot(text) for text in row] for row in rows])])


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("stamp", [b"", words("scanned with a telephone 1/1", 72, 20)])
def test_scan_is_refused_with_a_way_out(stamp: bytes) -> None:
    with pytest.raises(ScannedSourceError, match="a scan") as caught:
        read(_scan(SCAN + stamp), name="目录.pdf")

    assert caught.value.where == "目录.pdf"
    assert "OCR" in (zh(caught.value.hint) or "")
    assert "OCR" in (en(caught.value.hint) or "")


def test_scanned_page_among_others_is_noted() -> None:
    document = read(_scan(_TEXT, SCAN))

    [notice] = document.notices
    assert notice.code == "page_without_text"
    assert "2" in zh(notice.message)


def test_picture_behind_text_is_no_scan() -> None:
    assert len(_texts(read(_scan(SCAN + _TEXT)))) == 1


def test_page_without_a_word_is_empty() -> None:
    with pytest.raises(EmptySourceError):
        read(raw_pdf([b"0 0 m 100 100 l S"]))


def _locked(user: str, owner: str) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, encrypt=StandardEncryption(user, ownerPassword=owner, canModify=0))
    canvas.drawString(72, 700, "A catalogue of posts")
    canvas.save()
    return buffer.getvalue()


def test_file_with_a_password_is_refused() -> None:
    with pytest.raises(EncryptedSourceError, match="password"):
        read(_locked("secret", "other"))


def test_file_that_only_may_not_be_changed_is_read() -> None:
    assert _texts(read(_locked("", "other"))) == ["A catalogue of posts"]


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.4\n1 0 obj\n", _table()[:200], b"%PDF-" + bytes(5000)]
)
def test_damaged_file_is_refused(data: bytes) -> None:
    with pytest.raises(NotReadableError) as caught:
        read(data)

    assert zh(caught.value.hint)


def test_bytes_in_front_of_the_file_are_jumped_over() -> None:
    assert _texts(read(b"\r\n\r\n" + raw_pdf([_TEXT])))


def test_actions_links_and_attachments_stay_shut() -> None:
    catalogue = (
        b"/OpenAction<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\))>>"
        b"/AA<</WC<</S/Launch/F(/bin/sh)>>>>/Names<</EmbeddedFiles<</Names[(a) 100 0 R]>>>>"
    )
    attached = b"100 0 obj <</Type/Filespec/F(a)/EF<</F 101 0 R>>>> endobj\n"
    attached += b"101 0 obj <</Length 6>> stream\nHIDDEN\nendstream endobj"
    document = read(raw_pdf([_TEXT], catalogue=catalogue, more=attached))

    assert document.text == "A catalogue of posts with more than a few words on its only page.\n"


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (b"1 g " + words("Withdrawn", 72, 600) + b"0 g ", []),
        (b"0 g 60 590 200 30 re f 1 g " + words("Withdrawn", 72, 600) + b"0 g ", ["Withdrawn"]),
        (b"q 0 0 50 50 re W n " + words("Withdrawn", 72, 600) + b"Q ", []),
        (b"q 60 590 200 30 re W n " + words("Withdrawn", 72, 600) + b"Q ", ["Withdrawn"]),
        (b"0.99 0.99 0.99 rg " + words("Withdrawn", 72, 600) + b"0 g ", []),
        (b"0.8 g " + words("Withdrawn", 72, 600) + b"0 g ", ["Withdrawn"]),
    ],
)
def test_what_paint_and_clips_hide_is_left_out(drawn: bytes, expected: list[str]) -> None:
    shown = words("A catalogue of posts with more than a few words.", 72, 700)

    assert _texts(read(raw_pdf([shown + drawn])))[1:] == expected


def test_watermark_across_the_page_is_left_out_and_noted() -> None:
    mark = b"BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 200 Tm (DRAFT) Tj ET\n"
    document = read(raw_pdf([_TEXT + mark]))

    assert "DRAFT" not in document.text
    assert [notice.code for notice in document.notices] == ["slanted_text_left_out"]


def test_too_many_pages() -> None:
    with pytest.raises(TooManyPagesError, match="1,000") as caught:
        read(raw_pdf([b""] * 1001))

    assert caught.value.code == "limit_pages"


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []

    read(raw_pdf([_TEXT] * 3), progress=lambda done, whole: told.append((done, whole)))

    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    ("limits", "error"),
    [
        (Limits(seconds=0), TooSlowError),
        (Limits(rows=2), TooManyRowsError),
        (Limits(cells=4), TooManyCellsError),
    ],
)
def test_limits_of_every_file_hold(limits: Limits, error: type[JinqueError]) -> None:
    with pytest.raises(error):
        document_of(_table(), "目录.pdf", Budget(limits, "目录.pdf"))
