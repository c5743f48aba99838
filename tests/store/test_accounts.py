import pytest
import sqlalchemy as sa

from jinque.errors import (
    AccountExistsError,
    InvalidOptionError,
    UnknownAccountError,
    WeakPasswordError,
)
from jinque.model.account import DeedKind, Role
from jinque.store import Record
from tests.store.accounts import OTHER, PASSWORD, Bureau
from tests.store.rows import execute, rows


@pytest.fixture
def bureau(record: Record) -> Bureau:
    return Bureau(record)


def _everything(database_url: str) -> str:
    return repr(rows(database_url))


def test_an_account_is_listed_with_its_role(bureau: Bureau) -> None:
    bureau.with_account("张敏", Role.REVIEWER)

    (account,) = bureau.accounts.every()

    assert (account.name, account.role, account.is_active) == ("张敏", Role.REVIEWER, True)


def test_a_name_that_differs_in_width_and_case_is_taken(bureau: Bureau) -> None:
    bureau.with_account("Zhang.Min")

    with pytest.raises(AccountExistsError):
        bureau.with_account("zhang．ＭＩＮ")


@pytest.mark.parametrize("name", ["", " ", "张 敏", "a\0b", "<b>", "-", "长" * 41, "\ud800"])
def test_what_cannot_be_a_name_is_refused(bureau: Bureau, name: str) -> None:
    with pytest.raises(InvalidOptionError):
        bureau.with_account(name)


@pytest.mark.parametrize("password", ["", "short", "x" * 40, "x1" * 200, "my zhang.min is here"])
def test_a_weak_password_is_refused(bureau: Bureau, password: str) -> None:
    with pytest.raises(WeakPasswordError):
        bureau.accounts.add("zhang.min", Role.EDITOR, password, by="shell:root")

    assert bureau.accounts.every() == ()


def test_neither_password_nor_token_is_in_the_database(bureau: Bureau, database_url: str) -> None:
    token = bureau.with_account().signing.sign_in("张敏", PASSWORD)

    kept = _everything(database_url)

    assert PASSWORD not in kept
    assert token not in kept
    assert "$argon2id$" in kept


def test_what_is_not_there_is_told(bureau: Bureau) -> None:
    with pytest.raises(UnknownAccountError):
        bureau.accounts.set_password("李雷", PASSWORD, by="shell:root")


def test_another_role_is_in_force_at_once(bureau: Bureau) -> None:
    bureau.with_account()

    changed = bureau.accounts.set_role("张敏", Role.PUBLISHER, by="shell:root")

    assert changed.role is Role.PUBLISHER


@pytest.mark.parametrize("change", ["role", "password", "disable", "unlock"])
def test_a_change_ends_the_sessions(bureau: Bureau, change: str) -> None:
    token = bureau.with_account().signing.sign_in("张敏", PASSWORD)

    if change == "role":
        bureau.accounts.set_role("张敏", Role.REVIEWER, by="shell:root")
    elif change == "password":
        bureau.accounts.set_password("张敏", OTHER, by="shell:root")
    elif change == "disable":
        bureau.accounts.set_active("张敏", is_active=False, by="shell:root")
    else:
        bureau.accounts.unlock("张敏", by="shell:root")

    assert bureau.signing.signed_in(token) is None


def test_the_history_tells_who_did_what_last_line_first(bureau: Bureau) -> None:
    bureau.with_account().signing.sign_out(bureau.signing.sign_in("张敏", PASSWORD))
    bureau.accounts.set_active("张敏", is_active=False, by="shell:root")

    told = [(deed.sequence, deed.by, deed.kind, deed.about) for deed in bureau.accounts.deeds()]

    assert told == [
        (4, "shell:root", DeedKind.DISABLED, "张敏"),
        (3, "张敏", DeedKind.SIGNED_OUT, "张敏"),
        (2, "张敏", DeedKind.SIGNED_IN, "张敏"),
        (1, "shell:root", DeedKind.ACCOUNT_ADDED, "张敏"),
    ]
    assert bureau.accounts.history_length() == 4
    assert [line.what for line in bureau.accounts.history(2)] == ["disabled", "signed_out"]


@pytest.mark.parametrize("change", ["UPDATE deed SET about = 'me'", "DELETE FROM deed"])
def test_the_database_refuses_to_change_the_history(
    bureau: Bureau, database_url: str, change: str
) -> None:
    bureau.with_account()

    with pytest.raises(sa.exc.DBAPIError, match="never change"):
        execute(database_url, change)
