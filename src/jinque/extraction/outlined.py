"""What stands in the part of a document that one edition is read from."""

from dataclasses import dataclass

from jinque.extraction.columns import key
from jinque.extraction.events import Event, ListRun, Reject
from jinque.extraction.headings import Heading, read_heading
from jinque.extraction.notes import read_notes
from jinque.extraction.outline import Outliner
from jinque.extraction.parts import Part, find_part, split_parts, whole
from jinque.extraction.sections import TableSection, join_sections, list_runs
from jinque.extraction.steps import Steps
from jinque.model import Document, Note, Paragraph, Profile
from jinque.parameters import load_vocabulary

_NO_PART = Part(annex=None, title=None, title_span=None, blocks=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlined:
    """A part in order.

    Attributes:
        clause_parts: parts whose numbered text belongs to the edition as clauses.
        events: all that stands in the part, in printed order.
        sections: the tables among them, joined.
        rows_seen: body rows of its tables with words in them, whatever became of them.
    """

    part: Part
    clause_parts: tuple[Part, ...]
    events: tuple[Event, ...]
    sections: list[TableSection]
    notes: tuple[Note, ...]
    rows_seen: int

    @property
    def lists(self) -> list[ListRun]:
        """The running lists."""
        return list_runs(self.events)

    @property
    def rejects(self) -> int:
        """How many rows became nothing."""
        return sum(isinstance(event, Reject) for event in self.events)


def outline(document: Document, profile: Profile, steps: Steps) -> Outlined:
    """Find the part of a profile and put what is in it in order."""
    vocabulary = load_vocabulary()
    parts = split_parts(document, vocabulary)
    found = whole(document) if profile.title is None else find_part(parts, profile.title)
    part = found or _NO_PART
    settled = {key(one.heading): one.role for one in profile.column_roles}
    outliner = Outliner(part, _numbered_title(part), vocabulary, settled)
    events = steps.behind(tuple(outliner.events()))
    sections = join_sections(events)
    return Outlined(
        part=part,
        clause_parts=tuple(p for name in profile.clause_parts if (p := find_part(parts, name))),
        events=events,
        sections=sections,
        notes=read_notes(events, sections, document),
        rows_seen=outliner.rows_seen,
    )


def _numbered_title(part: Part) -> tuple[Heading, ...]:
    """A title with an ordinal (`二、…目录`) is a heading of its rows as well."""
    if part.title is None or part.title_span is None:
        return ()
    heading = read_heading(Paragraph(text=part.title, span=part.title_span))
    return (heading,) if heading and heading.number is not None else ()
