"""Heading and cells weighed together: which column is what, each role given once.

Which roles a column may have, each with how surely and why.

The rules and their numbers are in docs/explanation/columns.md.

The header rows of a part, found before its rows are read, and what stands below each.

Equal header rows name the same columns wherever they are printed, so that a table over many pages
is judged by the cells of all of them, up to `_ENOUGH_ROWS`.

What the cells of a column say of its role, whatever its heading says.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import pairwise

from jinque.classification import entries_formerly_named, entries_named
from jinque.extraction.columns.naming import (
    Column,
    Named,
    Naming,
    is_code,
    is_dash,
    is_demand,
    is_shortage,
    key,
    looks_like,
    named_roles,
    read_header,
    read_serial,
)
from jinque.extraction.columns.wording import (
    by_cells,
    by_heading,
    left_over,
    like_another,
    settled_as_none,
    taken,
    unknown,
)
from jinque.extraction.rows import is_aside, is_furniture
from jinque.locale import Sentence, say
from jinque.model import Block, Cell, Row, Table
from jinque.parameters import CellWords, load_vocabulary
from jinque.text import drop_blanks, fold

_ANY_NUMBER = re.compile(r"\d+(?:\.\d+)?%?")
_SHORT_LABEL = re.compile(r"[^#=。；，、！？][^。；！？]{0,11}")
_SMALL_DECIMAL = re.compile(r"0?\.\d+|1\.0+")
_PAY = re.compile(
    r"\d+(?:\.\d+)?(?:万元?|[kK])?(?:[-~–—至到]\d+(?:\.\d+)?)?(?:万元?|[kK])?(?:/年|以上)?"
)
_PAY_UNIT = re.compile(r"万|[kK]")
_LONGEST_LOOK = 200
STRICT = ("code", "shortage", "index", "serial", "pay")
"""Roles whose cells all have one look: cells of another look contradict them."""


def share_of(role: str, texts: Sequence[str]) -> float | None:
    """Return the share of cells that look like those of a role, 0 to 1.

    Args:
        role: a role of the vocabulary.
        texts: cells of one column in printed order.

    Returns:
        None where nothing can be said: no cell prints anything but a dash, or the role has no
        look.
    """
    filled = [text for text in map(drop_blanks, texts) if text and not is_dash(text)]
    look = _LOOKS.get(role)
    if not filled or look is None:
        return None
    if role == "serial":
        return _running(filled)
    return sum(look(text) for text in filled) / len(filled)


def alone_share_of(role: str, texts: Sequence[str]) -> float:
    """Return the share that counts where no heading helps: only what no other column prints."""
    look = _ALONE.get(role)
    if look is None:
        return share_of(role, texts) or 0.0
    filled = [text for text in map(drop_blanks, texts) if text and not is_dash(text)]
    return sum(look(text) for text in filled) / len(filled) if filled else 0.0


def has_look(role: str, text: str) -> bool:
    """Tell whether one cell has the look of a role."""
    look = _LOOKS.get(role)
    return look is not None and look(drop_blanks(text))


def _running(texts: Sequence[str]) -> float:
    """Return the share of numbers that are one more than the number before, or begin anew."""
    if not all(looks_like("serial", text) for text in texts):
        return sum(bool(looks_like("serial", text)) for text in texts) / len(texts) / 2
    numbers = [number for text in texts if (number := read_serial(text)) is not None]
    steps = [after in (before + 1, 1) and after != before for before, after in pairwise(numbers)]
    return sum(steps) / len(steps) if steps else float(numbers[0] == 1)


def _has_words(role: str) -> Callable[[str], bool]:
    return lambda text: _tells(load_vocabulary().cell_words[role], text)


def _tells(words: CellWords, text: str) -> bool:
    return len(text) <= words.longest and (
        text.startswith(words.begins)
        or text.endswith(words.ends)
        or any(word in text[:_LONGEST_LOOK] for word in words.contains)
    )


def _is_name(text: str) -> bool:
    words = load_vocabulary().cell_words["name"]
    if len(text) > words.longest:
        return False
    bare = re.sub(r"[（(].*?[）)]|[A-Z/、]+$", "", text)
    is_listed = bool(entries_named(text) or entries_formerly_named(text))
    return is_listed or _tells(words, bare)


_LOOKS: dict[str, Callable[[str], bool]] = {
    "serial": lambda text: bool(looks_like("serial", text)),
    "code": is_code,
    "index": lambda text: bool(_ANY_NUMBER.fullmatch(fold(text))),
    "shortage": lambda text: bool(_SHORT_LABEL.fullmatch(text)) and not is_code(text),
    "requirements": lambda text: bool(looks_like("requirements", text)),
    "pay": lambda text: bool(_PAY.fullmatch(text)),
    "name": _is_name,
    "education": _has_words("education"),
    "experience": _has_words("experience"),
    "ability": _has_words("ability"),
    "description": _has_words("description"),
    "industry": _has_words("industry"),
}
"""Role -> what a cell of it looks like."""

_ALONE: dict[str, Callable[[str], bool]] = {
    "index": lambda text: bool(_SMALL_DECIMAL.fullmatch(text)),
    "shortage": is_shortage,
    "pay": lambda text: bool(_PAY.fullmatch(text) and _PAY_UNIT.search(text)),
}
"""Roles whose look other columns share, and what only they print."""


SURE = 0.75
"""Confidence from which a role is not asked about."""
LEAST = 0.4
"""Confidence from which a heading that merely holds a known one is believed."""

_AGREES = 0.5
_OTHER_LOOK = 0.8
_ENOUGH_CELLS = 5
_ENOUGH_UNMISTAKABLE = 2
_UNMISTAKABLE = ("code", "shortage", "requirements")
_SHARED_HEADING = 0.7
_PROPOSED = 0.3
_MARGIN = 0.2


class Rank(IntEnum):
    """What a claim rests on, the strongest last."""

    CELLS = 0
    HEADING = 1
    SETTLED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A role that a column may have.

    Attributes:
        column: position in its table.
        is_safe: may be given without asking first.
    """

    column: int
    role: str
    confidence: float
    reasons: tuple[Sentence, ...]
    rank: Rank
    is_safe: bool


def claims_of(
    column: int, heading: str, texts: Sequence[str], settled: Mapping[str, str | None]
) -> tuple[Claim, ...]:
    """Return the roles that heading and cells speak for, the likeliest first.

    Args:
        column: position in its table.
        heading: as printed.
        texts: cells below it in printed order.
        settled: key of a heading -> role that a person gave it.
    """
    named = named_roles(heading, settled)
    by_heading = [_named(column, heading, one, texts, len(named)) for one in named]
    if any(one.how is Naming.SETTLED for one in named):
        return tuple(by_heading)
    roles = {claim.role for claim in by_heading}
    by_cells = [claim for claim in _told(column, texts) if claim.role not in roles]
    return tuple(sorted([*by_heading, *by_cells], key=lambda claim: -claim.confidence))


def _named(column: int, heading: str, named: Named, texts: Sequence[str], roles: int) -> Claim:
    """Weigh what a heading says against what the cells say."""
    role, base = named.role, named.how.value * (1 if roles == 1 else _SHARED_HEADING)
    share, other = share_of(role, texts), _other_look(role, texts)
    reasons = [by_heading(named, heading)]
    if share is not None:
        reasons.append(by_cells(role, share, len(texts)))
    if other:
        reasons.append(like_another(other))
    is_against = bool(other) or (role in STRICT and share is not None and share < _AGREES)
    confidence = base
    if named.how is not Naming.SETTLED and is_against:
        confidence = base * (_AGREES + (share or 0) * (not other))
    elif share is not None and share >= _AGREES:
        confidence = 1 - (1 - base) * (1 - load_vocabulary().cell_weights[role] * share)
    return Claim(
        column=column,
        role=role,
        confidence=confidence,
        reasons=tuple(reasons),
        rank=Rank.SETTLED if named.how is Naming.SETTLED else Rank.HEADING,
        is_safe=named.how is not Naming.CONTAINED or (confidence >= LEAST and roles == 1),
    )


def _told(column: int, texts: Sequence[str]) -> Iterator[Claim]:
    """Yield what the cells say by themselves; it is safe where no other role comes near."""
    weights = load_vocabulary().cell_weights
    shares = {role: alone_share_of(role, texts) for role in weights}
    weighed = {role: _weight(role, len(texts)) * share for role, share in shares.items()}
    best, second, *_ = sorted(weighed.values(), reverse=True)
    for role, confidence in weighed.items():
        if confidence >= _PROPOSED:
            yield Claim(
                column=column,
                role=role,
                confidence=confidence,
                reasons=(by_cells(role, shares[role], len(texts)),),
                rank=Rank.CELLS,
                is_safe=confidence == best >= max(SURE, second + _MARGIN),
            )


def _weight(role: str, cells: int) -> float:
    """Return how much cells tell by themselves; a few tell less, but for codes and labels."""
    enough = _ENOUGH_UNMISTAKABLE if role in _UNMISTAKABLE else _ENOUGH_CELLS
    return load_vocabulary().cell_weights[role] * min(1, cells / enough)


def _other_look(role: str, texts: Sequence[str]) -> str | None:
    """Return the strict role, another one, that most cells look like."""
    shares = ((one, alone_share_of(one, texts)) for one in STRICT if one != role)
    best, share = max(shares, key=lambda entry: entry[1])
    is_other = share >= _OTHER_LOOK and (share_of(role, texts) or 0) < share
    return best if is_other else None


_LEFT_OVER = 0.6
"""Confidence of a name found because no other column can hold names."""

_MOST_SURE = 0.99
_LONGEST_NAME = 30
_LEAST_DISTINCT = 0.6
_LEAST_GIVEN = 2
_STRICT_LOOK = 0.5

Settled = Mapping[str, str | None]
"""Key of a heading -> the role that a person gave it, None for no meaning."""


def judge(
    header: Sequence[Cell], cells: Sequence[Sequence[str]], settled: Settled
) -> tuple[Column, ...]:
    """Return the columns below a header row.

    Args:
        header: the header row.
        cells: for each column, filled cells below it in printed order.
        settled: what a person said of headings.
    """
    headings = [drop_blanks(cell.text) for cell in header]
    claims = [
        claim
        for place, (heading, texts) in enumerate(zip(headings, cells, strict=True))
        for claim in claims_of(place, heading, texts, settled)
    ]
    given = _give(claims, [len(set(texts)) for texts in cells])
    name = _left_over(given, headings, cells, settled)
    if name:
        given[name.column] = name
    for place, heading in enumerate(headings):
        if place not in given and key(heading) not in settled and _demands(place, heading, claims):
            given[place] = _unread(place, heading)
    return tuple(
        _column(place, cell, claims, given, headings, settled) for place, cell in enumerate(header)
    )


_UNREAD = 0.5
"""Confidence of a demand that is kept unread."""


def _demands(place: int, heading: str, claims: Sequence[Claim]) -> bool:
    """Tell whether a column without a role demands something: by its words, or its likely roles."""
    roles = load_vocabulary().demand_roles
    own = (one for one in claims if one.column == place and one.rank is Rank.HEADING)
    return is_demand(heading) or any(one.role in roles for one in own)


def _unread(place: int, heading: str) -> Claim:
    words = say("“{heading}” seems to demand something", heading=heading)
    return Claim(
        column=place,
        role="evidence",
        confidence=_UNREAD,
        reasons=(words,),
        rank=Rank.HEADING,
        is_safe=True,
    )


_MANY = {"evidence", "benefit", "shortage_mark"}
"""Roles that several columns of a table may have."""


def _give(claims: Sequence[Claim], varied: Sequence[int]) -> dict[int, Claim]:
    """Give each role once: to what a person settled, to headings, to cells; then from the left.

    Of two columns of industries that which tells more of them apart is the industry.

    Args:
        claims: of all columns.
        varied: how many different words each column has.
    """

    def first(claim: Claim) -> tuple[float, ...]:
        is_level = claim.role == "industry" and claim.rank is Rank.HEADING
        fit = (1.0, varied[claim.column]) if is_level else (round(claim.confidence, 1), 0)
        return (-claim.rank, -fit[0], -fit[1], claim.column)

    given: dict[int, Claim] = {}
    taken: set[str] = set()
    for claim in sorted(claims, key=first):
        if claim.is_safe and claim.column not in given and claim.role not in taken:
            given[claim.column] = claim
            taken.add(claim.role)
            taken -= _MANY
    return given


def _left_over(
    given: Mapping[int, Claim],
    headings: Sequence[str],
    cells: Sequence[Sequence[str]],
    settled: Settled,
) -> Claim | None:
    """Return the only column that can hold the names, where none does so far."""
    roles = {claim.role for claim in given.values()}
    if "name" in roles or len(roles) < _LEAST_GIVEN:
        return None
    possible = [
        place
        for place, (heading, texts) in enumerate(zip(headings, cells, strict=True))
        if place not in given and key(heading) not in settled and _may_be_names(texts)
    ]
    if len(possible) != 1:
        return None
    return Claim(
        column=possible[0],
        role="name",
        confidence=_LEFT_OVER,
        reasons=(left_over(),),
        rank=Rank.CELLS,
        is_safe=True,
    )


def _may_be_names(texts: Sequence[str]) -> bool:
    """Tell whether cells are short, mostly different words and no numbers or codes."""
    is_short = bool(texts) and max(map(len, texts)) <= _LONGEST_NAME
    is_varied = len(set(texts)) >= _LEAST_DISTINCT * len(texts)
    return (
        is_short
        and is_varied
        and all(
            alone_share_of(role, texts) < _STRICT_LOOK
            for role in (*STRICT, "education", "experience")
        )
    )


def _shown(claim: Claim) -> float:
    """Return a confidence in hundredths; only what a person settled is certain."""
    return 1.0 if claim.rank is Rank.SETTLED else min(_MOST_SURE, round(claim.confidence, 2))


def _column(
    place: int,
    cell: Cell,
    claims: Sequence[Claim],
    given: Mapping[int, Claim],
    headings: Sequence[str],
    settled: Settled,
) -> Column:
    own = [claim for claim in claims if claim.column == place]
    held = given.get(place)
    proposals = [claim.role for claim in own if held is None or claim.role != held.role]
    is_settled = key(headings[place]) in settled
    holders = {claim.role: headings[claim.column] for claim in given.values()}
    nothing = settled_as_none() if is_settled else unknown()
    return Column(
        heading=headings[place],
        role=held.role if held else None,
        confidence=_shown(held) if held else 0.0,
        reasons=held.reasons if held else tuple(_why_none(own, holders)) or (nothing,),
        proposals=tuple(proposals),
        span=cell.span,
        is_settled=is_settled,
    )


def _why_none(claims: Sequence[Claim], holders: Mapping[str, str]) -> Iterator[Sentence]:
    """Yield what speaks for roles that were not given, and which columns have them instead."""
    for claim in claims:
        yield from claim.reasons
    for claim in claims:
        if claim.role in holders:
            yield taken(claim.role, holders[claim.role])


_ENOUGH_ROWS = 400
_LEAST_ROWS = 2
_LEAST_ROLES = 2
_LONGEST_LABEL = 25
_SENTENCE_MARKS = "。；，！？"
_NO_LABELS = tuple(role for role in STRICT if role != "shortage")
"""Roles whose cells no heading looks like; 紧缺 is a label of a scale and a heading as well."""
_PLAIN_NAMINGS = (Naming.SETTLED, Naming.SYNONYM, Naming.DECORATED)


@dataclass(slots=True)
class _Group:
    """A header row and cells from below it, and from below its repetitions."""

    header: Row
    rows: int = 0
    cells: list[list[str]] = field(default_factory=list)
    columns: tuple[Column, ...] = ()

    def __post_init__(self) -> None:
        self.cells = [[] for _ in self.header.cells]

    def take(self, row: Row) -> None:
        """Look at a body row of as many cells."""
        if self.rows >= _ENOUGH_ROWS or len(row.cells) != len(self.cells):
            return
        texts = [cell.text for cell in row.cells]
        if is_furniture(texts, [cell.text for cell in self.header.cells]) or is_aside(texts):
            return
        self.rows += 1
        for cell, below in zip(row.cells, self.cells, strict=True):
            if cell.text and not (cell.is_carried_down or cell.is_carried_across):
                below.append(drop_blanks(cell.text))

    def judged(self, settled: Settled) -> tuple[Column, ...]:
        """Return the columns; judged once."""
        if not self.columns:
            self.columns = judge(self.header.cells, self.cells, settled)
        return self.columns


class Survey:
    """Which rows of a part are header rows, and what each of their columns is.

    A row of known headings is one anywhere. The first row of a table is one, too, where its
    cells are labels and its columns are recognised without it, by the cells below.
    """

    def __init__(self, blocks: Iterable[Block], settled: Settled) -> None:
        self._settled = settled
        self._groups: dict[tuple[str, ...], _Group] = {}
        self._headers: dict[int, _Group] = {}
        self._current: _Group | None = None
        for block in blocks:
            if isinstance(block, Table):
                self._table(block.rows)

    def header(self, row: Row) -> tuple[Column, ...] | None:
        """Return the columns that a row names; None for a body row."""
        group = self._headers.get(row.span.start)
        return group.judged(self._settled) if group else None

    def _table(self, rows: Sequence[Row]) -> None:
        first = self._unknown_header(rows)
        for row in rows:
            if row is first or read_header(row):
                self._current = self._group(row)
                self._headers[row.span.start] = self._current
            elif self._current:
                self._current.take(row)

    def _group(self, row: Row) -> _Group:
        return self._groups.setdefault(tuple(key(cell.text) for cell in row.cells), _Group(row))

    def _unknown_header(self, rows: Sequence[Row]) -> Row | None:
        """Return the first row of a table where it is a header that few headings tell."""
        first = rows[0]
        if not _is_labels(first) or read_header(first):
            return None
        group = _Group(first)
        for row in rows[1 : _ENOUGH_ROWS + 1]:
            if read_header(row):
                break
            group.take(row)
        columns = group.judged(self._settled)
        roles = {column.role for column in columns} - {None}
        if group.rows < _LEAST_ROWS or "name" not in roles or len(roles) < _LEAST_ROLES:
            return None
        known = [_is_known(cell.text, self._settled) for cell in first.cells]
        may_go_on = self._current is not None and len(self._current.cells) == len(columns)
        if may_go_on and not any(known):
            return None
        told = [one for one, is_known in zip(columns, known, strict=True) if not is_known]
        return None if _is_body(told) else first


def _is_body(columns: Sequence[Column]) -> bool:
    """Tell whether half of what should be unknown headings are cells like those below them."""
    told = [column for column in columns if column.role]
    alike = sum(has_look(column.role or "", column.heading) for column in told)
    return bool(alike) and 2 * alike >= len(told)


def _is_labels(row: Row) -> bool:
    """Tell whether all cells of a row are short words, each another, none a number or code."""
    texts = [drop_blanks(cell.text) for cell in row.cells]
    if len(texts) < _LEAST_ROLES or len(set(texts)) < len(texts):
        return False
    return all(
        text
        and len(text) <= _LONGEST_LABEL
        and not any(mark in text for mark in _SENTENCE_MARKS)
        and not any(has_look(role, text) for role in _NO_LABELS)
        for text in texts
    )


def _is_known(heading: str, settled: Settled) -> bool:
    """Tell whether a heading is in the vocabulary, or settled by a person."""
    return any(named.how in _PLAIN_NAMINGS for named in named_roles(heading, settled))
