"""The verbs for the ladder between skill levels and professional titles."""

from datetime import date

from jinque import bridge as bridging
from jinque.api.workspace import Workspace
from jinque.bridge import Rulebook
from jinque.criteria import judge
from jinque.model.bridge import BridgeAnswer, BridgeRequest
from jinque.model.criterion import InPlace
from jinque.model.exam import ExamAnswer
from jinque.model.finding import Outcome
from jinque.model.person import Person


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
