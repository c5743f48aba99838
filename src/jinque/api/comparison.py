"""Editions side by side."""

from collections.abc import Sequence
from pathlib import Path
from threading import RLock
from weakref import WeakKeyDictionary

from jinque import comparison, dataset
from jinque.api.eligibility_readings import readings
from jinque.api.lookup import find_edition
from jinque.api.workspace import Workspace
from jinque.errors import UnsupportedFormatError
from jinque.model.diff import EditionDiff
from jinque.model.place_profile import Comparison

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


def save_diff(found: EditionDiff, path: Path) -> None:
    """Write the differences of two editions as a workbook, in full or not at all.

    Raises:
        UnsupportedFormatError: the name of the file does not end in `.xlsx`.
        MachineError: the file cannot be written.
    """
    _check_workbook(path)
    dataset.save_bytes([diff_workbook(found)], path)


def diff_workbook(found: EditionDiff) -> bytes:
    """Return the differences of two editions as an .xlsx workbook, in Chinese."""
    return dataset.workbook_bytes(comparison.diff_sheets(found))


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
    return comparison.compare(found, {each.post.id: each.reading for each in readings(workspace)})


def comparison_workbook(found: Comparison) -> bytes:
    """Return catalogues side by side as an .xlsx workbook, in Chinese."""
    return dataset.workbook_bytes(comparison.comparison_sheets(found))


def save_comparison(found: Comparison, path: Path) -> None:
    """Write catalogues side by side as a workbook, in full or not at all.

    Raises:
        UnsupportedFormatError: the name of the file does not end in `.xlsx`.
        MachineError: the file cannot be written.
    """
    _check_workbook(path)
    dataset.save_bytes([comparison_workbook(found)], path)


def _check_workbook(path: Path) -> None:
    if path.suffix.lower() != ".xlsx":
        raise UnsupportedFormatError(
            "对比结果只能写成 .xlsx 文件。",
            "A comparison is written as an .xlsx file.",
            where=str(path),
            hint_zh="请用 .xlsx 结尾的文件名；要给程序用，请加 --json。",
            hint_en="Let the name end in .xlsx; for programs use --json.",
        )
