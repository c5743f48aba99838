"""Where the boxes and arrows of the drawing stand."""

from itertools import pairwise

import pytest

from jinque import api
from jinque.web.pages.ladder.diagram import BOX_WIDTH, WIDTH, Diagram, LadderView, Mark, draw


@pytest.fixture(scope="module")
def ladder(workspace: api.Workspace) -> LadderView:
    book = api.ladder(workspace)
    assert book is not None
    return LadderView.of(book)


def _drawn(ladder: LadderView, **marks: Mark) -> Diagram:
    return draw(ladder, marks)


def test_every_level_has_one_box(ladder: LadderView) -> None:
    boxes = _drawn(ladder).boxes

    assert {box.level for box in boxes} == {*ladder.skill_levels, *ladder.title_levels}
    assert len(boxes) == 9


def test_higher_levels_stand_higher(ladder: LadderView) -> None:
    heights = {box.level: box.middle for box in _drawn(ladder).boxes}

    skills = [heights[level] for level in ladder.skill_levels]
    titles = [heights[level] for level in ladder.title_levels]
    assert skills == sorted(skills, reverse=True)
    assert titles == sorted(titles, reverse=True)


def test_boxes_of_a_side_do_not_touch_and_lie_inside(ladder: LadderView) -> None:
    drawn = _drawn(ladder)

    for side in ("skill", "title"):
        boxes = sorted((box.y, box.y + box.height) for box in drawn.boxes if box.side == side)
        assert all(upper < lower for (_, upper), (lower, _) in pairwise(boxes))
        assert boxes[-1][1] <= drawn.height
    assert max(box.x + BOX_WIDTH for box in drawn.boxes) <= WIDTH


def test_a_title_of_two_skill_levels_stands_beside_both(ladder: LadderView) -> None:
    boxes = {box.level: box for box in _drawn(ladder).boxes}

    assert boxes["正高级"].y == boxes["首席技师"].y
    assert boxes["正高级"].height > boxes["副高级"].height


def test_there_is_an_arrow_for_each_rung(ladder: LadderView) -> None:
    arrows = _drawn(ladder).arrows

    assert [arrow.years for arrow in arrows if arrow.to_title] == [None, None, 4, 3, 2]
    assert [arrow.is_open for arrow in arrows if not arrow.to_title] == [True] + [False] * 4


def test_the_way_from_the_level_held_is_marked(ladder: LadderView) -> None:
    goal = Mark(key="not_yet", day="2025-11-01")
    drawn = _drawn(ladder, 技师=Mark(key="held"), 中级=goal)

    [marked] = [arrow for arrow in drawn.arrows if arrow.is_marked]
    assert (marked.to_title, marked.years) == (True, 3)
    assert {box.level: box.mark for box in drawn.boxes}["中级"] == goal
