"""Catalogues of made-up cities in the habits of many offices: what is read, lost and invented.

    python bench/unseen.py [--quick] [--seed N] [--only HABIT] [--keep FOLDER] [--json] [--faults]

Prints twelve catalogues in every habit alone, in each format that can have it, and in three habits
at a time; and files that are no catalogues. For each habit: rows and cells that came back exact,
rows that were invented, cells of which nothing speaks ("lost"), facts of the lines around the
table, notices that were told, demands that stand among the criteria of a post, and the most
questions that a file asked (columns unknown, doubts to settle). A file that is refused has no exact
cell but loses none in silence. `--quick` prints each habit once a format; `--only` takes part of a
name and prints the files that went wrong; `--keep` writes every file into a folder.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.unseen_catalogues import report
from bench.unseen_catalogues.files import Printed, alone, together
from bench.unseen_catalogues.measuring import Score, measure, measure_other
from bench.unseen_catalogues.others import others
from bench.unseen_catalogues.reading import Reader

SEED = 20_311
EACH, TOGETHER = 3, 240
QUICK_EACH, QUICK_TOGETHER = 1, 60

Later = Callable[[], Printed]
Scores = dict[str, Score]


class Run:
    """All files of a run, their scores by habit, format and kind."""

    def __init__(self, reader: Reader, only: str, keep: Path | None) -> None:
        self._reader = reader
        self._only = only
        self._keep = keep
        self.habits: Scores = {}
        self.mixed: Scores = {}
        self.formats: Scores = {}
        self.others: Scores = {}

    def alone(self, printings: Iterable[Later]) -> None:
        """Count files of one habit under its name."""
        for printed, score in self._measured(printings):
            _count(self.habits, printed.habits[0].name, score)

    def together(self, printings: Iterable[Later]) -> None:
        """Count files of three habits under their format."""
        for printed, score in self._measured(printings):
            _count(self.mixed, printed.sheet.format, score)

    def _measured(self, printings: Iterable[Later]) -> Iterable[tuple[Printed, Score]]:
        for print_file in printings:
            printed = print_file()
            if self._only and not any(self._only in habit.name for habit in printed.habits):
                continue
            self._kept(printed.name, printed.data)
            score = measure(self._reader, printed)
            _count(self.formats, printed.sheet.format, score)
            yield printed, score

    def no_catalogues(self) -> None:
        """Count files without posts under their kind."""
        for other in others():
            if self._only and self._only not in other.kind:
                continue
            self._kept(other.name, other.data)
            has_people = other.has_people
            score = measure_other(self._reader, other.name, other.data, has_people=has_people)
            _count(self.others, other.kind, score)

    def _kept(self, name: str, data: bytes) -> None:
        if self._keep:
            (self._keep / name[-120:]).write_bytes(data)


def _count(scores: Scores, name: str, score: Score) -> None:
    scores.setdefault(name, Score()).add(score)


def main() -> int:
    asked = _arguments()
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
    begun_s = _processor_s()
    with tempfile.TemporaryDirectory() as folder:
        run = Run(Reader(Path(folder)), asked.only, asked.keep)
        run.alone(alone(QUICK_EACH if asked.quick else EACH, asked.seed))
        run.together(together(QUICK_TOGETHER if asked.quick else TOGETHER, asked.seed))
        run.no_catalogues()
    took_s = _processor_s() - begun_s
    if asked.json:
        print(json.dumps(_all_figures(run, asked.seed, took_s), ensure_ascii=False, indent=1))
        return 0
    shows_faults = asked.faults or bool(asked.only)
    for title, scores in (
        ("habit alone", run.habits),
        ("three habits", run.mixed),
        ("format", run.formats),
        ("no catalogue", run.others),
    ):
        is_detail = title != "format"
        for line in report.lines(title, scores, shows_faults=shows_faults and is_detail):
            print(line)
    whole = {"all catalogues": report.total(run.formats), "no catalogues": report.total(run.others)}
    for line in report.lines("in all", whole, shows_faults=False):
        print(line)
    print(f"\nseed {asked.seed}, {took_s:.0f} s of processor time")
    return 0


def _processor_s() -> float:
    """Return the processor time of this process and of those that read for it."""
    return sum(os.times()[:4])


def _all_figures(run: Run, seed: int, took_s: float) -> dict[str, object]:
    return {
        "seed": seed,
        "seconds": round(took_s, 1),
        "habits": report.as_json(run.habits),
        "three_habits": report.as_json(run.mixed),
        "formats": report.as_json(run.formats),
        "no_catalogues": report.as_json(run.others),
        "all": report.as_json({"all": report.total(run.formats)})["all"],
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Unseen catalogues in many habits.")
    parser.add_argument("--quick", action="store_true", help="one catalogue for a habit and format")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--only", default="", help="part of a habit's name")
    parser.add_argument("--keep", type=Path, help="write all files into this folder")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--faults", action="store_true", help="examples under what is not whole")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
