"""Editions side by side.

Charts of catalogues side by side, as pictures and as tables.

The JSON shapes of catalogues side by side (docs/reference/json.md).

Rows of a comparison to choose from and to put in order.

The JSON shapes of editions side by side (docs/reference/json.md).
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from threading import RLock
from weakref import WeakKeyDictionary

from jinque import comparison, dataset
from jinque.api.workspace import Workspace, find_edition
from jinque.comparison import NO_GROUP, chosen_industries, chosen_occupations
from jinque.criteria.study import YEAR_BANDS, education_rank
from jinque.dataset import files
from jinque.errors import UnknownPageError, UnsupportedFormatError
from jinque.locale import Sentence, Translator, both, joined, say
from jinque.model.answers import EditionSummary, short_names
from jinque.model.comparison import (
    PERCENTILE_MEANS,
    SCALES_APART,
    SCALES_DIFFER,
    Change,
    ChangeKind,
    Chart,
    Comparison,
    EditionDiff,
    IndustryRow,
    Listing,
    OccupationRow,
    PlaceProfile,
    PostPair,
    Share,
)
from jinque.model.post import Post

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


def compare_dict(found: Comparison) -> dict[str, object]:
    """Return catalogues, occupations and industries side by side."""
    names = short_names(profile.edition for profile in found.profiles)
    return {
        "editions": [profile_dict(each, names[each.edition.id]) for each in found.profiles],
        "scales": list(found.scales),
        "notes": [both(each) for each in (SCALES_APART, PERCENTILE_MEANS)],
        "occupations": [occupation_row_dict(row) for row in found.occupations],
        "industries": [industry_dict(row) for row in found.industries],
    }


def profile_dict(profile: PlaceProfile, name: Sentence) -> dict[str, object]:
    """Return what the posts of one catalogue are like; `name` is its short name."""
    return {
        "id": profile.edition.id,
        "version": profile.edition.version,
        "title": profile.edition.metadata.title.value,
        "name": both(name),
        "posts": profile.posts,
        "special": profile.special,
        "labels": _shares(profile.labels),
        "groups": _shares(profile.groups),
        "educations": _shares(profile.educations),
        "years": _shares(profile.years),
        "pay_cny_10k_year": _range(profile.pay),
    }


def occupation_row_dict(row: OccupationRow) -> dict[str, object]:
    """Return an occupation with all that list it."""
    return {
        "code": row.code,
        "name": row.name,
        "group": {"code": row.group[0], "name": row.group[1]} if row.group else None,
        "editions": len(row.editions),
        "listings": [_listing(each) for each in row.listings],
    }


def industry_dict(row: IndustryRow) -> dict[str, object]:
    """Return an industry of one catalogue."""
    return {
        "edition": row.edition.id,
        "name": row.name,
        "posts": row.posts,
        "labels": _shares(row.labels),
        "percentile": row.percentile,
        "educations": _shares(row.educations),
        "years": _range(row.years),
        "special": row.special,
        "pay_cny_10k_year": _range(row.pay),
    }


def _listing(listing: Listing) -> dict[str, object]:
    post = listing.post
    return {
        "edition": listing.edition.id,
        "post": post.id,
        "name": post.name,
        "industry": post.industry,
        "region": post.region,
        "shortage": post.shortage and post.shortage.printed,
        "percentile": listing.percentile,
        "education": listing.education,
        "years": listing.years,
        "pay_cny_10k_year": post.pay_cny_10k_year,
        "is_by_name": listing.is_by_name,
    }


def _shares(shares: Sequence[Share]) -> list[dict[str, object]]:
    return [{"value": share.value, "posts": share.posts} for share in shares]


def _range(numbers: Sequence[float]) -> dict[str, object] | None:
    if not numbers:
        return None
    middle = round(median(numbers), 4)
    return {"lowest": numbers[0], "median": middle, "highest": numbers[-1], "posts": len(numbers)}


__all__ = [
    "NO_GROUP",
    "YEAR_BANDS",
    "chosen_industries",
    "chosen_occupations",
    "education_rank",
]


def diff_dict(found: EditionDiff) -> dict[str, object]:
    """Return the differences of two editions; posts by what identifies them."""
    return {
        "former": _edition(found.former),
        "later": _edition(found.later),
        "is_one_scale": found.is_one_scale,
        "note": None if found.is_one_scale else both(SCALES_DIFFER),
        "counts": diff_counts(found),
        "added": [_post(post) for post in found.added],
        "removed": [_post(post) for post in found.removed],
        "changed": [_pair(pair) for pair in found.changed],
        "near": [{"former": _post(each.former), "later": _post(each.later)} for each in found.near],
    }


def diff_counts(found: EditionDiff) -> dict[str, int]:
    """Return how many posts were added, removed, changed and left, and the changes by kind.

    A post with two changes counts once in `changed` and once under each kind.
    """
    kinds = Counter(change.kind for pair in found.changed for change in pair.changes)
    return {
        "added": len(found.added),
        "removed": len(found.removed),
        "changed": len(found.changed),
        "unchanged": len(found.unchanged),
        **{kind.value: kinds[kind] for kind in ChangeKind if kinds[kind]},
    }


def _edition(summary: EditionSummary) -> dict[str, object]:
    return {"id": summary.id, "version": summary.version, "title": summary.metadata.title.value}


def _post(post: Post) -> dict[str, object]:
    return {
        "id": post.id,
        "code": post.code,
        "name": post.name,
        "industry": post.industry,
        "shortage": post.shortage and post.shortage.printed,
    }


def _pair(pair: PostPair) -> dict[str, object]:
    return {
        "former": _post(pair.former),
        "later": _post(pair.later),
        "paired_by": pair.paired_by.value,
        "changes": [_change(change) for change in pair.changes],
    }


def _change(change: Change) -> dict[str, object]:
    plain: dict[str, object] = {
        "kind": change.kind.value,
        "field": change.field,
        "former": change.former,
        "later": change.later,
    }
    if change.kind is ChangeKind.REQUIREMENT_CHANGED:
        return {**plain, "removed": list(change.removed), "added": list(change.added)}
    return plain
