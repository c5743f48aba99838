"""The shortest lawful road for who does not match yet: from the catalogue, the ladder, the rules.

Each step names what it rests on and, where it is known, the day from which it counts. Nothing here
tells anybody to do what they do not want; it lists what the rules leave open.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from jinque import matching
from jinque.api.ladder import bridge
from jinque.api.workspace import Workspace
from jinque.entitlement.days import WorkingDays
from jinque.entitlement.evaluate import Evaluator
from jinque.errors import InvalidOptionError
from jinque.locale import say
from jinque.model.criterion import Criterion, HoldsLevel, LevelScale, TitleLevel
from jinque.model.entitlement.answer import Applicant, Entitlement, RoadStep
from jinque.model.entitlement.criteria import ListedPost
from jinque.model.entitlement.rules import Condition
from jinque.model.ladder import BridgeRequest, BridgeStatus, Direction
from jinque.model.matching import Assessment, Distance, Verdict
from jinque.model.person import Outcome, Person

_MOST_POSTS = 3


def road(
    workspace: Workspace, found: Entitlement, applicant: Applicant, post_id: str | None
) -> tuple[RoadStep, ...]:
    """Return what is unmet, step by step, the earliest day first, those without a day last.

    Args:
        workspace: whose catalogues and ladder show ways.
        found: what the rules come to today.
        applicant: the person.
        post_id: the post in question; None where none was named.
    """
    if found.recognition is not Outcome.NOT_MET:
        return ()
    steps = [*found.road]
    rules = [each.line.rule for each in found.unmet]
    asked = list(_parts(tuple(each.criterion for each in rules if isinstance(each, Condition))))
    if any(isinstance(each, ListedPost) for each in asked):
        steps += _from_catalogue(workspace, found, applicant.person, post_id)
    steps += _from_ladder(workspace, applicant.person, found.on, asked)
    steps += _next_window(found, applicant)
    once = {step.words: step for step in steps}
    return tuple(sorted(once.values(), key=lambda step: (step.day is None, step.day or date.max)))


def _parts(node: object) -> Iterator[Criterion]:
    if isinstance(node, Criterion):
        yield node
    if isinstance(node, tuple):
        for each in node:
            yield from _parts(each)
    elif is_dataclass(node) and not isinstance(node, type):
        for field in fields(node):
            yield from _parts(getattr(node, field.name))


def _from_catalogue(
    workspace: Workspace, found: Entitlement, person: Person, post_id: str | None
) -> Iterator[RoadStep]:
    """Yield what the post's own requirements still lack, and posts that are matched already."""
    editions = {used.edition for used in found.rules.catalogues if used.holds_on(found.on)}
    if found.listing:
        editions.add(found.listing.edition)
    posts = [each for each in workspace.readings() if each.edition.id in editions]
    known = matching.coded(person)
    view = matching.overview(known, posts, found.on)
    asked = post_id or (found.listing.post if found.listing else "")
    for each in view.assessments:
        if each.post.id == asked:
            yield from _lacking(each)
    matched = [
        each
        for each in view.assessments
        if each.verdict is Verdict.MATCHES
        and each.nearness.distance is not Distance.FAR
        and each.post.id != asked
    ]
    for each in matched[:_MOST_POSTS]:
        name = each.post.name_printed
        yield RoadStep(
            words=say(
                "the same catalogue ({id}) lists a post that you match: {name}",
                id=each.edition.id,
                name=name,
            ),
            day=found.on,
        )


def _lacking(each: Assessment) -> Iterator[RoadStep]:
    for finding in each.unmet:
        day = finding.earliest_date
        when = say("time alone does not bring it")
        if day:
            when = say("from {day} at the earliest", day=day)
        quote = finding.demand.quote
        yield RoadStep(
            words=say(
                "the post asks “{quote}”: {reason}; {when}",
                quote=quote,
                reason=finding.reason,
                when=when,
            ),
            day=day,
        )


def _from_ladder(
    workspace: Workspace, person: Person, on: date, asked: Iterable[Criterion]
) -> Iterator[RoadStep]:
    """Yield what the ladder lets the person apply for, where a title or a level is lacking."""
    several = list(asked)
    ways = []
    if any(isinstance(each, TitleLevel) for each in several) and person.skills:
        ways.append(Direction.SKILL_TO_TITLE)
    wants_skill = any(
        isinstance(each, HoldsLevel) and each.scale is LevelScale.SKILL for each in several
    )
    if wants_skill and person.titles:
        ways.append(Direction.TITLE_TO_SKILL)
    for direction in ways:
        skills = person.skills or ()
        occupation = next((each.occupation for each in skills if each.occupation), None)
        request = BridgeRequest(direction=direction, person=person, occupation=occupation, on=on)
        try:
            answer = bridge(workspace, request)
        except InvalidOptionError:
            continue
        if answer.status is BridgeStatus.NOT_APPLICABLE:
            continue
        day = on if answer.status is BridgeStatus.MAY_APPLY else None
        if answer.step and answer.step.earliest_date:
            day = answer.step.earliest_date
        yield RoadStep(
            words=say("by the ladder of levels and titles: {headline}", headline=answer.headline),
            day=day,
        )


def _next_window(found: Entitlement, applicant: Applicant) -> Iterator[RoadStep]:
    """Yield the first window that is open once time has met what is unmet."""
    day = found.earliest_date
    if day is None:
        return
    later = Evaluator(found.rules, day, WorkingDays(())).entitle(
        Applicant(facts={**applicant.facts, "applied_on": day})
    )
    for window in later.windows:
        if window.opens and window.closes and window.state != "missed":
            opens = max(day, window.opens)
            yield RoadStep(
                words=say(
                    "an application can then be made from {opens} to {closes}",
                    opens=opens,
                    closes=window.closes,
                ),
                line=window.line,
                day=opens,
            )
