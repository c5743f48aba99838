"""One person beside all posts of all cities."""

from dataclasses import dataclass
from datetime import date

from jinque.model.assessment import Assessment, Verdict
from jinque.model.fact import MissingFact
from jinque.model.post import Post
from jinque.model.words import Words


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
    reason: Words


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
    assessments: tuple[Assessment, ...]
    no_stated: tuple[Assessment, ...]
    counts: dict[Verdict, int]
    next_facts: tuple[NextFact, ...]
    paths: tuple[CareerPath, ...]
    wanted: WantedLists

    @property
    def near_misses(self) -> tuple[Assessment, ...]:
        """The posts that fail by one demand other than scope, nearest first."""
        return tuple(
            each
            for each in self.assessments
            if each.verdict in (Verdict.DOES_NOT_MATCH, Verdict.NOT_YET)
            and len(each.unmet) == 1
            and each.is_in_scope
        )
