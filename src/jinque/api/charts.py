"""Charts of catalogues side by side, as pictures and as tables."""

from collections.abc import Callable, Mapping, Sequence

from jinque import comparison, dataset
from jinque.api.comparison import compare
from jinque.api.workspace import Workspace
from jinque.dataset import drawing
from jinque.errors import UnknownPageError
from jinque.model.chart import Chart

_DRAWN: Mapping[str, Callable[[Mapping[str, object]], bytes]] = {
    "svg": drawing.svg,
    "png": drawing.png,
}
CHART_FORMATS = (*_DRAWN, "csv")


def charts(workspace: Workspace, editions: Sequence[str] = ()) -> tuple[Chart, ...]:
    """Return the charts of some catalogues, those without numbers left out.

    Args:
        workspace: where the editions are.
        editions: identifiers in the order wanted; empty means all.

    Raises:
        UnknownEditionError: there is none; the hint names near ones.
    """
    return comparison.charts(compare(workspace, editions))


def chart(workspace: Workspace, name: str, editions: Sequence[str] = ()) -> Chart:
    """Return one chart by its name.

    Raises:
        UnknownEditionError: there is no such edition; the hint names near ones.
        UnknownPageError: there is no such chart, or the catalogues have no numbers for it.
    """
    found = charts(workspace, editions)
    for each in found:
        if each.name == name:
            return each
    known = [each.name for each in found]
    raise UnknownPageError(
        f"没有“{name}”这张图，或所选目录没有它要的数字。",
        f"There is no chart “{name}”, or the catalogues have no numbers for it.",
        where=name,
        hint_zh=f"现有的图：{'、'.join(known) or '无'}。",
        hint_en=f"The charts are: {', '.join(known) or 'none'}.",
    )


def chart_file(found: Chart, fmt: str, language: str) -> bytes:
    """Return a chart as a file of one of `CHART_FORMATS`; CSV holds the numbers it draws."""
    if fmt == "csv":
        headings = tuple(h.en if language == "en" else h.zh for h in found.headings)
        sheet = dataset.Sheet(name=found.name, headings=headings, rows=found.rows)
        return "".join(dataset.sheet_csv(sheet)).encode()
    return _DRAWN[fmt](found.specs[language])
