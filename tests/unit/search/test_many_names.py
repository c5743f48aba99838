"""A record of 25,000 names: nothing typed loses a hit or raises, in however many segments."""

import pytest

from jinque.model import SearchRequest
from jinque.search import Index, build_index, complete, find
from jinque.search.engine import Engine
from jinque.search.entries import Entry
from jinque.search.words import read_words, terms
from tests.unit.dataset.specimens import post, published

_NAMES = 25_000
_CHARACTERS = [*map(chr, range(0x4E00, 0x9FA6)), *map(chr, range(0x20000, 0x21000))][:_NAMES]


def _name(number: int) -> str:
    return f"web前{_CHARACTERS[number % len(_CHARACTERS)]}工"


@pytest.fixture(scope="module")
def index() -> Index:
    posts = [post(_name(i), id=f"a:{i}", serial=i + 1, code=None) for i in range(_NAMES)]
    return build_index([published(*posts)], {})


@pytest.mark.parametrize("typed", ["web", "web前", "前"])
def test_names_are_found_however_far_they_are_typed(index: Index, typed: str) -> None:
    answer = find(index, SearchRequest(query=typed))

    assert answer.total == _NAMES
    assert [hit.post.id for hit in answer.hits[:3]] == ["a:0", "a:1", "a:2"]


@pytest.mark.parametrize("typed", ["x前", "web后", "2-02", "w"])
def test_what_no_name_holds_raises_nothing(index: Index, typed: str) -> None:
    assert find(index, SearchRequest(query=typed)).total in (0, _NAMES)


@pytest.mark.parametrize("typed", ["w", "web", "web前", "前"])
def test_completion_is_in_the_order_of_the_record(index: Index, typed: str) -> None:
    assert complete(index, typed)[:3] == (_name(0), _name(1), _name(2))


@pytest.mark.parametrize("segments", [1, 2, 5])
def test_segments_change_neither_hits_nor_scores(segments: int) -> None:
    engine = Engine()
    entries = [
        Entry(whole_name=_name(i), name=[terms(_name(i))], other_name=[], text=[], context=[])
        for i in range(_NAMES)
    ]
    size = _NAMES // segments
    for number in range(segments):
        engine.add(entries[number * size : (number + 1) * size], number * size)

    found = engine.ranked(read_words("web前"), "web前")

    assert sorted(found.numbers.tolist()) == list(range(_NAMES))
    assert len(set(found.scores.tolist())) == 1
