"""What the pages of a draft of a next edition show."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jinque import api
from jinque.api import publishing, review
from jinque.api import shortage as scores
from jinque.locale import Sentence
from jinque.model import Issue, Severity
from jinque.model.decision import Right
from jinque.model.publishing import (
    STAGES,
    DraftHead,
    DraftPost,
    DraftStep,
    Lineage,
    NextEdition,
    NextEditionSummary,
    Opinion,
    Proposal,
    Stage,
)
from jinque.web.desk import Desk, DeskView, Form
from jinque.web.forms import Paging
from jinque.web.pages.office.entrance import Refusal

ROWS_PER_PAGE = 50
ISSUES_PER_PAGE = 50
SHOWN = ("changed", "open", "all")


@dataclass(frozen=True, slots=True, kw_only=True)
class NextCard:
    """A draft in short, as every page of it begins.

    Attributes:
        next_stage: the stage that follows; empty where it is the last.
        may: what the role of whoever looks allows.
        waiting: opinions without an answer.
        errors: without which nothing is published.
        approved_by: who approved the final text as it stands; None when nobody did.
        is_four_eyes: a second person has to approve it.
        is_over: published or discarded.
    """

    id: str
    former: str
    stage: str
    next_stage: str
    revision: int
    created_at: str
    created_by: str
    head: DraftHead
    rows: int
    may: tuple[str, ...]
    waiting: int
    errors: int
    approved_by: str | None
    is_four_eyes: bool
    is_over: bool
    edition_id: str

    @classmethod
    def of(cls, draft: NextEdition, desk: Desk) -> "NextCard":
        """Shorten `draft` for whoever is signed in."""
        place = STAGES.index(draft.stage) + 1 if draft.stage in STAGES else len(STAGES)
        issues = publishing.lint_of(draft)
        return cls(
            id=draft.id,
            former=draft.former,
            stage=draft.stage.value,
            next_stage=STAGES[place].value if place < len(STAGES) else "",
            revision=draft.revision,
            created_at=draft.created_at,
            created_by=draft.created_by,
            head=draft.head,
            rows=len(draft.printed),
            may=tuple(right.value for right in Right if desk.actor.may(right)),
            waiting=len(draft.open_opinions),
            errors=sum(each.severity is Severity.ERROR for each in issues),
            approved_by=publishing.approved_by(draft),
            is_four_eyes=review.four_eyes(desk.workspace),
            is_over=draft.stage in {Stage.PUBLISHED, Stage.DISCARDED},
            edition_id=draft.edition_id,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRow:
    """A row of the list.

    Attributes:
        former: label that the edition before prints.
        index: of the score, 0 to 1; None without one.
        computed: label that the index stands for.
        label: as it would be printed.
        in_force: what holds now.
        is_decided: somebody decided.
        is_signed: against what was computed, with a name and a reason.
    """

    key: str
    name: str
    section: tuple[str, ...]
    former: str
    index: float | None
    computed: str
    label: str
    in_force: str
    lineage: str
    is_decided: bool
    is_signed: bool
    reason: Sentence

    @classmethod
    def of(cls, draft: NextEdition, post: DraftPost) -> "NextRow":
        """Shorten a row."""
        head = draft.head
        return cls(
            key=post.key,
            name=post.cells.get(head.heading_of("name") or "", post.key),
            section=post.section,
            former=post.former,
            index=post.index,
            computed=post.computed,
            label=post.cells.get(head.heading_of("shortage") or "", ""),
            in_force=post.in_force.value,
            lineage=post.lineage.value,
            is_decided=post.decision is not None,
            is_signed=post.override is not None,
            reason=post.reason,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStep:
    """A line of the history.

    Attributes:
        can_undo: nothing later built on it.
    """

    number: int
    kind: str
    by: str
    at: str
    about: str
    reason: str
    can_undo: bool

    @classmethod
    def of(cls, draft: NextEdition, step: DraftStep) -> "NextStep":
        """Shorten a step."""
        undone = {each.undoes for each in draft.history}
        is_newest = all(draft.seen.get(each.name, 0) <= step.number for each in step.changes)
        is_plain = bool(step.changes) and step.number > 1 and step.number not in undone
        return cls(
            number=step.number,
            kind=step.kind.value,
            by=step.by,
            at=step.at,
            about=step.about,
            reason=step.reason,
            can_undo=is_plain and is_newest,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class NextChoice:
    """An edition to go on from."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextListContext:
    """What `/office/next` shows.

    Attributes:
        editions: those that a draft may go on from.
        scores: names of the published indexes.
        refusal: why a form was not carried out; None without one.
    """

    desk: DeskView
    drafts: tuple[NextEditionSummary, ...]
    editions: tuple[NextChoice, ...]
    scores: tuple[str, ...]
    refusal: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextContext:
    """What `/office/next/{id}` shows.

    Attributes:
        counts: rows by what holds for them.
        show: `changed`, `open` or `all`.
        given: fields of a refused form.
    """

    desk: DeskView
    draft: NextCard
    counts: dict[str, int]
    show: str
    rows: tuple[NextRow, ...]
    total: int
    paging: Paging
    given: dict[str, str]
    refusal: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextRowContext:
    """What `/office/next/{id}/rows/{key}` shows: the case of a row.

    Attributes:
        seen: step that last changed the row; the form names it.
        steps: every step that changed it.
    """

    desk: DeskView
    draft: NextCard
    row: DraftPost
    name: str
    seen: int
    steps: tuple[NextStep, ...]
    given: dict[str, str]
    refusal: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextOpinionsContext:
    """What `/office/next/{id}/opinions` shows.

    Attributes:
        names: row -> its name.
        receipt: what became of a sheet that came back just now; None otherwise.
    """

    desk: DeskView
    draft: NextCard
    opinions: tuple[Opinion, ...]
    names: dict[str, str]
    receipt: publishing.Receipt | None
    given: dict[str, str]
    refusal: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NextIssuesContext:
    """What `/office/next/{id}/issues` shows."""

    desk: DeskView
    draft: NextCard
    issues: tuple[Issue, ...]
    total: int
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class NextHistoryContext:
    """What `/office/next/{id}/history` shows, the last step first."""

    desk: DeskView
    draft: NextCard
    steps: tuple[NextStep, ...]
    refusal: Refusal | None


def list_context(desk: Desk, refusal: Refusal | None = None) -> NextListContext:
    """Gather the drafts and what a new one may go on from."""
    editions = tuple(
        NextChoice(id=each.id, title=each.metadata.title.value or each.id)
        for each in api.catalogues(desk.workspace)
        if each.counts.get("post")
    )
    return NextListContext(
        desk=desk.shown,
        drafts=publishing.next_drafts(desk.workspace),
        editions=editions,
        scores=tuple(each.name for each in scores.published_scores()),
        refusal=refusal,
    )


def next_context(
    desk: Desk,
    draft: NextEdition,
    show: str,
    page: int,
    given: Form | None = None,
    refusal: Refusal | None = None,
) -> NextContext:
    """Gather a draft and one page of its rows; without `show` what changes, or all of them.

    Raises:
        InvalidOptionError: the list has no such page.
    """
    if show not in SHOWN:
        show = "changed" if any(_is_shown(each, "changed") for each in draft.posts) else "all"
    chosen = [each for each in draft.posts if _is_shown(each, show)]
    paging = Paging.of(len(chosen), page, ROWS_PER_PAGE)
    shown = chosen[paging.offset : paging.offset + ROWS_PER_PAGE]
    counts = Counter(each.in_force.value for each in draft.posts)
    return NextContext(
        desk=desk.shown,
        draft=NextCard.of(draft, desk),
        counts={each.value: counts[each.value] for each in Proposal if counts[each.value]},
        show=show,
        rows=tuple(NextRow.of(draft, each) for each in shown),
        total=len(chosen),
        paging=paging,
        given=dict(given or {}),
        refusal=refusal,
    )


def _is_shown(post: DraftPost, show: str) -> bool:
    if show == "all":
        return True
    is_open = post.past_its_day or (post.proposal is Proposal.HOLD and post.decision is None)
    if show == "open":
        return is_open
    is_moved = post.in_force is not Proposal.KEEP or post.lineage is not Lineage.SAME
    return is_open or is_moved


def row_context(
    desk: Desk,
    draft: NextEdition,
    key: str,
    given: Form | None = None,
    refusal: Refusal | None = None,
) -> NextRowContext:
    """Gather the case of a row.

    Raises:
        DecisionError: the draft has no such row.
    """
    row, steps = publishing.case_of(draft, key)
    return NextRowContext(
        desk=desk.shown,
        draft=NextCard.of(draft, desk),
        row=row,
        name=row.cells.get(draft.head.heading_of("name") or "", row.key),
        seen=draft.seen.get(f"post:{row.key}", 0),
        steps=_steps(draft, steps),
        given=dict(given or {}),
        refusal=refusal,
    )


def _steps(draft: NextEdition, steps: Sequence[DraftStep]) -> tuple[NextStep, ...]:
    return tuple(NextStep.of(draft, each) for each in reversed(steps))


def opinions_context(
    desk: Desk,
    draft: NextEdition,
    given: Form | None = None,
    refusal: Refusal | None = None,
    receipt: publishing.Receipt | None = None,
) -> NextOpinionsContext:
    """Gather the opinions of a draft, those that wait first."""
    heading = draft.head.heading_of("name") or ""
    return NextOpinionsContext(
        desk=desk.shown,
        draft=NextCard.of(draft, desk),
        opinions=tuple(sorted(draft.opinions, key=lambda each: not each.is_open)),
        names={each.key: each.cells.get(heading, each.key) for each in draft.posts},
        receipt=receipt,
        given=dict(given or {}),
        refusal=refusal,
    )


def issues_context(desk: Desk, draft: NextEdition, page: int) -> NextIssuesContext:
    """Gather what is wrong or doubtful.

    Raises:
        InvalidOptionError: the list has no such page.
    """
    issues = publishing.lint_of(draft)
    paging = Paging.of(len(issues), page, ISSUES_PER_PAGE)
    return NextIssuesContext(
        desk=desk.shown,
        draft=NextCard.of(draft, desk),
        issues=issues[paging.offset : paging.offset + ISSUES_PER_PAGE],
        total=len(issues),
        paging=paging,
    )


def history_context(
    desk: Desk, draft: NextEdition, refusal: Refusal | None = None
) -> NextHistoryContext:
    """Gather the history of a draft."""
    return NextHistoryContext(
        desk=desk.shown,
        draft=NextCard.of(draft, desk),
        steps=_steps(draft, draft.history),
        refusal=refusal,
    )
