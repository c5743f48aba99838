"""What our own readers make of a file that was written from a draft, beside the draft."""

from collections.abc import Iterator

from jinque.documents import read
from jinque.extraction import Reading, extract, profiles_for
from jinque.extraction.tables import unfold
from jinque.locale import Sentence, printed, say
from jinque.model import Metadata, Post
from jinque.model.publishing import NextEdition, ReadBack
from jinque.publishing.printing import Print, printed_edition
from jinque.text import drop_blanks, fold

_MOST = 20
_FACTS = (
    ("title", say("title")),
    ("publisher", say("publisher")),
    ("document_number", say("document number")),
    ("issued_on", say("day of issue")),
    ("effective_from", say("first day")),
    ("effective_to", say("day behind the last one")),
)


def read_alone(data: bytes, name: str) -> tuple[str, tuple[Reading, ...]]:
    """Read a file as one that nothing is known of; return its text as well.

    Raises:
        WrongCallError: it cannot be read, or nothing of a catalogue stands in it.
    """
    document = unfold(read(data, name=name))
    profiles = profiles_for(document, source_name=name, edition_id=None, known=())
    return document.text, extract(document, source_name=name, profiles=profiles)


def read_back(draft: NextEdition, data: bytes, name: str) -> ReadBack:
    """Compare a file with the draft that it was written from.

    Raises:
        WrongCallError: the file cannot be read.
    """
    _, readings = read_alone(data, name)
    posts = tuple(post for reading in readings for post in reading.edition.posts)
    edition = printed_edition(draft)
    apart = [*_parts(readings), *_rows(edition, posts)]
    apart += _facts(draft, edition.title, readings[0].edition.metadata)
    shown = tuple(apart[:_MOST])
    more = len(apart) - len(shown)
    if more:
        shown = (*shown, say("and {n} further differences", n=more))
    return ReadBack(file=name, rows=len(posts), differences=shown)


def _parts(readings: tuple[Reading, ...]) -> Iterator[Sentence]:
    for reading in readings[1:]:
        title = reading.edition.metadata.title.value or ""
        yield say("“{title}” is read as the title of another catalogue.", title=title)


def _rows(edition: Print, posts: tuple[Post, ...]) -> Iterator[Sentence]:
    wanted = [(table.headings, row) for table in edition.tables for row in table.rows]
    if len(wanted) != len(posts):
        yield say("{n} rows were written, {read} were read.", n=len(wanted), read=len(posts))
    for (headings, row), post in zip(wanted, posts, strict=False):
        got = {each.heading: each.text for each in post.cells}
        for heading, text in zip(headings, row, strict=True):
            if _plain(got.get(heading, "")) != _plain(text):
                yield say(
                    "Row {serial}, {heading}: written “{text}”, read “{read}”.",
                    serial=row[0],
                    heading=heading,
                    text=printed(text),
                    read=printed(got.get(heading, "")),
                )


def _plain(text: str) -> str:
    """Return a text as a page shows it, where a line may break anywhere."""
    return drop_blanks(text)


def _facts(draft: NextEdition, title: str, metadata: Metadata) -> Iterator[Sentence]:
    for name, what in _FACTS:
        wanted = title if name == "title" else getattr(draft.head, name)
        read_value = getattr(metadata, name).value or ""
        if fold(wanted) != fold(read_value):
            yield say(
                "{fact}: written “{text}”, read “{read}”.",
                fact=what,
                text=printed(wanted),
                read=printed(read_value),
            )
