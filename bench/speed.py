"""What grows with the number of catalogues, beside an earlier build in the same run.

    python bench/speed.py [--further 40 160] [--folder FOLDER] [--only WORD]

The peer is the build of commit 2ac3c97, taken out of the history into a folder of its own and run
by the same interpreter. Each build has records of its own that it made of the same made-up
catalogues (bench/speed_catalogues.py); they stay in the folder, so that a second run is short.
Seconds are of processors (user and system), each figure the least of some runs; memory is the peak
of the process.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).parents[1]
PEER = "2ac3c97"
RUNS = 3
TASKS = Path(__file__).parent / "workers" / "speed_tasks.py"
CATALOGUES = Path(__file__).parent / "speed_catalogues.py"
ONE_MORE = 9_001
"""Number of the made-up catalogue that no record holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A build and the folder in which its records stand."""

    name: str
    source: Path
    folder: Path

    def settings(self, data_dir: Path) -> dict[str, str]:
        """Return the environment in which the build works on a record."""
        cache = {"XDG_CACHE_HOME": str(self.folder / "cache"), "JINQUE_DATA_DIR": str(data_dir)}
        return {**os.environ, **cache, "PYTHONPATH": str(self.source), "JINQUE_LANG": "zh"}

    def run(self, data_dir: Path, *arguments: str) -> tuple[str, float, float]:
        """Run Python; return what it printed, seconds of the processor and MiB of memory."""
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        process = subprocess.Popen(
            [sys.executable, *arguments],
            env=self.settings(data_dir),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert process.stdout  # noqa: S101 - a pipe was asked for
        told = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if process.returncode:
            raise RuntimeError(f"{self.name}: {arguments} ended with {process.returncode}")
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return told.decode(), spent, used.ru_maxrss / 1024

    @lru_cache(None)  # noqa: B019 - a build lives as long as the run
    def command(self, further: str, *arguments: str) -> dict[str, float]:
        """Run a command on a record; return seconds and MiB, the least of some runs."""
        runs = [self.run(self.folder / further, "-m", "jinque", *arguments) for _ in range(RUNS)]
        return {"seconds": min(run[1] for run in runs), "memory": min(run[2] for run in runs)}

    @lru_cache(None)  # noqa: B019 - as above
    def task(self, further: str, *arguments: str, is_copied: bool = False) -> dict[str, float]:
        """Do a piece of work of `TASKS` on a record, or on a copy of it."""
        if not is_copied:
            return _figures(self.run(self.folder / further, str(TASKS), *arguments))
        with tempfile.TemporaryDirectory(dir=self.folder) as copy:
            place = Path(copy) / "record"
            shutil.copytree(self.folder / further, place)
            self.run(place, "-m", "jinque", "search", "电气")
            return _figures(self.run(place, str(TASKS), *arguments))


def _figures(run: tuple[str, float, float]) -> dict[str, float]:
    figures: dict[str, float] = {**json.loads(run[0].splitlines()[-1]), "memory": run[2]}
    return figures


def builds(folder: Path) -> tuple[Build, Build]:
    """Return this build and its peer, which is taken out of the history where it is not yet."""
    source = folder / f"build-{PEER}"
    if not source.exists():
        told = subprocess.run(
            [shutil.which("git") or "git", "archive", "--format=tar", PEER, "src"],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        with tarfile.open(fileobj=BytesIO(told.stdout)) as packed:
            packed.extractall(source, filter="data")
    return (
        Build(name="today", source=ROOT / "src", folder=folder / "today"),
        Build(name=PEER, source=source / "src", folder=folder / "peer"),
    )


def prepare(build: Build, further: Sequence[int]) -> None:
    """Make the records of a build, and let it make what it keeps of them."""
    numbers = [str(each) for each in further]
    build.folder.mkdir(parents=True, exist_ok=True)
    build.run(build.folder / "0", str(TASKS), "fill")
    build.run(build.folder, str(CATALOGUES), str(build.folder), "--further", *numbers)
    for each in ("0", *numbers):
        build.run(build.folder / each, "-m", "jinque", "search", "电气")


Figure = tuple[str, str, Callable[[Build], float], str]
"""Target of issue 15, what is done, how it is measured, unit."""


def figures(further: str, one_more: Path, person: Path, files: Path) -> Iterator[Figure]:
    """Yield what is measured on a record with so many made-up catalogues."""
    commands = {
        "search 电气": ("search", "电气"),
        "assess": ("assess", str(person)),
        "compare of two": ("compare", "dalian", "shanghai-foreign"),
    }
    for name, arguments in commands.items():
        yield "1", name, _of_command("seconds", further, *arguments), "s"
        yield "1", f"{name}, memory", _of_command("memory", further, *arguments), "MiB"
    yield (
        *("2", "search after a publication"),
        lambda b: b.task(further, "publication", str(one_more), is_copied=True)["searched"],
        "s",
    )
    yield "3", "one person, all posts", lambda b: b.task(further, "one_person")["seconds"], "s"
    if further == "0":
        yield "6", "catalogues", lambda b: b.command(further, "catalogues")["seconds"], "s"
        yield "6", "show", lambda b: b.command(further, "show", "dalian:卫生:1")["seconds"], "s"
        yield "6", "code 电工", lambda b: b.command(further, "code", "电工")["seconds"], "s"
        yield (
            *("9", "requirements of a post"),
            lambda b: 1000 * b.task(further, "requirements", str(files))["seconds"],
            "ms",
        )
    yield "7", "export --all", lambda b: _exported(b, further)[0], "s"
    yield "7", "export --all, memory", lambda b: _exported(b, further)[1], "MiB"
    yield "12", "/compare", lambda b: b.task(further, "compare_page")["seconds"], "s"
    yield "12", "/compare, size", lambda b: b.task(further, "compare_page")["bytes"] / 1e3, "kB"
    yield (
        *("13", "ingest of one file"),
        lambda b: b.task(further, "publication", str(one_more), is_copied=True)["published"],
        "s",
    )


def _of_command(figure: str, further: str, *arguments: str) -> Callable[[Build], float]:
    return lambda build: build.command(further, *arguments)[figure]


@cache
def _exported(build: Build, further: str) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as place:
        _, seconds, memory = build.run(
            build.folder / further, "-m", "jinque", "export", "--all", f"{place}/open"
        )
    return seconds, memory


def main() -> None:
    parser = argparse.ArgumentParser(description="what grows with the number of catalogues")
    parser.add_argument("--further", nargs="+", type=int, default=[40, 160])
    parser.add_argument("--folder", type=Path, help="where records stay; else a passing one")
    parser.add_argument("--only", default="", help="figures whose name holds this")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = (asked.folder or Path(passing)).absolute()
        today, peer = builds(folder)
        for build in (today, peer):
            prepare(build, asked.further)
        one_more, person = made_files(folder, today)
        files = today.folder / "files"
        print(f"{'':4}{'catalogues':>11}  {'work':28}{PEER:>12}{'today':>12}{'ratio':>9}")
        for further in ("0", *map(str, asked.further)):
            for target, name, measure, unit in figures(further, one_more, person, files):
                if asked.only in name:
                    before, now = measure(peer), measure(today)
                    ratio = before / now if now else float("inf")
                    print(
                        f"{target:4}{further:>11}  {name:28}{before:>8.3f} {unit:3}"
                        f"{now:>8.3f} {unit:3}{ratio:>8.1f}x",
                        flush=True,
                    )


def made_files(folder: Path, build: Build) -> tuple[Path, Path]:
    """Write a catalogue that no record holds, and a file about a person."""
    code = (
        "import sys; sys.path.insert(0, sys.argv[2]); from pathlib import Path; "
        "from speed_catalogues import made_catalogue, write_file; "
        f"print(write_file(made_catalogue({ONE_MORE}), {ONE_MORE}, Path(sys.argv[1])))"
    )
    told, _, _ = build.run(folder, "-c", code, str(folder), str(CATALOGUES.parent))
    example, _, _ = build.run(folder, "-m", "jinque", "assess", "--example")
    person = folder / "person.yaml"
    person.write_text(example, encoding="utf-8")
    return Path(told.strip()), person


if __name__ == "__main__":
    main()
