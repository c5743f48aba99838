"""Who did what in the office."""

from dataclasses import dataclass

from jinque.model.history import HistoryLine
from jinque.web.contexts.lists import Paging
from jinque.web.desk import Desk, DeskView

LINES_PER_PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHistoryContext:
    """What `/office/history` shows.

    Attributes:
        lines: those of this page, the last one first.
        total: lines in all.
    """

    desk: DeskView
    lines: tuple[HistoryLine, ...]
    total: int
    paging: Paging


def office_history_context(desk: Desk, page: int) -> OfficeHistoryContext:
    """Gather a page of the history.

    Raises:
        InvalidOptionError: there is no such page.
    """
    accounts = desk.site.office.accounts
    total = accounts.history_length()
    paging = Paging.of(total, page, LINES_PER_PAGE)
    return OfficeHistoryContext(
        desk=desk.shown,
        lines=accounts.history(LINES_PER_PAGE, paging.offset),
        total=total,
        paging=paging,
    )
