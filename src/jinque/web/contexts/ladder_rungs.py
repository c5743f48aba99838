"""The ladder of one place: its levels, and which leads to which by which rule."""

from collections.abc import Iterable
from dataclasses import dataclass

from jinque import api
from jinque.model.criterion import Open
from jinque.model.rule import LadderRule, RuleKind
from jinque.web.contexts.ladder_rules import DocumentView, RuleView


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
    rule: RuleView


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
    document: DocumentView
    skill_levels: tuple[str, ...]
    title_levels: tuple[str, ...]
    pairs: tuple[PairView, ...]
    promotion: RuleView | None
    promotion_years: int | None

    @classmethod
    def of(cls, book: api.Rulebook) -> "LadderView":
        """Read the rungs out of the rules."""
        ladder = book.ladder
        promotions = ladder.of_kind(RuleKind.SKILL_PROMOTION)
        return cls(
            id=ladder.id,
            places=ladder.places,
            document=DocumentView.of(api.rules_in_force(book)),
            skill_levels=ladder.skill_levels,
            title_levels=ladder.title_levels,
            pairs=_pairs(book),
            promotion=RuleView.of(book.cited[promotions[0].id]) if promotions else None,
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
            rule=RuleView.of(book.cited[rule.id]),
        )
        for rule in rules
        for level in rule.from_levels
    }
