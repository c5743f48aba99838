"""The ladder as a drawing: where each box and arrow stands."""

from collections.abc import Mapping, Sequence

from jinque.web.contexts.ladder_rungs import LadderView, PairView
from jinque.web.ladder_shapes import BOX_WIDTH, Arrow, Box, Diagram, Mark

WIDTH = 358
# Room for the stroke of a marked box.
EDGE = 2
# Between a box and the tip of an arrow.
GAP = 5
BOX_HEIGHT = 64
STEP = 96
TOP = 44
# How far an arrow lies above or below the middle of its row.
ARROW_RISE = 8
ARROW_FALL = 12


def draw(ladder: LadderView, marks: Mapping[str, Mark]) -> Diagram:
    """Lay the ladder out, highest level on top.

    Each pair becomes a row; a level of several rows stands beside all of them.

    Args:
        ladder: whose pairs are drawn.
        marks: what is told of a level, by level.
    """
    rows = ladder.pairs
    skills = _boxes("skill", [row.skill for row in rows], EDGE, marks)
    titles = _boxes("title", [row.title for row in rows], WIDTH - EDGE - BOX_WIDTH, marks)
    return Diagram(
        width=WIDTH,
        box_width=BOX_WIDTH,
        left=EDGE + BOX_WIDTH + GAP,
        right=WIDTH - EDGE - BOX_WIDTH - GAP,
        height=TOP + STEP * len(rows) - (STEP - BOX_HEIGHT) + 2,
        boxes=(*skills, *titles),
        arrows=tuple(
            arrow for place, row in enumerate(rows) for arrow in _arrows(place, row, marks)
        ),
        rises=tuple(box.y - (STEP - BOX_HEIGHT) // 2 for box in skills[1:])
        if ladder.promotion
        else (),
    )


def _boxes(
    side: str, levels: Sequence[str | None], x: int, marks: Mapping[str, Mark]
) -> tuple[Box, ...]:
    places: dict[str, list[int]] = {}
    for place, level in enumerate(levels):
        if level:
            places.setdefault(level, []).append(place)
    return tuple(
        Box(
            level=level,
            side=side,
            x=x,
            y=TOP + STEP * found[0],
            height=STEP * (found[-1] - found[0]) + BOX_HEIGHT,
            mark=marks.get(level),
        )
        for level, found in places.items()
    )


def _arrows(place: int, row: PairView, marks: Mapping[str, Mark]) -> tuple[Arrow, ...]:
    middle = TOP + STEP * place + BOX_HEIGHT // 2
    skill, title = marks.get(row.skill or ""), marks.get(row.title or "")
    both = (
        (row.to_title, middle - ARROW_RISE, skill, title),
        (row.to_skill, middle + ARROW_FALL, title, skill),
    )
    return tuple(
        Arrow(
            y=y,
            to_title=rung is row.to_title,
            years=rung.years,
            is_open=rung.is_open,
            is_marked=bool(start and start.key == "held" and end and end.key != "held"),
        )
        for rung, y, start, end in both
        if rung
    )
