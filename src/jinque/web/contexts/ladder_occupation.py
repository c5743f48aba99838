"""One occupation of a ladder's table, with its ladder."""

from dataclasses import dataclass

from jinque import api
from jinque.errors import UnknownPageError
from jinque.web.contexts.cards import EditionCard
from jinque.web.contexts.ladder import book_of
from jinque.web.contexts.ladder_rules import RuleView
from jinque.web.contexts.ladder_rungs import LadderView
from jinque.web.contexts.ladder_table import MappingView, NearView, near_rows
from jinque.web.ladder_diagram import draw
from jinque.web.ladder_shapes import Diagram


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderOccupationContext:
    """What `/ladder/occupations/{serial}` shows.

    Attributes:
        ladder: the same for every occupation.
        near: other listed names like this one.
        table_rule: the rule that refers to the table.
    """

    edition: EditionCard
    mapping: MappingView
    ladder: LadderView
    near: tuple[NearView, ...]
    table_rule: RuleView
    previous_serial: int | None
    next_serial: int | None

    @property
    def diagram(self) -> Diagram:
        """Return the drawing, with nobody on it."""
        return draw(self.ladder, {})


def ladder_occupation_context(
    workspace: api.Workspace, place: str, serial: int
) -> LadderOccupationContext:
    """Gather one row with its ladder.

    Raises:
        UnknownPageError: there are no rules for the place, or no such row.
    """
    book = book_of(workspace, place)
    rows = tuple(book.rows.values())
    serials = [row.serial for row in rows]
    if serial not in serials:
        raise _unknown(serial, serials)
    row = rows[serials.index(serial)]
    return LadderOccupationContext(
        edition=EditionCard.of(api.edition(workspace, book.ladder.edition_id).summary),
        mapping=MappingView.of(row),
        ladder=LadderView.of(book),
        near=near_rows(row.name, [other for other in rows if other.serial != serial]),
        table_rule=RuleView.of(book.cited[book.ladder.table.rule]),
        previous_serial=max((each for each in serials if each < serial), default=None),
        next_serial=min((each for each in serials if each > serial), default=None),
    )


def _unknown(serial: int, serials: list[int]) -> UnknownPageError:
    first, last = min(serials, default=0), max(serials, default=0)
    return UnknownPageError(
        f"对应关系表没有第 {serial} 号",
        f"The table has no number {serial}",
        where=str(serial),
        hint_zh=f"表中的序号是 {first} 到 {last}",
        hint_en=f"Its numbers are {first} to {last}",
    )
