"""Charts as files.

Charts with their words and numbers.
"""

from dataclasses import dataclass

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from jinque import api
from jinque.api.comparison import chart, charts
from jinque.api.comparison import chart_file as drawn_file
from jinque.errors import InvalidOptionError, UnknownPageError
from jinque.locale import Sentence, Translator, joined, say
from jinque.model.comparison import Cell
from jinque.web.forms import attached, kept_file
from jinque.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """A chart.

    Attributes:
        name: key of its kind.
        editions: identifiers of the catalogues that it shows.
        title: what is counted, and of what.
        alt: the same in words with the numbers that matter.
        note: how it is to be read.
        headings: of the table.
        rows: the numbers it draws; None where the catalogue has none.
        href: address without the ending `.svg`, `.png` or `.csv`.
    """

    name: str
    editions: tuple[str, ...]
    title: Sentence
    alt: Sentence
    note: Sentence
    headings: tuple[Sentence, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareChartsContext:
    """What `/compare/charts` shows."""

    charts: tuple[ChartView, ...]


def _cell(value: Cell) -> str | int | float | None:
    return Translator("zh")(value) if isinstance(value, Sentence) else value


def compare_charts_context(workspace: api.Workspace) -> CompareChartsContext:
    """Gather the charts of all catalogues."""
    return CompareChartsContext(
        charts=tuple(
            ChartView(
                name=each.name,
                editions=each.edition_ids,
                title=each.title,
                alt=each.alt,
                note=each.note,
                headings=each.headings,
                rows=tuple(tuple(map(_cell, row)) for row in each.rows),
                href=f"/charts/{each.name}",
            )
            for each in charts(workspace)
        )
    )


MEDIA_TYPES = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv"}
MOST_EDITIONS = 20


@get("/charts/{file:str}", include_in_schema=False)
async def chart_file(
    visit: NamedDependency[Visit],
    file: FromPath[str],
    edition: FromQuery[tuple[str, ...]] = (),
) -> Response[bytes]:
    """A chart of some catalogues, or of all: a picture, or the numbers that it draws."""
    name, fmt = _asked(file, edition)
    language = visit.view.language
    made = await kept_file(
        visit,
        ("chart", name, fmt, language, *edition),
        MEDIA_TYPES[fmt],
        lambda workspace: drawn_file(chart(workspace, name, edition), fmt, language),
    )
    made.headers["content-language"] = language
    if fmt == "csv":
        made.headers["content-disposition"] = attached(f"jinque-{name}.csv")
    return made


def _asked(file: str, edition: tuple[str, ...]) -> tuple[str, str]:
    """Return name and format of the chart that a file is.

    Raises:
        UnknownPageError: there is no such format.
        InvalidOptionError: too many catalogues.
    """
    name, _, fmt = file.rpartition(".")
    if fmt not in MEDIA_TYPES:
        raise UnknownPageError(
            say("There is no file “{file}”.", file=file),
            where=file,
            hint=say(
                "Its name ends in one of {media_types}, as in groups.svg.",
                media_types=joined(MEDIA_TYPES),
            ),
        )
    if len(edition) > MOST_EDITIONS:
        raise InvalidOptionError(
            say("At most {most_editions} catalogues at a time.", most_editions=MOST_EDITIONS),
            where="edition",
        )
    return name, fmt
