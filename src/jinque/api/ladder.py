"""The verbs for the ladder between skill levels and professional titles.

The verbs for a roster put to the ladder; nothing about the people is kept.

The JSON shape of the answer for a roster (docs/reference/json.md).

The JSON shapes of what stands inside an answer of the ladder: rules, findings, questions.

The JSON shapes of the ladder and of what it answers (docs/reference/json.md).
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from jinque import documents
from jinque import ladder as bridging
from jinque.api.shapes import to_json
from jinque.api.workspace import Workspace
from jinque.codec import Told
from jinque.criteria import judge
from jinque.dataset import sheet_csv, workbook_bytes
from jinque.errors import UnsupportedFormatError
from jinque.ladder import Rulebook, rules_in_force
from jinque.ladder.roster import screen_roster as screening
from jinque.ladder.sheets import (
    people_sheet,
    rejects_sheet,
    result_sheets,
    summary_sheet,
    template_sheets,
)
from jinque.locale import Translator, joined, say
from jinque.model.criterion import InPlace
from jinque.model.ladder import (
    BridgeAnswer,
    BridgeRequest,
    ExamAnswer,
)
from jinque.model.person import Outcome, Person
from jinque.model.roster import RosterAnswer

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


_RULE = ("from_levels", "from_printed", "to_level", "years", "award", "conditions")
_LADDER = ("id", "places", "skill_levels", "title_levels")


def rules_told(book: Rulebook) -> Told:
    """Return the rules of a place for `to_json`: each with its words and their place."""
    cited = [book.cited[rule.id] for rule in book.ladder.rules]
    rules = [
        {**to_json(words), **to_json(Told(noun=rule, keys=(*_RULE, "open_conditions")))}
        for rule, words in zip(book.ladder.rules, cited, strict=True)
    ]
    more = {"document": rules_in_force(book), "rules": rules, "mappings": len(book.rows)}
    return Told(noun=book.ladder, keys=_LADDER, more=more)
