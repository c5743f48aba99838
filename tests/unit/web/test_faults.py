import pytest

from jinque.errors import (
    InvalidOptionError,
    JinqueError,
    MachineError,
    NothingFoundError,
    RecordBusyError,
    UnknownEditionError,
    UnknownPostError,
    UnknownSourceError,
)
from jinque.locale import say
from jinque.web.visit import status_of
from tests.unit.web.conftest import Ask


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (UnknownEditionError, 404),
        (UnknownPostError, 404),
        (UnknownSourceError, 404),
        (InvalidOptionError, 400),
        (NothingFoundError, 400),
        (RecordBusyError, 503),
        (MachineError, 500),
    ],
)
def test_an_error_has_the_status_of_its_nearest_class(kind: type[JinqueError], status: int) -> None:
    assert status_of(kind(say("wrong"))) == status


@pytest.mark.parametrize(
    ("path", "status", "code", "where"),
    [
        ("/nothing", 404, "page_unknown", "/nothing"),
        ("/editions/delian", 404, "edition_unknown", "delian"),
        ("/posts/dalian:装备制造:999", 404, "post_unknown", "dalian:装备制造:999"),
        ("/posts/装备", 404, "post_unknown", "装备"),
        ("/editions/dalian?page=two", 400, "option_invalid", "page"),
        ("/editions/dalian?page=0", 400, "option_invalid", "page"),
        ("/editions/dalian?page=99", 400, "option_invalid", "page"),
        ("/editions/dalian/export?format=xml", 400, "option_invalid", "format"),
        ("/editions/dalian/export?kind=people", 400, "option_invalid", "kind"),
        ("/search?kind=people", 400, "option_invalid", "kind"),
        ("/search?q=" + "长" * 201, 400, "option_invalid", "query"),
        ("/assets/app.py", 404, "page_unknown", "/assets/app.py"),
    ],
)
def test_every_error_has_one_shape(ask: Ask, path: str, status: int, code: str, where: str) -> None:
    answer = ask(path, accept="application/json")

    error = answer.json()["error"]
    assert answer.status_code == status
    assert list(error) == ["code", "message", "where", "hint"]
    assert (error["code"], error["where"]) == (code, where)


def test_an_error_is_told_in_the_language_asked_for(ask: Ask) -> None:
    answer = ask("/editions/delian.json?lang=en")

    assert answer.json()["error"]["message"] == "There is no edition “delian”."


def test_an_error_page_links_to_what_the_reader_may_have_meant(ask: Ask) -> None:
    page = ask("/posts/dalian:装备制造:999").text

    assert '<a href="/posts/dalian:%E8%A3%85%E5%A4%87%E5%88%B6%E9%80%A0:9">' in page


def test_writing_is_refused(ask: Ask) -> None:
    answer = ask("/", method="POST")

    assert answer.status_code == 405


def test_what_nobody_foresaw_is_told_without_its_details(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: object) -> None:
        raise ZeroDivisionError("secret of the machine")

    monkeypatch.setattr("jinque.api.catalogues", failing)
    answer = ask("/catalogues?unforeseen=1")

    assert answer.status_code == 500
    assert "服务器没能完成这个请求" in answer.text
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
