"""Signing in to the office: at the level of HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from jinque import api
from jinque.model.account import Role
from tests.unit.web.conftest import Ask
from tests.unit.web.office_visitor import ORIGIN, PASSWORD, Premises

SESSION = "jinque-session"


@pytest.fixture(scope="module")
def record_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("entrance")


@pytest.fixture
def premises(record_folder: Path) -> Iterator[Premises]:
    with api.open_workspace(data_dir=record_folder) as workspace:
        yield Premises(workspace)


def _paths() -> list[str]:
    from jinque.web.app import OFFICE_PAGES

    return sorted({path for page in OFFICE_PAGES for path in page.paths})


@pytest.mark.parametrize("path", _paths())
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_public_site_has_no_page_of_the_office(ask: Ask, path: str, method: str) -> None:
    assert ask(path, method=method).status_code == 404
    assert ask(f"{path}.json", method=method).status_code == 404


def test_the_public_site_leads_to_no_office(ask: Ask) -> None:
    assert "/office" not in ask("/").text


def test_the_public_pages_need_nobody(premises: Premises) -> None:
    answer = premises.visitor().get("/editions/dalian")

    assert answer.status_code == 200
    assert '<a href="/office">' in answer.text


def test_a_page_asks_a_stranger_to_sign_in_and_remembers_where_to(premises: Premises) -> None:
    answer = premises.visitor().get("/office/history?page=1")

    assert answer.status_code == 303
    assert answer.headers["location"] == "/office/sign-in?to=%2Foffice%2Fhistory%3Fpage%3D1"


def test_a_program_is_told_that_nobody_is_signed_in(premises: Premises) -> None:
    answer = premises.visitor().get("/office/history.json")

    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "not_signed_in"


def test_signing_in_leads_to_where_one_wanted(premises: Premises) -> None:
    premises.signed_in("张敏", Role.EDITOR)

    answer = premises.visitor().sign_in("张敏", to="/office/history")

    assert (answer.status_code, answer.headers["location"]) == (303, "/office/history")


@pytest.mark.parametrize(
    "to",
    ["https://evil.example", "//evil.example/office", "/office\\evil", "/catalogues", "/officer"],
)
def test_signing_in_leads_nowhere_else(premises: Premises, to: str) -> None:
    premises.signed_in("张敏", Role.EDITOR)

    answer = premises.visitor().sign_in("张敏", to=to)

    assert answer.headers["location"] == "/office"


def test_the_cookie_is_for_this_site_and_no_script(premises: Premises) -> None:
    premises.signed_in("张敏", Role.EDITOR)

    answer = premises.visitor().sign_in("张敏")

    cookies = [line for line in answer.headers.get_list("set-cookie") if SESSION in line]
    flags = {flag.strip().lower() for flag in cookies[0].split(";")[1:]}
    assert {"httponly", "samesite=strict", "path=/"} <= flags
    assert not any(flag.startswith(("domain", "max-age")) for flag in flags)


def test_behind_https_the_cookie_goes_by_nothing_else(record_folder: Path) -> None:
    with api.open_workspace(data_dir=record_folder) as workspace:
        premises = Premises(workspace, address="https://lists.example")
        visitor = premises.visitor("https://lists.example")
        answer = visitor.get("/office/sign-in")

    assert list(visitor.cookies) == ["__Host-jinque-door"]
    assert "; secure" in answer.headers["set-cookie"].lower()


@pytest.mark.parametrize(
    ("name", "password"), [("张敏", "wrong"), ("nobody", PASSWORD), ("a\0", ""), ("", "")]
)
def test_every_refusal_reads_the_same(premises: Premises, name: str, password: str) -> None:
    premises.signed_in("张敏", Role.EDITOR)

    answer = premises.visitor().sign_in(name, password)

    assert answer.status_code == 401
    assert "姓名或密码不对，或者这个账户因多次输错须等候。" in answer.text
    assert not password or password not in answer.text


def test_five_failures_make_the_right_password_wait(premises: Premises) -> None:
    premises.signed_in("lock.me", Role.EDITOR)
    visitor = premises.visitor()
    for _ in range(5):
        visitor.sign_in("lock.me", "wrong")

    refused = visitor.sign_in("lock.me")
    premises.later(minutes=1, seconds=1)

    assert refused.status_code == 401
    assert visitor.sign_in("lock.me").status_code == 303


def test_a_session_fixed_by_somebody_else_is_worth_nothing(premises: Premises) -> None:
    premises.signed_in("张敏", Role.EDITOR)
    visitor = premises.visitor()
    visitor.cookies[SESSION] = "chosen-by-somebody-else"

    visitor.sign_in("张敏")

    assert visitor.cookies[SESSION] != "chosen-by-somebody-else"
    other = premises.visitor()
    other.cookies[SESSION] = "chosen-by-somebody-else"
    assert other.get("/office/history.json").status_code == 401


def test_signing_in_again_ends_the_session_before(premises: Premises) -> None:
    visitor = premises.signed_in("张敏", Role.EDITOR)
    before = dict(visitor.cookies)
    fresh = premises.visitor()
    fresh.get("/office/sign-in")
    fresh.cookies |= before
    premises.later(seconds=1)
    door = premises.visitor()
    token = door.token("/office/sign-in")
    door.cookies |= before
    door.post("/office/sign-in", {"form_token": token, "name": "张敏", "password": PASSWORD})

    visitor.cookies = before
    assert door.get("/office/history.json").status_code == 200
    assert visitor.get("/office/history.json").status_code == 401


def test_a_session_is_over_after_an_hour_without_use(premises: Premises) -> None:
    visitor = premises.signed_in("张敏", Role.EDITOR)

    premises.later(minutes=61)

    assert visitor.get("/office/history.json").status_code == 401


def test_signing_out_ends_the_session(premises: Premises) -> None:
    visitor = premises.signed_in("张敏", Role.EDITOR)
    before = dict(visitor.cookies)

    answer = visitor.submit("/office/password", "/office/sign-out")
    visitor.cookies = before

    assert answer.status_code == 303
    assert visitor.get("/office/history.json").status_code == 401


def test_another_password_ends_other_sessions(premises: Premises) -> None:
    here = premises.signed_in("change.er", Role.EDITOR)
    there = premises.signed_in("change.er", Role.EDITOR)
    new = "seven slow rivers 3"

    answer = here.submit("/office/password", "/office/password", old=PASSWORD, new=new, again=new)

    assert "密码已改" in answer.text
    assert here.get("/office/history.json").status_code == 200
    assert there.get("/office/history.json").status_code == 401


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"old": "wrong", "new": "seven slow rivers 3", "again": "seven slow rivers 3"}, "不对"),
        ({"old": PASSWORD, "new": "short", "again": "short"}, "太容易猜到"),
        ({"old": PASSWORD, "new": "seven slow rivers 3", "again": "other"}, "不一样"),
    ],
)
def test_a_password_that_cannot_be_changed_is_told(
    premises: Premises, fields: dict[str, str], said: str
) -> None:
    visitor = premises.signed_in("keep.er", Role.EDITOR)

    answer = visitor.submit("/office/password", "/office/password", **fields)

    assert answer.status_code in {400, 401}
    assert said in answer.text


def test_no_page_of_the_office_is_kept_anywhere(premises: Premises) -> None:
    visitor = premises.signed_in("张敏", Role.EDITOR)

    headers = visitor.get("/office/history").headers

    assert headers["cache-control"] == "no-store"
    assert "etag" not in headers
    assert "frame-ancestors 'none'" in headers["content-security-policy"]


def test_the_history_tells_of_the_signing_in(premises: Premises) -> None:
    visitor = premises.signed_in("张敏", Role.EDITOR)

    lines = visitor.get("/office/history.json").json()["lines"]

    assert ("signed_in", "张敏") in {(line["what"], line["by"]) for line in lines}


def test_a_form_of_another_site_is_not_carried_out(premises: Premises) -> None:
    visitor = premises.signed_in("张敏", Role.EDITOR)
    token = visitor.token()

    for origin in ("https://evil.example", "null", f"{ORIGIN}.evil.example", ""):
        answer = visitor.post("/office/sign-out", {"form_token": token}, origin=origin)
        assert answer.status_code == 403

    assert visitor.get("/office/history.json").status_code == 200


def test_the_token_of_another_session_is_not_taken(premises: Premises) -> None:
    visitor = premises.signed_in("张敏", Role.EDITOR)
    foreign = premises.signed_in("李雷", Role.EDITOR).token()

    answer = visitor.post("/office/sign-out", {"form_token": foreign})

    assert answer.status_code == 403


def test_nothing_secret_is_logged(
    premises: Premises, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level("DEBUG")
    visitor = premises.signed_in("张敏", Role.EDITOR)
    premises.visitor().sign_in("张敏", "a wrong password 1")
    monkeypatch.setattr("jinque.store.sessions.Passwords.fits", None)
    failed = premises.visitor().sign_in("张敏", "another password 2")

    said = caplog.text
    assert failed.status_code == 500
    assert "/office/sign-in failed" in said
    secrets = [PASSWORD, "a wrong password 1", "another password 2", *visitor.cookies.values()]
    assert [each for each in secrets if each in said + failed.text] == []
