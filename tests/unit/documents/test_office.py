import os
import time
from pathlib import Path

import pytest

from jinque.documents import read
from jinque.documents.libreoffice import find_office
from jinque.documents.opening import document_of
from jinque.documents.source import Budget, Limits
from jinque.errors import NotReadableError, OfficeMissingError, TooSlowError
from tests.said import zh
from tests.unit.documents.made_files import texts

_RTF = rb"{\rtf1\ansi\ansicpg936 \u26576?\u24066?\par\trowd\cellx2000\cellx4000 1\cell A\cell\row}"

needs_office = pytest.mark.usefixtures("office")


def _program(folder: Path, script: str) -> None:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder whose `soffice` is the only LibreOffice."""
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")
    return tmp_path


def test_missing_libreoffice_is_told_with_the_command_that_installs_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if find_office() is not None:
        pytest.skip("LibreOffice stands where it is always found")

    with pytest.raises(OfficeMissingError) as caught:
        read(_RTF, name="目录.rtf")

    assert "apt-get install libreoffice" in zh(caught.value.hint)


def test_libreoffice_that_hangs_is_ended_with_its_children(stand_in: Path) -> None:
    _program(stand_in, f"sleep 60 & echo $! > {stand_in}/child; wait")
    begun = time.monotonic()

    with pytest.raises(TooSlowError):
        document_of(_RTF, "目录.rtf", Budget(Limits(office_seconds=0.5)))

    assert time.monotonic() - begun < 10
    child = int((stand_in / "child").read_text())
    assert not _is_running(child)


def test_libreoffice_that_writes_nothing_is_a_file_that_cannot_be_read(stand_in: Path) -> None:
    _program(stand_in, "exit 1")

    with pytest.raises(NotReadableError):
        read(_RTF, name="目录.rtf")


def test_libreoffice_sees_a_folder_of_its_own_and_no_settings_of_the_user(stand_in: Path) -> None:
    _program(
        stand_in, f'env > {stand_in}/env; for a in "$@"; do echo "$a" >> {stand_in}/args; done'
    )

    with pytest.raises(NotReadableError):
        read(_RTF, name="目录.rtf")

    given = (stand_in / "args").read_text().splitlines()
    folder = Path(given[-1]).parent
    assert f"HOME={folder}" in (stand_in / "env").read_text()
    assert given[0] == f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    assert not folder.exists()


@needs_office
def test_rich_text_is_read_through_libreoffice() -> None:
    document = read(_RTF, name="目录.rtf")

    assert texts(document) == ["某市", [["1", "A"]]]


def _is_running(process: int) -> bool:
    status = Path(f"/proc/{process}/status")
    if status.exists():
        return "State:\tZ" not in status.read_text()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path("/proc").exists() is False
