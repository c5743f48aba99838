"""Rules of the ladder with their places in the source, and the document they stand in.

What the form of the ladder offers to choose from, and the classes of technical schools.

Rows of the table of occupations and title series, and names like a name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jinque import api
from jinque.locale import Sentence
from jinque.model.ladder import (
    CitedRule,
    Forwarding,
    NearName,
    RuleKind,
    RulesInForce,
    Superseding,
    TableRow,
    TitleSeries,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule as printed.

    Attributes:
        clause: reference as printed.
        note: how we read it, where its words leave a doubt; None where they do not.
        line_start: first line of the quote, counted from 1.
        line_end: last line, inclusive.
    """

    id: str
    kind: str
    clause: str
    quote: str
    english: str
    note: Sentence | None
    line_start: int
    line_end: int

    @classmethod
    def of(cls, rule: CitedRule) -> "RuleView":
        """Flatten `rule`."""
        return cls(
            id=rule.id,
            kind=rule.kind.value,
            clause=rule.clause,
            quote=rule.quote,
            english=rule.english,
            note=rule.note,
            line_start=rule.citation.span.line_start,
            line_end=rule.citation.span.line_end,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """The document that the rules stand in.

    Attributes:
        issued_on: as the edition's metadata has it; None where not stated, as with the others.
        effective_from: first day; `basis` says how it was computed.
        alternative_from: first day by the other reading; None where there is none.
        supersedes: documents that give way, and how far.
        forwarded_by: documents that passed the rules on without changing the day.
        rules: the rules that say so.
    """

    edition: str
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
    rules: tuple[RuleView, ...]

    @classmethod
    def of(cls, document: RulesInForce) -> "DocumentView":
        """Flatten `document`."""
        return cls(
            edition=document.edition_id,
            title=document.title,
            document_number=document.document_number,
            publisher=document.publisher,
            place=document.place,
            issued_on=document.issued_on,
            effective_from=document.effective_from,
            basis=document.basis,
            alternative_from=document.alternative_from,
            alternative=document.alternative,
            supersedes=document.supersedes,
            forwarded_by=document.forwarded_by,
            rules=tuple(RuleView.of(rule) for rule in document.rules),
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
    rules: tuple[RuleView, ...]
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
            rules=tuple(RuleView.of(book.cited[rule.id]) for rule in (*exams, rules[0])),
            notice=told.notice,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingView:
    """An occupation with its title series.

    Attributes:
        series: several are alternatives; which one applies is not stated.
        printed: the cell as printed.
        is_group: the row describes persons, not an occupation.
        codes: entries of the national classification with the same name; the table prints none.
        post: identifier of the row in its edition.
    """

    serial: int
    name: str
    printed: str
    series: tuple[TitleSeries, ...]
    is_group: bool
    codes: tuple[str, ...]
    post: str
    line_start: int
    line_end: int

    @classmethod
    def of(cls, row: TableRow) -> "MappingView":
        """Flatten `row`."""
        return cls(
            serial=row.serial,
            name=row.name,
            printed=row.printed,
            series=row.series,
            is_group=row.is_group,
            codes=row.codes,
            post=row.post_id,
            line_start=row.citation.span.line_start,
            line_end=row.citation.span.line_end,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NearView:
    """A listed name that is like another; a proposal, never taken as the same."""

    serial: int
    name: str
    reason: Sentence

    @classmethod
    def of(cls, near: NearName) -> "NearView":
        """Flatten `near`."""
        return cls(serial=near.serial, name=near.name, reason=near.reason)


def near_rows(name: str, rows: Iterable[TableRow]) -> tuple[NearView, ...]:
    """Return the rows whose names are most like a name, each with the reason."""
    serials = {row.name: row.serial for row in rows}
    return tuple(
        NearView.of(NearName(name=found, serial=serials[found], reason=why))
        for found, why in api.near_names(name, serials)
    )
