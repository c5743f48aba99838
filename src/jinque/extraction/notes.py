"""Notes and what they bind.

A note printed between two sections binds the one before it; a note in front of the first or
behind the last binds the edition.
"""

from collections.abc import Sequence

from jinque.extraction.outline import Event, Remark
from jinque.extraction.posts import last_heading
from jinque.extraction.sections import TableSection
from jinque.model import Citation, Document, Note


def read_notes(
    events: Sequence[Event], sections: Sequence[TableSection], document: Document
) -> tuple[Note, ...]:
    """Return all notes of a part in printed order."""
    notes = []
    for place, event in enumerate(events):
        if isinstance(event, Remark):
            bound = _bound_section(place, sections)
            citation = Citation(
                source_sha256=document.source_sha256,
                span=event.span,
                quote=document.slice(event.span),
            )
            heading = last_heading(bound.path) if bound else None
            notes.append(Note(text=event.text, section=heading, citation=citation))
    return tuple(notes)


def texts_for(
    section: TableSection, events: Sequence[Event], sections: Sequence[TableSection]
) -> tuple[str, ...]:
    """Return the texts of the notes that bind one section."""
    return tuple(
        event.text
        for place, event in enumerate(events)
        if isinstance(event, Remark) and _bound_section(place, sections) is section
    )


def _bound_section(place: int, sections: Sequence[TableSection]) -> TableSection | None:
    before = [section for section in sections if section.position < place]
    return before[-1] if before and len(before) < len(sections) else None
