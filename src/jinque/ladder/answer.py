"""Puts an answer together: the deciding rung, the one above it, routes, remarks, questions.

The whole ladder for one person: every rung, the one that decides, the one above it.

Routes that an award opens: lists printed by title level.

Settles what the person named: levels under the names of the ladder, skills of one occupation.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from jinque.criteria import ask, judge
from jinque.errors import InvalidOptionError
from jinque.ladder.rules import Rulebook, rules_in_force
from jinque.ladder.steps import (
    climb,
    date_remark,
    deciding,
    place_finding,
    promotion,
    reading_remarks,
    row_remarks,
    rule_remarks,
    rungs,
    unlisted_remark,
)
from jinque.ladder.wording import NOTICES, headline, near_names, no_rules
from jinque.locale import NOTHING, say, say_in
from jinque.model.criterion import HasAward
from jinque.model.ladder import (
    BridgeAnswer,
    BridgeRequest,
    BridgeStatus,
    CitedRule,
    Direction,
    Ladder,
    LadderRule,
    NearName,
    Remark,
    RuleKind,
    Step,
    TableRow,
)
from jinque.model.person import Fact, MissingFact, Outcome, Person, Skill, Title
from jinque.text import fold


def direct_routes(book: Rulebook, request: BridgeRequest) -> tuple[Step, ...]:
    """Return the routes opened by the awards that the person names, highest title first."""
    order = book.ladder.title_levels
    held = [rule for rule in _lists(book) if _is_held(rule, request)]
    held.sort(key=lambda rule: -order.index(rule.to_level or order[0]))
    return tuple(climb(book, rule, request) for rule in held)


def award_remarks(book: Rulebook, request: BridgeRequest) -> tuple[Remark, ...]:
    """Say what awards nobody told of could open, and which names are in no list."""
    lists = _lists(book)
    if not lists:
        return ()
    general = [cited for _, cited in book.of_kind(RuleKind.DIRECT_PRECONDITION)]
    rule = general[0] if general else book.cited[lists[0].id]
    if request.person.awards is None:
        return (_not_asked(lists, rule),)
    names = [name for each in lists for name in (each.award, *each.names)]
    unlisted = [award for award in request.person.awards if fold(award) not in map(fold, names)]
    return tuple(_unlisted(award, names, rule) for award in unlisted)


def _lists(book: Rulebook) -> list[LadderRule]:
    return [rule for rule in book.ladder.of_kind(RuleKind.DIRECT) if rule.award]


def _is_held(rule: LadderRule, request: BridgeRequest) -> bool:
    criterion = HasAward(names=(rule.award, *rule.names))
    return judge(criterion, request.person, request.on).outcome is Outcome.MET


def _not_asked(lists: list[LadderRule], rule: CitedRule) -> Remark:
    levels = "、".join(dict.fromkeys(each.to_level or "" for each in lists))
    words = say(
        "holders of {n} awards may apply directly for {levels}", n=len(lists), levels=levels
    )
    return Remark(code="awards_not_asked", words=words, rule=rule, missing=(ask(Fact.AWARDS),))


def _unlisted(award: str, names: list[str], rule: CitedRule) -> Remark:
    near = "、".join(name for name, _ in near_names(award, names))
    like = say("; like it: {near}", near=near)
    words = say(
        "the lists for direct application do not name “{award}”{like}",
        award=award,
        like=like if near else NOTHING,
    )
    return Remark(code="award_not_listed", words=words, rule=rule)


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb:
    """The rungs of an answer; fields as in `BridgeAnswer`, `above` is its `next_step`."""

    steps: tuple[Step, ...]
    direct: tuple[Step, ...]
    promotion: Step | None
    step: Step | None
    above: Step | None

    @property
    def shown(self) -> tuple[Step, ...]:
        """The steps that a reader looks at first."""
        found = (self.step, self.above, self.promotion, *self.direct)
        return tuple(step for step in found if step)


def climb_all(book: Rulebook, request: BridgeRequest) -> Climb:
    """Judge every rung and route for the person, and say which decides."""
    is_skill = request.direction is Direction.SKILL_TO_TITLE
    ladder, person = book.ladder, request.person
    order = ladder.title_levels if is_skill else ladder.skill_levels
    named = person.skills if is_skill else person.titles
    steps = tuple(sorted(rungs(book, request), key=lambda each: order.index(each.to_level)))
    direct = direct_routes(book, request) if is_skill else ()
    levels = [entry.level for entry in named or ()]
    step = deciding((*direct, *steps), levels, order)
    if step is None and named is not None and steps:
        step = steps[0]
    higher = [each for each in steps if step and _is_above(each, step, order)]
    return Climb(
        steps=steps,
        direct=direct,
        promotion=None if is_skill else promotion(book, request),
        step=step,
        above=higher[0] if higher else None,
    )


def _is_above(one: Step, other: Step, order: Sequence[str]) -> bool:
    return order.index(one.to_level) > order.index(other.to_level)


def settle(ladder: Ladder, request: BridgeRequest) -> BridgeRequest:
    """Return the question with levels as the ladder names them.

    Skills of another occupation than the one asked about are left out. Where no occupation is
    asked about and all skills are of one, it is that one.

    Raises:
        InvalidOptionError: a level is none of the ladder's.
    """
    person = request.person
    named = {fold(s.occupation): s.occupation for s in person.skills or () if s.occupation}
    [*only] = named.values() if len(named) == 1 else ()
    occupation = request.occupation or (only[0] if only else None)
    return replace(
        request,
        occupation=occupation,
        person=replace(
            person,
            skills=_skills(ladder, person, occupation),
            titles=_titles(ladder, person),
        ),
    )


def _skills(ladder: Ladder, person: Person, occupation: str | None) -> tuple[Skill, ...] | None:
    if person.skills is None:
        return None
    names = _names(ladder, ladder.skill_order)
    return tuple(
        replace(skill, level=_level(skill.level, names, ladder.skill_order))
        for skill in person.skills
        if not (skill.occupation and occupation) or fold(skill.occupation) == fold(occupation)
    )


def _titles(ladder: Ladder, person: Person) -> tuple[Title, ...] | None:
    if person.titles is None:
        return None
    names = _names(ladder, ladder.title_order)
    return tuple(
        replace(title, level=_level(title.level, names, ladder.title_order))
        for title in person.titles
    )


def _names(ladder: Ladder, order: Sequence[str]) -> dict[str, str]:
    """Map every folded name of a level of the scale to the level."""
    others = {fold(name): level for name, level in ladder.level_names.items() if level in order}
    return others | {fold(level): level for level in order}


def _level(given: str, names: Mapping[str, str], order: Sequence[str]) -> str:
    level = names.get(fold(given))
    if level is None:
        listed = "、".join(order)
        raise InvalidOptionError(
            say("There is no level “{given}”.", given=given),
            where=given,
            hint=say_in("level", "Choose one of {listed}.", listed=listed),
        )
    return level


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
