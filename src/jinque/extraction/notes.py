"""Notes and what they bind.

A note printed between two sections binds the one before it; a note in front of the first or
behind the last binds the edition.
"""

from bisect import bisect_left
from collections.abc import Sequence

from jinque.extraction.events import Event, Remark
from jinque.extraction.posts import last_heading
from jinque.extraction.sections import TableSection
from jinque.model import Citation, Document, Note


def read_notes(
    events: Sequence[Event], sections: Sequence[TableSection], document: Document
) -> tuple[Note, ...]:
    """Return all notes of a part in printed order."""
    notes = []
    positions = [section.position for section in sections]
    for place, event in enumerate(events):
        if isinstance(event, Remark):
            number = _bound_section(place, positions)
            bound = sections[number] if number is not None else None
            citation = Citation(
                source_sha256=document.source_sha256,
                span=event.span,
                quote=document.slice(event.span),
            )
            heading = last_heading(bound.path) if bound else None
            notes.append(Note(text=event.text, section=heading, citation=citation))
    return tuple(notes)


def texts_by_section(
    events: Sequence[Event], sections: Sequence[TableSection]
) -> tuple[tuple[str, ...], ...]:
    """Return, for each section, the texts of the notes that bind it."""
    texts: list[tuple[str, ...]] = [() for _ in sections]
    positions = [section.position for section in sections]
    for place, event in enumerate(events):
        number = _bound_section(place, positions) if isinstance(event, Remark) else None
        if isinstance(event, Remark) and number is not None:
            texts[number] += (event.text,)
    return tuple(texts)


def _bound_section(place: int, positions: Sequence[int]) -> int | None:
    """Return the number of the section that a remark at `place` among the events binds."""
    before = bisect_left(positions, place)
    return before - 1 if 0 < before < len(positions) else None
