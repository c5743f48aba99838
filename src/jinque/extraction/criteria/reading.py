"""A post's criteria: scope, blocks, notes, and what could not be read safely.

A requirement block into criteria: its sentences, each with what is left to people.

What cannot be read safely, each with the words it is about.

What the notes of a section demand, and of whom.

Where the words of a block stand in the source.

Whom and where the whole list is for.

Requirement texts into sentences; commas and brackets end none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from jinque.extraction.criteria.columns import CellDemand, none_in_columns, read_columns
from jinque.extraction.criteria.found import (
    Found,
    Reader,
    is_covered,
    issue_at,
    join_alternatives,
    one_of,
    widen,
)
from jinque.extraction.criteria.holdings import (
    read_approvals,
    read_awards,
    read_holdings,
    read_industries,
    read_labelled,
    read_places,
    read_titles,
    read_tools,
    unknown_equipment,
)
from jinque.extraction.criteria.study import (
    joined_degrees,
    language_for_some,
    read_background,
    read_cell,
    read_degree,
    read_full_time,
    read_graduates,
    read_languages,
    read_level,
    read_majors,
    read_years,
)
from jinque.locale import say
from jinque.model import Citation, Edition, Issue, Note, Post, PrintedCell, Span
from jinque.model.criterion import (
    COLUMN_ROLES,
    Evidence,
    InScope,
    PostCriterion,
    PostReading,
    YearsByDegree,
)
from jinque.parameters.words import load_criteria_words
from jinque.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence without its end mark and outer blanks; `start` counts within its block."""

    text: str
    start: int


def sentences(block: str) -> Iterator[Sentence]:
    """Return the sentences of a block in printed order."""
    ends = re.escape(load_criteria_words().sentence_ends)
    for found in re.finditer(rf"[^{ends}\n]+", block):
        text = found.group().strip()
        if text:
            start = found.start() + found.group().index(text)
            yield Sentence(text=text, start=start)


BLOCKS = ("education", "experience", "ability", "other")
"""Requirement blocks in the order in which they are read."""

_ANYWHERE: tuple[Reader, ...] = (
    read_languages,
    read_approvals,
    read_awards,
    read_titles,
    read_degree,
    read_holdings,
    read_industries,
    read_background,
    read_years,
    read_graduates,
    read_places,
    read_full_time,
    read_tools,
)
_READERS: dict[str, tuple[Reader, ...]] = {
    "education": (read_titles, read_degree, read_majors, read_full_time, read_holdings),
    "experience": _ANYWHERE,
    "ability": _ANYWHERE,
    "other": _ANYWHERE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """A found criterion, counted from the beginning of its block, with its sentence."""

    found: Found
    clause: str


def read_block(name: str, text: str) -> Iterator[Demand]:
    """Read a block that demands something.

    Args:
        name: one of `BLOCKS`.
        text: its words, not "none".
    """
    whole = list(_WHOLE[name](text)) if name in _WHOLE else []
    for found in whole:
        yield Demand(found=found, clause=_clause_of(text, found))
    if whole and name != "other":
        yield from _graduates(name, text)
        return
    for sentence in sentences(_blank_out(text, whole)):
        for found in read_sentence(sentence.text, _READERS[name]):
            yield Demand(found=found.moved(sentence.start), clause=sentence.text)


def read_sentence(text: str, readers: Sequence[Reader]) -> list[Found]:
    """Return the criteria of a sentence, the sentence itself among them where people must judge."""
    taken: list[Found] = []
    for reader in readers:
        free = [found for found in reader(text) if not _overlaps(found, taken)]
        taken += free
    wide = sorted((widen(text, found) for found in taken), key=lambda each: each.start)
    joined = join_alternatives(text, wide)
    if is_covered(text, joined):
        return joined
    words = say("to be judged by people: {text}", text=text)
    return [Found(criterion=Evidence(words=words), start=0, end=len(text)), *joined]


def _overlaps(found: Found, taken: Sequence[Found]) -> bool:
    return any(found.start < other.end and other.start < found.end for other in taken)


def _graduates(name: str, text: str) -> Iterator[Demand]:
    if name == "experience":
        for found in read_graduates(text):
            yield Demand(found=found, clause=_clause_of(text, found))


def _clause_of(text: str, found: Found) -> str:
    """Return the sentence in which the words begin."""
    around = [each for each in sentences(text) if each.start <= found.start]
    return around[-1].text if around else text


def _blank_out(text: str, whole: Sequence[Found]) -> str:
    """Return the text with the labelled parts replaced by sentence ends of the same length."""
    for found in whole:
        line = text.rfind("\n", 0, found.start) + 1
        text = text[:line] + "；" * (found.end - line) + text[found.end :]
    return text


_WHOLE: dict[str, Reader] = {
    "education": read_level,
    "experience": lambda text: iter(read_cell(text)),
    "other": read_labelled,
}


_ONE_OF_OPEN = re.compile(r"以下[^；;。]*?之一[:：]")
_VAGUE = re.compile(r"符合(?:相关|相应)[^，,；;。]*?资格")
_OR = re.compile("或")


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What is not safe in a block; ends count within it."""

    code: str
    start: int
    end: int


def doubts_of(block: str, demands: list[Demand], *, has_no_degree: bool) -> Iterator[Doubt]:
    """Return the doubts of one block.

    Args:
        block: its words.
        demands: what was read in it.
        has_no_degree: whether the row prints "none" for education.
    """
    for demand in demands:
        found = demand.found
        if found.doubt:
            yield Doubt(code=found.doubt, start=found.start, end=found.end)
        if has_no_degree and found.criterion.kind == "background":
            yield Doubt(code="background_without_degree", start=found.start, end=found.end)
    for sentence in sentences(block):
        for code, found_at in (
            ("degrees_joined", _ends(joined_degrees(sentence.text))),
            ("language_for_some", language_for_some(sentence.text)),
            ("certificate_vague", _ends(_VAGUE.search(sentence.text))),
            ("equipment_unknown", unknown_equipment(sentence.text)),
            ("alternative_reach", _open_alternative(sentence.text)),
        ):
            if found_at:
                start, end = found_at
                yield Doubt(code=code, start=sentence.start + start, end=sentence.start + end)
    for match in _ONE_OF_OPEN.finditer(block):
        yield Doubt(code="alternatives_unbounded", start=match.start(), end=match.end())


def _open_alternative(sentence: str) -> tuple[int, int] | None:
    """Return the last clause, begun by 或, where the clauses before it are no alternatives."""
    *before, last = re.split("[，,]", sentence)
    if len(before) > 1 and last.startswith("或") and not all(_OR.match(e) for e in before[1:]):
        return len(sentence) - len(last), len(sentence)
    return None


def _ends(match: re.Match[str] | None) -> tuple[int, int] | None:
    return match.span() if match else None


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
