"""Charts with their words and numbers."""

from dataclasses import dataclass

from jinque import api
from jinque.api.charts import charts
from jinque.model import Words


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
