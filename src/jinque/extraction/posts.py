"""Rows of a section become posts, each value from the cell that prints it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinque.extraction.columns import position
from jinque.extraction.requirements import read_requirements, unwrap
from jinque.extraction.sections import NumberedRow, TableSection
from jinque.extraction.values import (
    read_code,
    read_name,
    read_number,
    read_region,
    read_series,
    read_shortage,
)
from jinque.model import Citation, Document, Kind, Post, PrintedCell, Span
from jinque.text import strip_ordinal


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

    def __init__(self, document: Document, edition_id: str) -> None:
        self._document = document
        self._edition_id = edition_id
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
                place = RowPlace(section=inner, industry=carried, notes=notes)
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
        text = {cell.role: cell.text for cell in cells if cell.role}
        name, markers = read_name(text["name"])
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
            code=read_code(text.get("code", "")),
            name=name,
            name_printed=text["name"],
            markers=markers,
            shortage=read_shortage(text.get("shortage", ""), text.get("index", "")),
            pay_cny_10k_year=read_number(text.get("pay", "")),
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
