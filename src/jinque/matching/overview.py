"""One person beside all posts of all cities.

How near posts lie to what a person does, aims at or has studied.

Near posts by the years of work that are still needed (毕业后可走的路).

Whether a person's majors and certificates stand on lists of wanted ones, apart from posts.
"""

import gc
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from jinque.classification import find_occupations
from jinque.classification.majors import relation
from jinque.criteria import Judgement, judge
from jinque.criteria.careers import worked_years, years_needed
from jinque.criteria.holdings import same_certificate
from jinque.locale import Sentence, say
from jinque.matching.asked import Asked, AskedPost, Part, asked_by
from jinque.matching.assess import (
    Lacking,
    assess,
    code_of,
    coded,
    fewest_facts,
    next_facts,
    verdict_of,
)
from jinque.model import EditionSummary, Kind, Post, PublishedEdition
from jinque.model.criterion import (
    Background,
    CriteriaAnswer,
    Criterion,
    ExperienceYears,
    Majors,
    ManagementYears,
    YearsByDegree,
)
from jinque.model.matching import (
    FAR,
    Assessment,
    Brief,
    CareerPath,
    Distance,
    Explained,
    Nearness,
    Overview,
    Verdict,
    WantedItem,
    WantedLists,
)
from jinque.model.occupation import MajorLikeness
from jinque.model.person import MissingFact, Outcome, Person
from jinque.parameters.words import load_criteria_words
from jinque.text import fold

_MINOR, _SUB_MAJOR = 3, 2
_COMMON_SHARE = 0.04
"""Two characters that more than this share of all names hold tell no post from another."""
_LEAST_COMMON = 2
_LEAST_STEM = 2
_MOST_NAMES = 50_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What a person does or aims at.

    Attributes:
        names: occupations, folded.
        codes: of these occupations, where they are sure.
        words: occupations and majors, as told.
    """

    names: frozenset[str]
    codes: frozenset[str]
    words: tuple[str, ...]


def field_of(person: Person, aim: str | None) -> Field:
    """Return what a person does, or what they aim at where that is told.

    Args:
        person: with coded work, see `coded`.
        aim: an occupation or a code.
    """
    spells = person.work or ()
    if aim and aim.strip():
        names = [aim]
        found = [each.entry for each in find_occupations(aim)]
        coded = code_of(aim)
        now = {each.code for each in found if each.classification == "2022"}
        codes = now or ({coded} if coded and not found else set())
        names += [each.name for each in found]
    else:
        names = [spell.occupation for spell in spells if spell.occupation]
        codes = {spell.code for spell in spells if spell.code}
    majors = [major for each in person.educations or () for major in each.majors or ()]
    return Field(
        names=frozenset(fold(name) for name in names),
        codes=frozenset(codes),
        words=tuple(dict.fromkeys((*names, *majors))),
    )


class Neighbourhood:
    """Tells how near posts are to one field.

    Args:
        field: what a person does.
        names: of all posts that are looked at; words that many of them share count for nothing.
    """

    def __init__(self, field: Field, names: Iterable[str]) -> None:
        self._field = field
        distinct = set(names)
        counts = Counter(pair for name in distinct for pair in _pairs(name))
        most = max(_LEAST_COMMON, int(len(distinct) * _COMMON_SHARE))
        common = {pair for pair, count in counts.items() if count > most}
        told = {pair for word in field.words for pair in _pairs(word)}
        self._pairs = told - common - set(load_criteria_words().name_generic)

    def nearness(
        self, name: str, code: str | None, named: frozenset[str], *, is_major: bool
    ) -> Nearness:
        """Return how near a post is, with what that rests on.

        Args:
            name: of the post.
            code: as printed.
            named: the codes of entries of its name.
            is_major: the post prints the person's major.
        """
        codes = named or ({code} if code else set())
        if fold(name) in self._field.names or codes & self._field.codes:
            reason = say("the same occupation by name or code")
            return Nearness(distance=Distance.SAME, reason=reason)
        if shared := _shared_class(codes, self._field.codes, _MINOR):
            reason = say("of the same minor group {shared}", shared=shared)
            return Nearness(distance=Distance.MINOR_GROUP, reason=reason)
        if is_major:
            reason = say("the person's major is printed")
            return Nearness(distance=Distance.MINOR_GROUP, reason=reason)
        if words := self._shared_words(name):
            reason = say("names share: {words}", words=words)
            return Nearness(distance=Distance.LIKE_NAME, reason=reason)
        if shared := _shared_class(codes, self._field.codes, _SUB_MAJOR):
            reason = say("of the same sub-major group {shared}", shared=shared)
            return Nearness(distance=Distance.SUB_MAJOR_GROUP, reason=reason)
        return FAR

    def _shared_words(self, name: str) -> str:
        return "、".join(pair for pair in _pairs(name) if pair in self._pairs)


def _shared_class(left: Iterable[str], right: Iterable[str], segments: int) -> str:
    others = {_class(code, segments) for code in right}
    shared = {_class(code, segments) for code in left} & others - {""}
    return min(shared, default="")


def _class(code: str, segments: int) -> str:
    parts = code.split("-")
    return "-".join(parts[:segments]) if len(parts) >= segments else ""


@lru_cache(_MOST_NAMES)
def _pairs(name: str) -> Sequence[str]:
    """Return the pairs of neighbours in a name without its ending."""
    stem = _stem(fold(name))
    return tuple(dict.fromkeys(stem[at : at + 2] for at in range(len(stem) - 1)))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(load_criteria_words().name_endings, key=len, reverse=True))


def _stem(name: str) -> str:
    for ending in _endings():
        if name.endswith(ending) and len(name) >= len(ending) + _LEAST_STEM:
            return _stem(name.removesuffix(ending))
    return name


def _short(criterion: Criterion, person: Person, on: date) -> int:
    work = person.work or ()
    if isinstance(criterion, ExperienceYears):
        needed = criterion.at_least
    elif isinstance(criterion, ManagementYears):
        needed = criterion.at_least
        work = tuple(spell for spell in work if spell.is_management)
    elif isinstance(criterion, YearsByDegree):
        needed = years_needed(criterion, person) or 0
    else:
        return 0
    return max(0, needed - worked_years(work, on))


def wanted_lists(person: Person, editions: Sequence[PublishedEdition]) -> WantedLists:
    """Return the entries of running lists that are or may be the person's, equal ones first."""
    majors = [major for each in person.educations or () for major in each.majors or ()]
    skills = [skill.occupation for skill in person.skills or () if skill.occupation]
    certificates = [*(person.certificates or ()), *skills]
    lists = [each for each in editions if each.summary.counts.get(Kind.LIST_ITEM)]
    found = [
        item
        for published in lists
        for post in published.edition.posts
        if post.kind is Kind.LIST_ITEM
        for item in _items(post, published, majors, certificates)
    ]
    titles = (each.summary.metadata.title.value or each.summary.id for each in lists)
    return WantedLists(
        titles=tuple(titles),
        asked=tuple(dict.fromkeys((*majors, *certificates))),
        items=tuple(sorted(found, key=lambda item: (not item.is_same, item.item.order))),
    )


def _items(
    post: Post, published: PublishedEdition, majors: Iterable[str], certificates: Iterable[str]
) -> Iterator[WantedItem]:
    place = published.summary.metadata.place.value
    for held, said in (
        *((major, _major(post.name, major)) for major in majors),
        *((each, _certificate(post.name, each)) for each in certificates),
    ):
        if said:
            is_same, reason = said
            yield WantedItem(item=post, place=place, held=held, is_same=is_same, reason=reason)


def _major(listed: str, held: str) -> tuple[bool, Sentence] | None:
    found = relation(listed, held)
    if found.kind in (MajorLikeness.SAME, MajorLikeness.SAME_CLASS):
        return found.kind is MajorLikeness.SAME, found.reason
    return None


def _certificate(listed: str, held: str) -> tuple[bool, Sentence] | None:
    same = same_certificate(listed, held)
    if same:
        return True, say("the same certificate")
    if same is None:
        return False, say("names are alike; people must compare")
    return None


_ORDER = tuple(Verdict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What of all posts a person wants to see.

    Attributes:
        aim: occupation or code aimed at; None takes the person's own work.
        verdicts: none given means all.
        covers: tells of a post of an edition whether it is looked at; None means every one.
    """

    aim: str | None = None
    verdicts: Collection[Verdict] = ()
    covers: Callable[[EditionSummary, AskedPost], bool] | None = None


AnswerOf = Callable[[EditionSummary, int], CriteriaAnswer]
"""An edition and the place of a post, to the post beside the reading of its requirements."""


def overview(
    person: Person, answers: Sequence[CriteriaAnswer], on: date, wish: Wish = Wish()
) -> Overview:
    """Assess a person for some posts and put them in order; arguments as for `overview_of`."""
    return overview_of(person, asked_by(answers), lambda _, place: answers[place], (), on, wish)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Pause the search for reference cycles: posts in short hold none, and it doubles the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_without_collection()
def overview_of(
    person: Person,
    asked: Asked,
    answer_of: AnswerOf,
    editions: Sequence[PublishedEdition],
    on: date,
    wish: Wish,
) -> Overview:
    """Assess a person for every post and put the posts in order; only what is shown is explained.

    Args:
        person: as told; their occupations are coded here.
        asked: what the posts ask, in the order of their catalogues.
        answer_of: gives a post that is shown.
        editions: whose lists of wanted majors and certificates are looked through.
        on: the day as of which years count.
        wish: what to show.
    """
    known = coded(person)
    judged = Judged(known, asked, on)
    chosen = [
        (part, post, judged.of(part, post))
        for part, post in asked.posts
        if wish.covers is None or wish.covers(part.edition, post)
    ]
    near = _nearness_of(field_of(known, wish.aim), asked, chosen)
    ranked = sorted(range(len(chosen)), key=lambda at: _rank(chosen[at][2], near[at]))
    briefs = [_brief(at, chosen[at], near[at]) for at in ranked]

    def explain(brief: Brief) -> Assessment:
        part, post, _ = chosen[brief.number]
        found = assess(known, answer_of(part.edition, post.place), on)
        return replace(found, nearness=brief.nearness)

    def path(brief: Brief) -> CareerPath:
        return CareerPath(assessment=explain(brief), years=brief.years or 0)

    stated = [each for each in briefs if each.verdict is not Verdict.NO_STATED_REQUIREMENTS]
    counts = Counter(each.verdict for each in briefs)
    shown = [each for each in briefs if not wish.verdicts or each.verdict in wish.verdicts]
    paths = (each for each in stated if each.years is not None)
    lacking = Counter(
        chosen[each.number][2].lacking(each.nearness)
        for each in stated
        if each.verdict is Verdict.INCOMPLETE
    )
    is_stated = {each.number for each in stated}
    return Overview(
        on=on,
        aim=wish.aim,
        assessments=Explained([e for e in shown if e.number in is_stated], explain),
        no_stated=Explained([e for e in shown if e.number not in is_stated], explain),
        counts={verdict: counts[verdict] for verdict in Verdict},
        next_facts=next_facts(lacking, person),
        paths=Explained(sorted(paths, key=lambda each: (each.years, each.nearness.distance)), path),
        wanted=wanted_lists(person, editions),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Result:
    """What the demands of a post come to for one person.

    Attributes:
        missing: the fewest facts that would settle an INCOMPLETE verdict.
        is_all: nothing undecided is left to people alone.
        years: as in `Brief`, however far the post is.
        is_major: a demand names the person's major.
    """

    verdict: Verdict
    unmet: int
    undecided: int
    is_in_scope: bool
    missing: tuple[MissingFact, ...]
    is_all: bool
    years: int | None
    is_major: bool

    def lacking(self, near: Nearness) -> Lacking:
        """Return what the post lacks."""
        return Lacking(facts=self.missing, is_all=self.is_all, distance=int(near.distance))


class Judged:
    """Each distinct demand, judged for one person when it is first met.

    Args:
        person: with coded work.
        asked: whose demands they are.
        on: the day as of which years count.
    """

    def __init__(self, person: Person, asked: Asked, on: date) -> None:
        self._person = person
        self._on = on
        self._demands = asked.demands
        self._found = lru_cache(None)(self._judge)
        self._result = lru_cache(None)(self._come_to)
        self._missing = lru_cache(None)(self._fewest)
        self._lacking = lru_cache(None)(self._years_short)

    def of(self, part: Part, post: AskedPost) -> _Result:
        """Return what the demands of a post come to."""
        numbers = part.numbers
        return self._result(post.states, tuple(numbers[each] for each in post.demands))

    def _judge(self, number: int, on: date) -> Judgement:
        return judge(self._demands[number].criterion, self._person, on)

    def _years_short(self, number: int) -> int:
        return _short(self._demands[number].criterion, self._person, self._on)

    def _is_met_on(self, demands: Sequence[int], day: date) -> bool:
        return all(self._found(each, day).outcome is not Outcome.NOT_MET for each in demands)

    def _come_to(self, states: bool, demands: tuple[int, ...]) -> _Result:  # noqa: FBT001 - a key
        found = [self._found(each, self._on) for each in demands]
        unmet = tuple(d for d, f in zip(demands, found, strict=True) if f.outcome is _NOT_MET)
        undecided = tuple(d for d, f in zip(demands, found, strict=True) if f.outcome is _UNKNOWN)
        verdict = Verdict.NO_STATED_REQUIREMENTS
        if states:
            bearings = ((each.outcome, each.earliest_date) for each in found)
            verdict, _ = verdict_of(bearings, lambda day: self._is_met_on(demands, day))
        criteria = [self._demands[each].criterion for each in demands]
        is_open = all(isinstance(self._demands[each].criterion, _YEARS) for each in unmet)
        lacking = [self._lacking(each) for each in demands] if is_open else []
        return _Result(
            verdict=verdict,
            unmet=len(unmet),
            undecided=len(undecided),
            is_in_scope=not any(self._demands[each].is_scope for each in unmet),
            missing=self._missing(undecided) if verdict is Verdict.INCOMPLETE else (),
            is_all=all(self._found(each, self._on).missing for each in undecided),
            years=max(lacking, default=0) if is_open else None,
            is_major=any(
                each.outcome is Outcome.MET and isinstance(criterion, Majors | Background)
                for each, criterion in zip(found, criteria, strict=True)
            ),
        )

    def _fewest(self, undecided: tuple[int, ...]) -> tuple[MissingFact, ...]:
        pairs = [(self._demands[d].criterion, self._found(d, self._on).missing) for d in undecided]
        return fewest_facts(pairs, self._person, self._on)


_YEARS = (ExperienceYears, ManagementYears, YearsByDegree)
_NOT_MET, _UNKNOWN = Outcome.NOT_MET, Outcome.UNKNOWN
_Chosen = tuple[Part, AskedPost, _Result]


def _nearness_of(field: Field, asked: Asked, chosen: Sequence[_Chosen]) -> list[Nearness]:
    """Return how near posts are; those of one name, code and relation to the major share it."""
    place = Neighbourhood(field, (post.name for _, post, _ in chosen))
    nothing: frozenset[str] = frozenset()

    @lru_cache(None)
    def near(name: str, code: str | None, is_major: bool) -> Nearness:  # noqa: FBT001 - a key
        return place.nearness(name, code, asked.codes.get(name, nothing), is_major=is_major)

    return [near(post.name, post.code, result.is_major) for _, post, result in chosen]


def _rank(found: _Result, near: Nearness) -> tuple[bool, int, int, int, int]:
    """Rank by scope, nearness, verdict, then near misses; equal ones stay in printed order."""
    verdict, distance = _ORDER.index(found.verdict), int(near.distance)
    return (not found.is_in_scope, distance, verdict, found.unmet, found.undecided)


def _brief(number: int, chosen: _Chosen, near: Nearness) -> Brief:
    part, _, found = chosen
    is_short = found.verdict in (Verdict.DOES_NOT_MATCH, Verdict.NOT_YET)
    return Brief(
        number=number,
        edition=part.edition,
        verdict=found.verdict,
        nearness=near,
        is_near_miss=is_short and found.unmet == 1 and found.is_in_scope,
        years=None if near.distance is Distance.FAR else found.years,
    )
