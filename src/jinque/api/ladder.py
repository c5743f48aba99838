"""The verbs for the ladder between skill levels and professional titles.

The verbs for a roster put to the ladder; nothing about the people is kept.

The JSON shape of the answer for a roster (docs/reference/json.md).

The JSON shapes of what stands inside an answer of the ladder: rules, findings, questions.

The JSON shapes of the ladder and of what it answers (docs/reference/json.md).
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from jinque import documents
from jinque import ladder as bridging
from jinque.api.workspace import Workspace
from jinque.criteria import judge
from jinque.dataset import sheet_csv, workbook_bytes
from jinque.errors import UnsupportedFormatError
from jinque.ladder import Rulebook, rules_in_force
from jinque.ladder.roster import screen_roster as screening
from jinque.ladder.roster import summarise
from jinque.ladder.sheets import (
    people_sheet,
    rejects_sheet,
    result_sheets,
    summary_sheet,
    template_sheets,
)
from jinque.locale import Translator, both, joined, say
from jinque.model import Citation
from jinque.model.criterion import InPlace
from jinque.model.ladder import (
    BridgeAnswer,
    BridgeRequest,
    CitedRule,
    Equivalence,
    ExamAnswer,
    Forwarding,
    LadderRule,
    Remark,
    RulesInForce,
    Step,
    Superseding,
    TableRow,
)
from jinque.model.person import Finding, MissingFact, Outcome, Person
from jinque.model.roster import RejectedRow, RosterAnswer, RosterGroup, RosterResult, RosterVerdict

ROSTER_FORMATS = (".xlsx", ".xlsm", ".xls", ".csv", ".tsv")


def screen_roster(
    workspace: Workspace,
    roster: Path | bytes,
    *,
    name: str,
    on: date,
    place: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> RosterAnswer:
    """Tell of everybody on a roster what they may apply for, and when.

    Args:
        workspace: whose editions hold the words of the rules.
        roster: the file, or its bytes.
        name: name of the file, which tells its format.
        on: the day asked about.
        place: where who names no place works; None is unknown.
        progress: called with the people done and how many there are.

    Raises:
        PersonalDataError: it holds identity card or phone numbers.
        WrongCallError: it cannot be read as a roster.
    """
    if not name.lower().endswith(ROSTER_FORMATS):
        raise _not_a_table(name)
    document = documents.read(roster, name=name)
    books = workspace.rulebooks()
    return screening(books, document, where=name, on=on, place=place, progress=progress)


def roster_workbook(answer: RosterAnswer, language: str = "zh") -> bytes:
    """Return the result as an .xlsx workbook in a language, `zh` or `en`."""
    return workbook_bytes(result_sheets(answer), Translator(language))


def roster_csv(answer: RosterAnswer, language: str = "zh") -> dict[str, Iterator[str]]:
    """Return the result as CSV files: what their names end with -> their pieces."""
    translator = Translator(language)
    sheets = {"": people_sheet, ".rejects": rejects_sheet, ".summary": summary_sheet}
    return {ending: sheet_csv(sheet(answer), translator) for ending, sheet in sheets.items()}


def roster_template(workspace: Workspace, language: str = "zh") -> bytes:
    """Return an empty roster as an .xlsx workbook, explained in a language, with lists."""
    return workbook_bytes(template_sheets(workspace.rulebooks()), Translator(language))


def _not_a_table(name: str) -> UnsupportedFormatError:
    return UnsupportedFormatError(
        say("A roster is an Excel or CSV file."),
        where=name,
        hint=say("It ends with one of {roster_formats}.", roster_formats=joined(ROSTER_FORMATS)),
    )


def day(given: date | None) -> str | None:
    """Return a day as ISO 8601."""
    return given.isoformat() if given else None


def citation_dict(citation: Citation) -> dict[str, object]:
    """Return where words stand in the source, as in a row."""
    return {
        "source_sha256": citation.source_sha256,
        "line_start": citation.span.line_start,
        "line_end": citation.span.line_end,
        "quote": citation.quote,
    }


def rule_dict(rule: CitedRule) -> dict[str, object]:
    """Return a rule with its words and their place."""
    return {
        "id": rule.id,
        "kind": rule.kind.value,
        "clause": rule.clause,
        "quote": rule.quote,
        "english": rule.english,
        "note": rule.note and both(rule.note),
        "citation": citation_dict(rule.citation),
    }


def finding_dict(finding: Finding) -> dict[str, object]:
    """Return what was found of one condition."""
    return {
        "kind": finding.kind,
        "outcome": finding.outcome.value,
        "reason": both(finding.reason),
        "rule": finding.rule or None,
        "clause": finding.clause,
        "quote": finding.quote,
        "citation": citation_dict(finding.citation),
        "missing": facts(finding.missing),
        "earliest_date": day(finding.earliest_date),
    }


def facts(missing: Iterable[MissingFact]) -> list[dict[str, object]]:
    """Return the questions for facts that nobody gave."""
    return [
        {"fact": each.fact.value, "about": each.about or None, "question": both(each.question)}
        for each in missing
    ]


def row_dict(row: TableRow) -> dict[str, object]:
    """Return a row of the table of occupations and title series."""
    return {
        "post": row.post_id,
        "serial": row.serial,
        "name": row.name,
        "series": [{"name": one.name, "speciality": one.speciality} for one in row.series],
        "printed": row.printed,
        "is_group": row.is_group,
        "codes": list(row.codes),
        "citation": citation_dict(row.citation),
    }


def document_dict(document: RulesInForce) -> dict[str, object]:
    """Return the document of the rules, and from when it holds by either reading."""
    return {
        "ladder": document.ladder_id,
        "edition": document.edition_id,
        "title": document.title,
        "document_number": document.document_number,
        "publisher": document.publisher,
        "place": document.place,
        "issued_on": document.issued_on,
        "effective_from": day(document.effective_from),
        "basis": both(document.basis),
        "alternative_from": day(document.alternative_from),
        "alternative": document.alternative and both(document.alternative),
        "supersedes": [_superseding(older) for older in document.supersedes],
        "forwarded_by": [_forwarding(notice) for notice in document.forwarded_by],
        "rules": [rule_dict(rule) for rule in document.rules],
    }


def _superseding(older: Superseding) -> dict[str, object]:
    return {
        "document_number": older.document_number,
        "is_repealed": older.is_repealed,
        "note": both(older.note),
    }


def _forwarding(notice: Forwarding) -> dict[str, object]:
    return {
        "document_number": notice.document_number,
        "publisher": notice.publisher,
        "issued_on": day(notice.issued_on),
        "note": both(notice.note),
    }


def roster_dict(answer: RosterAnswer) -> dict[str, object]:
    """Return the counts, every person and every row that was not read."""
    return {
        "on": answer.on.isoformat(),
        "notice": both(answer.notice),
        "rows": len(answer.results) + len(answer.rejects),
        "summary": [_group(group) for group in summarise(answer)],
        "results": [_result(result) for result in answer.results],
        "rejects": [_reject(row) for row in answer.rejects],
        "unread": list(answer.unread),
        "documents": [document_dict(document) for document in answer.documents],
    }


def _group(group: RosterGroup) -> dict[str, object]:
    return {
        "direction": group.direction.value,
        "counts": {timing.value: count for timing, count in group.counts.items()},
        "missing": [
            {"question": both(question), "people": people} for question, people in group.missing
        ],
    }


def _result(result: RosterResult) -> dict[str, object]:
    return {
        "row": result.place.address,
        "staff_id": result.staff_id,
        "name": result.name,
        "verdicts": [_verdict(verdict) for verdict in result.verdicts],
    }


def _verdict(verdict: RosterVerdict) -> dict[str, object]:
    return {
        "direction": verdict.direction.value,
        "status": verdict.status.value,
        "timing": verdict.timing.value,
        "headline": both(verdict.headline),
        "occupation": verdict.occupation,
        "to_level": verdict.to_level,
        "series": verdict.series,
        "clause": verdict.clause,
        "quote": verdict.quote,
        "short": [both(short) for short in verdict.short],
        "earliest_date": day(verdict.earliest_date),
        "next_level": verdict.next_level,
        "next_date": day(verdict.next_date),
        "missing": facts(verdict.missing),
    }


def _reject(row: RejectedRow) -> dict[str, object]:
    return {
        "row": row.place.address,
        "staff_id": row.staff_id,
        "name": row.name,
        "faults": [
            {
                "cell": fault.place.address,
                "heading": fault.heading or None,
                "message": both(fault.message),
            }
            for fault in row.faults
        ],
    }


def bridge(workspace: Workspace, request: BridgeRequest) -> BridgeAnswer:
    """Tell what a person may apply for, and when, clause by clause.

    Raises:
        InvalidOptionError: a level is none of the ladder's; the hint names all.
    """
    return bridging.answer(workspace.rulebooks(), request)


def ladder(workspace: Workspace, place: str | None = None) -> Rulebook | None:
    """Return the rules of a place, of several the latest; None where the record has none.

    Args:
        workspace: whose editions hold the words of the rules.
        place: province or city; None takes the rules of whatever place come first.
    """
    books = workspace.rulebooks()
    if place is None:
        return next(iter(books), None)
    found = [book for book in books if _is_within(place, book)]
    return max(found, key=lambda book: book.ladder.commencement.effective_from, default=None)


def exam_equivalence(
    workspace: Workspace, place: str | None, school_class: str, exam: str | None = None
) -> ExamAnswer | None:
    """Tell as what education a class of a technical school counts when entering for an exam.

    Args:
        workspace: whose editions hold the words of the rules.
        place: as for `ladder`; where there are no rules, there is no answer.
        school_class: `高级工班`, with or without the words 技工院校.
        exam: name of the examination; None leaves open whether it is listed.

    Raises:
        InvalidOptionError: the rules name no such class; the hint names all.
    """
    book = ladder(workspace, place)
    if book is None:
        return None
    return bridging.exam_equivalence(book, school_class=school_class, exam=exam)


def _is_within(place: str, book: Rulebook) -> bool:
    judged = judge(InPlace(names=book.ladder.places), Person(place=place), date.min)
    return judged.outcome is Outcome.MET


def bridge_dict(answer: BridgeAnswer) -> dict[str, object]:
    """Return the answer to one question; sentences in both languages."""
    return {
        "status": answer.status.value,
        "headline": both(answer.headline),
        "notice": both(answer.notice),
        "direction": answer.request.direction.value,
        "on": answer.request.on.isoformat(),
        "occupation": answer.request.occupation,
        "row": answer.row and row_dict(answer.row),
        "near": [
            {"name": near.name, "serial": near.serial, "reason": both(near.reason)}
            for near in answer.near
        ],
        "groups": [row_dict(row) for row in answer.groups],
        "step": answer.step and _step(answer.step),
        "next_step": answer.next_step and _step(answer.next_step),
        "steps": _steps(answer.steps),
        "direct": _steps(answer.direct),
        "promotion": answer.promotion and _step(answer.promotion),
        "remarks": [_remark(remark) for remark in answer.remarks],
        "missing": facts(answer.missing),
        "document": answer.document and document_dict(answer.document),
    }


def ladder_dict(book: Rulebook) -> dict[str, object]:
    """Return the rules of a place: levels of both sides, every rule, from when they hold."""
    return {
        "id": book.ladder.id,
        "places": list(book.ladder.places),
        "skill_levels": list(book.ladder.skill_levels),
        "title_levels": list(book.ladder.title_levels),
        "document": document_dict(rules_in_force(book)),
        "rules": [_ladder_rule(book, rule) for rule in book.ladder.rules],
        "mappings": len(book.rows),
    }


def exam_dict(answer: ExamAnswer) -> dict[str, object]:
    """Return as what education a class of a technical school counts, and for what only."""
    return {
        "equivalence": _equivalence(answer.equivalence),
        "others": [_equivalence(each) for each in answer.others],
        "exam": answer.exam,
        "is_listed": answer.is_listed.value,
        "listed": list(answer.listed),
        "rules": [rule_dict(rule) for rule in answer.rules],
        "document": document_dict(answer.document),
        "notice": both(answer.notice),
    }


def _steps(steps: Iterable[Step]) -> list[dict[str, object]]:
    return [_step(step) for step in steps]


def _step(step: Step) -> dict[str, object]:
    return {
        "status": step.status.value,
        "outcome": step.outcome.value,
        "from_levels": list(step.from_levels),
        "to_level": step.to_level,
        "earliest_date": day(step.earliest_date),
        "rule": rule_dict(step.rule),
        "findings": [finding_dict(finding) for finding in step.findings],
        "missing": facts(step.missing),
    }


def _remark(remark: Remark) -> dict[str, object]:
    return {
        "code": remark.code,
        "words": both(remark.words),
        "rule": remark.rule and rule_dict(remark.rule),
        "outcome": remark.outcome and remark.outcome.value,
        "missing": facts(remark.missing),
    }


def _equivalence(each: Equivalence) -> dict[str, object]:
    return {
        "graduate_of": each.graduate_of,
        "counts_as": each.counts_as,
        "only_for": each.only_for,
        "rule": rule_dict(each.rule),
    }


def _ladder_rule(book: Rulebook, rule: LadderRule) -> dict[str, object]:
    return {
        **rule_dict(book.cited[rule.id]),
        "from_levels": list(rule.from_levels),
        "from_printed": rule.from_printed or None,
        "to_level": rule.to_level,
        "years": rule.years,
        "award": rule.award or None,
        "conditions": list(rule.conditions),
        "open_conditions": list(rule.open_conditions),
    }
