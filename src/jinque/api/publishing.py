"""The verbs of the next edition: propose, edit, consult, check, approve, publish, read back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from jinque import documents
from jinque.api.opendata import edition_opendata
from jinque.api.shortage import published_score
from jinque.api.shortage_report import method_annex
from jinque.api.workspace import Progress, Workspace, find_edition, find_post
from jinque.dataset import save_bytes
from jinque.errors import DraftBlockedError, FolderGivenError, PersonalDataError, WrongCallError
from jinque.ingestion.source import SourceFile
from jinque.locale import Sentence, say
from jinque.model import Issue
from jinque.model.decision import Actor, Right
from jinque.model.metadata import Band
from jinque.model.publishing import (
    Answer,
    DraftPost,
    DraftStep,
    NextEdition,
    NextEditionSummary,
    Occasion,
    Opinion,
    OpinionKind,
    Part,
    PartChange,
    ReadBack,
    Stage,
    StepKind,
)
from jinque.publishing import editing, linting, proposing, stages
from jinque.publishing.consulting import Receipt, merged_file, opinion_sheet
from jinque.publishing.editing import At, Ruling
from jinque.publishing.files import edition_files
from jinque.publishing.papers import papers as papers_of
from jinque.publishing.printing import printed_edition
from jinque.publishing.readback import read_back
from jinque.publishing.wording import worded
from jinque.review.steps import Desk, has_four_eyes, publish_next
from jinque.roster import has_identity
from jinque.store.next_editions import NextEditions

_LONGEST_PETITION = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRequest:
    """What a draft is proposed from.

    Attributes:
        former: identifier of the edition to go on from.
        score: name of a published index; empty goes on from the edition alone.
        bands: of the index that the new edition declares; empty takes those in force.
        review_by: day by which its rows are looked at again, ISO 8601; empty for none yet.
    """

    former: str
    score: str = ""
    bands: tuple[Band, ...] = ()
    occasion: Occasion = Occasion.REGULAR
    review_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What came of a publication.

    Attributes:
        edition_id: of the edition in the record.
        files: names of the files that were written.
        notes: what is missing or stands for something else, and why.
        read_back: what our readers make of each file.
    """

    edition_id: str
    files: tuple[str, ...]
    notes: tuple[Sentence, ...]
    read_back: tuple[ReadBack, ...]


def new_draft(workspace: Workspace, request: DraftRequest, actor: Actor) -> NextEdition:
    """Propose the next edition, row by row, from an edition and an index.

    Raises:
        ForbiddenError: the role lacks the right to change drafts.
        UnknownEditionError: there is no such edition, or no such index is published.
        InvalidOptionError: the edition has no table of posts.
    """
    stages.check_right(actor, Right.SETTLE)
    store = NextEditions(workspace.record)
    edition = find_edition(workspace, request.former).edition
    at = _now(actor)
    ground = proposing.Ground(
        edition=edition,
        score=published_score(request.score) if request.score else None,
        today=at.now[:10],
        review_by=_review_days(workspace, store, edition.id),
        bands=request.bands,
        occasion=request.occasion,
    )
    head = replace(proposing.head_of(ground), review_by=request.review_by)
    rows = proposing.proposals(ground, head)
    changes = [
        PartChange(name="head", before=None, after=Part(head=head)),
        *(PartChange(name=f"post:{row.key}", before=None, after=Part(post=row)) for row in rows),
    ]
    begun = DraftStep(
        number=1,
        kind=StepKind.BEGIN,
        by=actor.name,
        role=actor.role,
        at=at.now,
        about=edition.id,
        reason=request.score,
        changes=tuple(changes),
    )
    return store.draft(store.begin(edition.id, begun))


def _review_days(workspace: Workspace, store: NextEditions, edition_id: str) -> dict[str, str]:
    """Return the days by which the rows of an edition of ours were to be looked at again."""
    draft_id = store.draft_of_edition(edition_id)
    if draft_id is None:
        return {}
    draft = store.draft(draft_id)
    keys = [key for table in printed_edition(draft).tables for key in table.keys]
    days = {each.key: each.review_by or draft.head.review_by for each in draft.posts}
    posts = workspace.record.published(edition_id).edition.posts
    # What was published stands in the order in which it was printed.
    return {post.id: days[key] for post, key in zip(posts, keys, strict=False)}


def next_drafts(workspace: Workspace) -> tuple[NextEditionSummary, ...]:
    """Return all drafts of next editions, open ones first, in both kinds the newest first."""
    return NextEditions(workspace.record).summaries()


def next_draft(workspace: Workspace, draft_id: str) -> NextEdition:
    """Return a draft as it stands.

    Raises:
        UnknownDraftError: there is none of that identifier.
    """
    return NextEditions(workspace.record).draft(draft_id)


def _now(actor: Actor) -> At:
    return At(actor=actor, now=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pen:
    """Somebody at work on one draft: every step is one transaction, and all or nothing.

    Each method returns the draft behind the step, and raises ForbiddenError where the role lacks
    the right, UnknownDraftError, DraftClosedError, DecisionError where the step does not go with
    the draft, and DraftStaleError where a part that `seen` names changed meanwhile.

    Attributes:
        seen: part (`post:KEY`, `head`, `opinion:ID`) -> the step that last changed it as whoever
            writes saw it.
    """

    workspace: Workspace
    draft_id: str
    actor: Actor
    seen: Mapping[str, int] | None = None

    def _step(self, right: Right, make: Callable[[NextEdition, At], DraftStep]) -> NextEdition:
        stages.check_right(self.actor, right)
        at = _now(self.actor)
        return NextEditions(self.workspace.record).change(
            self.draft_id, lambda draft: (make(draft, at), draft.stage), self.seen or {}
        )

    def edit(self, key: str, cells: Mapping[str, str], reason: str = "") -> NextEdition:
        """Write other words into cells of a row: heading -> text, empty to leave it blank."""
        return self._step(Right.SETTLE, lambda d, at: editing.edited(d, at, key, cells, reason))

    def write(self, key: str, template: str, values: Mapping[str, str]) -> NextEdition:
        """Write a requirement by a template into the column that it belongs to."""
        found = worded(template, values)

        def make(draft: NextEdition, at: At) -> DraftStep:
            heading = draft.head.heading_of(found.role) or found.role
            return editing.edited(draft, at, key, {heading: found.text}, "")

        return self._step(Right.SETTLE, make)

    def decide(self, key: str, ruling: Ruling) -> NextEdition:
        """Decide about a row."""
        return self._step(Right.SETTLE, lambda d, at: editing.decided(d, at, key, ruling))

    def add(self, section: Sequence[str], cells: Mapping[str, str], reason: str) -> NextEdition:
        """Add a row behind the last one of a section."""
        return self._step(Right.SETTLE, lambda d, at: editing.added(d, at, section, cells, reason))

    def split(self, key: str, names: Sequence[str], reason: str) -> NextEdition:
        """Make several rows of one."""
        return self._step(Right.SETTLE, lambda d, at: editing.split(d, at, key, names, reason))

    def merge(self, keys: Sequence[str], name: str, reason: str) -> NextEdition:
        """Make one row of several."""
        return self._step(Right.SETTLE, lambda d, at: editing.merged(d, at, keys, name, reason))

    def rename_section(self, old: str, new: str) -> NextEdition:
        """Give a heading other words, above every row that stands below it."""
        return self._step(Right.SETTLE, lambda d, at: editing.section_renamed(d, at, old, new))

    def set_head(
        self, values: Mapping[str, str], notes: Sequence[str] | None = None
    ) -> NextEdition:
        """Give facts of the edition: title, publisher, number, days, remarks."""
        return self._step(Right.SETTLE, lambda d, at: editing.head_set(d, at, values, notes))

    def hear(self, source: str, text: str, key: str = "", received_on: str = "") -> NextEdition:
        """Take an opinion of an office down."""
        return self._step(
            Right.SETTLE,
            lambda d, at: editing.heard(d, at, source, text, key=key, received_on=received_on),
        )

    def answer(self, opinion_id: str, answer: Answer, why: str) -> NextEdition:
        """Answer an opinion, with the reason."""
        return self._step(
            Right.SETTLE, lambda d, at: editing.answered(d, at, opinion_id, answer, why)
        )

    def countersign(self, office: str, remark: str = "") -> NextEdition:
        """Note that an office agrees to the draft as it stands (会签)."""
        return self._step(Right.SETTLE, lambda d, at: editing.countersigned(d, at, office, remark))

    def merge_file(self, data: bytes, name: str) -> tuple[NextEdition, Receipt]:
        """Merge a sheet that an office returned; return what became of it as well."""
        stages.check_right(self.actor, Right.SETTLE)
        at = _now(self.actor)
        receipts: list[Receipt] = []

        def change(draft: NextEdition) -> tuple[DraftStep, Stage]:
            step, receipt = merged_file(draft, at, data, name)
            receipts.append(receipt)
            return step, draft.stage

        after = NextEditions(self.workspace.record).change(self.draft_id, change, {})
        return after, receipts[-1]

    def merge_path(self, path: Path) -> tuple[NextEdition, Receipt]:
        """Merge a sheet that an office returned, from a file."""
        return self.merge_file(documents.load(path), path.name)

    def undo(self, number: int, reason: str = "") -> NextEdition:
        """Undo a step that nothing later built on."""
        return self._step(Right.UNDO, lambda d, at: editing.undone(d, at, number, reason))

    def advance(self) -> NextEdition:
        """Go on to the next stage.

        Raises:
            DraftBlockedError: opinions wait for an answer, or errors are open.
        """
        stages.check_right(self.actor, Right.APPROVE)
        at = _now(self.actor)

        def change(draft: NextEdition) -> tuple[DraftStep, Stage]:
            return stages.advanced(draft, at, linting.lint(draft))

        return NextEditions(self.workspace.record).change(self.draft_id, change, self.seen or {})

    def approve(self) -> NextEdition:
        """Approve the final text as it stands.

        Raises:
            FourEyesError: the actor wrote at it, and a second person is asked for.
        """
        asked = has_four_eyes(self.workspace.record)
        return self._step(Right.APPROVE, lambda d, at: stages.approved(d, at, has_four_eyes=asked))

    def discard(self, reason: str) -> NextEdition:
        """Give the draft up; its history stays."""
        stages.check_right(self.actor, Right.DISCARD)
        at = _now(self.actor)

        def change(draft: NextEdition) -> tuple[DraftStep, Stage]:
            step = editing.step_of(draft, at, StepKind.DISCARD, reason=reason)
            return step, Stage.DISCARDED

        return NextEditions(self.workspace.record).change(self.draft_id, change, self.seen or {})


def opinion_file(workspace: Workspace, draft_id: str, office: str) -> bytes:
    """Return the sheet by which an office is asked, as a workbook.

    Raises:
        UnknownDraftError: there is no such draft.
    """
    return opinion_sheet(next_draft(workspace, draft_id), office)


def save_opinion_file(workspace: Workspace, draft_id: str, office: str, path: Path) -> None:
    """Write what `opinion_file` returns.

    Raises:
        what `opinion_file` raises, and what `save_bytes` does.
    """
    save_bytes([opinion_file(workspace, draft_id, office)], path)


def save_draft_papers(workspace: Workspace, draft_id: str, folder: Path) -> tuple[str, ...]:
    """Write what `draft_papers` returns into a folder; return the names of the files.

    Raises:
        what `draft_papers` raises, and what `save_bytes` does.
    """
    made = draft_papers(workspace, draft_id)
    _write(folder, made)
    return tuple(made)


def band(typed: str) -> Band:
    """Read a band of an index, as `紧缺:0.4-0.6`.

    Raises:
        InvalidOptionError: it is no band.
    """
    return proposing.band_of(typed)


def draft_papers(workspace: Workspace, draft_id: str) -> dict[str, bytes]:
    """Return the papers that go with a draft, as Word files by name.

    Raises:
        UnknownDraftError: there is no such draft.
    """
    from jinque.dataset.paper import paper_docx

    draft = next_draft(workspace, draft_id)
    former = workspace.published(draft.former).edition
    made = papers_of(draft, former.metadata.title.value or former.id)
    files = {f"{name}.docx": paper_docx(paper) for name, paper in made.items()}
    if draft.head.score:
        files["method.docx"] = method_annex(published_score(draft.head.score))
    return files


def lint_of(draft: NextEdition) -> tuple[Issue, ...]:
    """Return what is wrong or doubtful in a draft at hand, the worst first."""
    return linting.lint(draft)


def approved_by(draft: NextEdition) -> str | None:
    """Return who approved a draft as it stands; None where nobody did."""
    step = stages.approval_of(draft)
    return step.by if step else None


def case_of(draft: NextEdition, key: str) -> tuple[DraftPost, tuple[DraftStep, ...]]:
    """Return a row of a draft at hand with every step that changed it.

    Raises:
        DecisionError: the draft has no such row.
    """
    post = editing.post_of(draft, key)
    about = f"post:{post.key}"
    steps = (s for s in draft.history if any(c.name == about for c in s.changes))
    return post, tuple(steps)


def draft_files(workspace: Workspace, draft_id: str) -> dict[str, bytes]:
    """Return the files of an edition as they would be published now, by name.

    Raises:
        UnknownDraftError: there is no such draft.
    """
    draft = next_draft(workspace, draft_id)
    name = draft.edition_id or _free_name(workspace, draft)
    return edition_files(printed_edition(draft), name).made


def lint_draft(workspace: Workspace, draft_id: str) -> tuple[Issue, ...]:
    """Return what is wrong or doubtful in a draft, the worst first.

    Raises:
        UnknownDraftError: there is none of that identifier.
    """
    return linting.lint(next_draft(workspace, draft_id))


def lint_file(path: Path) -> tuple[Issue, ...]:
    """Return what is wrong or doubtful in a file that somebody made.

    Raises:
        WrongCallError: it cannot be read, or nothing of a catalogue stands in it.
    """
    return linting.lint_file(documents.load(path), path.name)


def publish_draft(
    workspace: Workspace,
    draft_id: str,
    actor: Actor,
    folder: Path | None = None,
    *,
    edition_id: str = "",
    progress: Progress | None = None,
) -> Publication:
    """Publish a final text: write its files, read each back, and keep it as an edition.

    Args:
        workspace: where the draft is.
        draft_id: the draft.
        actor: who publishes.
        folder: receives the files; made where it is not there, and must be empty. None keeps the
            edition alone; `draft_files` gives the same files at any time.
        edition_id: of the edition; empty makes it of the one before and the year of issue.
        progress: called with `word`, `pdf`, `sheets`, `keep`.

    Raises:
        ForbiddenError: the role lacks the right to publish.
        DraftBlockedError: it is not final, opinions or errors are open, or a file reads back
            otherwise than it was drafted.
        NotApprovedError: a second person is asked for, and nobody approved it.
        FolderGivenError: the folder holds something.
    """
    stages.check_right(actor, Right.PUBLISH)
    store = NextEditions(workspace.record)
    draft = store.draft(draft_id)
    asked = has_four_eyes(workspace.record)
    if draft.stage is not Stage.PUBLISHED:
        stages.check_publishable(draft, linting.lint(draft), has_four_eyes=asked)
    if folder is not None:
        _check_folder(folder)
    name = edition_id or draft.edition_id or _free_name(workspace, draft)
    files = edition_files(printed_edition(draft), name, progress)
    apart = tuple(read_back(draft, data, file) for file, data in files.made.items())
    papers = {f"papers/{file}": data for file, data in draft_papers(workspace, draft_id).items()}
    written = {**files.made, **papers}
    wrong = [each for each in apart if each.differences]
    if wrong:
        raise _read_otherwise(draft, wrong[0])
    if folder is not None:
        _write(folder, written)
    if draft.stage is not Stage.PUBLISHED:
        _keep(workspace, draft, actor, name, files.made[f"{name}.docx"])
    if folder is not None:
        rows = {
            f"opendata/{path}": data for path, data in edition_opendata(workspace, name).items()
        }
        _write(folder, rows)
        written |= rows
    return Publication(edition_id=name, files=tuple(written), notes=files.notes, read_back=apart)


def _read_otherwise(draft: NextEdition, found: ReadBack) -> DraftBlockedError:
    return DraftBlockedError(
        say(
            "{file} reads back otherwise than it was drafted: {what}",
            file=found.file,
            what=found.differences[0],
        ),
        where=draft.id,
        hint=say("Nothing was published. Change the words that are read otherwise."),
    )


def _keep(workspace: Workspace, draft: NextEdition, actor: Actor, name: str, word: bytes) -> None:
    store = NextEditions(workspace.record)
    file = SourceFile(data=word, name=f"{name}.docx", edition_id=name)
    reason = f"draft {draft.id}"
    published = publish_next(Desk(record=workspace.record, actor=actor), file, draft.former, reason)
    at = _now(actor)

    def change(held: NextEdition) -> tuple[DraftStep, Stage]:
        step = editing.step_of(held, at, StepKind.PUBLISH, about=published)
        return step, Stage.PUBLISHED

    store.change(draft.id, change, {})
    store.published_as(draft.id, published)


def _free_name(workspace: Workspace, draft: NextEdition) -> str:
    taken = {each.id for each in workspace.record.summaries()}
    stem = f"{draft.former}-{draft.head.issued_on[:4]}"
    tried = (stem, *(f"{stem}-{number}" for number in range(2, 1000)))
    return next(each for each in tried if each not in taken)


def _check_folder(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderGivenError(
            say("The folder for the files holds something already."),
            where=str(folder),
            hint=say("Name one that is empty or not there yet."),
        )


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        save_bytes([data], folder / name)


def petition(workspace: Workspace, post_id: str, text: str, *, is_new: bool = False) -> str:
    """Take down what the public says of a published row; return the number it is kept under.

    It goes into the draft of the next edition where one is open, else into the one that begins
    next; either way no stage is passed before it is answered.

    Raises:
        PersonalDataError: the text holds a number of a person; nothing was kept.
        WrongCallError: it is empty or too long.
        UnknownPostError: there is no such row.
    """
    words = text.strip()
    if not words or len(words) > _LONGEST_PETITION:
        raise WrongCallError(say("Write 1 to {n} characters.", n=_LONGEST_PETITION), where=post_id)
    if has_identity(words):
        raise PersonalDataError(
            say("The text holds a number of a person; nothing was kept."),
            where=post_id,
            hint=say("Say it without numbers of identity cards or telephones."),
        )
    published, place = find_post(workspace, post_id)
    post = published.edition.posts[place]
    store = NextEditions(workspace.record)
    opinion = Opinion(
        id="",
        kind=OpinionKind.PROPOSE if is_new else OpinionKind.CONTEST,
        post_id=post.id,
        source="public",
        text=words,
        received_on=datetime.now(UTC).date().isoformat(),
    )
    open_draft = store.open_from(published.edition.id)
    if open_draft is None:
        return store.keep_petition(published.edition.id, opinion)
    return store.hear_petition(open_draft, opinion)


def case_file(
    workspace: Workspace, draft_id: str, key: str
) -> tuple[DraftPost, tuple[DraftStep, ...]]:
    """Return a row with every step that changed it: why it is there, and until when.

    Raises:
        UnknownDraftError: there is no such draft; DecisionError: no such row.
    """
    return case_of(next_draft(workspace, draft_id), key)


HEAD_FACTS = editing.HEAD_FACTS
"""Facts of an edition that a draft is given."""

__all__ = [
    "HEAD_FACTS",
    "DraftRequest",
    "Pen",
    "Publication",
    "Receipt",
    "Ruling",
    "approved_by",
    "band",
    "case_file",
    "case_of",
    "draft_files",
    "draft_papers",
    "lint_draft",
    "lint_file",
    "lint_of",
    "new_draft",
    "next_draft",
    "next_drafts",
    "opinion_file",
    "petition",
    "publish_draft",
    "save_draft_papers",
    "save_opinion_file",
]
