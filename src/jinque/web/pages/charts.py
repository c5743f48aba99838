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
from jinque.model import Words
from jinque.web.forms import kept_file
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
    title: Words
    alt: Words
    note: Words
    headings: tuple[Words, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareChartsContext:
    """What `/compare/charts` shows."""

    charts: tuple[ChartView, ...]


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
                rows=each.rows,
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
        made.headers["content-disposition"] = f'attachment; filename="jinque-{name}.csv"'
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
            f"没有“{file}”这个文件。",
            f"There is no file “{file}”.",
            where=file,
            hint_zh=f"文件名以 {'、'.join(MEDIA_TYPES)} 之一结尾，如 groups.svg。",
            hint_en=f"Its name ends in one of {', '.join(MEDIA_TYPES)}, as in groups.svg.",
        )
    if len(edition) > MOST_EDITIONS:
        raise InvalidOptionError(
            f"一次最多 {MOST_EDITIONS} 份目录。",
            f"At most {MOST_EDITIONS} catalogues at a time.",
            where="edition",
        )
    return name, fmt
