"""The desk: drafts, and a file being read."""

from dataclasses import dataclass

from jinque.model.review import DraftState, DraftSummary
from jinque.web.contexts.lists import Paging
from jinque.web.contexts.office.entrance import Refusal
from jinque.web.desk import Desk, DeskView
from jinque.web.readings import Reading

DRAFTS_PER_PAGE = 50
LIVE = (DraftState.OPEN, DraftState.APPROVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeContext:
    """What `/office` shows.

    Attributes:
        drafts: those of this page: the ones that wait for somebody, or all.
        is_all: published and discarded ones are among them.
        total: drafts in this list.
        of: drafts in all.
        most_bytes: size of the largest file taken.
        refusal: why a file was not taken; None without one.
    """

    desk: DeskView
    drafts: tuple[DraftSummary, ...]
    is_all: bool
    total: int
    of: int
    paging: Paging
    most_bytes: int
    refusal: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingContext:
    """What `/office/readings/{id}` shows while a file is read.

    Attributes:
        state: `waiting`, `reading`, `done` or `failed`.
        step: what is being done; empty before the first step.
        done: steps done.
        steps: how many there are; 0 before the first.
        draft_id: the draft that came of it; None before.
        refusal: why nothing came of it; None otherwise.
    """

    desk: DeskView
    id: str
    name: str
    state: str
    step: str
    done: int
    steps: int
    draft_id: str | None
    refusal: Refusal | None


def office_context(
    desk: Desk, page: int, most_bytes: int, *, is_all: bool, refusal: Refusal | None = None
) -> OfficeContext:
    """Gather the drafts.

    Raises:
        InvalidOptionError: the list has no such page.
    """
    every = desk.site.shelf.summaries()
    chosen = [each for each in every if is_all or each.state in LIVE]
    paging = Paging.of(len(chosen), page, DRAFTS_PER_PAGE)
    return OfficeContext(
        desk=desk.shown,
        drafts=tuple(chosen[paging.offset : paging.offset + DRAFTS_PER_PAGE]),
        is_all=is_all,
        total=len(chosen),
        of=len(every),
        paging=paging,
        most_bytes=most_bytes,
        refusal=refusal,
    )


def reading_context(desk: Desk, reading: Reading) -> ReadingContext:
    """Tell how far a reading is."""
    return ReadingContext(
        desk=desk.shown,
        id=reading.id,
        name=reading.name,
        state=reading.state.value,
        step=reading.step,
        done=reading.done,
        steps=reading.steps,
        draft_id=reading.draft_id,
        refusal=Refusal.of(reading.fault) if reading.fault else None,
    )
