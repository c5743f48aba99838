"""The ladder of one place: its levels, and which leads to which by which rule.

The ladder as a drawing: where each box and arrow stands.

Boxes and arrows of the ladder's drawing, in units that are pixels on a phone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from jinque import api
from jinque.model.criterion import Open
from jinque.model.ladder import CitedRule, LadderRule, RuleKind, RulesInForce


@dataclass(frozen=True, slots=True, kw_only=True)
class RungView:
    """A rule that leads from levels of one side to a level of the other.

    Attributes:
        years: full years of work asked for; None where none are.
        is_open: what its words demand besides is left open (原则上).
    """

    from_levels: tuple[str, ...]
    to_level: str
    years: int | None
    is_open: bool
    rule: CitedRule


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """A skill level and a title level side by side.

    Attributes:
        skill: None where the title stands alone, as `title` is where the skill level does.
        to_title: None where no rule leads that way, as with `to_skill`.
    """

    skill: str | None
    title: str | None
    to_title: RungView | None
    to_skill: RungView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderView:
    """The ladder of one place.

    Attributes:
        places: in which it holds, each with all that lies in it.
        skill_levels: lowest first, as `title_levels` are.
        pairs: highest first.
        promotion: the rule on the next skill level; None where there is none.
        promotion_years: years after a level that it asks for; None where it asks for none.
    """

    id: str
    places: tuple[str, ...]
    document: RulesInForce
    skill_levels: tuple[str, ...]
    title_levels: tuple[str, ...]
    pairs: tuple[PairView, ...]
    promotion: CitedRule | None
    promotion_years: int | None

    @classmethod
    def of(cls, book: api.Rulebook) -> "LadderView":
        """Read the rungs out of the rules."""
        ladder = book.ladder
        promotions = ladder.of_kind(RuleKind.SKILL_PROMOTION)
        return cls(
            id=ladder.id,
            places=ladder.places,
            document=api.rules_in_force(book),
            skill_levels=ladder.skill_levels,
            title_levels=ladder.title_levels,
            pairs=_pairs(book),
            promotion=book.cited[promotions[0].id] if promotions else None,
            promotion_years=promotions[0].years if promotions else None,
        )


def _pairs(book: api.Rulebook) -> tuple[PairView, ...]:
    ladder = book.ladder
    to_title = _by_levels(book, ladder.of_kind(RuleKind.SKILL_TO_TITLE))
    to_skill = _by_levels(book, ladder.of_kind(RuleKind.TITLE_TO_SKILL))
    linked = {*to_title, *((skill, title) for title, skill in to_skill)}
    known = {level for pair in linked for level in pair}
    alone: list[tuple[str | None, str | None]] = [
        *((skill, None) for skill in ladder.skill_levels if skill not in known),
        *((None, title) for title in ladder.title_levels if title not in known),
    ]

    def height(pair: tuple[str | None, str | None]) -> tuple[int, int]:
        left = ladder.skill_levels.index(pair[0]) if pair[0] else None
        right = ladder.title_levels.index(pair[1]) if pair[1] else -1
        return (right if left is None else left, right)

    return tuple(
        PairView(
            skill=skill,
            title=title,
            to_title=to_title.get((skill or "", title or "")),
            to_skill=to_skill.get((title or "", skill or "")),
        )
        for skill, title in sorted([*linked, *alone], key=height, reverse=True)
    )


def _by_levels(book: api.Rulebook, rules: Iterable[LadderRule]) -> dict[tuple[str, str], RungView]:
    return {
        (level, rule.to_level or ""): RungView(
            from_levels=rule.from_levels,
            to_level=rule.to_level or "",
            years=rule.years,
            is_open=isinstance(rule.criterion, Open),
            rule=book.cited[rule.id],
        )
        for rule in rules
        for level in rule.from_levels
    }


BOX_WIDTH = 118


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What is told of a level.

    Attributes:
        key: `held`, or the status of the step that leads to it.
        day: earliest date as ISO 8601; empty where there is none to tell.
    """

    key: str
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A level with its upper left corner; `mark` is None where nothing is told of it."""

    level: str
    side: str
    x: int
    y: int
    height: int
    mark: Mark | None

    @property
    def middle(self) -> int:
        """Return the height of its middle."""
        return self.y + self.height // 2

    @property
    def centre(self) -> int:
        """Return how far from the left its middle stands."""
        return self.x + BOX_WIDTH // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A rung: to the right for titles, to the left for skill levels.

    Attributes:
        y: height of its line.
        years: years of work asked for; None where none are.
        is_open: as in `RungView`.
        is_marked: leads to a marked level from a held one.
    """

    y: int
    to_title: bool
    years: int | None
    is_open: bool
    is_marked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagram:
    """All that is drawn.

    Attributes:
        left: where arrows to the left end.
        right: where arrows to the right end.
        rises: heights of the gaps between skill levels where a small arrow leads upwards.
    """

    width: int
    height: int
    box_width: int
    left: int
    right: int
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    rises: tuple[int, ...]


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
