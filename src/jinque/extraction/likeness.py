"""Whether a table looks like posts, by what its columns hold.

A table is judged by the cells of all its rows: how many names are like occupations, how many other
columns hold what only posts have, how many names cannot be names. What falls below `LEAST` becomes
no row; what kind of table it is instead is said where its headings tell.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from jinque.errors import NothingFoundError
from jinque.extraction.columns import Column, position, read_header
from jinque.extraction.columns.judging import has_look, share_of
from jinque.extraction.columns.naming import exact_role, is_code
from jinque.extraction.outline import is_carried
from jinque.extraction.tables import TableSection
from jinque.locale import Sentence, say, sentences
from jinque.model import Document, Row, Table
from jinque.parameters import load_vocabulary
from jinque.parameters.reading import load_reading_words
from jinque.text import drop_blanks, fold

LEAST = 0.5
"""Confidence from which the rows of a table are posts."""

_PLAIN = 0.6
_DOUBTFUL = 0.3
_TELLING = ("code", "shortage", "index", "education", "experience", "ability", "requirements")
_HALF = 0.5
_LEAST_FILLED = 0.4
_LONGEST_NAME = 40
_LEAST_COLUMNS = 3
_NO_NAME_MARKS = "。；！？，："
_ENOUGH = 400


@dataclass(slots=True, kw_only=True)
class Unlike:
    """Tables with the same headings that are no list of posts.

    Attributes:
        kind: name of the kind in the vocabulary; None where no kind is known.
        confidence: how much they look like posts, 0 to 1.
        sections: their rows.
    """

    kind: str | None
    confidence: float
    sections: list[TableSection] = field(default_factory=list)

    @property
    def rows(self) -> int:
        """How many rows they have."""
        return sum(len(section.rows) for section in self.sections)

    @property
    def name(self) -> Sentence:
        """What the kind is called."""
        words = load_reading_words().table_kinds.get(self.kind or "")
        return words.name if words else say("another table")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The tables of a part, parted.

    Attributes:
        posts: those whose rows are posts, in printed order.
        confidence: of the least sure of them; 1 where there is none.
    """

    posts: list[TableSection]
    unlike: tuple[Unlike, ...]
    confidence: float = 1.0


def part_tables(sections: Sequence[TableSection], settled: Mapping[str, str | None]) -> Judged:
    """Part the tables that list posts from others; equal headings are judged together.

    Args:
        sections: joined tables.
        settled: what a person said of headings; who named the column of names has judged.
    """
    groups: dict[tuple[str, ...], Unlike] = {}
    for section in sections:
        key = tuple(column.heading for column in section.columns)
        group = groups.setdefault(key, Unlike(kind=None, confidence=0))
        group.sections.append(section)
    is_settled = "name" in settled.values()
    for group in groups.values():
        group.kind = None if is_settled else _kind(group.sections[0].columns)
        group.confidence = 1.0 if is_settled else _confidence(group.sections)
    unlike = tuple(one for one in groups.values() if one.kind or one.confidence < LEAST)
    left = {id(section) for group in unlike for section in group.sections}
    sure = [group.confidence for group in groups.values() if group not in unlike]
    return Judged(
        posts=[section for section in sections if id(section) not in left],
        unlike=unlike,
        confidence=min(sure, default=1.0),
    )


def _kind(columns: Sequence[Column]) -> str | None:
    if {"shortage", "index"} & {column.role for column in columns}:
        return None
    headings = [fold(column.heading) for column in columns]
    for name, words in load_reading_words().table_kinds.items():
        marks = [fold(word) for word in words.headings]
        if sum(any(mark in heading for mark in marks) for heading in headings) >= words.least:
            return name
    return None


def _confidence(sections: Sequence[TableSection]) -> float:
    """Return how much the rows look like posts, 0 to 1."""
    columns = sections[0].columns
    if position(columns, "series") is not None:
        return 1.0
    texts = _texts(sections)
    names = texts.get(position(columns, "name") or 0, [])
    if not names:
        return 0.0
    headings = {fold(column.heading) for column in columns}
    fit = max(_share_of_names(one) for one in texts.values())
    odd = sum(_is_odd(name, headings) for name in names) / len(names)
    is_plain = exact_role(columns[position(columns, "name") or 0].heading) == "name"
    doubt = 1 - max(0.9 * fit, _PLAIN if is_plain else _DOUBTFUL)
    for place, column in enumerate(columns):
        if column.role in _TELLING and place in texts:
            share = share_of(column.role, texts[place]) or 0.0
            doubt *= 1 - _HALF * load_vocabulary().cell_weights[column.role] * share
    filled = sum(map(len, texts.values())) / (len(columns) * len(names))
    is_thin = len(columns) >= _LEAST_COLUMNS and filled < _LEAST_FILLED
    return (1 - doubt) * (1 - odd) ** 2 * (_HALF if is_thin else 1)


def _share_of_names(texts: Sequence[str]) -> float:
    """Return the share of cells that are like names; of any column, for headings may be swapped."""
    return sum(has_look("name", text) for text in texts) / len(texts)


def _texts(sections: Iterable[TableSection]) -> dict[int, list[str]]:
    """Return the filled cells of each column, merged ones at every place."""
    texts: dict[int, list[str]] = {}
    for section in sections:
        for numbered in section.rows[:_ENOUGH]:
            for place, cell in enumerate(numbered.row.cells):
                if cell and cell.text:
                    texts.setdefault(place, []).append(drop_blanks(cell.text))
    return texts


def _is_odd(name: str, headings: set[str]) -> bool:
    """Tell whether words cannot be a name: a sentence, a number, a heading."""
    has_letters = any(character.isalpha() for character in name) or is_code(name)
    is_sentence = any(mark in name for mark in _NO_NAME_MARKS)
    is_heading = fold(name) in headings or exact_role(name) is not None
    return not has_letters or is_sentence or len(name) > _LONGEST_NAME or is_heading


def no_posts(unlike: Sequence[Unlike], where: str) -> NothingFoundError:
    """Return the error for a file whose tables are no lists of posts; it says what they are."""
    first = unlike[0]
    headings = (column.heading for column in first.sections[0].columns)
    shown = _UNPRINTABLE.sub("", "、".join(headings))
    what = first.name
    message = (
        say("looks like {name}", name=what)
        if first.kind
        else say(
            "does not look like a list of posts ({confidence:.0%} sure)",
            confidence=first.confidence,
        )
    )
    return NothingFoundError(
        say(
            "The table in the file {message}, not a catalogue of posts; nothing was read. "
            "Its headings are “{shown}”.",
            shown=shown,
            message=message,
        ),
        where=where,
        hint=say(
            "A catalogue has a column of names of posts, and prints shortage or "
            "requirements. If this is one, see docs/how-to/read-a-catalogue.md for its "
            "headings."
        ),
    )


_MOST_SHOWN, _LONGEST_SHOWN = 12, 20
_MOST_REASONS = 2
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f\ufffd]")


def nothing_found(document: Document, where: str) -> NothingFoundError:
    """Return the error for a file of which nothing was read; it shows the row that says most."""
    rows = [row for one in document.blocks if isinstance(one, Table) for row in one.rows]
    reasons = [notice.message for notice in document.notices[:_MOST_REASONS]]
    header = next((row for row in rows if _names(row)), None)
    if not rows:
        told = say("No table, list or clause of a catalogue was found in the file.")
        hint = say("A table needs a header row (such as 序号, 岗位名称); keep its tabs on export.")
    elif header is not None:
        told = say(
            "The table with the headings “{shown}” has no row below them with a name of a post.",
            shown=_shown(header),
        )
        hint = say(
            "Fill in the names; one that is a picture, or a formula without a stored result, is "
            "not read."
        )
    else:
        told = say(
            "The file has a table, but no column of it is known to hold names of posts; it "
            "begins “{shown}”.",
            shown=_shown(next((row for row in rows if len(_own(row)) > 1), rows[0])),
        )
        hint = say("The first row should be headings, one of them 岗位名称 or 职业名称; rename it.")
    return NothingFoundError(sentences((told, *reasons)), where=where, hint=hint)


def _names(row: Row) -> bool:
    columns = read_header(row)
    return columns is not None and position(columns, "name") is not None


def _own(row: Row) -> list[str]:
    """Return the words of the cells that begin in a row, without what nobody can read."""
    texts = (cell.text for cell in row.cells if not is_carried(cell))
    words = (_UNPRINTABLE.sub("", drop_blanks(text)) for text in texts)
    return [word for word in words if word]


def _shown(row: Row) -> str:
    return "、".join(word[:_LONGEST_SHOWN] for word in _own(row)[:_MOST_SHOWN])
