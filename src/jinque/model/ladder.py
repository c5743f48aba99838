"""The rules of one place that link skill levels and professional titles."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from jinque.model.rule import LadderRule, RuleKind
from jinque.model.words import Words


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
    basis: Words
    alternative: Words | None = None

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
    note: Words


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
    note: Words


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
