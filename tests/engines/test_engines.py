"""The same bytes from every engine, after an interruption too, and no trace of anybody."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from jinque.errors import FolderInUseError, PersonalDataError, SparkMissingError
from jinque.matching.large import NEAREST, Where, Worker, parts_of, screen_parquet
from jinque.model.roster import Engine
from tests.engines.rosters import files_of, plan, write_marked, write_roster

HERE = Where()
PROCESSES = Where(processes=2)
SPARK = Where(engine=Engine.SPARK, master="local[2]")
needs_spark = pytest.mark.spark
# pyspark leaves sockets to the garbage collector and warns of the newest pandas.
on_spark = [needs_spark, pytest.mark.filterwarnings("ignore")]
ENGINES = [pytest.param(PROCESSES, id="processes"), pytest.param(SPARK, id="spark", marks=on_spark)]

_SLOW = "from tests.engines.children import slow; slow()"
_ALONE = "from tests.engines.children import alone; alone()"
MARKER = "标记人ZQX"


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    return write_roster(tmp_path / "people.parquet", people=3000, rows_of_a_part=700)


@pytest.fixture
def expected(roster: Path, tmp_path: Path) -> dict[str, bytes]:
    screen_parquet(roster, tmp_path / "expected.parquet", plan(), HERE)
    return files_of(tmp_path / "expected.parquet")


@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine_gives_the_same_bytes(
    engine: Where, roster: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    screen_parquet(roster, tmp_path / "found.parquet", plan(), engine)

    assert files_of(tmp_path / "found.parquet") == expected


def test_parts_that_stand_are_kept_and_the_rest_is_worked_out(
    roster: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "found.parquet"
    folder.mkdir()
    first, *_ = parts_of(roster, folder, plan(), NEAREST)
    Worker(plan(), NEAREST).screen(first)

    answer = screen_parquet(roster, folder, plan(), HERE)

    assert (answer.before, answer.people) == (700, 3000)
    assert files_of(folder) == expected


def test_a_run_that_was_killed_is_taken_up_to_the_same_bytes(
    roster: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    folder = tmp_path / "found.parquet"
    child = subprocess.Popen([sys.executable, "-c", _SLOW, str(roster), str(folder)])
    _wait_for(folder / "part-00000.parquet")
    os.kill(child.pid, signal.SIGKILL)
    child.wait()
    missing = expected.keys() - files_of(folder).keys()

    screen_parquet(roster, folder, plan(), HERE)

    assert "_summary.json" in missing
    left = {name: data for name, data in files_of(folder).items() if not name.startswith(".")}
    assert left == expected


def test_a_folder_of_other_results_is_left_alone(
    expected: dict[str, bytes], tmp_path: Path
) -> None:
    other = write_roster(tmp_path / "other.parquet", people=10, rows_of_a_part=10)

    with pytest.raises(FolderInUseError):
        screen_parquet(other, tmp_path / "expected.parquet", plan(), HERE)

    assert files_of(tmp_path / "expected.parquet") == expected


def test_spark_that_does_not_start_is_told_as_such(
    roster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)

    with pytest.raises(SparkMissingError):
        screen_parquet(roster, tmp_path / "found.parquet", plan(), SPARK)


def test_staff_numbers_that_are_identity_numbers_are_refused(tmp_path: Path) -> None:
    write_marked(tmp_path / "people.parquet", "110101199003071234")

    with pytest.raises(PersonalDataError):
        screen_parquet(tmp_path / "people.parquet", tmp_path / "found.parquet", plan(), HERE)

    assert not (tmp_path / "found.parquet").exists()


@pytest.mark.parametrize("engine", ENGINES)
def test_nothing_about_people_is_left_in_temporary_files_or_logs(
    engine: Where, tmp_path: Path
) -> None:
    write_marked(tmp_path / "people.parquet", MARKER)
    traces = tmp_path / "traces"
    (traces / "events").mkdir(parents=True)
    command = [sys.executable, "-c", _ALONE, str(tmp_path), engine.engine, engine.master]

    ended = subprocess.run(command, env=_traced(traces), capture_output=True, check=True)

    kept = [path for path in traces.rglob("*") if path.is_file()]
    assert MARKER.encode() not in ended.stdout + ended.stderr
    assert [path for path in kept if MARKER.encode() in path.read_bytes()] == []
    assert bool([path for path in kept if "events" in path.parts]) == bool(engine.master)


def _traced(folder: Path) -> dict[str, str]:
    """Return settings by which temporary files, spills and logs of events go to a folder."""
    submit = (
        "--conf spark.eventLog.enabled=true --conf spark.eventLog.compress=false "
        f"--conf spark.eventLog.dir=file://{folder / 'events'} pyspark-shell"
    )
    settings = {"TMPDIR": folder, "SPARK_LOCAL_DIRS": folder, "PYSPARK_SUBMIT_ARGS": submit}
    return {**os.environ, **{name: str(value) for name, value in settings.items()}}


def _wait_for(path: Path) -> None:
    end = time.monotonic() + 60
    while not path.is_file():
        assert time.monotonic() < end
        time.sleep(0.01)
