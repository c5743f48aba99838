"""What the notes of a section demand, and of whom."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from jinque.extraction.criteria.found import Found, one_of
from jinque.extraction.criteria.holdings import read_holdings
from jinque.extraction.criteria.sentences import sentences
from jinque.model import Edition, Note, Post
from jinque.parameters.criteria_words import load_criteria_words
from jinque.text import fold

_LEAD = re.compile(r"^(?:特别说明|说明|备注|注)[:：]\s*")
_WHO = re.compile(r"^(?P<who>[^，,；。]*?)(?:均|都)?(?:必须|须|需|应|要)")
_ALL = re.compile(r"所有|全体|全部|各类|人才|人员|岗位")
_CLASS_SEGMENTS = 2
_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDemand:
    """A criterion of a note.

    Attributes:
        role: end of the names of the posts that it binds; empty where it binds the section.
    """

    found: Found
    clause: str
    note: Note
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Which demands bind a post, and of which that is not stated."""

    bound: tuple[NoteDemand, ...]
    unclear: tuple[NoteDemand, ...]


def read_notes(edition: Edition) -> tuple[NoteDemand, ...]:
    """Return the demands of all notes that bind a section."""
    return tuple(demand for note in edition.notes if note.section for demand in _read(note))


def reach(edition: Edition, demands: tuple[NoteDemand, ...], post: Post) -> Reach:
    """Tell which demands of notes bind a post."""
    bound, unclear = [], []
    for demand in demands:
        is_named = fold(post.name).endswith(fold(demand.role))
        if demand.note.text in post.notes:
            if is_named:
                bound.append(demand)
            elif not _is_other_role(post):
                unclear.append(demand)
        elif is_named and _is_of_class(edition, demand.note, post):
            unclear.append(demand)
    return Reach(bound=tuple(bound), unclear=tuple(unclear))


def _read(note: Note) -> Iterator[NoteDemand]:
    for sentence in sentences(note.text):
        clause = _LEAD.sub("", sentence.text)
        who = _WHO.match(clause)
        role = who["who"] if who else ""
        for found in read_holdings(clause):
            yield NoteDemand(
                found=found,
                clause=clause,
                note=note,
                role="" if _ALL.search(role) else role,
            )


def _is_other_role(post: Post) -> bool:
    others = one_of(load_criteria_words().other_roles)
    return bool(re.search(rf"(?:{others})", post.name))


def _is_of_class(edition: Edition, note: Note, post: Post) -> bool:
    """Tell whether the post's code lies in the class to which most rows of the note belong."""
    rows = [other for other in edition.posts if note.text in other.notes]
    classes = Counter(_class(other) for other in rows if other.code)
    most, count = classes.most_common(1)[0] if classes else ("", 0)
    return bool(post.code) and _class(post) == most and count > _HALF * len(rows)


def _class(post: Post) -> str:
    return "-".join((post.code or "").split("-")[:_CLASS_SEGMENTS])
