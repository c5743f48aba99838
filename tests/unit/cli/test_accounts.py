"""`jinque account` on a record of its own."""

import io
import sys
from pathlib import Path

import pytest

from jinque import api
from tests.unit.cli.conftest import Shell

PASSWORD = "four quiet harbours 9"  # noqa: S105 - of the tests


@pytest.fixture(scope="module")
def office_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("office")
    api.open_workspace(data_dir=folder).close()
    return folder


@pytest.fixture
def office(office_record: Path, shell: Shell, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.setenv("JINQUE_DATA_DIR", str(office_record))
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSWORD}\n"))
    return shell


def test_an_account_is_added_with_a_password_from_stdin(office: Shell) -> None:
    outcome = office("account", "add", "张敏", "--role", "editor", "--password-stdin")

    assert outcome.code == 0
    assert "张敏" in outcome.out
    assert "编辑" in outcome.out
    assert PASSWORD not in outcome.out + outcome.err


def test_accounts_are_listed_for_programs(office: Shell) -> None:
    office("account", "add", "li.lei", "--role", "publisher", "--password-stdin")

    listed = office("account", "list", "--json").answer["accounts"]

    told = {each["name"]: (each["role"], each["is_active"]) for each in listed}
    assert told["li.lei"] == ("publisher", True)
    assert {key for each in listed for key in each} == {"name", "role", "is_active", "created_at"}


def test_an_account_is_disabled_and_enabled(office: Shell) -> None:
    office("account", "add", "han", "--role", "reviewer", "--password-stdin")

    off = office("account", "disable", "han", "--json").answer["accounts"][0]
    on = office("account", "enable", "han", "--json").answer["accounts"][0]

    assert (off["is_active"], on["is_active"]) == (False, True)


def test_an_account_gets_another_role(office: Shell) -> None:
    office("account", "add", "wang", "--role", "editor", "--password-stdin")

    outcome = office("account", "role", "wang", "--role", "reviewer")

    assert outcome.code == 0
    assert "复核" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "code", "where"),
    [
        (["remove", "zhou"], "option_invalid", "ACTION"),
        (["add"], "wrong_call", "NAME"),
        (["add", "zhou", "--role", "boss", "--password-stdin"], "option_invalid", "--role"),
        (["add", "zhou", "--password-stdin"], "option_invalid", "--role"),
        (["add", "zhou", "--role", "editor"], "wrong_call", "--password-stdin"),
        (["password", "nobody", "--password-stdin"], "account_unknown", "nobody"),
        (["disable", "nobody"], "account_unknown", "nobody"),
    ],
)
def test_what_cannot_be_is_told_with_its_place(
    office: Shell, arguments: list[str], code: str, where: str
) -> None:
    outcome = office("account", *arguments, "--json")

    assert outcome.code == 2
    assert (outcome.error["code"], outcome.error["where"]) == (code, where)


def test_a_weak_password_is_refused_without_being_shown(
    office: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("geheim\n"))

    outcome = office("account", "add", "zhou", "--role", "editor", "--password-stdin")

    assert outcome.code == 2
    assert "12" in outcome.err
    assert "geheim" not in outcome.out + outcome.err


@pytest.mark.parametrize(
    "arguments",
    [["--public-address", "https://a.example"], ["--office", "--public-address", "a.example/x"]],
)
def test_an_address_that_cannot_be_is_refused_before_serving(
    office: Shell, arguments: list[str]
) -> None:
    outcome = office("serve", *arguments)

    assert outcome.code == 2
    assert "--public-address" in outcome.err
