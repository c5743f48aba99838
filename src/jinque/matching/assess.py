"""Which facts to ask for next.

One person beside one post.

The demands of a post, bound to the post's own occupation.

The fewest facts that settle a post.

The occupations of a person, coded to the classification, so that they link to posts.

Whether a catalogue holds on a day, as it says itself.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache, partial

from jinque.classification import find_occupations
from jinque.coding import load_coder, title_fault
from jinque.criteria import Judgement, judge
from jinque.criteria.judge import bind, decidable
from jinque.criteria.judgement import all_of
from jinque.criteria.remembered import Remembered
from jinque.criteria.wording import ask, describe
from jinque.locale import Sentence, say
from jinque.model import Attested, CodingOutcome, Metadata, Post, TitleRequest
from jinque.model.criterion import (
    COLUMN_ROLES,
    AnyOf,
    CriteriaAnswer,
    Criterion,
    Evidence,
    PostCriterion,
    PostReading,
)
from jinque.model.matching import Assessment, NextFact, PostFinding, Standing, Validity, Verdict
from jinque.model.person import Fact, MissingFact, Outcome, Person, WorkSpell

_LISTS = (Fact.CERTIFICATES, Fact.LANGUAGES, Fact.TOOLS, Fact.AWARDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """What posts with an INCOMPLETE verdict lack.

    Attributes:
        facts: the fewest that would settle it.
        is_all: nothing is left that only people can settle.
        distance: of the posts, see `Distance`.
    """

    facts: tuple[MissingFact, ...]
    is_all: bool
    distance: int


def next_facts(lacking: Mapping[Lacking, int], person: Person) -> tuple[NextFact, ...]:
    """Return the facts that can still change a verdict, the most useful first.

    The most useful fact is of the nearest posts; then the one that settles most verdicts by itself;
    then the one that bears on most; then the one that stands first in `Fact`. A list of which the
    person told nothing is asked for as a whole, and else by the names that are demanded.

    Args:
        lacking: what posts lack, with how many lack just that.
        person: of whom the facts are.
    """
    posts: Counter[MissingFact] = Counter()
    settles: Counter[MissingFact] = Counter()
    nearest: dict[MissingFact, int] = {}
    for each, count in lacking.items():
        facts = {_whole(fact, person) for fact in each.facts}
        posts.update(dict.fromkeys(facts, count))
        if len(facts) == 1 and each.is_all:
            settles.update(dict.fromkeys(facts, count))
        for fact in facts:
            nearest[fact] = min(nearest.get(fact, each.distance), each.distance)
    found = [
        NextFact(fact=fact, posts=count, settles=settles[fact], nearest=nearest[fact])
        for fact, count in posts.items()
    ]
    return tuple(sorted(found, key=_usefulness))


def _usefulness(each: NextFact) -> tuple[int, int, int, int, str]:
    place = _ORDER.index(each.fact.fact)
    return (each.nearest, -each.settles, -each.posts, place, each.fact.about)


def _whole(fact: MissingFact, person: Person) -> MissingFact:
    is_list = fact.fact in _LISTS
    return ask(fact.fact) if is_list and getattr(person, fact.fact) is None else fact


_ORDER = tuple(Fact)


_MOST_POSTS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One demand of a post.

    Attributes:
        printed: the words and the reading of them.
        bound: the reading, bound to the post.
        deciding: the part of `bound` that the verdict rests on; None where only people judge. A
            column of demands that no criterion can hold is not passed over: it stays undecided.
    """

    printed: PostCriterion
    bound: Criterion
    deciding: Criterion | None


def demands_of(post: Post, reading: PostReading) -> tuple[Demand, ...]:
    """Return the demands of a post: scope first, then in printed order."""
    codes = sorted(codes_named(post.name))
    occupations = (post.name, *codes)
    headings = {cell.role: cell.heading for cell in post.cells}
    found = []
    for printed in reading.criteria:
        heading = headings.get(printed.block, "")
        bound = bind(printed.criterion, printed.quote, heading, occupations)
        is_unread = isinstance(bound, Evidence) and printed.block in COLUMN_ROLES
        part = None if is_unread else decidable(bound)
        # What is the same as a whole is one object, so that it is judged once.
        deciding = bound if is_unread or part == bound else part
        found.append(Demand(printed=printed, bound=bound, deciding=deciding))
    return tuple(found)


@lru_cache(_MOST_POSTS)
def codes_named(name: str) -> frozenset[str]:
    """Return the codes of 2022 of the entries that have a name, or had it in 2015."""
    if not name.strip():
        return frozenset()
    found = find_occupations(name)
    return frozenset(each.entry.code for each in found if each.entry.classification == "2022")


def fewest_facts(
    undecided: Sequence[tuple[Criterion, tuple[MissingFact, ...]]], person: Person, on: date
) -> tuple[MissingFact, ...]:
    """Return the fewest facts that would meet all that is undecided.

    Of alternatives one is enough: the one that adds the fewest facts to those needed anyway.

    Args:
        undecided: the deciding parts that are, with the facts that could settle each.
        person: of whom they are.
        on: the day asked about.

    Returns:
        Facts in the order of `Fact`, each once.
    """
    fixed = [missing for criterion, missing in undecided if not isinstance(criterion, AnyOf)]
    needed = dict.fromkeys(fact for missing in fixed for fact in missing)
    for criterion, _ in undecided:
        if isinstance(criterion, AnyOf):
            parts = (judge(part, person, on) for part in criterion.parts)
            options = [set(part.missing) for part in parts if part.missing]
            best = min(options, key=lambda facts: len([*facts - needed.keys()]), default=set())
            needed |= dict.fromkeys(best)
    return tuple(sorted(needed, key=lambda each: (_ORDER.index(each.fact), each.about)))


_YEAR = re.compile(r"(?:19|20)\d{2}")


def standing_on(metadata: Metadata, on: date) -> Standing:
    """Return what a catalogue says of its validity on a day; today's catalogues say nothing.

    A first day alone makes nothing valid: until when it holds is then still not stated.
    """
    begins, ends = metadata.effective_from.value, metadata.effective_to.value
    year = next((year for fact in _dated(metadata) if (year := _year(fact.value))), None)
    day = on.isoformat()
    if ends and ends <= day:
        reason = say("stated to hold until {ends}", ends=ends)
        return Standing(validity=Validity.REPEALED, text_year=year, reason=reason)
    if begins and ends and begins <= day:
        reason = say("holds from {begins} to {ends}", begins=begins, ends=ends)
        return Standing(validity=Validity.IN_FORCE, text_year=year, reason=reason)
    reason = say("no validity is stated; a newer edition may exist")
    return Standing(validity=Validity.NOT_STATED, text_year=year, reason=reason)


def _dated(metadata: Metadata) -> tuple[Attested, ...]:
    return (metadata.issued_on, metadata.effective_from, metadata.title)


def _year(value: str | None) -> str | None:
    found = _YEAR.search(value or "")
    return found[0] if found else None


_FREE = Outcome.MET
"""What only people can judge never decides."""


def assess(
    person: Person,
    answer: CriteriaAnswer,
    on: date,
    demands: Sequence[Demand] | None = None,
    remembered: Remembered | None = None,
) -> Assessment:
    """Judge every demand of a post for one person as of a day.

    Args:
        person: see `coded` for linking their occupations to posts.
        answer: the post beside the reading of its requirements.
        on: the day as of which years count.
        demands: of the post, where they are at hand.
        remembered: judges as of the day, where many people are assessed.
    """
    reading = answer.reading
    demands = demands_of(answer.post, reading) if demands is None else demands
    judged = remembered or partial(judge, on=on)
    findings = tuple(find(demand, person, judged) for demand in demands)
    verdict, earliest = Verdict.NO_STATED_REQUIREMENTS, None
    if reading.states_requirements:
        verdict, earliest = verdict_of(
            ((each.bearing, each.earliest_date) for each in findings),
            lambda day: (
                not any(
                    each.deciding and judge(each.deciding, person, day).outcome is Outcome.NOT_MET
                    for each in demands
                )
            ),
        )
    is_open = verdict in (Verdict.INCOMPLETE, Verdict.NOT_YET)
    undecided = [
        (demand.deciding, found.missing)
        for demand, found in zip(demands, findings, strict=True)
        if demand.deciding and found.bearing is Outcome.UNKNOWN
    ]
    return Assessment(
        post=answer.post,
        edition=answer.edition,
        on=on,
        verdict=verdict,
        findings=findings,
        missing=fewest_facts(undecided, person, on) if is_open else (),
        earliest_date=earliest,
        none_stated=reading.none_stated,
        blank=reading.blank,
        doubts=reading.issues,
        standing=standing_on(answer.edition.metadata, on),
    )


def find(
    demand: Demand, person: Person, judged: Callable[[Criterion, Person], Judgement]
) -> PostFinding:
    """Return what is found of one demand."""
    whole = judged(demand.bound, person)
    part: Judgement | None = whole
    if demand.deciding is not demand.bound:
        part = judged(demand.deciding, person) if demand.deciding else None
    told = whole if part is None or whole.outcome is part.outcome else part
    is_evidence = whole.outcome is Outcome.UNKNOWN and (not part or part.outcome is _FREE)
    return PostFinding(
        demand=demand.printed,
        outcome=whole.outcome,
        bearing=part.outcome if part else _FREE,
        reason=_why(demand, whole if is_evidence else told),
        missing=part.missing if part and part.outcome is Outcome.UNKNOWN else (),
        earliest_date=part.earliest_date if part else None,
    )


def _why(demand: Demand, found: Judgement) -> Sentence:
    """Return the reason; of evidence, whose words are quoted anyway, only that people judge."""
    return _said(demand.bound) if isinstance(demand.bound, Evidence) else found.reason


@lru_cache(_MOST_POSTS)
def _said(evidence: Evidence) -> Sentence:
    return describe(evidence)


def verdict_of(
    bearings: Iterable[tuple[Outcome, date | None]], is_met_on: Callable[[date], bool]
) -> tuple[Verdict, date | None]:
    """Return what the bearings of all demands come to.

    Args:
        bearings: of each demand, with the first day from which time alone would meet it.
        is_met_on: whether nothing is unmet on a day that comes.

    Returns:
        The verdict, and with NOT_YET the first day on which time alone leaves nothing unmet.
    """
    found = list(bearings)
    outcome = all_of(bearing for bearing, _ in found)
    if outcome is Outcome.MET:
        return Verdict.MATCHES, None
    if outcome is Outcome.UNKNOWN:
        return Verdict.INCOMPLETE, None
    days = [earliest for bearing, earliest in found if bearing is Outcome.NOT_MET]
    known = [day for day in days if day]
    is_due = known and len(known) == len(days) and is_met_on(max(known))
    return (Verdict.NOT_YET, max(known)) if is_due else (Verdict.DOES_NOT_MATCH, None)


_MOST_TITLES = 20_000


def coded(person: Person) -> Person:
    """Return the person with a code for each occupation that is surely known.

    A code that the person gives stays.
    """
    if not person.work:
        return person
    return replace(person, work=tuple(_coded(spell) for spell in person.work))


@lru_cache(_MOST_TITLES)
def code_of(title: str) -> str | None:
    """Return the code of 2022 that a free title surely means; it may be that of a class.

    An official name needs no coder, which takes a second to open.
    """
    if title_fault(title):
        return None
    official = codes_named(title)
    if len(official) == 1:
        return next(iter(official))
    [found] = load_coder().code_all([TitleRequest(title=title)])
    return found.candidates[0].code if found.outcome is CodingOutcome.CODED else None


def _coded(spell: WorkSpell) -> WorkSpell:
    if spell.code or not spell.occupation:
        return spell
    return replace(spell, code=code_of(spell.occupation))
