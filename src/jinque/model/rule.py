"""One rule that links skill levels and professional titles, as data with its quote."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.model.criterion import Criterion
from jinque.model.words import Words


class Direction(StrEnum):
    """Which way the ladder is climbed."""

    SKILL_TO_TITLE = "skill_to_title"
    TITLE_TO_SKILL = "title_to_skill"


class RuleKind(StrEnum):
    """What a rule does."""

    SCOPE = "scope"
    GENERAL_CONDITION = "general_condition"
    SKILL_TO_TITLE = "skill_to_title"
    DIRECT_PRECONDITION = "direct_precondition"
    DIRECT = "direct"
    EVALUATION = "evaluation"
    CHANNEL = "channel"
    EXAM = "exam"
    EXAM_EQUIVALENCE = "exam_equivalence"
    TITLE_TO_SKILL_CONDITION = "title_to_skill_condition"
    TITLE_TO_SKILL = "title_to_skill"
    SKILL_PROMOTION = "skill_promotion"
    EXEMPTION = "exemption"
    TREATMENT = "treatment"
    LIMIT = "limit"
    SANCTION = "sanction"
    SUPERSEDES = "supersedes"
    EFFECTIVE = "effective"
    TABLE_NOTE = "table_note"


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRule:
    """One rule of the document.

    Attributes:
        clause: reference as printed; brackets of either width are kept apart.
        line: line of the source on which its words begin, or on which a sentence begins that
            holds them.
        quote: its words, verbatim.
        english: our translation.
        note: how we read it, where the words leave a doubt.
        concerns: the answers beside which it is told.
        from_levels: levels from which it leads; one of them is enough.
        from_printed: what is printed instead of them, where we had to read it.
        to_level: level to which it leads, as title or as skill level.
        years: full years of work since one of `from_levels` was obtained; by the calendar with
            SKILL_PROMOTION; None where none are asked for.
        conditions: identifiers of rules that must be met besides.
        open_conditions: the same for rules of which the text leaves open whether they bind here.
        criterion: what the rule demands beyond levels and years.
        award: the award as printed.
        names: other names of the award or the class.
        listed: what its words enumerate.
        is_open_list: the enumeration ends with 等.
        graduate_of: class of a technical school.
        counts_as: education level it counts as.
        only_for: what it counts for, and nothing else.
        exempts: what a person is exempt from.
        pairs: skill level and title that are treated alike.
    """

    id: str
    kind: RuleKind
    clause: str
    line: int
    quote: str
    english: str
    note: Words | None = None
    concerns: tuple[Direction, ...] = ()
    from_levels: tuple[str, ...] = ()
    from_printed: str = ""
    to_level: str | None = None
    years: int | None = None
    conditions: tuple[str, ...] = ()
    open_conditions: tuple[str, ...] = ()
    criterion: Criterion | None = None
    award: str = ""
    names: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    is_open_list: bool = False
    graduate_of: str = ""
    counts_as: str = ""
    only_for: str = ""
    exempts: str = ""
    pairs: tuple[tuple[str, str], ...] = ()
