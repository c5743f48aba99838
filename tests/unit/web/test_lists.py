import pytest

from jinque.errors import InvalidOptionError
from jinque.web.forms import Paging


@pytest.mark.parametrize(
    ("total", "page", "first", "last", "pages"),
    [(312, 1, 1, 50, 7), (312, 7, 301, 312, 7), (50, 1, 1, 50, 1), (0, 1, 0, 0, 1)],
)
def test_a_page_says_which_rows_it_shows(
    total: int, page: int, first: int, last: int, pages: int
) -> None:
    paging = Paging.of(total, page, 50)

    assert (paging.first, paging.last, paging.pages) == (first, last, pages)


def test_a_page_behind_the_last_is_an_error_that_says_how_many_there_are() -> None:
    with pytest.raises(InvalidOptionError, match="no page 8; the list has 7"):
        Paging.of(312, 8, 50)
