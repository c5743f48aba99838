"""Rows of a section become posts, each value from the cell that prints it.

The sentence that says which interval of an index each label stands for.

Identifiers of posts: edition, last heading without its ordinal, serial.

Notes and what they bind.

A note printed between two sections binds the one before it; a note in front of the first or
behind the last binds the edition.

Requirement texts: from columns of their own, or from labelled blocks in one cell.

Values of single cells: code, name and marks, shortage, pay, series.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from jinque.extraction.columns import position
from jinque.extraction.columns.naming import (
    block_label,
    is_code,
    is_dash,
    plain_code,
    ticked_label,
)
from jinque.extraction.outline import Event, Remark
from jinque.extraction.pay import read_pay
from jinque.extraction.shortage import ShortageReader
from jinque.extraction.tables import NumberedRow, TableSection
from jinque.model import (
    Band,
    Citation,
    Document,
    Kind,
    Marker,
    Note,
    Post,
    PrintedCell,
    Requirements,
    Span,
)
from jinque.parameters import load_vocabulary
from jinque.text import drop_blanks, fold, join_wrapped, split_list, strip_ordinal, tighten

_INTERVAL = re.compile(r"([\[(])(\d(?:\.\d+)?)[-–—~,](\d(?:\.\d+)?)([\])])")
_LABEL = re.compile(r"“([^”]+)”")


def read_bands(notes: Iterable[Note]) -> tuple[tuple[Band, ...], Citation | None]:
    """Return the bands of the first note that pairs intervals with quoted labels.

    As many intervals as labels, in the same order; a square bracket includes its end.

    Returns:
        The bands in printed order with the note's citation; nothing and None without one.
    """
    for note in notes:
        intervals = _INTERVAL.findall(fold(note.text))
        labels = _LABEL.findall(note.text)
        if len(intervals) > 1 and len(intervals) == len(labels):
            bands = tuple(
                Band(
                    label=label,
                    lower=float(lower),
                    upper=float(upper),
                    includes_lower=opening == "[",
                    includes_upper=closing == "]",
                )
                for label, (opening, lower, upper, closing) in zip(labels, intervals, strict=True)
            )
            return bands, note.citation
    return (), None


ROLES = ("ability", "education", "experience", "other")


def unwrap(text: str) -> str:
    """Join the wrapped lines of a cell; a break in front of a labelled block stays."""
    if "\n" not in text:
        return text.strip()
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if block_label().match(line.strip()) and blocks[-1]:
            blocks.append([])
        blocks[-1].append(line)
    return "\n".join(join_wrapped(block) for block in blocks)


def read_requirements(cells: dict[str, str]) -> Requirements | None:
    """Return the requirement texts of a row.

    Args:
        cells: unwrapped text by column role, of the columns that the table has.

    Returns:
        None when the table has no requirement column at all. A blank cell gives None in its
        place: nothing printed is not the printed word "none".
    """
    if not any(role in cells for role in load_vocabulary().demand_roles):
        return None
    stated = {role: cells[role] or None for role in ROLES if role in cells}
    return replace(_blocks(cells.get("requirements", "")), **stated)


def _blocks(text: str) -> Requirements:
    """Cut a cell at its labels; text in front of the first label is other."""
    meaning = load_vocabulary().block_labels
    labels = [found for found in block_label().finditer(text) if _is_cut(text, found, meaning)]
    if not labels:
        return Requirements(other=text or None)
    stated: dict[str, str] = {}
    ends = [found.start() for found in labels[1:]] + [len(text)]
    for found, end in zip(labels, ends, strict=True):
        words = join_wrapped(text[found.end() : end].split("\n"))
        role = meaning[found["label"]]
        stated[role] = f"{stated[role]}\n{words}" if role in stated else words
    lead = text[: labels[0].start()].strip()
    if lead:
        stated["other"] = "\n".join(filter(None, (lead, stated.get("other", ""))))
    return Requirements(**{role: words or None for role, words in stated.items()})


def _is_cut(text: str, found: re.Match[str], meaning: dict[str, str]) -> bool:
    """A label cuts at the beginning of a line, or anywhere when it carries its number."""
    at_line_start = found.start() == 0 or text[found.start() - 1] == "\n"
    return bool(meaning[found["label"]]) and (at_line_start or bool(found["number"]))


_BRACKETED = re.compile(r"[（(].*[）)]$")


def read_code(text: str) -> str | None:
    """Return the classification code in a cell; None for a dash, a blank or anything else."""
    compact = drop_blanks(text)
    return plain_code(compact) if is_code(compact) and not is_dash(compact) else None


def split_code(text: str) -> tuple[str, str | None]:
    """Return a printed name without the code that stands in front of it or in brackets behind.

    Returns:
        The name, and the code; None where no code of four segments stands there.
    """
    found = _CODE_BESIDE.fullmatch(text.strip())
    inner = found and read_code(found["before"] or found["behind"])
    if not found or not inner:
        return text, None
    return (found["name"] or found["called"]), inner


_CODE_SIGNS = r"[\d\uff10-\uff19][\d\uff10-\uff19\-\u2010-\u2015\u2212\uff0d]{9,12}"
_CODE_BESIDE = re.compile(
    rf"(?P<name>.*[^\s(（])\s*[(（]\s*(?P<behind>{_CODE_SIGNS})\s*[)）]"
    rf"|(?P<before>{_CODE_SIGNS})\s*(?P<called>[^\d\s\-].*)"
)


def read_name(text: str) -> tuple[str, tuple[Marker, ...]]:
    """Split a printed name into the name itself and the marks behind it.

    Letters count as marks only right behind a Chinese character or a bracket (`…员L/S`).
    """
    vocabulary = load_vocabulary()
    name, markers = tighten(text), []
    letters = "".join(vocabulary.letter_marks)
    behind = re.search(rf"(?<=[\u4e00-\u9fff）)])([{letters}](?:[/、][{letters}])*)$", name)
    if behind:
        name = name[: behind.start()]
        codes = re.split("[/、]", behind[1])
        markers = [Marker(vocabulary.letter_marks[letter]) for letter in codes]
    for mark in vocabulary.special_need_marks:
        if fold(name).endswith(fold(mark)):
            name = name[: -len(mark)]
            markers.insert(0, Marker.SPECIAL_NEED)
    return name, tuple(markers)


def read_series(text: str) -> tuple[str, ...] | None:
    """Return the alternative title series in a cell, without a speciality in brackets."""
    entries = split_list(drop_blanks(text), load_vocabulary().series_separator)
    return tuple(_BRACKETED.sub("", entry) for entry in entries) or None


def read_region(heading: str) -> str | None:
    """Return the county or district that a regional heading begins with (`长海县紧缺职业目录`)."""
    vocabulary = load_vocabulary()
    behind = "|".join(map(re.escape, vocabulary.region_heading))
    ends = vocabulary.region_endings
    found = re.match(rf"([\u4e00-\u9fff]{{1,8}}?[{ends}])(?:{behind})", drop_blanks(heading))
    return found[1] if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlace:
    """Where a row stands: headings above it, industry in force, notes that bind it."""

    section: tuple[str | None, ...]
    industry: str | None
    notes: tuple[str, ...]

    @property
    def region(self) -> str | None:
        """The county or district that the innermost heading names."""
        return read_region(self.section[-1] or "") if self.section else None


class PostReader:
    """Turns the rows of one edition into posts with identifiers, in printed order."""

    def __init__(
        self,
        document: Document,
        edition_id: str,
        shortage: ShortageReader | None = None,
        pay_unit: str = "",
    ) -> None:
        self._document = document
        self._edition_id = edition_id
        self._shortage = shortage or ShortageReader()
        self._pay_unit = pay_unit
        self.posts: list[Post] = []

    def read(
        self,
        section: TableSection,
        *,
        base: tuple[str, ...],
        industry_level: int | None,
        notes: tuple[str, ...],
    ) -> None:
        """Append the posts of one joined table.

        Args:
            section: the joined table.
            base: texts of the edition's own title that stand above every section.
            industry_level: heading level that names industries.
            notes: footnotes that bind the section.
        """
        path = (*base, *section.path)
        is_industry = bool(section.headings) and section.headings[-1].level == industry_level
        industry = strip_ordinal(section.headings[-1].text) if is_industry else None
        carried: str | None = None
        for numbered in section.rows:
            place = RowPlace(section=path, industry=industry, notes=notes)
            column = position(numbered.columns, "industry")
            if column is not None:
                cell = numbered.row.cells[column]
                carried = unwrap(cell.text) if cell and cell.text else carried
                inner = (*path, carried) if carried else path
                named = strip_ordinal(carried) if carried else carried
                place = RowPlace(section=inner, industry=named, notes=notes)
            self.posts.append(self._post(numbered, tuple(_printed(numbered, section)), place))

    def read_entry(self, name: str, serial: int, path: tuple[str | None, ...], span: Span) -> None:
        """Append an entry of a running list; it has no cells and cites its whole sentence."""
        self.posts.append(
            Post(
                id="",
                order=len(self.posts) + 1,
                edition_id=self._edition_id,
                kind=Kind.LIST_ITEM,
                section=path,
                serial=serial,
                name=name,
                name_printed=name,
                citation=self._cite(span),
            )
        )

    def _post(self, numbered: NumberedRow, cells: tuple[PrintedCell, ...], place: RowPlace) -> Post:
        text = {cell.role: cell.text for cell in reversed(cells) if cell.role}
        marked = [label for cell in cells if (label := ticked(cell))]
        text.setdefault("shortage", marked[0] if len(marked) == 1 else "")
        pay = read_pay(text.get("pay", ""), _heading(cells, "pay"), self._pay_unit)
        printed_name, inner_code = split_code(text["name"])
        name, markers = read_name(printed_name)
        return Post(
            id="",
            order=len(self.posts) + 1,
            edition_id=self._edition_id,
            kind=Kind.TITLE_MAPPING if "series" in text else Kind.POST,
            section=place.section,
            industry=place.industry,
            region=place.region,
            serial=numbered.serial,
            serial_printed=numbered.serial_printed,
            code=read_code(text.get("code", "")) or inner_code,
            name=name,
            name_printed=text["name"],
            markers=markers,
            shortage=self._shortage.read(text.get("shortage", ""), text.get("index", "")),
            pay_cny_10k_year=pay.low if pay and pay.is_one else None,
            series=read_series(text.get("series", "")),
            requirements=read_requirements(text),
            cells=cells,
            notes=place.notes,
            citation=self._cite(numbered.row.span),
        )

    def _cite(self, span: Span) -> Citation:
        return Citation(
            source_sha256=self._document.source_sha256,
            span=span,
            quote=self._document.slice(span),
        )


def ticked(cell: PrintedCell) -> str | None:
    """Return the label of shortage whose column a row ticks."""
    is_mark = cell.role == "shortage_mark"
    return ticked_label(cell.heading, cell.text) if is_mark else None


def _heading(cells: Sequence[PrintedCell], role: str) -> str:
    return next((cell.heading for cell in cells if cell.role == role), "")


def _printed(numbered: NumberedRow, section: TableSection) -> Iterator[PrintedCell]:
    """Yield the cells under the headings as first printed for the joined table."""
    same_shape = len(section.columns) == len(numbered.columns)
    heads = section.columns if same_shape else numbered.columns
    for head, column, cell in zip(heads, numbered.columns, numbered.row.cells, strict=True):
        yield PrintedCell(
            heading=head.heading,
            role=column.role,
            text=unwrap(cell.text) if cell else "",
            span=cell.span if cell else None,
        )


def last_heading(section: Sequence[str | None]) -> str | None:
    """Return the innermost heading without its ordinal; None where there is none."""
    return strip_ordinal(section[-1]) if section and section[-1] else None


def with_identifiers(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Return the posts with their identifiers (`dalian:装备制造:1`).

    The heading is left out where an edition has one section only. Should two rows come to the
    same identifier, the later one gets `~2`.
    """
    has_sections = len({post.section for post in posts}) > 1
    seen: Counter[str] = Counter()
    identified = []
    for post in posts:
        heading = last_heading(post.section) if has_sections else None
        parts = [post.edition_id, *([heading] if heading else []), str(post.serial)]
        identifier = ":".join(parts)
        seen[identifier] += 1
        if seen[identifier] > 1:
            identifier += f"~{seen[identifier]}"
        identified.append(replace(post, id=identifier))
    return tuple(identified)


def read_notes(
    events: Sequence[Event], sections: Sequence[TableSection], document: Document
) -> tuple[Note, ...]:
    """Return all notes of a part in printed order."""
    notes = []
    positions = [section.position for section in sections]
    for place, event in enumerate(events):
        if isinstance(event, Remark):
            number = _bound_section(place, positions)
            bound = sections[number] if number is not None else None
            citation = Citation(
                source_sha256=document.source_sha256,
                span=event.span,
                quote=document.slice(event.span),
            )
            heading = last_heading(bound.path) if bound else None
            notes.append(Note(text=event.text, section=heading, citation=citation))
    return tuple(notes)


def texts_by_section(
    events: Sequence[Event], sections: Sequence[TableSection]
) -> tuple[tuple[str, ...], ...]:
    """Return, for each section, the texts of the notes that bind it."""
    texts: list[tuple[str, ...]] = [() for _ in sections]
    positions = [section.position for section in sections]
    for place, event in enumerate(events):
        number = _bound_section(place, positions) if isinstance(event, Remark) else None
        if isinstance(event, Remark) and number is not None:
            texts[number] += (event.text,)
    return tuple(texts)


def _bound_section(place: int, positions: Sequence[int]) -> int | None:
    """Return the number of the section that a remark at `place` among the events binds."""
    before = bisect_left(positions, place)
    return before - 1 if 0 < before < len(positions) else None
