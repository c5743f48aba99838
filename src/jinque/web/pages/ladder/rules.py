"""Rules of the ladder with their places in the source, and the document they stand in.

What the form of the ladder offers to choose from, and the classes of technical schools.

Rows of the table of occupations and title series, and names like a name.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from jinque import api
from jinque.locale import Sentence
from jinque.model.ladder import (
    CitedRule,
    NearName,
    RuleKind,
    TableRow,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardGroup:
    """Awards that open a direct route to one title level, by rule `clause`."""

    to_level: str
    clause: str
    awards: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesView:
    """What the form offers.

    Attributes:
        skill_levels: lowest first, with those too low for the ladder; as `title_levels`.
        series: title series of the table, in order of first appearance.
    """

    places: tuple[str, ...]
    skill_levels: tuple[str, ...]
    title_levels: tuple[str, ...]
    series: tuple[str, ...]
    awards: tuple[AwardGroup, ...]
    classes: tuple[str, ...]

    @classmethod
    def of(cls, book: api.Rulebook) -> "ChoicesView":
        """Gather the choices from rules and table."""
        ladder = book.ladder
        direct = [rule for rule in ladder.of_kind(RuleKind.DIRECT) if rule.award]
        lists = dict.fromkeys((rule.to_level or "", rule.clause) for rule in direct)
        series = (each.name for row in book.rows.values() for each in row.series)
        classes = ladder.of_kind(RuleKind.EXAM_EQUIVALENCE)
        return cls(
            places=ladder.places,
            skill_levels=ladder.skill_order,
            title_levels=ladder.title_order,
            series=tuple(dict.fromkeys(series)),
            awards=tuple(
                AwardGroup(
                    to_level=level,
                    clause=clause,
                    awards=tuple(rule.award for rule in direct if rule.clause == clause),
                )
                for level, clause in lists
            ),
            classes=tuple(rule.graduate_of for rule in classes),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """A class of a technical school and the education level it counts as."""

    graduate_of: str
    counts_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassesView:
    """As what graduates of technical schools count, and for what only.

    Attributes:
        only_for: what it counts for, and nothing else.
        exams: the examinations named.
        is_open_list: others may be meant besides (等).
        rules: the rules that say so.
        notice: what it is not.
    """

    classes: tuple[ClassView, ...]
    only_for: str
    exams: tuple[str, ...]
    is_open_list: bool
    rules: tuple[CitedRule, ...]
    notice: Sentence

    @classmethod
    def of(cls, workspace: api.Workspace, book: api.Rulebook) -> "ClassesView | None":
        """Gather the classes; None where the rules name none."""
        rules = book.ladder.of_kind(RuleKind.EXAM_EQUIVALENCE)
        exams = book.ladder.of_kind(RuleKind.EXAM)
        place = book.ladder.places[0]
        told = rules and api.exam_equivalence(workspace, place, rules[0].graduate_of)
        if not told:
            return None
        return cls(
            classes=tuple(
                ClassView(graduate_of=rule.graduate_of, counts_as=rule.counts_as) for rule in rules
            ),
            only_for=rules[0].only_for,
            exams=tuple(name for rule in exams for name in rule.listed),
            is_open_list=any(rule.is_open_list for rule in exams),
            rules=tuple(book.cited[rule.id] for rule in (*exams, rules[0])),
            notice=told.notice,
        )


def near_rows(name: str, rows: Iterable[TableRow]) -> tuple[NearName, ...]:
    """Return the rows whose names are most like a name, each with the reason."""
    serials = {row.name: row.serial for row in rows}
    return tuple(
        NearName(name=found, serial=serials[found], reason=why)
        for found, why in api.near_names(name, serials)
    )
