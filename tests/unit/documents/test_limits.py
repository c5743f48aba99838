"""One code for each limit, at small limits; the real ones are tested where they are cheap."""

import pytest

from jinque.documents.opening import document_of
from jinque.documents.source import Budget, Limits
from jinque.errors import (
    LimitError,
    TooManyCellsError,
    TooManyElementsError,
    TooManyRowsError,
    TooSlowError,
)
from tests.rendering.mutations import seeds
from tests.said import zh
from tests.unit.documents.made_files import p, tbl, word

_FORMATS = ("docx", "xlsx", "html", "csv")


def _read(kind: str, limits: Limits) -> None:
    name = f"目录.{kind}"
    document_of(seeds()[kind], name, Budget(limits, name))


@pytest.mark.parametrize("kind", _FORMATS)
def test_too_many_rows(kind: str) -> None:
    with pytest.raises(TooManyRowsError) as caught:
        _read(kind, Limits(rows=2))

    assert caught.value.where == f"目录.{kind}"
    assert zh(caught.value.hint)


@pytest.mark.parametrize("kind", _FORMATS)
def test_too_many_cells(kind: str) -> None:
    with pytest.raises(TooManyCellsError):
        _read(kind, Limits(cells=4))


@pytest.mark.parametrize("kind", ["docx", "xlsx", "html"])
def test_too_many_elements(kind: str) -> None:
    with pytest.raises(TooManyElementsError):
        _read(kind, Limits(elements=3, page_elements=3))


def test_text_export_of_very_many_lines_or_tabs() -> None:
    with pytest.raises(TooManyRowsError):
        _read("txt", Limits(lines=1))
    with pytest.raises(TooManyCellsError):
        _read("txt", Limits(cells=3))


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_too_slow(kind: str) -> None:
    with pytest.raises(TooSlowError):
        _read(kind, Limits(seconds=0))


def test_every_limit_has_a_code_of_its_own() -> None:
    kinds = LimitError.__subclasses__()

    assert len({kind.code for kind in kinds} | {LimitError.code}) == len(kinds) + 1


def test_progress_is_told_while_rows_are_read() -> None:
    told: list[tuple[int, int]] = []
    body = tbl(*((str(number), "电工") for number in range(3000))) + p("尾")

    document_of(word(body), "x", Budget(progress=lambda done, of: told.append((done, of))))

    assert [done for done, _ in told] == [1024, 2048]
    assert all(done <= of for done, of in told)
