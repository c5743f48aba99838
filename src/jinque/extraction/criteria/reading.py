"""A post's criteria: scope, blocks, notes, and what could not be read safely.

What the notes of a section demand, and of whom.

Where the words of a block stand in the source.

Whom and where the whole list is for.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from jinque.extraction.criteria.blocks import (
    BLOCKS,
    Demand,
    Doubt,
    doubts_of,
    read_block,
    sentences,
)
from jinque.extraction.criteria.columns import CellDemand, none_in_columns, read_columns
from jinque.extraction.criteria.found import Found, issue_at, one_of
from jinque.extraction.criteria.holdings import read_holdings
from jinque.extraction.criteria.work import read_cell
from jinque.model import Citation, Edition, Issue, Note, Post, PrintedCell, Span
from jinque.model.criterion import (
    COLUMN_ROLES,
    InScope,
    PostCriterion,
    PostReading,
    YearsByDegree,
)
from jinque.parameters.words import load_criteria_words
from jinque.text import fold

_LEAD = re.compile(r"^(?:特别说明|说明|备注|注)[:：]\s*")
_WHO = re.compile(r"^(?P<who>[^，,；。]*?)(?:均|都)?(?:必须|须|需|应|要)")
_ALL = re.compile(r"所有|全体|全部|各类|人才|人员|岗位")
_CLASS_SEGMENTS = 2
_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDemand:
    """A criterion of a note.

    Attributes:
        role: end of the names of the posts that it binds; empty where it binds the section.
    """

    found: Found
    clause: str
    note: Note
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Which demands bind a post, and of which that is not stated."""

    bound: tuple[NoteDemand, ...]
    unclear: tuple[NoteDemand, ...]


def read_notes(edition: Edition) -> tuple[NoteDemand, ...]:
    """Return the demands of all notes that bind a section."""
    return tuple(demand for note in edition.notes if note.section for demand in _read(note))


def reach(edition: Edition, demands: tuple[NoteDemand, ...], post: Post) -> Reach:
    """Tell which demands of notes bind a post."""
    bound, unclear = [], []
    for demand in demands:
        is_named = fold(post.name).endswith(fold(demand.role))
        if demand.note.text in post.notes:
            if is_named:
                bound.append(demand)
            elif not _is_other_role(post):
                unclear.append(demand)
        elif is_named and _is_of_class(edition, demand.note, post):
            unclear.append(demand)
    return Reach(bound=tuple(bound), unclear=tuple(unclear))


def _read(note: Note) -> Iterator[NoteDemand]:
    for sentence in sentences(note.text):
        clause = _LEAD.sub("", sentence.text)
        who = _WHO.match(clause)
        role = who["who"] if who else ""
        for found in read_holdings(clause):
            yield NoteDemand(
                found=found,
                clause=clause,
                note=note,
                role="" if _ALL.search(role) else role,
            )


def _is_other_role(post: Post) -> bool:
    others = one_of(load_criteria_words().other_roles)
    return bool(re.search(rf"(?:{others})", post.name))


def _is_of_class(edition: Edition, note: Note, post: Post) -> bool:
    """Tell whether the post's code lies in the class to which most rows of the note belong."""
    rows = [other for other in edition.posts if note.text in other.notes]
    classes = Counter(_class(other) for other in rows if other.code)
    most, count = classes.most_common(1)[0] if classes else ("", 0)
    return bool(post.code) and _class(post) == most and count > _HALF * len(rows)


def _class(post: Post) -> str:
    return "-".join((post.code or "").split("-")[:_CLASS_SEGMENTS])


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source's text, as its citations count it."""

    sha256: str
    text: str

    def cite(self, span: Span) -> Citation:
        """Return the citation of a span."""
        return Citation(
            source_sha256=self.sha256, span=span, quote=self.text[span.start : span.end]
        )

    def within(self, outer: Span, start: int, end: int) -> Citation:
        """Return the citation of a part of `outer`, its ends counted in the text."""
        first = outer.line_start + self.text.count("\n", outer.start, start)
        return self.cite(
            replace(
                outer,
                start=start,
                end=end,
                line_start=first,
                line_end=first + self.text.count("\n", start, end),
            )
        )

    def find(self, words: str, outer: Span, after: str = "") -> Citation | None:
        """Return the place of `words` in `outer` whatever its blanks and wraps; None without one.

        Args:
            words: what is sought.
            outer: where.
            after: words that stand right before it, by which one of several places is told.
        """
        places = [
            place for place in range(outer.start, outer.end) if not self.text[place].isspace()
        ]
        solid = "".join(self.text[place] for place in places)
        lead, sought = _solid(after), _solid(words)
        at = solid.find(lead + sought)
        if at < 0 or not sought:
            return None
        first = at + len(lead)
        return self.within(outer, places[first], places[first + len(sought) - 1] + 1)


def cite_words(source: Source, post: Post, block: str, text: str, start: int, end: int) -> Citation:
    """Return the citation of a part of a requirement block.

    Args:
        source: text of the source.
        post: the row.
        block: name of the block.
        text: words of the block.
        start: first character of the part.
        end: behind the last.
    """
    cells = [cell for cell in post.cells if cell.role in (block, "requirements") and cell.span]
    for cell in cells:
        found = source.find(text[start:end], cell.span, text[:start]) if cell.span else None
        if found:
            return found
    found = source.find(text[start:end], post.citation.span)
    return found or post.citation


def cite_heading(source: Source, heading: str, post: Post) -> Citation:
    """Return the last printed place of a heading in front of a row, else the first behind it."""
    length = len(source.text)
    span = post.citation.span
    pattern = _solid(heading)
    before = _heading_before(source.text, pattern, span.start)
    at = before if before is not None else source.text.find(pattern, span.end)
    if at < 0:
        return post.citation
    line = source.text.count("\n", 0, at) + 1
    outer = Span(line_start=line, line_end=line, start=at, end=min(at + len(pattern), length))
    return source.cite(outer)


def _heading_before(text: str, pattern: str, end: int) -> int | None:
    at = text.rfind(pattern, 0, end)
    return at if at >= 0 else None


def _solid(text: str) -> str:
    return "".join(text.split())


def read_scope(edition: Edition, post: Post, source: Source) -> tuple[PostCriterion, ...]:
    """Return the demands that the title and the regional heading make of every row below."""
    found = []
    for fact in (edition.metadata.scope, edition.metadata.title):
        word = next((w for w in load_criteria_words().foreign_words if w in (fact.value or "")), "")
        citation = source.find(word, fact.citation.span) if word and fact.citation else None
        if citation:
            foreign = InScope(nationality="foreign")
            found.append(_criterion(foreign, word, fact.value or word, citation))
            break
    if post.region:
        heading = post.section[-1] or post.region
        cited = cite_heading(source, heading, post)
        words = source.find(post.region, cited.span) or cited
        found.append(_criterion(InScope(region=post.region), post.region, heading, words))
    return tuple(found)


def _criterion(scope: InScope, quote: str, clause: str, citation: Citation) -> PostCriterion:
    return PostCriterion(
        criterion=scope, quote=quote, block="scope", clause=clause, citation=citation
    )


_MOST_BLOCKS = 4_096


@lru_cache(_MOST_BLOCKS)
def _remembered(name: str, text: str) -> tuple[Demand, ...]:
    """Return what a block demands; the same words stand in many rows."""
    return tuple(read_block(name, text))


@lru_cache(_MOST_BLOCKS)
def _remembered_doubts(name: str, text: str, *, has_no_degree: bool) -> tuple[Doubt, ...]:
    demands = list(_remembered(name, text))
    return tuple(doubts_of(text, demands, has_no_degree=has_no_degree))


class CriteriaReader:
    """Reads the posts of one edition.

    Args:
        edition: the edition.
        text: text of its source, in which its spans count.
    """

    def __init__(self, edition: Edition, text: str) -> None:
        self._edition = edition
        self._source = Source(sha256=edition.source_sha256, text=text)
        self._notes = read_notes(edition)

    def read(self, post: Post) -> PostReading:
        """Return what a post of the edition demands."""
        criteria = [*read_scope(self._edition, post, self._source)]
        issues: list[Issue] = []
        blocks = _blocks(post)
        none_stated = tuple(name for name, text in blocks if _is_none(text))
        for name, text in blocks:
            if text and not _is_none(text):
                demands = list(_remembered(name, text))
                criteria += [self._criterion(post, name, text, each) for each in demands]
                issues += self._doubts(post, name, text, none_stated)
        for cell, read in read_columns(post):
            criteria += [self._of_cell(cell, each) for each in read]
        none_stated += tuple(none_in_columns(post))
        reached = reach(self._edition, self._notes, post)
        criteria += [self._of_note(each) for each in reached.bound]
        issues += [self._unclear(post, each) for each in reached.unclear]
        return PostReading(
            post_id=post.id,
            criteria=tuple(criteria),
            none_stated=none_stated,
            blank=tuple(
                cell.role
                for cell in post.cells
                if cell.role in (*BLOCKS, *COLUMN_ROLES) and not cell.text
            ),
            issues=(*issues, *self._differing(post)),
        )

    def _of_cell(self, cell: PrintedCell, read: CellDemand) -> PostCriterion:
        outer = cell.span or self._edition.posts[0].citation.span
        cited = self._source.find(read.quote, outer) or self._source.cite(outer)
        return PostCriterion(
            criterion=read.criterion,
            quote=read.quote,
            block=cell.role or "evidence",
            clause=read.clause,
            citation=cited,
        )

    def _criterion(self, post: Post, name: str, text: str, demand: Demand) -> PostCriterion:
        start, end = demand.found.start, demand.found.end
        return PostCriterion(
            criterion=demand.found.criterion,
            quote=text[start:end],
            block=name,
            clause=demand.clause,
            citation=cite_words(self._source, post, name, text, start, end),
        )

    def _doubts(self, post: Post, name: str, text: str, none: tuple[str, ...]) -> Iterator[Issue]:
        has_no_degree = "education" in none
        for doubt in _remembered_doubts(name, text, has_no_degree=has_no_degree):
            citation = cite_words(self._source, post, name, text, doubt.start, doubt.end)
            yield issue_at(doubt.code, post, text[doubt.start : doubt.end], citation)

    def _of_note(self, demand: NoteDemand) -> PostCriterion:
        return PostCriterion(
            criterion=demand.found.criterion,
            quote=demand.clause,
            block="note",
            clause=demand.clause,
            citation=self._at_note(demand),
        )

    def _unclear(self, post: Post, demand: NoteDemand) -> Issue:
        return issue_at("note_reach", post, demand.clause, self._at_note(demand))

    def _at_note(self, demand: NoteDemand) -> Citation:
        outer = demand.note.citation
        return self._source.find(demand.clause, outer.span) or outer

    def _differing(self, post: Post) -> Iterator[Issue]:
        """Report another row of the same code whose years are demanded in another way."""
        own = post.requirements.experience if post.requirements else None
        if not post.code or not own:
            return
        for other in self._edition.posts:
            text = other.requirements.experience if other.requirements else None
            is_same = other.code == post.code and other.id != post.id
            if is_same and text and _depends_on_degree(text) != _depends_on_degree(own):
                citation = cite_words(self._source, post, "experience", own, 0, len(own))
                yield issue_at("experience_differs", post, own, citation, about=other.id)


def _blocks(post: Post) -> list[tuple[str, str | None]]:
    return [(name, getattr(post.requirements, name, None)) for name in BLOCKS]


def _is_none(text: str | None) -> bool:
    return text is not None and text.strip().rstrip("。") in load_criteria_words().none_words


def _depends_on_degree(text: str) -> bool:
    return any(isinstance(found.criterion, YearsByDegree) for found in read_cell(text))
