"""Laws of the text functions."""

from hypothesis import given
from hypothesis import strategies as st

from jinque.text import drop_blanks, fold, read_ordinal, split_list, strip_ordinal, tighten


@given(st.text())
def test_folding_twice_equals_once(text: str) -> None:
    assert fold(text) == fold(fold(text))


@given(st.text())
def test_tightening_keeps_every_character_but_blanks(text: str) -> None:
    assert drop_blanks(text) == drop_blanks(tighten(text))


@given(st.lists(st.text(alphabet="甲乙丙丁AB1", min_size=1, max_size=5), max_size=6))
def test_splitting_undoes_joining(entries: list[str]) -> None:
    assert entries == split_list("、".join(entries))


@given(st.integers(min_value=1, max_value=99), st.text(alphabet="甲乙丙", min_size=1, max_size=5))
def test_arabic_ordinals_are_read_back(number: int, rest: str) -> None:
    ordinal = read_ordinal(f"（{number}）{rest}")

    assert ordinal is not None
    assert (number, rest) == (ordinal.number, ordinal.rest)


@given(st.text())
def test_an_ordinal_is_never_longer_than_its_line(text: str) -> None:
    assert len(strip_ordinal(text)) <= len(text)
