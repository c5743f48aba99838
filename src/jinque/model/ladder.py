"""The rules of one place that link skill levels and professional titles.

What the skill–title bridge is asked and what it answers.

Rules with their place in the source, and the document they stand in.

As what a graduate of a technical school counts when entering for an examination.

One rule that links skill levels and professional titles, as data with its quote.

Rows of a table that links occupations and title series, as an answer shows them.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from jinque.locale import Sentence
from jinque.model.criterion import Criterion
from jinque.model.metadata import Citation
from jinque.model.person import Finding, MissingFact, Outcome, Person


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
    note: Sentence | None = None
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Commencement:
    """From when the rules hold, and how that was computed.

    Attributes:
        rule: identifier of the rule that says it.
        counted_from: the day that is counted from.
        days: days counted; 0 where the first day itself is printed.
        basis: what the computation rests on.
        alternative: the other reading, by which the rules hold one day later; None where there
            is none.
    """

    rule: str
    counted_from: date
    days: int
    basis: Sentence
    alternative: Sentence | None = None

    @property
    def effective_from(self) -> date:
        """The first day on which the rules hold."""
        return self.counted_from + timedelta(days=self.days)

    @property
    def alternative_from(self) -> date | None:
        """The same by the other reading."""
        return self.effective_from + timedelta(days=1) if self.alternative else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forwarding:
    """A document by which a lower authority passed the rules on; the rules stay what they are."""

    document_number: str
    publisher: str
    issued_on: date
    note: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Superseding:
    """An older document that gives way.

    Attributes:
        rule: identifier of the rule that says so.
        is_repealed: whether it is repealed as a whole; else it gives way where inconsistent.
    """

    rule: str
    document_number: str
    is_repealed: bool
    note: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """How the table of occupations and title series belongs to the rules.

    Attributes:
        rule: identifier of the rule that refers to the table.
        note_rule: identifier of the note on what the table does not list.
        series_rule: identifier of the rule that enumerates the series in the text.
        series_names: name of a series in the text -> its name in the table.
        group_ending: what ends the name of a row that describes persons, not an occupation.
    """

    rule: str
    note_rule: str
    series_rule: str
    series_names: dict[str, str] = field(default_factory=dict)
    group_ending: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """The rules of one document for one place.

    Attributes:
        edition_id: the edition that holds the words and the table.
        places: names of the places in which the rules hold, each with all that lies in it.
        skill_levels: levels of skill on the ladder, lowest first.
        skill_levels_below: levels of skill too low for it, lowest first.
        title_levels: levels of titles on the ladder, lowest first.
        title_levels_below: levels of titles too low for it, lowest first.
        level_names: other names of levels -> the name used here.
    """

    id: str
    edition_id: str
    places: tuple[str, ...]
    skill_levels: tuple[str, ...]
    skill_levels_below: tuple[str, ...] = ()
    title_levels: tuple[str, ...]
    title_levels_below: tuple[str, ...] = ()
    level_names: dict[str, str] = field(default_factory=dict)
    table: TableReading
    commencement: Commencement
    supersedes: tuple[Superseding, ...] = ()
    forwarded_by: tuple[Forwarding, ...] = ()
    rules: tuple[LadderRule, ...]

    def __post_init__(self) -> None:
        named = [rule.id for rule in self.rules]
        pointed = {self.table.rule, self.table.note_rule, self.table.series_rule}
        pointed |= {self.commencement.rule, *(entry.rule for entry in self.supersedes)}
        levels = {*self.skill_levels, *self.title_levels}
        used: set[str] = set()
        for rule in self.rules:
            pointed |= {*rule.conditions, *rule.open_conditions}
            used |= {*rule.from_levels, *([rule.to_level] if rule.to_level else [])}
        if len(named) != len(set(named)) or pointed - set(named) or used - levels:
            raise ValueError(
                f"{self.id}: rules named twice, rules missing {sorted(pointed - set(named))}, "
                f"or levels unknown {sorted(used - levels)}"
            )

    @property
    def skill_order(self) -> tuple[str, ...]:
        """Every level of skill, lowest first."""
        return (*self.skill_levels_below, *self.skill_levels)

    @property
    def title_order(self) -> tuple[str, ...]:
        """Every level of titles, lowest first."""
        return (*self.title_levels_below, *self.title_levels)

    def rule(self, identifier: str) -> LadderRule:
        """Return a rule by its identifier.

        Raises:
            KeyError: the ladder has no such rule.
        """
        for rule in self.rules:
            if rule.id == identifier:
                return rule
        raise KeyError(identifier)

    def of_kind(self, *kinds: RuleKind) -> tuple[LadderRule, ...]:
        """Return the rules of some kinds, in the order of the document."""
        return tuple(rule for rule in self.rules if rule.kind in kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedRule:
    """A rule with its place in the source; fields as in `LadderRule`."""

    id: str
    kind: RuleKind
    clause: str
    quote: str
    english: str
    note: Sentence | None
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesInForce:
    """The document that an answer rests on, and from when it holds.

    Attributes:
        effective_from: first day; `basis` says how it was computed.
        alternative_from: first day by the other reading; None where there is none.
        supersedes: documents that give way, and how far.
        forwarded_by: documents that passed the rules on without changing the day.
        rules: the rules that say so.
    """

    ladder_id: str
    edition_id: str
    title: str | None
    document_number: str | None
    publisher: str | None
    place: str | None
    issued_on: str | None
    effective_from: date
    basis: Sentence
    alternative_from: date | None
    alternative: Sentence | None
    supersedes: tuple[Superseding, ...]
    forwarded_by: tuple[Forwarding, ...]
    rules: tuple[CitedRule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleSeries:
    """A title series of a table row.

    Attributes:
        speciality: printed behind it in brackets; None where none is.
    """

    name: str
    speciality: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearCode:
    """An entry of the national classification with a name like a row's; a proposal only."""

    code: str
    name: str
    reason: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """An occupation with its title series.

    Attributes:
        series: several are alternatives; which one applies is not stated.
        printed: the cell as printed.
        is_group: the row describes persons, not an occupation.
        codes: entries of the national classification with the same name; the table prints none.
        near_codes: entries with a like name, where none has the same.
    """

    post_id: str
    serial: int
    name: str
    series: tuple[TitleSeries, ...]
    printed: str
    is_group: bool
    codes: tuple[str, ...]
    near_codes: tuple[NearCode, ...]
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class NearName:
    """A listed name that is like the one asked for; a proposal, never taken as the same."""

    name: str
    serial: int
    reason: Sentence


class BridgeStatus(StrEnum):
    """What a person is told.

    Attributes:
        MAY_APPLY: 可申报: every condition is known and met.
        NOT_YET: 还不能: a condition is not met.
        NOT_LISTED: 未列明，由评委会确定: the table has no such occupation.
        FACTS_MISSING: 缺少事实: nothing known stands against it, but not all is known.
        NOT_APPLICABLE: 本规则不适用（地区）: no rules for the place are at hand.
    """

    MAY_APPLY = "may_apply"
    NOT_YET = "not_yet"
    NOT_LISTED = "not_listed"
    FACTS_MISSING = "facts_missing"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeRequest:
    """A question to the bridge.

    Attributes:
        direction: SKILL_TO_TITLE asks what title to apply for, TITLE_TO_SKILL what skill level.
        person: the facts as of `on`.
        occupation: as on the certificate, or of the present post when asking for a skill level;
            None when not given.
        on: the day asked about.
    """

    direction: Direction
    person: Person
    occupation: str | None = None
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rung: what it takes, and how far the person is.

    Attributes:
        rule: the rule that allows it.
        from_levels: levels that it starts from; for a direct route the award.
        status: of this rung alone.
        outcome: of all findings together.
        findings: one for each condition, in the order of the document.
        earliest_date: with NOT_YET, the first day from which time alone no longer stands against
            it: work going on, later appraisals passed; None where something else is short.
        missing: facts that can still change it, the most useful first.
    """

    rule: CitedRule
    from_levels: tuple[str, ...]
    to_level: str
    status: BridgeStatus
    outcome: Outcome
    findings: tuple[Finding, ...]
    earliest_date: date | None
    missing: tuple[MissingFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """What a reader must know beside the answer.

    Attributes:
        code: stable name of what it is about, listed in docs/reference/ladder.md.
        words: what it means here.
        rule: the rule it rests on; None where nothing printed says it.
        outcome: whether it applies to the person; None where that does not depend on the person.
        missing: facts that would tell.
    """

    code: str
    words: Sentence
    rule: CitedRule | None
    outcome: Outcome | None = None
    missing: tuple[MissingFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeAnswer:
    """The answer to one question.

    Attributes:
        headline: the answer in one sentence.
        document: None when no rules for the place are at hand.
        row: None when the table does not list the occupation, or none was given.
        near: listed names to choose from when it does not.
        groups: rows that describe persons and may hold beside the occupation.
        step: the rung that decides: of those whose level is held the best one; None when no level
            is known.
        next_step: the rung above it; None at the top.
        steps: every rung, lowest first.
        direct: routes that an award opens, only for awards that the person names.
        promotion: the next skill level by the rule on further levels; None where it is not asked.
        missing: facts to ask for, the most useful first.
        notice: what the answer is not; to be shown wherever the answer is.
    """

    request: BridgeRequest
    status: BridgeStatus
    headline: Sentence
    document: RulesInForce | None
    row: TableRow | None = None
    near: tuple[NearName, ...] = ()
    groups: tuple[TableRow, ...] = ()
    step: Step | None = None
    next_step: Step | None = None
    steps: tuple[Step, ...] = ()
    direct: tuple[Step, ...] = ()
    promotion: Step | None = None
    remarks: tuple[Remark, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    notice: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalence:
    """A class of a technical school and the education level it counts as."""

    graduate_of: str
    counts_as: str
    only_for: str
    rule: CitedRule


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamAnswer:
    """As what a graduate of a technical school counts when entering for an examination.

    Attributes:
        equivalence: of the class asked for.
        others: of the other classes.
        exam: as asked; None when not given.
        is_listed: MET when the rules name the examination, UNKNOWN when they do not, since their
            list is open (等), or when none was given.
        listed: the examinations that they name.
        rules: the rules that say so.
    """

    equivalence: Equivalence
    others: tuple[Equivalence, ...]
    exam: str | None
    is_listed: Outcome
    listed: tuple[str, ...]
    document: RulesInForce
    rules: tuple[CitedRule, ...]
    notice: Sentence
