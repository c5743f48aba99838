from urllib.parse import urlencode

import pytest
from litestar.testing import RequestFactory

from jinque.web.rendering import View, view_of


def _view(path: str = "/posts/dalian:装备制造:1", *query: tuple[str, str]) -> View:
    return View(
        language="zh",
        size="normal",
        path=path,
        query=query,
        origin="http://site",
        wants_json=False,
        chosen=(),
    )


def test_the_permalink_keeps_its_chinese_readable() -> None:
    assert _view().permalink == "http://site/posts/dalian:装备制造:1"


@pytest.mark.parametrize(
    ("path", "twin"),
    [("/", "/index.json"), ("/search", "/search.json"), ("/editions/x", "/editions/x.json")],
)
def test_the_twin_is_the_same_path_with_json_behind_it(path: str, twin: str) -> None:
    assert _view(path).twin == twin


def test_the_twin_keeps_the_query() -> None:
    assert _view("/search", ("q", "护理")).twin == "/search.json?q=%E6%8A%A4%E7%90%86"


def test_an_address_changes_one_part_and_keeps_the_rest() -> None:
    view = _view("/search", ("q", "a"), ("page", "2"))

    assert view.address({"page": "3"}) == "/search?q=a&page=3"


def test_an_address_drops_a_part_without_a_value() -> None:
    assert _view("/search", ("q", "a"), ("page", "2")).address({"page": None}) == "/search?q=a"


def test_the_key_tells_letter_sizes_apart() -> None:
    large = View(
        language="zh",
        size="large",
        path="/",
        query=(),
        origin="http://site",
        wants_json=False,
        chosen=(),
    )

    assert large.key != _view("/").key


def test_the_query_stays_in_the_order_given() -> None:
    query = [(name, "1") for name in ("place", "edition", "q", "page", "degree", "industry", "q")]

    request = RequestFactory().get("/search")
    request.scope["query_string"] = urlencode(query).encode()

    assert tuple(query) == view_of(request).query
