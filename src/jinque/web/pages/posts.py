"""One post.

Our reading of a post's requirements, each under the words that make it.

One post: the printed words first, everything else beside them.

Our reading of a printed cell: said beside it, never instead of it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from jinque import api
from jinque.locale import Sentence
from jinque.model import (
    EditionSummary,
    Link,
    Post,
    PostAnswer,
    PrintedCell,
    Scale,
    SourceLine,
    Span,
)
from jinque.model.post import Correction
from jinque.web.shown import Row, ladder_hrefs
from jinque.web.visit import FAULTS_OF_ONE, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandView:
    """One criterion.

    Attributes:
        quote: the printed words.
        kind: kind of the criterion.
        reading: what they are read to demand.
        line_start: first line of the words in the source.
        line_end: last line.
    """

    quote: str
    kind: str
    reading: Sentence
    line_start: int
    line_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """The criteria of one block, in printed order."""

    name: str
    demands: tuple[DemandView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What a post demands.

    Attributes:
        none_stated: blocks that print "none".
        blank: blocks that are blank, which is not "none".
        issues: what could not be read safely.
    """

    blocks: tuple[BlockView, ...]
    none_stated: tuple[str, ...]
    blank: tuple[str, ...]
    issues: tuple[Row, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the catalogue states nothing for the post."""
        return not (self.blocks or self.none_stated)


def demands_of(workspace: api.Workspace, post_id: str) -> Demands:
    """Gather the reading of a post's requirements.

    Raises:
        UnknownPostError: no post is called so.
    """
    reading = api.post_criteria(workspace, post_id).reading
    blocks = tuple(
        BlockView(
            name=name,
            demands=tuple(
                DemandView(
                    quote=each.quote,
                    kind=each.criterion.kind,
                    reading=api.describe(each.criterion),
                    line_start=each.citation.span.line_start,
                    line_end=each.citation.span.line_end,
                )
                for each in several
            ),
        )
        for name, several in groupby(reading.criteria, key=lambda each: each.block)
    )
    return Demands(
        blocks=blocks,
        none_stated=reading.none_stated,
        blank=reading.blank,
        issues=tuple(api.to_json(issue) for issue in reading.issues),
    )


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
    if post.shortage is None or post.shortage.value is None or scale is None:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A printed cell and our reading of it.

    Attributes:
        role: what the column was recognised as; None for an unknown column.
        text: as printed; empty for a blank cell.
        line_start: first line of the cell in the source; None when the row prints no such cell.
        place: the cell's place in an office file; None for plain text.
        readings: what was derived from it; empty when nothing was.
        correction: the value that an office put in its place; None where the words stand.
    """

    heading: str
    role: str | None
    text: str
    line_start: int | None
    place: Row | None
    readings: tuple[Reading, ...]
    correction: Correction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostContext:
    """What `/posts/{id}` shows.

    Attributes:
        post: the row as the export gives it.
        link: how it stands to the national classification; None for an entry of a running list.
        ladder_href: the ladder of the row's occupation; None where there is none.
        demands: our reading of the printed requirements, clause by clause.
        lines: the cited source lines with up to three lines of context on either side.
        place: page, sheet, table and row in an office file; None for plain text.
    """

    post: Row
    edition: EditionSummary
    scale: Scale | None
    cells: tuple[CellView, ...]
    link: Link | None
    ladder_href: str | None
    demands: Demands
    lines: tuple[SourceLine, ...]
    place: Row | None
    issues: tuple[Row, ...]
    previous_id: str | None
    next_id: str | None


def post_context(workspace: api.Workspace, post_id: str) -> PostContext:
    """Gather a post.

    Raises:
        UnknownPostError: no post is called so.
    """
    answer = api.show(workspace, post_id)
    return PostContext(
        post=api.to_json(answer.post),
        edition=answer.edition,
        scale=answer.edition.metadata.scale,
        cells=tuple(_cell(answer, cell) for cell in answer.post.cells),
        link=answer.link,
        ladder_href=ladder_hrefs(workspace, [answer.post.id]).get(answer.post.id),
        demands=demands_of(workspace, answer.post.id),
        lines=answer.lines,
        place=_place(answer.post.citation.span),
        issues=tuple(api.to_json(issue) for issue in answer.issues),
        previous_id=answer.previous_id,
        next_id=answer.next_id,
    )


def _cell(answer: PostAnswer, cell: PrintedCell) -> CellView:
    return CellView(
        heading=cell.heading,
        role=cell.role,
        text=cell.text,
        line_start=cell.span.line_start if cell.span else None,
        place=_place(cell.span),
        readings=readings(answer.post, cell, answer.edition.metadata.scale),
        correction=next((c for c in answer.post.corrections if c.field == cell.role), None),
    )


def _place(span: Span | None) -> Row | None:
    return api.to_json(span.place) if span and span.place else None


@get(
    "/posts/{post_id:path}",
    media_type=MediaType.JSON,
    operation_id="post",
    responses=FAULTS_OF_ONE,
)
async def post_page(visit: NamedDependency[Visit], post_id: FromPath[str]) -> Response[PostContext]:
    """A post: its cells as printed, our reading beside them, its lines in the source."""
    name = post_id.removeprefix("/")
    return visit.answer("post.html", lambda workspace: post_context(workspace, name))
