from pathlib import Path

import pytest

from jinque.errors import InvalidOptionError
from jinque.locale import both
from jinque.store.database import locate
from tests.said import zh


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("JINQUE_DATABASE_URL", "JINQUE_DATA_DIR"):
        monkeypatch.delenv(name, raising=False)


def test_the_record_lies_in_the_users_data_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("jinque.store.database.user_data_path", lambda *_, **__: tmp_path)

    assert locate().database == str(tmp_path / "jinque.sqlite")


def test_a_setting_names_another_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JINQUE_DATA_DIR", str(tmp_path))

    assert locate().database == str(tmp_path / "jinque.sqlite")


def test_the_database_setting_goes_before_the_folder_setting(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JINQUE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("JINQUE_DATABASE_URL", "postgresql://jinque@host/db")

    assert locate().host == "host"


def test_an_argument_goes_before_both_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JINQUE_DATA_DIR", "/elsewhere")
    monkeypatch.setenv("JINQUE_DATABASE_URL", "postgresql://jinque@host/db")

    assert locate(data_dir=tmp_path).database == str(tmp_path / "jinque.sqlite")
    assert locate("sqlite:////given").database == "/given"


def test_an_empty_setting_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("JINQUE_DATABASE_URL", "")
    monkeypatch.setenv("JINQUE_DATA_DIR", str(tmp_path))

    assert locate().database == str(tmp_path / "jinque.sqlite")


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_reached_by_psycopg(scheme: str) -> None:
    assert locate(f"{scheme}://jinque@host/db").drivername == "postgresql+psycopg"


@pytest.mark.parametrize(
    "address", ["mysql://host/db", "no address", "sqlite://", "sqlite:///:memory:", "://", "x:y:z"]
)
def test_another_address_is_refused(address: str) -> None:
    with pytest.raises(InvalidOptionError) as caught:
        locate(address)

    assert "JINQUE_DATABASE_URL" in zh(caught.value.hint)


def test_a_refusal_hides_the_password() -> None:
    with pytest.raises(InvalidOptionError) as caught:
        locate("mysql://jinque:secret@host/db")

    assert "secret" not in str(both(caught.value.told))
