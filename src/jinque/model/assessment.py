"""How one person stands to the printed requirements of one post."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jinque.model.answer import EditionSummary
from jinque.model.fact import MissingFact
from jinque.model.finding import Outcome
from jinque.model.issue import Issue
from jinque.model.nearness import FAR, Nearness
from jinque.model.post import Post
from jinque.model.post_criteria import PostCriterion
from jinque.model.words import Words


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
    reason: Words


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
    reason: Words
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
