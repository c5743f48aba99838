"""The sentences of an answer: its headline, and what it is not.

Listed names that are like a name which is not listed; proposed with the reason, never merged.
"""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from jinque.locale import NOTHING, Sentence, clauses, say
from jinque.model.criterion import NotBefore
from jinque.model.ladder import BridgeRequest, BridgeStatus, Direction, Step, TableRow
from jinque.model.person import Outcome
from jinque.text import fold

_MOST = 5
_LIKE_ENOUGH = 0.4
_SHORT = 2
_ONE_CHARACTER = say("differs by one character; it may well be another thing")
_CONTAINED = say("one name contains the other; that does not make them the same")


def near_names(asked: str, listed: Iterable[str]) -> tuple[tuple[str, Sentence], ...]:
    """Return up to five listed names most like the one asked for, each with the reason.

    Names of two characters or fewer are not compared character by character: too many are one
    character apart.
    """
    scored = [(*found, name) for name in listed if (found := _likeness(fold(asked), fold(name)))]
    best = sorted(scored, key=lambda entry: -entry[0])[:_MOST]
    return tuple((name, reason) for _, reason, name in best)


def _likeness(one: str, other: str) -> tuple[float, Sentence] | None:
    """Return a score, higher for a clearer reason, and the reason."""
    if one == other or not one:
        return None
    shared = _pairs(one) & _pairs(other)
    score = 2 * len(shared) / (len(_pairs(one)) + len(_pairs(other)) or 1)
    if min(len(one), len(other)) > _SHORT and Levenshtein.distance(one, other, score_cutoff=1) == 1:
        return 2 + score, _ONE_CHARACTER
    if min(len(one), len(other)) >= _SHORT and (one in other or other in one):
        return 1 + score, _CONTAINED
    if score < _LIKE_ENOUGH:
        return None
    words = "、".join(sorted(shared, key=one.find))
    return score, say("both have “{words}”; please compare", words=words)


def _pairs(name: str) -> set[str]:
    return {name[index : index + 2] for index in range(len(name) - 1)}


STATUS_NAMES = {
    BridgeStatus.MAY_APPLY: say("may apply"),
    BridgeStatus.NOT_YET: say("not yet"),
    BridgeStatus.NOT_LISTED: say("not listed: a committee decides"),
    BridgeStatus.FACTS_MISSING: say("facts missing"),
    BridgeStatus.NOT_APPLICABLE: say("the rules do not apply there"),
}

NOTICES = {
    Direction.SKILL_TO_TITLE: say(
        "To be allowed to apply for review is not to hold the title: the review committee "
        "decides. This is a self-check by the words of the rules only; the authority's "
        "rules of the year prevail."
    ),
    Direction.TITLE_TO_SKILL: say(
        "To be allowed to take the assessment is not to hold the skill level: it must be "
        "passed. This is a self-check by the words of the rules only; the authority's "
        "rules of the year prevail."
    ),
}
EXAM_NOTICE = say(
    "It counts when entering for the examinations named and for nothing else: it is not "
    "the degree itself. The authority's rules of the year prevail."
)


def headline(
    request: BridgeRequest, status: BridgeStatus, step: Step | None, row: TableRow | None
) -> Sentence:
    """Say the answer in one sentence."""
    if status is BridgeStatus.NOT_LISTED:
        return say(
            "the table does not list “{occupation}”: the review committee decides",
            occupation=request.occupation,
        )
    if step is None:
        return say("facts missing: which level is held?")
    goal = _goal(request, step, row)
    if status is BridgeStatus.MAY_APPLY:
        return say("may apply for {goal}", goal=goal)
    if status is BridgeStatus.NOT_YET:
        return _not_yet(goal, step)
    return say("facts are missing to tell whether one may apply for {goal}", goal=goal)


def no_rules(place: str | None, places: Sequence[str]) -> Sentence:
    """Say that no rules for the place are at hand, or that it is not known, and which there are."""
    listed = "、".join(places)
    if not places:
        return say("no rules of any place are at hand")
    if place is None:
        return say("facts missing: where do you work? There are rules for {listed}", listed=listed)
    return say(
        "no rules for “{place}” are at hand; there are rules for {listed} (name a province "
        "or a prefecture-level city)",
        place=place,
        listed=listed,
    )


def _goal(request: BridgeRequest, step: Step, row: TableRow | None) -> Sentence:
    if request.direction is Direction.TITLE_TO_SKILL:
        if request.occupation is None:
            return say("the skill assessment of {level}", level=step.to_level)
        return say(
            "the skill assessment of {level} {occupation}",
            level=step.to_level,
            occupation=request.occupation,
        )
    if row is None:
        return say("the title review of {level}", level=step.to_level)
    return say("the title review of {level}, {series}", level=step.to_level, series=row.printed)


def _not_yet(goal: Sentence, step: Step) -> Sentence:
    unmet = [each for each in step.findings if each.outcome is Outcome.NOT_MET]
    if step.earliest_date is None:
        return say(
            "not yet {goal}: {unmet}", goal=goal, unmet=clauses(each.reason for each in unmet)
        )
    is_early = any(each.kind == NotBefore.kind for each in unmet)
    others = say(", if the other conditions are met") if step.missing else NOTHING
    early = say(" (the rules are not yet in force on the day asked about)") if is_early else NOTHING
    return say(
        "not yet {goal}: at the earliest on {earliest_date}, work going on{others}{early}",
        earliest_date=step.earliest_date,
        goal=goal,
        others=others,
        early=early,
    )
