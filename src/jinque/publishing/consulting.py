"""Counties and departments are asked by Excel: a sheet for each, checked and merged.

The sheet holds the rows as they stood and the step that last changed each. A cell that an office
changed is taken over where the row is still as it was; where somebody changed the row meanwhile
both stand in the answer, and nothing is taken over.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO

import xlsxwriter

from jinque.documents import read
from jinque.errors import NotReadableError
from jinque.locale import Sentence, printed, say
from jinque.model import Document, Table
from jinque.model.publishing import (
    DraftPost,
    DraftStep,
    NextEdition,
    Opinion,
    OpinionKind,
    Part,
    PartChange,
    StepKind,
)
from jinque.parameters.publishing import load_sheet_words
from jinque.publishing.editing import LONGEST_TEXT, At, is_printable, post_changed, step_of
from jinque.text import drop_blanks

_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A cell that an office and somebody else changed.

    Attributes:
        key: of the row.
        was: as the office saw it.
        now: as it stands.
        wanted: by the office.
    """

    key: str
    heading: str
    was: str
    now: str
    wanted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of a sheet that returned; every row of it is in one of the counts.

    Attributes:
        office: that it is of.
        rows: in the sheet.
        unchanged: rows without a change or an opinion.
        taken: cells taken over.
        opinions: taken down.
        conflicts: cells that were not taken over.
        rejected: rows that could not be laid to one of the draft, and why.
    """

    office: str
    rows: int
    unchanged: int
    taken: int
    opinions: int
    conflicts: tuple[Conflict, ...]
    rejected: tuple[Sentence, ...]


def opinion_sheet(draft: NextEdition, office: str) -> bytes:
    """Return the sheet for an office; what it may write in is not locked."""
    words_of, buffer = load_sheet_words(), BytesIO()
    book = xlsxwriter.Workbook(buffer, _SETTINGS)
    words = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    fixed = book.add_format({"valign": "top", "border": 1, "bg_color": "#EEEEEE"})
    head = book.add_format({"bold": True, "text_wrap": True, "border": 1, "bg_color": "#EEF2F6"})
    page = book.add_worksheet(words_of.name)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.write_string(0, 0, _mark(draft))
    page.write_string(0, 1, office)
    columns = (each.heading for each in draft.head.columns)
    headings = (words_of.key, words_of.step, *columns, words_of.opinion)
    for column, heading in enumerate(headings):
        page.set_column(column, column, 10 if column < 2 else 24)  # noqa: PLR2004 - marks
        page.write_string(1, column, heading, head)
    for row, post in enumerate(draft.printed, start=2):
        step = draft.seen.get(f"post:{post.key}", 0)
        page.write_string(row, 0, post.key, fixed)
        page.write_string(row, 1, str(step), fixed)
        for column, each in enumerate(draft.head.columns, start=2):
            page.write_string(row, column, post.cells.get(each.heading, ""), words)
        page.write_string(row, len(headings) - 1, "", words)
    page.freeze_panes(2, 0)
    page.autofilter(1, 0, 1 + len(draft.printed), len(headings) - 1)
    book.close()
    return buffer.getvalue()


def _mark(draft: NextEdition) -> str:
    return f"{load_sheet_words().draft}: {draft.id}"


def merged_file(draft: NextEdition, at: At, data: bytes, name: str) -> tuple[DraftStep, Receipt]:
    """Work out what a returned sheet changes.

    Raises:
        NotReadableError: it is not a sheet of this draft.
        WrongCallError: it cannot be read.
    """
    office, headings, rows = _sheet(read(data, name=name), draft, name)
    merging = _Merging(draft=draft, at=at, office=office, headings=headings)
    for row in rows:
        merging.take(row)
    receipt = Receipt(
        office=office,
        rows=len(rows),
        unchanged=merging.unchanged,
        taken=merging.taken,
        opinions=len(merging.opinions),
        conflicts=tuple(merging.conflicts),
        rejected=tuple(merging.rejected),
    )
    step = step_of(
        draft,
        at,
        StepKind.MERGE_FILE,
        [*merging.posts, *merging.opinions],
        about=office,
        reason=name,
    )
    return step, receipt


def _sheet(
    document: Document, draft: NextEdition, name: str
) -> tuple[str, list[str], list[list[str]]]:
    rows = [
        [cell.text for cell in row.cells]
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
    ]
    start = next(
        (
            n
            for n, row in enumerate(rows)
            if row and drop_blanks(row[0]) == drop_blanks(load_sheet_words().key)
        ),
        None,
    )
    words = document.text
    if start is None or _mark(draft) not in words:
        raise NotReadableError(
            say("“{name}” is no sheet of draft {draft_id}.", name=name, draft_id=draft.id),
            where=name,
            hint=say("Make one: jinque draft ask {draft_id} OFFICE -o FILE", draft_id=draft.id),
        )
    first = words.split(_mark(draft), 1)[1].lstrip("\t ").splitlines()
    office = first[0].split("\t")[0].strip() if first else ""
    return office or name, rows[start], [row for row in rows[start + 1 :] if any(row)]


class _Merging:
    """Rows of a sheet laid to those of a draft, one after the other."""

    def __init__(self, *, draft: NextEdition, at: At, office: str, headings: Sequence[str]) -> None:
        self._draft = draft
        self._words = load_sheet_words()
        self._at = at
        self._office = office
        self._headings = list(headings)
        self._known = {each.heading for each in draft.head.columns}
        self._rows = {each.key: each for each in draft.posts}
        self.posts: list[PartChange] = []
        self.opinions: list[PartChange] = []
        self.conflicts: list[Conflict] = []
        self.rejected: list[Sentence] = []
        self.taken = self.unchanged = 0
        self._seen: set[str] = set()

    def take(self, cells: Sequence[str]) -> None:
        """Take a row of the sheet."""
        row = dict(zip(self._headings, cells, strict=False))
        key = row.get(self._words.key, "").strip()
        post = self._rows.get(key)
        if post is None or key in self._seen:
            why = say("twice in the sheet") if post else say("not in the draft (any more)")
            self.rejected.append(say("Row {key}: {why}", key=printed(key or "—"), why=why))
            return
        self._seen.add(key)
        was = self._as_seen(post, row.get(self._words.step, ""))
        wanted = dict(self._changed(was, row))
        if wanted:
            self._lay(post, was, wanted)
        words = row.get(self._words.opinion, "").strip()
        if words:
            self._hear(key, words)
        self.unchanged += not (wanted or words)

    def _changed(self, was: DraftPost, row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for heading in self._headings:
            if heading in self._known:
                text = row.get(heading, "").strip()
                if drop_blanks(text) == drop_blanks(was.cells.get(heading, "")):
                    continue
                if len(text) > LONGEST_TEXT or not is_printable(text):
                    key = printed(was.key)
                    why = say("{heading}: too long, or with control characters", heading=heading)
                    self.rejected.append(say("Row {key}: {why}", key=key, why=why))
                    continue
                yield heading, text

    def _as_seen(self, post: DraftPost, step: str) -> DraftPost:
        """Return the row as it stood when the sheet was made."""
        name, number = f"post:{post.key}", int(step) if step.strip().isdigit() else 0
        for taken in self._draft.history:
            if taken.number > number:
                change = next((each for each in taken.changes if each.name == name), None)
                if change and change.before and change.before.post:
                    return change.before.post
        return post

    def _lay(self, post: DraftPost, was: DraftPost, wanted: Mapping[str, str]) -> None:
        free = {h: t for h, t in wanted.items() if post.cells.get(h, "") == was.cells.get(h, "")}
        for heading in wanted.keys() - free.keys():
            now = post.cells.get(heading, "")
            if drop_blanks(now) != drop_blanks(wanted[heading]):
                self.conflicts.append(
                    Conflict(
                        key=post.key,
                        heading=heading,
                        was=was.cells.get(heading, ""),
                        now=now,
                        wanted=wanted[heading],
                    )
                )
        label = self._draft.head.heading_of("shortage")
        if label in free:
            # A label is decided and signed, never taken over: it becomes an opinion.
            self._hear(post.key, f"{label}: {free.pop(label)}")
        if free:
            cells = {h: t for h, t in {**post.cells, **free}.items() if t}
            self.posts.append(post_changed(post, replace(post, cells=cells)))
            self.taken += len(free)

    def _hear(self, key: str, words: str) -> None:
        said = (key, self._office, words)
        if said in {(each.key, each.source, each.text) for each in self._draft.opinions}:
            # The same sheet once more: what it says stands there already.
            return
        number = f"o{self._draft.revision + 1}.{len(self.opinions) + 1}"
        opinion = Opinion(
            id=number,
            kind=OpinionKind.OFFICE,
            key=key,
            source=self._office,
            text=words,
            received_on=self._at.now[:10],
        )
        self.opinions.append(
            PartChange(name=f"opinion:{number}", before=None, after=Part(opinion=opinion))
        )
