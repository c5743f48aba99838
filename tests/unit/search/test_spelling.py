"""Words one slip away are those that comparing with every part of every name finds."""

from hypothesis import given
from hypothesis import strategies as st

from jinque.search.words import Known, sounds_of
from jinque.text import is_one_edit

WORDS = st.text(st.sampled_from("焊接工程师"), min_size=4, max_size=7)


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=3), WORDS)
def test_no_part_one_slip_away_is_missed(
    names: list[str], other_names: list[str], typed: str
) -> None:
    known = Known(
        names=tuple(names),
        other_names=tuple(other_names),
        latin=frozenset(),
        sounds=sounds_of(names),
    )

    size = len(typed)
    parts = {
        name[at : at + size]
        for name in (*names, *other_names)
        for at in range(len(name) - size + 1)
    }
    assert known.one_slip_from(typed) == sorted(p for p in parts if is_one_edit(typed, p))
