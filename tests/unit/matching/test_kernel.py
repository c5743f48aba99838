"""The kernel: bitmaps, counts and the posts nearest to each person."""

from datetime import date

import numpy as np
import pytest

from bench.roster.people import made_people
from jinque.criteria import judge
from jinque.matching.arrow import people_table, person_of
from jinque.matching.kernel import (
    Kernel,
    Plan,
    PlannedPost,
    count_of,
    nearest_posts,
    packed,
    rows_of_words,
)
from jinque.model.criterion import EducationLevel, ExperienceYears
from jinque.model.person import Outcome, Person
from tests.engines.rosters import plan

ON = date(2026, 3, 1)


def test_flags_become_bits_and_back() -> None:
    flags = np.arange(130) % 3 == 0

    words = packed(flags)

    assert (len(words), count_of(words)) == (3, 44)
    assert rows_of_words(np.stack([words, ~words]), 130)[:, 0].tolist() == [
        1 if each else 2 for each in flags
    ]


def test_the_sixty_fourth_set_makes_a_signed_number() -> None:
    sets = np.zeros((64, 1), np.uint64)
    sets[63] = 1

    assert rows_of_words(sets, 1).tolist() == [[-(2**63)]]


def test_counts_are_those_of_judging_each_person() -> None:
    block, made = made_people(300, seed=3), plan()
    people = [person_of(row) for row in block.to_pylist()]

    counts = Kernel(made).screen(block).counts()

    for post, found in zip(made.posts, counts.tolist(), strict=True):
        outcomes = [[judge(each, one, ON).outcome for each in post.deciding] for one in people]
        unmet = sum(Outcome.NOT_MET in each for each in outcomes)
        met = sum(set(each) <= {Outcome.MET} for each in outcomes)
        assert found == [met, len(people) - met - unmet, unmet]


def test_the_nearest_posts_have_the_fewest_unmet_then_undecided_demands() -> None:
    block, made = made_people(50, seed=5), plan()
    people = [person_of(row) for row in block.to_pylist()]

    nearest = Kernel(made, nearest=4).screen(block).nearest

    assert nearest is not None
    for row, person in enumerate(people):
        ranks = []
        for place, post in enumerate(made.posts):
            outcomes = [judge(each, person, ON).outcome for each in post.deciding]
            ranks.append((*map(outcomes.count, (Outcome.NOT_MET, Outcome.UNKNOWN)), place))
        found = zip(nearest.unmet[row], nearest.undecided[row], nearest.posts[row], strict=True)
        assert list(found) == sorted(ranks)[:4]


def test_a_post_that_only_people_judge_matches_everybody() -> None:
    post = PlannedPost(post_id="1", name="", deciding=())
    table = people_table([("1", Person())]).combine_chunks()

    counts = Kernel(Plan(on=ON, posts=(post,))).screen(table.to_batches()[0]).counts()

    assert counts.tolist() == [[1, 0, 0]]


def test_a_demand_printed_twice_counts_twice() -> None:
    states = [np.zeros(1, np.uint8)]

    nearest = nearest_posts([(0, 0), (0,)], states, count=1, most=2)

    assert nearest.posts.tolist() == [[1, 0]]
    assert nearest.unmet.tolist() == [[1, 2]]


def test_nobody_gives_empty_results() -> None:
    block = made_people(1, seed=1).slice(0, 0)

    screened = Kernel(plan(), nearest=3).screen(block)

    assert screened.counts().sum() == 0
    assert screened.nearest is not None
    assert screened.nearest.posts.shape == (0, 3)


def test_unknown_is_not_no() -> None:
    deciding = (EducationLevel(at_least="本科"), ExperienceYears(at_least=1))
    post = PlannedPost(post_id="1", name="", deciding=deciding)
    people = [("1", Person()), ("2", Person(educations=(), work=()))]
    block = people_table(people).combine_chunks().to_batches()[0]

    counts = Kernel(Plan(on=ON, posts=(post,))).screen(block).counts()

    assert counts.tolist() == [[0, 1, 1]]


@pytest.mark.parametrize("posts", [1 << 16, (1 << 16) + 1])
def test_more_posts_than_a_rank_can_hold_are_refused(posts: int) -> None:
    members: list[tuple[int, ...]] = [()] * posts
    if posts <= 1 << 16:
        assert nearest_posts(members, [], count=1, most=1).posts.tolist() == [[0]]
        return
    with pytest.raises(OverflowError):
        nearest_posts(members, [], count=1, most=1)
