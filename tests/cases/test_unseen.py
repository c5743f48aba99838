"""Every habit of `bench/unseen.py` once: what is printed is read, and nothing is made up."""

from pathlib import Path

import pytest

from bench.unseen_catalogues.files import alone, together
from bench.unseen_catalogues.measuring import measure, measure_other
from bench.unseen_catalogues.others import others
from bench.unseen_catalogues.reading import Reader

pytestmark = pytest.mark.xdist_group("unseen")

_SEED = 4_711
_TRIOS = 18


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    folder: Path = tmp_path_factory.mktemp("unseen")
    return Reader(folder)


def test_each_habit_alone_is_read_to_the_last_cell(reader: Reader) -> None:
    seen: set[str] = set()
    faults: list[str] = []
    for print_file in alone(1, _SEED):
        printed = print_file()
        if printed.habits[0].name not in seen:
            seen.add(printed.habits[0].name)
            score = measure(reader, printed)
            faults += score.faults
            assert score.is_whole or score.faults, printed.name

    assert not faults


def test_three_habits_together_are_read_to_the_last_cell(reader: Reader) -> None:
    faults: list[str] = []
    for print_file in together(_TRIOS, _SEED):
        faults += measure(reader, print_file()).faults

    assert not faults


def test_a_file_without_posts_gives_none(reader: Reader) -> None:
    faults: list[str] = []
    for other in others():
        score = measure_other(reader, other.name, other.data, has_people=other.has_people)
        faults += score.faults

    assert not faults
