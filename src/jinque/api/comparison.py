"""Editions side by side.

Charts of catalogues side by side, as pictures and as tables.

The JSON shapes of catalogues side by side (docs/reference/json.md).

Rows of a comparison to choose from and to put in order.

The JSON shapes of editions side by side (docs/reference/json.md).
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import RLock
from weakref import WeakKeyDictionary

from jinque import comparison, dataset
from jinque.api.workspace import Workspace, find_edition
from jinque.comparison import NO_GROUP, chosen_industries, chosen_occupations
from jinque.criteria.study import YEAR_BANDS, education_rank
from jinque.dataset import files
from jinque.errors import UnknownPageError, UnsupportedFormatError
from jinque.locale import Translator, joined, say
from jinque.model.comparison import (
    Chart,
    Comparison,
    EditionDiff,
)

# Of all catalogues, as long as the record does not change: every page of them begins with it.
_kept: WeakKeyDictionary[Workspace, tuple[str, Comparison]] = WeakKeyDictionary()
_lock = RLock()


def diff(
    workspace: Workspace,
    former: str,
    later: str,
    *,
    former_version: int | None = None,
    later_version: int | None = None,
) -> EditionDiff:
    """Return what was added, removed and changed from one edition to another.

    Args:
        workspace: where the editions are.
        former: identifier of the earlier edition.
        later: identifier of the later one; the same as `former` to compare two versions of it.
        former_version: None means the newest.
        later_version: None means the newest.

    Raises:
        UnknownEditionError: there is none; the hint names near ones.
    """
    return comparison.diff(
        find_edition(workspace, former, former_version),
        find_edition(workspace, later, later_version),
    )


def save_diff(found: EditionDiff, path: Path, language: str = "zh") -> None:
    """Write the differences of two editions as a workbook, in full or not at all.

    Raises:
        UnsupportedFormatError: the name of the file does not end in `.xlsx`.
        MachineError: the file cannot be written.
    """
    _check_workbook(path)
    dataset.save_bytes([diff_workbook(found, language)], path)


def diff_workbook(found: EditionDiff, language: str = "zh") -> bytes:
    """Return the differences of two editions as an .xlsx workbook in a language."""
    return dataset.workbook_bytes(comparison.diff_sheets(found), Translator(language))


def compare(workspace: Workspace, editions: Sequence[str] = ()) -> Comparison:
    """Set catalogues side by side: what their posts are like, and which list an occupation.

    Args:
        workspace: where the editions are.
        editions: identifiers in the order wanted; empty means all.

    Raises:
        UnknownEditionError: there is none; the hint names near ones.
    """
    if editions:
        return _compared(workspace, editions)
    with _lock:
        revision = workspace.record.revision()
        kept = _kept.get(workspace)
        if kept is None or kept[0] != revision:
            found = _compared(workspace, [each.id for each in workspace.summaries()])
            kept = _kept[workspace] = (revision, found)
        return kept[1]


def _compared(workspace: Workspace, editions: Sequence[str]) -> Comparison:
    found = [find_edition(workspace, each) for each in dict.fromkeys(editions)]
    asked = workspace.readings([each.edition.id for each in found])
    return comparison.compare(found, {each.post.id: each.reading for each in asked})


def comparison_workbook(found: Comparison, language: str = "zh") -> bytes:
    """Return catalogues side by side as an .xlsx workbook in a language."""
    return dataset.workbook_bytes(comparison.comparison_sheets(found), Translator(language))


def save_comparison(found: Comparison, path: Path, language: str = "zh") -> None:
    """Write catalogues side by side as a workbook, in full or not at all.

    Raises:
        UnsupportedFormatError: the name of the file does not end in `.xlsx`.
        MachineError: the file cannot be written.
    """
    _check_workbook(path)
    dataset.save_bytes([comparison_workbook(found, language)], path)


def _check_workbook(path: Path) -> None:
    if path.suffix.lower() != ".xlsx":
        raise UnsupportedFormatError(
            say("A comparison is written as an .xlsx file."),
            where=str(path),
            hint=say("Let the name end in .xlsx; for programs use --json."),
        )


_DRAWN: Mapping[str, Callable[[Mapping[str, object]], bytes]] = {
    "svg": files.svg,
    "png": files.png,
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
        say("There is no chart “{name}”, or the catalogues have no numbers for it.", name=name),
        where=name,
        hint=say("The charts are: {known}.", known=joined(known) if known else say("none")),
    )


def chart_file(found: Chart, fmt: str, language: str) -> bytes:
    """Return a chart as a file of one of `CHART_FORMATS`; CSV holds the numbers it draws."""
    if fmt == "csv":
        sheet = dataset.Sheet(name=found.name, headings=found.headings, rows=found.rows)
        return "".join(dataset.sheet_csv(sheet, Translator(language))).encode()
    return _DRAWN[fmt](found.specs[language])


__all__ = [
    "NO_GROUP",
    "YEAR_BANDS",
    "chosen_industries",
    "chosen_occupations",
    "education_rank",
]
