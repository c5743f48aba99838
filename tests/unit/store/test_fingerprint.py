from pathlib import Path

import pytest

from jinque.store import code_checksum

ROOMS = ("documents", "corpus")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    for name in ("documents/read.py", "corpus/data/harbour.yaml", "web/pages.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        path.write_text(name)
    return tmp_path


def test_the_same_files_have_the_same_checksum(package: Path) -> None:
    assert code_checksum(ROOMS, package) == code_checksum(ROOMS, package)


@pytest.mark.parametrize("name", ["documents/read.py", "corpus/data/harbour.yaml"])
def test_a_changed_file_changes_the_checksum(package: Path, name: str) -> None:
    before = code_checksum(ROOMS, package)

    (package / name).write_text("changed")

    assert before != code_checksum(ROOMS, package)


def test_a_renamed_file_changes_the_checksum(package: Path) -> None:
    before = code_checksum(ROOMS, package)

    (package / "documents/read.py").rename(package / "documents/text.py")

    assert before != code_checksum(ROOMS, package)


@pytest.mark.parametrize("name", ["web/pages.py", "documents/__pycache__/read.pyc"])
def test_other_files_do_not_change_the_checksum(package: Path, name: str) -> None:
    before = code_checksum(ROOMS, package)

    (package / name).parent.mkdir(exist_ok=True)
    (package / name).write_text("changed")

    assert before == code_checksum(ROOMS, package)


def test_a_module_is_a_room_as_a_folder_is(package: Path) -> None:
    (package / "text.py").write_text("text")
    before = code_checksum(("text",), package)

    (package / "text.py").write_text("changed")

    assert before != code_checksum(("text",), package)


def test_a_room_without_a_file_is_refused(package: Path) -> None:
    with pytest.raises(ValueError, match="reading"):
        code_checksum((*ROOMS, "reading"), package)


def test_the_installed_package_is_the_default() -> None:
    assert code_checksum(("model",)) != code_checksum(())
