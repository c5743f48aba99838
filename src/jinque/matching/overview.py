"""One person beside all posts of all cities.

How near posts lie to what a person does, aims at or has studied.

Near posts by the years of work that are still needed (毕业后可走的路).

Whether a person's majors and certificates stand on lists of wanted ones, apart from posts.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from jinque.classification import find_occupations
from jinque.classification.majors import relation
from jinque.criteria.careers import worked_years, years_needed
from jinque.criteria.holdings import same_certificate
from jinque.locale import Sentence, say
from jinque.matching.assess import assess, code_of, coded, codes_named, next_facts
from jinque.model import Kind, Post, PublishedEdition
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
    CareerPath,
    Distance,
    Nearness,
    Overview,
    Verdict,
    WantedItem,
    WantedLists,
)
from jinque.model.occupation import MajorLikeness
from jinque.model.person import Outcome, Person
from jinque.parameters.words import load_criteria_words
from jinque.text import fold

_MINOR, _SUB_MAJOR = 3, 2
_COMMON_SHARE = 0.04
"""Two characters that more than this share of all names hold tell no post from another."""
_LEAST_COMMON = 2
_LEAST_STEM = 2


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
        counts = Counter(pair for name in set(names) for pair in _pairs(name))
        most = max(_LEAST_COMMON, int(len(set(names)) * _COMMON_SHARE))
        common = {pair for pair, count in counts.items() if count > most}
        told = {pair for word in field.words for pair in _pairs(word)}
        self._pairs = told - common - set(load_criteria_words().name_generic)

    def nearness(self, found: Assessment) -> Nearness:
        """Return how near a post is, with what that rests on."""
        post = found.post
        codes = codes_named(post.name) or ({post.code} if post.code else set())
        if fold(post.name) in self._field.names or codes & self._field.codes:
            reason = say("the same occupation by name or code")
            return Nearness(distance=Distance.SAME, reason=reason)
        if shared := _shared_class(codes, self._field.codes, _MINOR):
            reason = say("of the same minor group {shared}", shared=shared)
            return Nearness(distance=Distance.MINOR_GROUP, reason=reason)
        if _prints_major(found):
            reason = say("the person's major is printed")
            return Nearness(distance=Distance.MINOR_GROUP, reason=reason)
        if words := self._shared_words(post):
            reason = say("names share: {words}", words=words)
            return Nearness(distance=Distance.LIKE_NAME, reason=reason)
        if shared := _shared_class(codes, self._field.codes, _SUB_MAJOR):
            reason = say("of the same sub-major group {shared}", shared=shared)
            return Nearness(distance=Distance.SUB_MAJOR_GROUP, reason=reason)
        return FAR

    def _shared_words(self, post: Post) -> str:
        return "、".join(pair for pair in _pairs(post.name) if pair in self._pairs)


def _prints_major(found: Assessment) -> bool:
    return any(
        isinstance(each.demand.criterion, Majors | Background) and each.outcome is Outcome.MET
        for each in found.findings
    )


def _shared_class(left: Iterable[str], right: Iterable[str], segments: int) -> str:
    others = {_class(code, segments) for code in right}
    shared = {_class(code, segments) for code in left} & others - {""}
    return min(shared, default="")


def _class(code: str, segments: int) -> str:
    parts = code.split("-")
    return "-".join(parts[:segments]) if len(parts) >= segments else ""


def _pairs(name: str) -> Sequence[str]:
    """Return the pairs of neighbours in a name without its ending."""
    stem = _stem(fold(name))
    return list(dict.fromkeys(stem[at : at + 2] for at in range(len(stem) - 1)))


def _stem(name: str) -> str:
    endings = sorted(load_criteria_words().name_endings, key=len, reverse=True)
    for ending in endings:
        if name.endswith(ending) and len(name) >= len(ending) + _LEAST_STEM:
            return _stem(name.removesuffix(ending))
    return name


def career_paths(
    assessments: Iterable[Assessment], person: Person, on: date
) -> tuple[CareerPath, ...]:
    """Return the near posts against which nothing stands but years, the fewest years first.

    Work that is not told counts for nothing; years of work and of management run side by side.
    Posts that are far from what the person does, aims at or has studied are left out.
    """
    found = [
        CareerPath(assessment=each, years=_years(each, person, on))
        for each in assessments
        if each.nearness.distance is not Distance.FAR and _is_open(each)
    ]
    return tuple(sorted(found, key=lambda path: (path.years, path.assessment.nearness.distance)))


def _is_open(each: Assessment) -> bool:
    return all(_is_years(found.demand.criterion) for found in each.unmet)


def _is_years(criterion: Criterion) -> bool:
    return isinstance(criterion, ExperienceYears | ManagementYears | YearsByDegree)


def _years(each: Assessment, person: Person, on: date) -> int:
    lacking = [_short(found.demand.criterion, person, on) for found in each.findings]
    return max(lacking, default=0)


def _short(criterion: Criterion, person: Person, on: date) -> int:
    work = person.work or ()
    needed, done = 0, worked_years(work, on)
    if isinstance(criterion, ExperienceYears):
        needed = criterion.at_least
    elif isinstance(criterion, ManagementYears):
        needed = criterion.at_least
        done = worked_years([spell for spell in work if spell.is_management], on)
    elif isinstance(criterion, YearsByDegree):
        needed = years_needed(criterion, person) or 0
    return max(0, needed - done)


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
    """

    aim: str | None = None
    verdicts: Collection[Verdict] = ()


def overview(
    person: Person,
    answers: Sequence[CriteriaAnswer],
    editions: Sequence[PublishedEdition],
    on: date,
    wish: Wish,
) -> Overview:
    """Assess a person for every post and put the posts in order.

    Args:
        person: as told; their occupations are coded here.
        answers: the posts, in the order of their catalogues.
        editions: whose lists of wanted majors and certificates are looked through.
        on: the day as of which years count.
        wish: what to show.
    """
    known = coded(person)
    every = _ranked(known, [assess(known, answer, on) for answer in answers], wish.aim)
    stated = [each for each in every if each.verdict is not Verdict.NO_STATED_REQUIREMENTS]
    counts = Counter(each.verdict for each in every)
    shown = [each for each in every if not wish.verdicts or each.verdict in wish.verdicts]
    return Overview(
        on=on,
        aim=wish.aim,
        assessments=tuple(e for e in shown if e.verdict is not Verdict.NO_STATED_REQUIREMENTS),
        no_stated=tuple(e for e in shown if e.verdict is Verdict.NO_STATED_REQUIREMENTS),
        counts={verdict: counts[verdict] for verdict in Verdict},
        next_facts=next_facts(stated, person),
        paths=career_paths(stated, known, on),
        wanted=wanted_lists(person, editions),
    )


def _ranked(person: Person, found: Iterable[Assessment], aim: str | None) -> list[Assessment]:
    several = list(found)
    place = Neighbourhood(field_of(person, aim), [each.post.name for each in several])
    near = [replace(each, nearness=place.nearness(each)) for each in several]
    return sorted(near, key=_rank)


def _rank(each: Assessment) -> tuple[bool, int, int, int, int]:
    """Rank by scope, nearness, verdict, then near misses; equal ones stay in printed order."""
    verdict, distance = _ORDER.index(each.verdict), int(each.nearness.distance)
    return (not each.is_in_scope, distance, verdict, len(each.unmet), len(each.undecided))
