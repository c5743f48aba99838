"""How one person stands to the printed requirements of one post.

One person beside all posts of all cities.

What verdicts are called, and what every answer of a self-check says beside them.

How near a post lies to what a person does, aims at or has studied.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from typing import TypeVar, overload

from jinque.locale import Sentence, say, say_in
from jinque.model.answers import EditionSummary
from jinque.model.criterion import PostCriterion
from jinque.model.person import MissingFact, Outcome
from jinque.model.post import Issue, Post

Shown_co = TypeVar("Shown_co", covariant=True)


class Distance(IntEnum):
    """Steps from a person's occupation to a post; less is nearer.

    Attributes:
        SAME: the same occupation by name or code.
        MINOR_GROUP: the same minor group of the classification (小类), or the post prints the
            person's major.
        LIKE_NAME: the names share words.
        SUB_MAJOR_GROUP: the same sub-major group (中类).
        FAR: nothing of it, or nothing is known.
    """

    SAME = 0
    MINOR_GROUP = 1
    LIKE_NAME = 2
    SUB_MAJOR_GROUP = 3
    FAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """A distance with what it rests on; None where the post is far."""

    distance: Distance
    reason: Sentence | None = None


FAR = Nearness(distance=Distance.FAR)


class Verdict(StrEnum):
    """What a self-check comes to, the best first; a catalogue demands, an authority decides.

    Attributes:
        MATCHES: nothing decidable stands against it; what people must judge is listed.
        INCOMPLETE: nothing stands against it, and something decidable is not known.
        NOT_YET: time alone would meet every unmet requirement, from a known day.
        DOES_NOT_MATCH: at least one requirement is not met, and time alone does not help.
        NO_STATED_REQUIREMENTS: the catalogue states none for the post; never a match.
    """

    MATCHES = "matches"
    INCOMPLETE = "incomplete"
    NOT_YET = "not_yet"
    DOES_NOT_MATCH = "does_not_match"
    NO_STATED_REQUIREMENTS = "no_stated_requirements"


class Validity(StrEnum):
    """Whether a catalogue holds on a day, as it says itself."""

    IN_FORCE = "in_force"
    REPEALED = "repealed"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a catalogue says of its own validity on a day.

    Attributes:
        text_year: year of the text where it states one.
        reason: what the validity rests on.
    """

    validity: Validity
    text_year: str | None
    reason: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFinding:
    """What was found of one demand of a post.

    Attributes:
        demand: the printed words with their place, and our reading of them.
        outcome: three-valued; what only people can judge is UNKNOWN.
        bearing: the same with what only people can judge taken as met: the part of it that the
            verdict rests on.
        missing: the fewest facts that could settle it; empty where no fact of the person's can.
        earliest_date: with a bearing NOT_MET, the first day from which time alone would meet it,
            if work goes on as it does; None where time alone does not.
    """

    demand: PostCriterion
    outcome: Outcome
    bearing: Outcome
    reason: Sentence
    missing: tuple[MissingFact, ...] = ()
    earliest_date: date | None = None

    @property
    def is_evidence(self) -> bool:
        """Whether it is left to people alone, so that it never decides."""
        return self.outcome is Outcome.UNKNOWN and self.bearing is Outcome.MET


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """How one person stands to one post on a day.

    Attributes:
        findings: scope first, then in printed order.
        missing: the fewest facts that would settle an INCOMPLETE verdict, or on which a NOT_YET
            one still rests; empty where only people can, see `to_judge`.
        earliest_date: with NOT_YET, the first day on which time alone has met what is unmet, if
            work goes on and the catalogue stays as it is.
        none_stated: blocks that print "none" (无): nothing is asked there.
        blank: blocks without a word in them: not stated, which is not "none".
        doubts: what could not be read safely in the post's requirements.
        nearness: how near the post is to the person's occupation, aim or major.
    """

    post: Post
    edition: EditionSummary
    on: date
    verdict: Verdict
    findings: tuple[PostFinding, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    earliest_date: date | None = None
    none_stated: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    doubts: tuple[Issue, ...] = ()
    standing: Standing
    nearness: Nearness = FAR

    @property
    def unmet(self) -> tuple[PostFinding, ...]:
        """The findings that stand against a match."""
        return tuple(each for each in self.findings if each.bearing is Outcome.NOT_MET)

    @property
    def is_in_scope(self) -> bool:
        """Whether nothing says that the whole list is for others."""
        return all(each.demand.block != "scope" for each in self.unmet)

    @property
    def undecided(self) -> tuple[PostFinding, ...]:
        """The findings that a fact or a judgement of people could still turn either way."""
        return tuple(each for each in self.findings if each.bearing is Outcome.UNKNOWN)

    @property
    def to_judge(self) -> tuple[PostFinding, ...]:
        """The undecided findings that no fact of the person's settles (a related major)."""
        return tuple(each for each in self.undecided if not each.missing)

    @property
    def evidence(self) -> tuple[PostFinding, ...]:
        """The findings left to people alone: what must be evidenced."""
        return tuple(each for each in self.findings if each.is_evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextFact:
    """A fact that can still change verdicts.

    Attributes:
        posts: verdicts that it can still change.
        settles: those of them for which nothing else is lacking.
        nearest: distance of the nearest of these posts, see `Distance`.
    """

    fact: MissingFact
    posts: int
    settles: int
    nearest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CareerPath:
    """A near post to which nothing but years of work is in the way.

    Attributes:
        years: full years of work still needed; 0 where none is.
    """

    assessment: Assessment
    years: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedItem:
    """An entry of a list of wanted majors or certificates that is or may be the person's.

    Attributes:
        held: the person's major or certificate.
        is_same: equal by name; otherwise people must judge, and `reason` says why.
    """

    item: Post
    place: str | None
    held: str
    is_same: bool
    reason: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedLists:
    """Whether the person's majors and certificates stand on lists of wanted ones.

    Attributes:
        titles: the lists looked through.
        asked: majors and certificates of the person that were looked for.
    """

    titles: tuple[str, ...]
    asked: tuple[str, ...]
    items: tuple[WantedItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """How one person stands to one post, before it is explained.

    Attributes:
        number: of the post, for whoever explains it.
        is_near_miss: it fails by one demand other than scope.
        years: full years of work still needed where nothing but years is in the way of a near
            post; None where something else is, or the post is far.
    """

    number: int
    edition: EditionSummary
    verdict: Verdict
    nearness: Nearness
    is_near_miss: bool
    years: int | None


class Explained(Sequence[Shown_co]):
    """What is said of several posts, each worked out when it is looked at.

    Args:
        briefs: the posts, in their order.
        explain: says it of one of them.
    """

    def __init__(self, briefs: Sequence[Brief], explain: Callable[[Brief], Shown_co]) -> None:
        self.briefs = briefs
        self._explain = explain
        self._done: dict[int, Shown_co] = {}

    def __len__(self) -> int:
        return len(self.briefs)

    @overload
    def __getitem__(self, at: int) -> Shown_co: ...

    @overload
    def __getitem__(self, at: slice) -> "Explained[Shown_co]": ...

    def __getitem__(self, at: int | slice) -> "Shown_co | Explained[Shown_co]":
        if isinstance(at, slice):
            return self.of(self.briefs[at])
        brief = self.briefs[at]
        if brief.number not in self._done:
            self._done[brief.number] = self._explain(brief)
        return self._done[brief.number]

    def where(self, holds: Callable[[Brief], bool]) -> "Explained[Shown_co]":
        """Return the same of those posts of which something holds."""
        return self.of([each for each in self.briefs if holds(each)])

    def of(self, briefs: Sequence[Brief]) -> "Explained[Shown_co]":
        """Return the same of some of the posts, in the order given."""
        return Explained(briefs, self._explain)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """One person beside all posts.

    Attributes:
        aim: occupation aimed at; None when not given.
        assessments: of posts that state requirements: the nearest occupation first, then by
            verdict, then near misses (fewest unmet, then fewest undecided) before the rest;
            lists that are for others (scope) come last.
        no_stated: of posts whose catalogue states none, the nearest first; never a match.
        counts: posts by verdict, before a filter by verdict.
        next_facts: the facts that can still change a verdict, the most useful first.
        paths: near posts by the years of work still needed.
    """

    on: date
    aim: str | None
    assessments: Explained[Assessment]
    no_stated: Explained[Assessment]
    counts: dict[Verdict, int]
    next_facts: tuple[NextFact, ...]
    paths: Explained[CareerPath]
    wanted: WantedLists

    @property
    def near_misses(self) -> Explained[Assessment]:
        """The posts that fail by one demand other than scope, nearest first."""
        return self.assessments.where(lambda each: each.is_near_miss)


SELF_CHECK_NOTICE = say(
    "This is a self-check against the words of the catalogues alone: it decides nothing "
    "and is no ground for any benefit; the rules of the accepting authority for the year "
    "prevail."
)
NOT_YET_CONDITION = say("if work goes on and the catalogue does not change")
VERDICT_NAMES = {
    Verdict.MATCHES: say("matches the printed requirements (ability is for the employer to judge)"),
    Verdict.INCOMPLETE: say("incomplete"),
    Verdict.NOT_YET: say("not yet: years are short"),
    Verdict.DOES_NOT_MATCH: say("does not match the printed requirements"),
    Verdict.NO_STATED_REQUIREMENTS: say("this catalogue states no requirements"),
}
SHORT_VERDICTS = {
    Verdict.MATCHES: say("matches"),
    Verdict.INCOMPLETE: say("incomplete"),
    Verdict.NOT_YET: say_in("verdict", "not yet"),
    Verdict.DOES_NOT_MATCH: say("does not match"),
    Verdict.NO_STATED_REQUIREMENTS: say("none stated"),
}
"""The same in a table, under a heading that says that the printed requirements are meant."""

VALIDITY_NAMES = {
    Validity.IN_FORCE: say("in force"),
    Validity.REPEALED: say("repealed"),
    Validity.NOT_STATED: say("not stated"),
}
