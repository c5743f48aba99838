import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import shell

EXPORTED = {
    "dalian": 312,
    "skilled-trades": 58,
    "wenzhou-2020": 288,
    "wenzhou-majors-1": 77,
    "shanghai-foreign": 62,
    "zhejiang-2022-77": 883,
}


def test_the_first_use_says_that_it_reads_the_corpus_and_the_second_is_silent(
    tmp_path: Path,
) -> None:
    first = shell.run(tmp_path, "catalogues")
    second = shell.run(tmp_path, "catalogues")

    assert first.err.count("\n") == 1
    assert "正在读入内置目录" in first.err
    assert second.err == ""
    assert first.out == second.out


def test_to_a_program_the_first_use_says_nothing(tmp_path: Path) -> None:
    assert shell.run(tmp_path, "issues", "dalan", "--json").error["code"] == "edition_unknown"


@pytest.mark.parametrize(("edition", "rows"), EXPORTED.items())
def test_an_export_has_a_line_for_each_row(corpus_record: Path, edition: str, rows: int) -> None:
    ended = shell.run(corpus_record, "export", edition, "--format", "jsonl")

    assert ended.out.count(b"\n") == rows
    assert not ended.out.endswith(b"\n\n")


def test_an_export_is_the_same_bytes_on_every_record_and_in_every_locale(
    corpus_record: Path, tmp_path: Path
) -> None:
    there = shell.run(corpus_record, "export", "shanghai-foreign", "--format", "csv")
    here = shell.run(
        tmp_path,
        *("export", "shanghai-foreign", "--format", "csv"),
        LC_ALL="C",
        PYTHONUTF8="0",
        PYTHONCOERCECLOCALE="0",
    )

    assert there.out.startswith(b"\xef\xbb\xbfid,")
    assert here.out == there.out


def test_a_terminal_that_lacks_the_characters_gets_substitutes(corpus_record: Path) -> None:
    ended = shell.run(corpus_record, "catalogues", PYTHONIOENCODING="ascii")

    assert ended.code == 0
    assert b"wenzhou-2020" in ended.out


def test_a_pipe_gets_no_colours(corpus_record: Path) -> None:
    ended = shell.run(corpus_record, "search", "护士")

    assert b"\x1b" not in ended.out
    assert not any(line.endswith(b" ") for line in ended.out.splitlines())


def test_a_reader_who_goes_away_ends_it_without_a_word(corpus_record: Path) -> None:
    with subprocess.Popen(
        [shell.PROGRAM, "export", "zhejiang-2022-77"],
        env=shell.environment(corpus_record),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        err = process.stderr.read()

    assert err == b""
    assert process.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_is_told(corpus_record: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [shell.PROGRAM, "export", "dalian"],
            env=shell.environment(corpus_record),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )

    assert ended.returncode == 3
    assert b'"machine_failed"' in ended.stderr


def test_the_module_is_the_program_too(corpus_record: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "jinque", "show", "dalian:卫生:4", "--json"],
        env=shell.environment(corpus_record),
        capture_output=True,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, b"")


def test_the_language_is_a_setting(corpus_record: Path) -> None:
    ended = shell.run(corpus_record, "issues", "dalan", JINQUE_LANG="en")

    assert ended.err.startswith("Error: There is no edition")


def test_help_leaves_no_trace(tmp_path: Path) -> None:
    shell.run(tmp_path, "--help")

    assert list(tmp_path.iterdir()) == []


def test_help_loads_nothing_heavy() -> None:
    heavy = ["sqlalchemy", "tantivy", "granian", "litestar", "rich", "pydantic", "jinque.api"]
    code = f"import sys, jinque.cli; print([n for n in {heavy} if n in sys.modules])"

    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert ended.stdout == "[]\n"
