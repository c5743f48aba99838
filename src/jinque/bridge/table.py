"""The table of occupations and title series, as rows to look up by exact name."""

import re
from collections.abc import Mapping, Sequence

from jinque.bridge.nearness import near_names
from jinque.model import Classification, Edition, Kind, Level, Occupation, Post
from jinque.model.title_table import NearCode, TableRow, TitleSeries
from jinque.parameters import load_vocabulary
from jinque.text import fold

_SPECIALITY = re.compile(r"(?P<name>[^（(]+)[（(](?P<speciality>[^）)]+)[）)]")


def read_table(
    edition: Edition, *, group_ending: str, classification: Classification | None
) -> dict[str, TableRow]:
    """Return the mappings of an edition by folded name, in printed order.

    Args:
        edition: the one with the table.
        group_ending: what ends the name of a row that describes persons; empty for none.
        classification: where to look for entries of the same name; None for nowhere.
    """
    entries = _entries(classification)
    posts = [post for post in edition.posts if post.kind is Kind.TITLE_MAPPING]
    return {fold(post.name): _row(post, group_ending, entries) for post in posts}


def _row(post: Post, group_ending: str, entries: Mapping[str, Sequence[Occupation]]) -> TableRow:
    printed = next((cell.text for cell in post.cells if cell.role == "series"), "")
    is_group = bool(group_ending) and post.name.endswith(group_ending)
    same = entries.get(fold(post.name), ())
    return TableRow(
        post_id=post.id,
        serial=post.serial,
        name=post.name,
        series=read_series(printed) if printed else (),
        printed=printed,
        is_group=is_group,
        codes=tuple(entry.code for entry in same),
        near_codes=() if same or is_group else _near_codes(post.name, entries),
        citation=post.citation,
    )


def read_series(printed: str) -> tuple[TitleSeries, ...]:
    """Read the alternatives of a cell: `工程技术或实验技术`, `工艺美术（工业设计）`."""
    return tuple(map(_series, printed.split(load_vocabulary().series_separator)))


def _series(printed: str) -> TitleSeries:
    found = _SPECIALITY.fullmatch(printed)
    if not found:
        return TitleSeries(name=printed)
    return TitleSeries(name=found["name"], speciality=found["speciality"])


def _entries(classification: Classification | None) -> dict[str, list[Occupation]]:
    """List the occupations and work types of each folded name."""
    entries: dict[str, list[Occupation]] = {}
    for entry in classification.by_code.values() if classification else ():
        if entry.level in (Level.OCCUPATION, Level.WORK_TYPE):
            entries.setdefault(fold(entry.name), []).append(entry)
    return entries


def _near_codes(name: str, entries: Mapping[str, Sequence[Occupation]]) -> tuple[NearCode, ...]:
    return tuple(
        NearCode(code=entry.code, name=entry.name, reason=reason)
        for near, reason in near_names(name, entries)
        for entry in entries[near]
    )
