"""The next edition of a catalogue while it is compiled: its rows, opinions, stages and steps."""

from dataclasses import dataclass, field
from enum import StrEnum

from jinque.locale import Said, Sentence, say, say_in
from jinque.model.account import Role
from jinque.model.metadata import Band


class Stage(StrEnum):
    """How far a draft is; it only goes on to the next, or is discarded.

    Attributes:
        WORKING: compiled by its office alone.
        CONSULTATION: 征求意见稿, opinions are asked for.
        SUBMISSION: 送审稿, laid before whoever decides.
        NOTICE: 公示稿, shown to the public before it counts.
        FINAL: 正式稿, as it is to be published.
        PUBLISHED: it is an edition of the record; nothing changes any more.
        DISCARDED: given up; its history stays.
    """

    WORKING = "working"
    CONSULTATION = "consultation"
    SUBMISSION = "submission"
    NOTICE = "notice"
    FINAL = "final"
    PUBLISHED = "published"
    DISCARDED = "discarded"


STAGES = (Stage.WORKING, Stage.CONSULTATION, Stage.SUBMISSION, Stage.NOTICE, Stage.FINAL)
"""The stages of a draft that still changes, in their order."""


class Proposal(StrEnum):
    """What is proposed for a post.

    Attributes:
        HOLD: the evidence does not settle it; the row stays as it is until a person decides.
    """

    KEEP = "keep"
    RAISE = "raise"
    LOWER = "lower"
    ADD = "add"
    DROP = "drop"
    HOLD = "hold"


class Occasion(StrEnum):
    """Why an edition is made: the regular one, one on trial, an adjustment between two."""

    REGULAR = "regular"
    TRIAL = "trial"
    MID_TERM = "mid_term"


class Answer(StrEnum):
    """What became of an opinion."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    NOT_ADOPTED = "not_adopted"


class Lineage(StrEnum):
    """How a row stands to the rows of the edition before.

    Attributes:
        SAME: the same post under the same name.
        RENAMED: the same post under another name.
        SPLIT: one of several that one post became.
        MERGED: what several posts became.
        NEW: the edition before has no such post.
    """

    SAME = "same"
    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedColumn:
    """A column that the edition prints.

    Attributes:
        heading: as printed; no two columns have one.
        role: what it is read as (`name`, `shortage`, …); empty for one without a meaning.
    """

    heading: str
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftHead:
    """What is said of the edition as a whole; empty texts are not printed.

    Attributes:
        publisher: the office that issues it.
        issued_on: ISO 8601.
        effective_from: first day, ISO 8601.
        effective_to: day behind the last one, ISO 8601.
        columns: in the order in which they are printed.
        labels: of shortage, from the weakest to the strongest; empty where none is printed.
        bands: of the index that the labels stand for; empty where none are declared.
        former_bands: those of the edition before.
        is_numbered_throughout: the numbers run on over the sections; else each begins at 1.
        notes: remarks printed behind the rows.
        score: name of the index that it was proposed from; empty for none.
        is_synthetic: that index is of made-up evidence, which is said on every page.
        review_by: day by which a row is looked at again that names none, ISO 8601.
    """

    title: str
    publisher: str = ""
    place: str = ""
    document_number: str = ""
    issued_on: str = ""
    effective_from: str = ""
    effective_to: str = ""
    classification_edition: str = ""
    occasion: Occasion = Occasion.REGULAR
    columns: tuple[PrintedColumn, ...] = ()
    labels: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    former_bands: tuple[Band, ...] = ()
    is_numbered_throughout: bool = False
    notes: tuple[str, ...] = ()
    score: str = ""
    is_synthetic: bool = False
    review_by: str = ""

    def heading_of(self, role: str) -> str | None:
        """Return the heading of the first column of a role; None where there is none."""
        return next((each.heading for each in self.columns if each.role == role), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """A decision against what was computed, signed."""

    by: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPost:
    """A row of the edition to come, or one that leaves it.

    What was computed, what is decided and why stand apart: a decision changes the list and never
    the index.

    Attributes:
        key: stays when the row changes; `n1`, `n2` … for rows that the edition before has not.
        order: position, from 1; the number printed is counted within the section.
        former_ids: posts of the edition before that it goes on from.
        section: headings above it, outermost first, as printed.
        cells: heading -> text, without the column of numbers.
        proposal: what was proposed.
        reason: why.
        index: of the score, 0 to 1; None without one.
        computed: label that the index stands for; empty where no band is declared.
        former: label that the edition before prints; empty where it has none.
        decision: what is decided; None while nobody decided, and the proposal counts.
        override: whoever decided otherwise than computed, and why.
        review_by: day by which it is looked at again, ISO 8601; empty takes that of the head.
        transition: what holds for people who rely on a row that is dropped.
        past_its_day: the edition before said that it is looked at by a day that has gone, and
            nobody looked yet.
        occupation: code of the classification that the score is of; empty for none.
    """

    key: str
    order: int
    former_ids: tuple[str, ...] = ()
    lineage: Lineage = Lineage.SAME
    section: tuple[str, ...] = ()
    cells: dict[str, str] = field(default_factory=dict)
    proposal: Proposal
    reason: Sentence
    index: float | None = None
    computed: str = ""
    former: str = ""
    decision: Proposal | None = None
    override: Override | None = None
    review_by: str = ""
    transition: str = ""
    past_its_day: bool = False
    occupation: str = ""

    @property
    def in_force(self) -> Proposal:
        """What holds now: the decision, else the proposal."""
        return self.decision or self.proposal

    @property
    def is_printed(self) -> bool:
        """Whether the edition to come has the row."""
        return self.in_force is not Proposal.DROP


class OpinionKind(StrEnum):
    """From an office that was asked, or from the public about one row."""

    OFFICE = "office"
    PROPOSE = "propose"
    CONTEST = "contest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What somebody says of a draft; it has to be answered before the next stage.

    Attributes:
        key: of the row it is about; empty for the whole.
        post_id: of the published edition that it is about; empty for none.
        source: the office; `public` for somebody who need not say who they are.
        received_on: ISO 8601.
        why: reason of the answer, compulsory with it.
    """

    id: str
    kind: OpinionKind
    key: str = ""
    post_id: str = ""
    source: str
    text: str
    received_on: str
    answer: Answer | None = None
    why: str = ""
    answered_by: str = ""
    answered_on: str = ""

    @property
    def is_open(self) -> bool:
        """Whether nobody answered yet."""
        return self.answer is None


class StepKind(StrEnum):
    """What was done to a draft."""

    BEGIN = "begin"
    EDIT = "edit"
    DECIDE = "decide"
    ADD = "add"
    SPLIT = "split"
    MERGE = "merge"
    HEAD = "head"
    OPINION = "opinion"
    ANSWER = "answer"
    COUNTERSIGN = "countersign"
    MERGE_FILE = "merge_file"
    ADVANCE = "advance"
    APPROVE = "approve"
    UNDO = "undo"
    PUBLISH = "publish"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a draft that changes as one: its head, a row, an opinion; one of them is set."""

    head: DraftHead | None = None
    post: DraftPost | None = None
    opinion: Opinion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """A part before and after a step; None where it was not there, or is no more.

    Attributes:
        name: `head`, `post:KEY` or `opinion:ID`.
    """

    name: str
    before: Part | None
    after: Part | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftStep:
    """One line of the history; what was replaced stays in it, so that it can be undone.

    Attributes:
        number: counts the steps of a draft from 1.
        about: the row or the opinion it is about, or the new stage; empty for the whole.
        undoes: number of the step that this one undoes.
    """

    number: int
    kind: StepKind
    by: str
    role: Role
    at: str
    about: str = ""
    reason: str = ""
    changes: tuple[PartChange, ...] = ()
    undoes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextEdition:
    """A draft of the next edition as it stands.

    Attributes:
        former: identifier of the edition that it goes on from.
        revision: number of its last step.
        seen: part -> number of the step that last changed it.
        edition_id: of the published edition; empty until then.
    """

    id: str
    former: str
    stage: Stage
    revision: int
    created_at: str
    created_by: str
    head: DraftHead
    posts: tuple[DraftPost, ...]
    opinions: tuple[Opinion, ...] = ()
    history: tuple[DraftStep, ...] = ()
    seen: dict[str, int] = field(default_factory=dict)
    edition_id: str = ""

    @property
    def printed(self) -> tuple[DraftPost, ...]:
        """The rows that the edition will have."""
        return tuple(each for each in self.posts if each.is_printed)

    @property
    def open_opinions(self) -> tuple[Opinion, ...]:
        """The opinions that nobody answered."""
        return tuple(each for each in self.opinions if each.is_open)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextEditionSummary:
    """A line of the list of drafts."""

    id: str
    former: str
    title: str
    stage: Stage
    revision: int
    created_at: str
    created_by: str
    edition_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """What our own readers make of a file that was written from a draft.

    Attributes:
        file: its name.
        rows: that were read.
        differences: where what was read is not what was drafted; empty where it is the same.
    """

    file: str
    rows: int
    differences: tuple[Sentence, ...] = ()


# What stages, decisions, answers and steps are called, for every face.
STAGE_WORDS: dict[Stage, Said] = {
    Stage.WORKING: say("working draft"),
    Stage.CONSULTATION: say("draft for opinions"),
    Stage.SUBMISSION: say("draft for decision"),
    Stage.NOTICE: say("draft on public notice"),
    Stage.FINAL: say("final text"),
    Stage.PUBLISHED: say("published"),
    Stage.DISCARDED: say("discarded"),
}
PROPOSAL_WORDS: dict[Proposal, Said] = {
    Proposal.KEEP: say_in("draft", "keep"),
    Proposal.RAISE: say_in("draft", "raise"),
    Proposal.LOWER: say_in("draft", "lower"),
    Proposal.ADD: say_in("draft", "add"),
    Proposal.DROP: say_in("draft", "drop"),
    Proposal.HOLD: say_in("draft", "hold"),
}
ANSWER_WORDS: dict[Answer, Said] = {
    Answer.ADOPTED: say("adopted"),
    Answer.PARTLY: say("partly adopted"),
    Answer.NOT_ADOPTED: say("not adopted"),
}
STEP_WORDS: dict[StepKind, Said] = {
    StepKind.BEGIN: say_in("draft", "begun"),
    StepKind.EDIT: say_in("draft", "edited"),
    StepKind.DECIDE: say_in("draft", "decided"),
    StepKind.ADD: say_in("draft", "row added"),
    StepKind.SPLIT: say_in("draft", "row split"),
    StepKind.MERGE: say_in("draft", "rows merged"),
    StepKind.HEAD: say_in("draft", "facts given"),
    StepKind.OPINION: say_in("draft", "opinion taken down"),
    StepKind.ANSWER: say_in("draft", "opinion answered"),
    StepKind.COUNTERSIGN: say_in("draft", "countersigned"),
    StepKind.MERGE_FILE: say_in("draft", "sheet merged"),
    StepKind.ADVANCE: say_in("draft", "next stage"),
    StepKind.APPROVE: say_in("draft", "approved"),
    StepKind.UNDO: say_in("draft", "undone"),
    StepKind.PUBLISH: say_in("draft", "published"),
    StepKind.DISCARD: say_in("draft", "discarded"),
}
