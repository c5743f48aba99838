from jinque.comparison.compare import percentiles
from jinque.model import Post, Shortage
from tests.unit.dataset.specimens import post


def rated(serial: int, value: int | None) -> Post:
    shortage = value and Shortage(printed="★" * value, scale="stars_5", value=value, index=None)
    return post(serial=serial, shortage=shortage or None)


def test_a_rank_counts_the_weaker_and_half_of_the_equal() -> None:
    posts = [rated(1, 1), rated(2, 3), rated(3, 3), rated(4, 5)]

    assert list(percentiles(posts).values()) == [12.5, 50.0, 50.0, 87.5]


def test_a_post_without_a_label_has_no_rank_and_moves_none() -> None:
    posts = [rated(1, 1), rated(2, None), rated(3, 2)]

    assert percentiles(posts) == {posts[0].id: 25.0, posts[2].id: 75.0}


def test_a_catalogue_of_one_label_ranks_all_in_the_middle() -> None:
    assert set(percentiles([rated(n, 4) for n in range(1, 4)]).values()) == {50.0}
