"""How near posts lie to what a person does, aims at or has studied."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinque.classification import find_occupations
from jinque.eligibility.demands import codes_named
from jinque.eligibility.people import code_of
from jinque.model import Post, Words
from jinque.model.assessment import Assessment
from jinque.model.criterion_listed import Background, Majors
from jinque.model.finding import Outcome
from jinque.model.nearness import FAR, Distance, Nearness
from jinque.model.person import Person
from jinque.parameters.criteria_words import load_criteria_words
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
        codes = {each.code for each in found} or ({coded} if coded else set())
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
            reason = Words(zh="与本人职业名称或编码相同", en="the same occupation by name or code")
            return Nearness(distance=Distance.SAME, reason=reason)
        if shared := _shared_class(codes, self._field.codes, _MINOR):
            reason = Words(zh=f"同属小类 {shared}", en=f"of the same minor group {shared}")
            return Nearness(distance=Distance.MINOR_GROUP, reason=reason)
        if _prints_major(found):
            reason = Words(zh="所列专业含本人专业", en="the person's major is printed")
            return Nearness(distance=Distance.MINOR_GROUP, reason=reason)
        if words := self._shared_words(post):
            reason = Words(zh=f"名称相近：{words}", en=f"names share: {words}")
            return Nearness(distance=Distance.LIKE_NAME, reason=reason)
        if shared := _shared_class(codes, self._field.codes, _SUB_MAJOR):
            reason = Words(zh=f"同属中类 {shared}", en=f"of the same sub-major group {shared}")
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
