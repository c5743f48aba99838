from concurrent.futures import ThreadPoolExecutor

import pytest

from jinque.errors import SignInRefusedError, WeakPasswordError
from jinque.locale import both
from jinque.model.account import DeedKind
from jinque.store import Record
from tests.store.accounts import OTHER, PASSWORD, Bureau
from tests.store.rows import execute


@pytest.fixture
def bureau(record: Record) -> Bureau:
    return Bureau(record).with_account()


def _refused(bureau: Bureau, name: str = "张敏", password: str = OTHER) -> str:
    with pytest.raises(SignInRefusedError) as caught:
        bureau.signing.sign_in(name, password)
    return repr(both(caught.value.told))


def test_a_session_tells_whose_it_is(bureau: Bureau) -> None:
    token = bureau.signing.sign_in("张敏", PASSWORD)

    account = bureau.signing.signed_in(token)

    assert account is not None
    assert account.name == "张敏"


@pytest.mark.parametrize("token", ["", "guessed", "\0", "\ud800"])
def test_a_token_that_nobody_was_given_is_of_nobody(bureau: Bureau, token: str) -> None:
    assert bureau.signing.signed_in(token) is None


def test_every_reason_to_refuse_is_answered_alike(bureau: Bureau) -> None:
    answers = {_refused(bureau), _refused(bureau, "李雷"), _refused(bureau, "a\0\ud800")}
    bureau.accounts.set_active("张敏", is_active=False, by="shell:root")
    answers.add(_refused(bureau, password=PASSWORD))

    assert len(answers) == 1


@pytest.mark.parametrize("name", ["张敏", "李雷"])
def test_every_try_costs_one_computation(bureau: Bureau, name: str) -> None:
    bureau.passwords.computed = 0

    for _ in range(7):
        _refused(bureau, name)

    assert bureau.passwords.computed == 7


def test_after_five_failures_the_right_password_has_to_wait(bureau: Bureau) -> None:
    for _ in range(5):
        _refused(bureau)

    _refused(bureau, password=PASSWORD)
    bureau.later(seconds=61)

    assert bureau.signing.sign_in("张敏", PASSWORD)


def test_the_wait_doubles_up_to_a_quarter_of_an_hour(bureau: Bureau) -> None:
    for minutes in (0, 0, 0, 0, 1, 2, 4, 8, 15, 15):
        _refused(bureau)
        bureau.later(minutes=minutes, seconds=-1 if minutes else 0)
        if minutes:
            _refused(bureau, password=PASSWORD)
        bureau.later(seconds=1)

    assert bureau.signing.sign_in("张敏", PASSWORD)


def test_success_forgets_the_failures(bureau: Bureau) -> None:
    for _ in range(4):
        _refused(bureau)
    bureau.signing.sign_in("张敏", PASSWORD)
    for _ in range(4):
        _refused(bureau)

    assert bureau.signing.sign_in("张敏", PASSWORD)


def test_the_lock_is_in_the_history_once(bureau: Bureau) -> None:
    for _ in range(9):
        _refused(bureau)

    kinds = [deed.kind for deed in bureau.accounts.deeds()]

    assert kinds == [DeedKind.LOCKED, DeedKind.ACCOUNT_ADDED]


def test_tries_side_by_side_all_count(bureau: Bureau) -> None:
    bureau.passwords.computed = 0
    with ThreadPoolExecutor(8) as pool:
        for _ in pool.map(lambda _: _refused(bureau), range(16)):
            pass

    _refused(bureau, password=PASSWORD)


def test_what_was_typed_for_a_name_is_not_kept(bureau: Bureau, database_url: str) -> None:
    for number in range(40):
        _refused(bureau, f"secret{number}")

    kept = execute(database_url, "SELECT * FROM sign_in_attempt")

    assert "secret" not in repr(kept)
    assert {len(key) for key, *_ in kept} == {5}


def test_signing_in_ends_the_session_of_the_same_browser(bureau: Bureau) -> None:
    first = bureau.signing.sign_in("张敏", PASSWORD)

    second = bureau.signing.sign_in("张敏", PASSWORD, old_token=first)

    assert bureau.signing.signed_in(first) is None
    assert bureau.signing.signed_in(second) is not None


def test_a_session_that_is_used_lasts_twelve_hours(bureau: Bureau) -> None:
    token = bureau.signing.sign_in("张敏", PASSWORD)
    for _ in range(14):
        bureau.later(minutes=50)
        assert bureau.signing.signed_in(token) is not None

    bureau.later(minutes=20)

    assert bureau.signing.signed_in(token) is None


def test_a_session_ends_after_an_hour_without_use(bureau: Bureau) -> None:
    token = bureau.signing.sign_in("张敏", PASSWORD)

    bureau.later(hours=1)

    assert bureau.signing.signed_in(token) is None


def test_sessions_that_are_over_are_taken_away(bureau: Bureau, database_url: str) -> None:
    bureau.signing.sign_in("张敏", PASSWORD)
    bureau.later(hours=2)
    bureau.signing.sign_in("张敏", PASSWORD)

    assert len(execute(database_url, "SELECT * FROM office_session")) == 1


def test_signing_out_ends_the_session_for_good(bureau: Bureau) -> None:
    token = bureau.signing.sign_in("张敏", PASSWORD)

    bureau.signing.sign_out(token)

    assert bureau.signing.signed_in(token) is None


def test_another_password_ends_all_sessions_but_the_new_one(bureau: Bureau) -> None:
    before = bureau.signing.sign_in("张敏", PASSWORD)

    token = bureau.signing.change_password("张敏", PASSWORD, OTHER)

    assert bureau.signing.signed_in(before) is None
    assert bureau.signing.signed_in(token) is not None
    _refused(bureau, password=PASSWORD)
    assert bureau.signing.sign_in("张敏", OTHER)


def test_another_password_needs_the_old_one(bureau: Bureau) -> None:
    with pytest.raises(SignInRefusedError):
        bureau.signing.change_password("张敏", OTHER, OTHER)

    assert bureau.signing.sign_in("张敏", PASSWORD)


def test_a_weak_password_is_not_changed_to(bureau: Bureau) -> None:
    with pytest.raises(WeakPasswordError):
        bureau.signing.change_password("张敏", PASSWORD, "short")
