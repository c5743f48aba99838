"""Our reading of a printed cell: said beside it, never instead of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jinque.model import Post, PrintedCell, Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One thing derived from a cell.

    Attributes:
        kind: what was derived: `serial_computed`, `code_none`, `code_level`, `name_plain`, `mark`,
            `stars`, `grade`, `band`, `band_other`, `industry_carried`, `pay`, `series`, `blocks`.
        value: the derived value as text, official words in Chinese; for `blocks` the requirement
            blocks found in the cell, as in the export, between blanks.
        of: how many grades the scale has, for `stars` and `grade`; else None.
    """

    kind: str
    value: str
    of: int | None = None


BLOCKS = ("ability", "education", "experience")
LEVELS = {1: "major", 2: "sub_major", 3: "minor", 4: "occupation", 5: "work_type"}


def readings(post: Post, cell: PrintedCell, scale: Scale | None) -> tuple[Reading, ...]:
    """Return what was derived from one cell of `post`, in a fixed order."""
    derive = DERIVATIONS.get(cell.role or "")
    return tuple(derive(post, cell, scale)) if derive else ()


def _serial(post: Post, _cell: PrintedCell, _scale: Scale | None) -> Iterator[Reading]:
    if post.serial_printed is None:
        yield Reading(kind="serial_computed", value=str(post.serial))


def _code(post: Post, _cell: PrintedCell, _scale: Scale | None) -> Iterator[Reading]:
    if post.code is None:
        yield Reading(kind="code_none", value="")
    elif level := LEVELS.get(len(post.code.split("-"))):
        yield Reading(kind="code_level", value=level)


def _name(post: Post, cell: PrintedCell, _scale: Scale | None) -> Iterator[Reading]:
    if post.name != cell.text:
        yield Reading(kind="name_plain", value=post.name)
    for marker in post.markers:
        yield Reading(kind="mark", value=marker.value)


def _shortage(post: Post, _cell: PrintedCell, scale: Scale | None) -> Iterator[Reading]:
    if post.shortage is None or scale is None:
        return
    kind = "stars" if post.shortage.scale.startswith("stars") else "grade"
    yield Reading(kind=kind, value=str(post.shortage.value), of=len(scale.labels))


def _index(post: Post, _cell: PrintedCell, scale: Scale | None) -> Iterator[Reading]:
    shortage = post.shortage
    if shortage is None or shortage.index is None or scale is None or not scale.bands:
        return
    labels = [band.label for band in scale.bands if band.holds(shortage.index)]
    agrees = shortage.printed in labels
    yield Reading(kind="band" if agrees else "band_other", value="、".join(labels))


def _industry(post: Post, cell: PrintedCell, _scale: Scale | None) -> Iterator[Reading]:
    if not cell.text and post.industry:
        yield Reading(kind="industry_carried", value=post.industry)


def _pay(post: Post, _cell: PrintedCell, _scale: Scale | None) -> Iterator[Reading]:
    if post.pay_cny_10k_year is not None:
        yield Reading(kind="pay", value=f"{post.pay_cny_10k_year:g}")


def _series(post: Post, _cell: PrintedCell, _scale: Scale | None) -> Iterator[Reading]:
    if post.series and len(post.series) > 1:
        yield Reading(kind="series", value="、".join(post.series))


def _requirements(post: Post, _cell: PrintedCell, _scale: Scale | None) -> Iterator[Reading]:
    if post.requirements is None:
        return
    present = [block for block in BLOCKS if getattr(post.requirements, block) is not None]
    yield Reading(kind="blocks", value=" ".join(present))


DERIVATIONS: Mapping[str, Callable[[Post, PrintedCell, Scale | None], Iterator[Reading]]] = {
    "serial": _serial,
    "code": _code,
    "name": _name,
    "shortage": _shortage,
    "index": _index,
    "industry": _industry,
    "pay": _pay,
    "series": _series,
    "requirements": _requirements,
}
