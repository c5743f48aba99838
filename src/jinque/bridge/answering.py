"""Puts an answer together: the deciding rung, the one above it, routes, remarks, questions."""

from collections.abc import Iterator, Sequence

from jinque.bridge.climbing import Climb, climb_all
from jinque.bridge.conditions import place_finding
from jinque.bridge.direct import award_remarks
from jinque.bridge.nearness import near_names
from jinque.bridge.people import settle
from jinque.bridge.remarks import (
    date_remark,
    reading_remarks,
    row_remarks,
    rule_remarks,
    unlisted_remark,
)
from jinque.bridge.rulebook import Rulebook
from jinque.bridge.validity import rules_in_force
from jinque.bridge.wording import NOTICES, headline, no_rules
from jinque.criteria import ask
from jinque.model.bridge import BridgeAnswer, BridgeRequest, BridgeStatus, Remark, Step
from jinque.model.fact import Fact, MissingFact
from jinque.model.finding import Outcome
from jinque.model.rule import Direction
from jinque.model.title_table import NearName, TableRow


def answer(books: Sequence[Rulebook], request: BridgeRequest) -> BridgeAnswer:
    """Answer by the rules of the person's place, of several the latest in force on the day.

    Without a place the rules are used if there are none but these, and the place is asked for.

    Args:
        books: rules of any number of places.
        request: the question.

    Raises:
        InvalidOptionError: a level is none of the ladder's.
    """
    book = _choose(books, request)
    if book:
        return _consult(book, request)
    place = request.person.place
    is_unknown = place is None and bool(books)
    status = BridgeStatus.FACTS_MISSING if is_unknown else BridgeStatus.NOT_APPLICABLE
    return BridgeAnswer(
        request=request,
        status=status,
        headline=no_rules(place, [book.ladder.places[0] for book in books]),
        document=None,
        missing=(ask(Fact.PLACE),) if is_unknown else (),
        notice=NOTICES[request.direction],
    )


def _choose(books: Sequence[Rulebook], request: BridgeRequest) -> Rulebook | None:
    outcomes = [(book, place_finding(book, request).outcome) for book in books]
    found = [book for book, outcome in outcomes if outcome is not Outcome.NOT_MET]
    if request.person.place is None and len(found) > 1:
        return None
    found.sort(key=lambda book: book.ladder.commencement.effective_from)
    begun = [book for book in found if book.ladder.commencement.effective_from <= request.on]
    return next(iter(begun[-1:] or found[:1]), None)


def _consult(book: Rulebook, request: BridgeRequest) -> BridgeAnswer:
    request = settle(book.ladder, request)
    row, climb = book.row(request.occupation), climb_all(book, request)
    status = _status(request, row, climb.step)
    remarks = tuple(_remarks(book, request, row, climb))
    return BridgeAnswer(
        request=request,
        status=status,
        headline=headline(request, status, climb.step, row),
        document=rules_in_force(book),
        row=row,
        near=_near(book, request) if row is None else (),
        groups=tuple(each for each in book.rows.values() if each.is_group and each != row),
        step=climb.step,
        next_step=climb.above,
        steps=climb.steps,
        direct=climb.direct,
        promotion=climb.promotion,
        remarks=remarks,
        missing=_missing(climb, remarks),
        notice=NOTICES[request.direction],
    )


def _status(request: BridgeRequest, row: TableRow | None, step: Step | None) -> BridgeStatus:
    if request.occupation and row is None:
        return BridgeStatus.NOT_LISTED
    return step.status if step else BridgeStatus.FACTS_MISSING


def _near(book: Rulebook, request: BridgeRequest) -> tuple[NearName, ...]:
    names = {row.name: row.serial for row in book.rows.values()}
    found = near_names(request.occupation or "", names)
    return tuple(NearName(name=name, serial=names[name], reason=why) for name, why in found)


def _remarks(
    book: Rulebook, request: BridgeRequest, row: TableRow | None, climb: Climb
) -> Iterator[Remark]:
    yield from date_remark(book, request)
    if row:
        yield from row_remarks(book, row)
    elif request.occupation:
        yield unlisted_remark(book)
    yield from reading_remarks(book, climb.shown or climb.steps)
    if request.direction is Direction.SKILL_TO_TITLE:
        yield from award_remarks(book, request)
    yield from rule_remarks(book, request)


def _missing(climb: Climb, remarks: Sequence[Remark]) -> tuple[MissingFact, ...]:
    deciding_step = climb.step or (climb.steps[0] if climb.steps else None)
    facts = [*deciding_step.missing] if deciding_step else []
    facts += [fact for remark in remarks for fact in remark.missing]
    return tuple(dict.fromkeys(facts))
