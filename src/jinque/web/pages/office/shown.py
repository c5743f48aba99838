"""A draft in short, as every page of it begins.

A column of a draft, and what it can be read as.

An issue of a draft beside its place in the source.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from jinque import api
from jinque.api import review
from jinque.locale import Sentence
from jinque.model import Place, SourceLine
from jinque.model.decision import Decision, Right
from jinque.model.post import ColumnReading
from jinque.model.review import Draft, DraftEdition, DraftIssue, DraftState, ExtractCell
from jinque.web.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class SignersView:
    """Who may still sign a draft where two people are asked for.

    Attributes:
        may_approve: names of accounts.
        may_publish: names of accounts.
        needs_approval: somebody is there who could approve; otherwise a publication by one of
            `may_publish` is the second signature.
    """

    may_approve: tuple[str, ...]
    may_publish: tuple[str, ...]
    needs_approval: bool

    @classmethod
    def of(cls, desk: Desk, draft: Draft) -> "SignersView | None":
        """Look up who may still sign; None where one person suffices or the draft is over."""
        if draft.state not in LIVE or not review.four_eyes(desk.workspace):
            return None
        found = review.signatories(desk.workspace, draft.id)
        return cls(
            may_approve=found.may_approve,
            may_publish=found.may_publish,
            needs_approval=any(found.needs_approval(name) for name in found.may_publish),
        )


LIVE = (DraftState.OPEN, DraftState.APPROVED)
STEPS = ("open", "approved", "published")


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftCard:
    """A draft in short.

    Attributes:
        state: `open`, `approved`, `published` or `discarded`.
        revision: counts the changes; every form names the one it was made on.
        rows: rows of all its catalogues.
        rejected: rows that became none.
        open: issues that wait for somebody.
        blocking: those of them that hold up the publication.
        may: what the role of whoever looks allows: `settle`, `approve`, `publish` and so on.
        is_over: published or discarded: nothing can be changed any more.
        approved_by: who approved it as it stands; None when nobody did, or it changed since.
    """

    id: str
    state: str
    revision: int
    source_name: str
    source_sha256: str
    created_at: str
    created_by: str
    rows: int
    rejected: int
    open: int
    blocking: int
    may: tuple[str, ...]
    is_over: bool
    approved_by: str | None

    @classmethod
    def of(cls, draft: Draft, desk: Desk) -> "DraftCard":
        """Shorten `draft` for whoever is signed in."""
        return cls(
            id=draft.id,
            state=draft.state.value,
            revision=draft.revision,
            source_name=draft.source_name,
            source_sha256=draft.source_sha256,
            created_at=draft.created_at,
            created_by=draft.created_by,
            rows=sum(one.report.rows_out for one in draft.editions),
            rejected=sum(one.report.rows_rejected for one in draft.editions),
            open=len(draft.open_issues),
            blocking=len(draft.blocking),
            may=tuple(right.value for right in Right if desk.actor.may(right)),
            is_over=draft.state.value in {"published", "discarded"},
            approved_by=draft.approved_by,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChoice:
    """A value to choose, and its name for people."""

    value: str
    name: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftColumn:
    """A column as recognised.

    Attributes:
        role: what it is read as; None for one that is kept and not read.
        confidence: 0 to 1; 0 without a role.
        reasons: what the role rests on, or why there is none.
        proposals: other roles that it may be given, the likeliest first.
        samples: up to three cells as printed.
        filled: rows that print something in it.
        rows: rows that have the column.
        is_given: a person settled it.
    """

    heading: str
    role: str | None
    confidence: float
    reasons: tuple[Sentence, ...]
    proposals: tuple[str, ...]
    samples: tuple[str, ...]
    filled: int
    rows: int
    is_given: bool

    @classmethod
    def of(cls, column: ColumnReading, given: frozenset[str]) -> "DraftColumn":
        """Flatten `column`; `given` are the headings that a person settled."""
        return cls(
            heading=column.heading,
            role=column.role,
            confidence=column.confidence,
            reasons=column.reasons,
            proposals=column.proposals,
            samples=column.samples,
            filled=column.filled,
            rows=column.rows,
            is_given=column.heading in given,
        )


def role_choices() -> tuple[RoleChoice, ...]:
    """Return what a column can be read as."""
    return tuple(RoleChoice(value=role, name=name) for role, name in api.role_names().items())


MOST_LINES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftLabel:
    """A label of shortage whose order nothing printed states.

    Attributes:
        printed: the label.
        rows: rows that print it.
        rank: its place in the scale, 1 the weakest; None without one.
    """

    printed: str
    rows: int
    rank: int | None


def labels_of(one: DraftEdition) -> tuple[DraftLabel, ...]:
    """Return the labels that a person may rank; none where the order is printed, or stars count."""
    scale = one.edition.metadata.scale
    if scale is None or not scale.code.startswith("words") or scale.order.status == "stated":
        return ()
    found = [post.shortage for post in one.edition.posts if post.shortage]
    counts = Counter(each.printed for each in found if each.scale == scale.code)
    ranks = {each.printed: each.value for each in found}
    return tuple(
        DraftLabel(printed=label, rows=count, rank=ranks[label]) for label, count in counts.items()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftIssueView:
    """An issue, its place, and what became of it.

    Attributes:
        key: names it within the draft.
        edition_id: the catalogue of the file that it is about.
        is_open: waits for a person.
        is_blocking: an error or a question: while open, nothing can be published.
        settled_by: the decision that settled it; None without one.
        place: page, sheet, table, row and column; None in plain text.
        lines: the place's lines with up to three on either side.
        cells: the cells of its row; empty where it is not about one row.
        quote: the printed words; empty where there are none.
    """

    key: str
    edition_id: str
    code: str
    severity: str
    message: Sentence
    is_open: bool
    is_blocking: bool
    settled_by: Decision | None
    post_id: str | None
    section: str | None
    serial: int | None
    place: Place | None
    lines: tuple[SourceLine, ...]
    cells: tuple[ExtractCell, ...]
    quote: str

    @classmethod
    def of(cls, edition_id: str, each: DraftIssue) -> "DraftIssueView":
        """Flatten an issue of the catalogue `edition_id`."""
        return cls(
            key=each.key,
            edition_id=edition_id,
            code=each.issue.code,
            severity=each.issue.severity.value,
            message=each.issue.message,
            is_open=each.is_open,
            is_blocking=each.is_blocking,
            settled_by=each.settled_by,
            post_id=each.issue.post_id,
            section=each.issue.section,
            serial=each.issue.serial,
            place=each.extract.place,
            lines=each.extract.lines[:MOST_LINES],
            cells=each.extract.cells,
            quote=each.issue.quote,
        )


def issue_views(draft: Draft, wanted: Callable[[DraftIssue], bool]) -> tuple[DraftIssueView, ...]:
    """Return the issues that are wanted: those that hold up the publication first."""
    views = [
        DraftIssueView.of(one.edition.id, each)
        for one in draft.editions
        for each in one.issues
        if wanted(each)
    ]
    return tuple(sorted(views, key=lambda view: (not view.is_open, not view.is_blocking)))
