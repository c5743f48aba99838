"""Any two editions: nothing is lost between them."""

from hypothesis import given
from hypothesis import strategies as st

from jinque.comparison import diff
from jinque.model import Post
from tests.unit.dataset.specimens import post, published

POSTS = st.lists(
    st.builds(
        lambda name, code, industry: post(name, code=code, industry=industry),
        st.sampled_from(["焊工", "电焊工", "护士"]),
        st.sampled_from([None, "6-18-02-04", "2-05-08-01"]),
        st.sampled_from(["装备制造", "船舶"]),
    ),
    max_size=6,
).map(tuple)


@given(former=POSTS, later=POSTS)
def test_each_post_of_both_editions_stands_in_the_answer_exactly_once(
    former: tuple[Post, ...], later: tuple[Post, ...]
) -> None:
    found = diff(published(*former), published(*later))

    pairs = (*found.changed, *found.unchanged)
    assert sorted(map(id, former)) == sorted(
        map(id, (*found.removed, *(pair.former for pair in pairs)))
    )
    assert sorted(map(id, later)) == sorted(
        map(id, (*found.added, *(pair.later for pair in pairs)))
    )


@given(posts=POSTS)
def test_an_edition_does_not_differ_from_itself(posts: tuple[Post, ...]) -> None:
    found = diff(published(*posts), published(*posts))

    assert len(found.unchanged) == len(posts)
