"""What only a real server shows: bytes on the wire."""

import gzip
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.e2e.site_server import serving


@pytest.fixture(scope="module")
def site(corpus_record: Path) -> Iterator[str]:
    with serving(corpus_record) as address:
        yield address


def _get(address: str, **headers: str) -> HTTPResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    request = urllib.request.Request(quote(address, safe=":/?&=%"), headers=named)  # noqa: S310
    answer: HTTPResponse = urllib.request.urlopen(request, timeout=20)  # noqa: S310
    return answer


def test_a_page_is_compressed_for_who_asks(site: str) -> None:
    with _get(f"{site}/editions/dalian", accept_encoding="gzip") as answer:
        page = gzip.decompress(answer.read())

    assert answer.headers["content-encoding"] == "gzip"
    assert "智能制造工程技术人员" in page.decode()


def test_a_chinese_address_answers_in_json(site: str) -> None:
    with _get(f"{site}/posts/dalian:装备制造:1.json") as answer:
        post = json.load(answer)["post"]

    assert post["name"] == "智能制造工程技术人员"


@pytest.mark.parametrize(
    ("edition", "rows"),
    [
        ("dalian", 312),
        ("skilled-trades", 58),
        ("wenzhou-2020", 288),
        ("wenzhou-majors-1", 77),
        ("shanghai-foreign", 62),
        ("zhejiang-2022-77", 883),
    ],
)
def test_a_download_has_every_row(site: str, edition: str, rows: int) -> None:
    with _get(f"{site}/editions/{edition}/export?format=jsonl") as answer:
        lines = answer.read().splitlines()

    assert len(lines) == rows
    assert answer.headers["content-disposition"].startswith("attachment")


def test_an_error_is_json_for_programs(site: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        _get(f"{site}/editions/nowhere.json")

    with caught.value as answer:
        assert answer.code == 404
        assert json.load(answer)["error"]["code"] == "edition_unknown"
