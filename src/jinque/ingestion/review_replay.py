"""Decisions laid upon a document before it is read: cells changed, rows left out or completed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from jinque.ingestion.review_places import (
    PlaceKey,
    is_inside,
    key_of,
    key_of_target,
    printed_cells,
    printed_rows,
)
from jinque.model import Block, Cell, Document, Post, PrintedCell, Row, Table
from jinque.model.review_decision import Action, Decision
from jinque.text import drop_blanks


@dataclass(slots=True, kw_only=True)
class Replay:
    """What the decisions in force say of one document; of two about one place the later holds.

    Attributes:
        cells: new values of printed cells, by their places.
        rows: rows that are no posts.
        missing: values of cells that a row does not print, by the row's place and their role.
        lost: decisions whose place is not there, or prints other words now.
    """

    cells: dict[PlaceKey, Decision] = field(default_factory=dict)
    rows: dict[PlaceKey, Decision] = field(default_factory=dict)
    missing: dict[PlaceKey, dict[str, Decision]] = field(default_factory=dict)
    lost: list[Decision] = field(default_factory=list)


def replay_of(decisions: Iterable[Decision], document: Document) -> Replay:
    """Sort the decisions about cells and rows by where they belong in the document."""
    replay = Replay()
    about_cells = [d for d in decisions if d.action in {Action.CORRECT, Action.REJECT}]
    if not about_cells:
        return replay
    cells, rows = printed_cells(document), printed_rows(document)
    for decision in about_cells:
        _take(replay, decision, cells, rows)
    return replay


def changed(document: Document, replay: Replay) -> Document:
    """Return the document with other words in corrected cells, and without rejected rows."""
    if not replay.cells and not replay.rows:
        return document
    blocks = [_changed_block(block, replay) for block in document.blocks]
    return replace(document, blocks=tuple(block for block in blocks if block is not None))


def completed(document: Document, replay: Replay, posts: Sequence[Post]) -> Document:
    """Return the document with the cells that rows do not print.

    Args:
        document: as `changed` left it.
        replay: the decisions; those about rows of which no post was made count as lost.
        posts: as read from it, for the columns of each row.
    """
    cells = {key_of(post.citation.span): post.cells for post in posts}
    replay.lost += [
        each for key, row in replay.missing.items() if key not in cells for each in row.values()
    ]
    blocks = [_completed_block(block, replay, cells) for block in document.blocks]
    return replace(document, blocks=tuple(blocks))


def _take(
    replay: Replay, decision: Decision, cells: Mapping[PlaceKey, str], rows: Mapping[PlaceKey, str]
) -> None:
    target = decision.target
    key = key_of_target(target) if target else None
    words = drop_blanks(target.printed) if target else ""
    if target is None or key is None:
        replay.lost.append(decision)
    elif target.field and cells.get(key) == words:
        replay.cells[key] = decision
    elif target.field and not words and key in rows:
        replay.missing.setdefault(key, {})[target.field] = decision
    elif not target.field and rows.get(key) == words:
        replay.rows[key] = decision
    else:
        replay.lost.append(decision)


def _changed_block(block: Block, replay: Replay) -> Block | None:
    if not isinstance(block, Table):
        return block
    rows = [
        replace(row, cells=tuple(_changed_cell(cell, replay) for cell in row.cells))
        for row in block.rows
        if key_of(row.span) not in replay.rows
    ]
    return replace(block, rows=tuple(rows)) if rows else None


def _changed_cell(cell: Cell, replay: Replay) -> Cell:
    decision = replay.cells.get(key_of(cell.span))
    return replace(cell, text=decision.value or "") if decision else cell


def _completed_block(
    block: Block, replay: Replay, cells: Mapping[PlaceKey, Sequence[PrintedCell]]
) -> Block:
    if not isinstance(block, Table):
        return block
    rows = [
        _completed_row(row, replay.missing[key_of(row.span)], cells[key_of(row.span)])
        if key_of(row.span) in replay.missing and key_of(row.span) in cells
        else row
        for row in block.rows
    ]
    return replace(block, rows=tuple(rows))


def _completed_row(row: Row, missing: Mapping[str, Decision], cells: Sequence[PrintedCell]) -> Row:
    return replace(row, cells=tuple(_laid(row, missing, cells)))


def _laid(
    row: Row, missing: Mapping[str, Decision], cells: Sequence[PrintedCell]
) -> Iterator[Cell]:
    """Yield one cell for each column; one that is not printed stands at the end of its row."""
    end = replace(row.span, line_start=row.span.line_end, start=row.span.end)
    for printed in cells:
        decision = missing.get(printed.role or "")
        text = decision.value if decision and decision.value else printed.text
        made = Cell(text=text, span=printed.span or end)
        yield replace(made, is_carried_down=not is_inside(made, row))
