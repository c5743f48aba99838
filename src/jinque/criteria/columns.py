"""A block of people as columns: codes of distinct values; lists as entries with their rows.

An evaluator of columns has no meaning of its own: it finds the distinct cases that a criterion can
tell apart, asks the judge of one person about each, and spreads the answers over the rows.

A block of people with what several criteria look at, worked out once.

Lists in columns: for each distinct list the sorts of entry in it.

Sorts of entry: entries that the judge cannot tell apart are of one sort.

Asks about each distinct case once and spreads the answers over the rows.

Years of work in columns: days of all rows at once, times that overlap counted once.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jinque.criteria.careers import DAYS_OF_YEAR, LEAP_EVERY, first_day
from jinque.criteria.judge import judge
from jinque.criteria.judgement import add_years, full_years
from jinque.model.criterion import Criterion
from jinque.model.person import Education, Fact, LanguageHeld, Outcome, Person, Title, WorkSpell

NOT_MET, UNKNOWN, MET = range(3)
"""An outcome in a column of states."""

OUTCOMES = (Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.MET)
"""State -> outcome."""

ColumnStates = NDArray[np.uint8]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """Values of a column.

    Attributes:
        codes: places in `distinct`.
        distinct: each once; None where nobody gave the fact.
    """

    codes: Whole
    distinct: tuple[Hashable, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A fact that is a list.

    Attributes:
        given: for each row whether there is a list; an empty one is one.
        is_open: for each row whether the list may lack some.
        rows: row of each entry, ascending.
        fields: field of an entry -> its values; names without fields stand under `name`.
    """

    given: Flags
    is_open: Flags
    rows: Whole
    fields: Mapping[str, Values]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleColumns:
    """A block of people.

    Attributes:
        count: of the people.
        scalars: field of `Person` -> values.
        lists: field of `Person` -> entries; those of `work` by row and first day.
        begun: of each entry of `work`, the first day by its ordinal (1 is 1 January of year 1).
        ended: the last day; `STILL` while it goes on.
        person: the person of a row.
    """

    count: int
    scalars: Mapping[str, Values]
    lists: Mapping[str, Entries]
    begun: Whole
    ended: Whole
    person: Callable[[int], Person]


STILL = int(np.iinfo(np.int64).max)
"""End of a time of work that goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that a criterion looks at, as a small whole number for each row.

    Attributes:
        keys: for each row, or for each distinct case where `rows` is given.
        rows: for each row which case it is.
        bits: how many hold every key.
        facts: a key -> fields of a person who has it.
    """

    keys: Whole
    rows: Whole | None
    bits: int
    facts: Callable[[int], dict[str, Any]]


_BITS_OF_A_TABLE = 16
_BITS_OF_A_KEY = 62
_STATES = {outcome: state for state, outcome in enumerate(OUTCOMES)}


def state_of(criterion: Criterion, person: Person, on: date) -> int:
    """Return what the judge of one person says, as a state."""
    return _STATES[judge(criterion, person, on).outcome]


def spread(keys: Whole, bits: int, answer: Callable[[int], int]) -> ColumnStates:
    """Return the answer for each row, asking about each distinct key once."""
    if bits > _BITS_OF_A_TABLE:
        present, places = np.unique(keys, return_inverse=True)
        found: ColumnStates = np.array([answer(int(key)) for key in present], np.uint8)[places]
        return found
    table = np.zeros(1 << bits, np.uint8)
    for key in np.flatnonzero(np.bincount(keys, minlength=1 << bits)):
        table[key] = answer(int(key))
    return table[keys]


def join(parts: Sequence[Part], count: int) -> tuple[Whole, int]:
    """Join the keys of several parts into one for each row.

    Raises:
        OverflowError: they need more than 62 bits.
    """
    keys, bits = np.zeros(count, np.int64), 0
    for part in parts:
        own = part.keys if part.rows is None else part.keys[part.rows]
        keys, bits = (keys << part.bits) | own, bits + part.bits
    if bits > _BITS_OF_A_KEY:
        raise OverflowError(f"a key of {bits} bits")
    return keys, bits


def split(parts: Sequence[Part], key: int) -> tuple[int, ...]:
    """Return the keys of the parts that a joined key is made of."""
    found = []
    for part in reversed(parts):
        found.append(key & ((1 << part.bits) - 1))
        key >>= part.bits
    return tuple(reversed(found))


def facts_of(parts: Sequence[Part], case: Sequence[int]) -> dict[str, Any]:
    """Return fields of a person who has the keys of a case; lists left open are united."""
    facts: dict[str, Any] = {}
    for part, key in zip(parts, case, strict=True):
        found = part.facts(key)
        leaves_open = facts.get("open_lists", frozenset()) | found.get("open_lists", frozenset())
        facts |= {**found, "open_lists": leaves_open}
    return facts


NAME = "name"
_FIRST_DAY = date.min

Entry = Any
Projected = tuple[Hashable, ...]
Sorting = Callable[[Projected], Hashable]
"""Tells of an entry, of which some fields are given, what sort it is to a criterion."""


@dataclass(frozen=True, slots=True)
class Look:
    """Where a criterion looks: a list of the person's and fields of its entries."""

    fact: Fact
    fields: tuple[str, ...] = (NAME,)

    def entry(self, values: Projected) -> Entry:
        """Return an entry with the given fields, the others being of no interest."""
        given: dict[str, Any] = dict(zip(self.fields, values, strict=True))
        if self.fields == (NAME,):
            return given[NAME]
        if self.fact is Fact.EDUCATIONS:
            return Education(**{"level": "", **given})
        if self.fact is Fact.WORK:
            return WorkSpell(**{"begun_on": _FIRST_DAY, **given})
        return LanguageHeld(**given) if self.fact is Fact.LANGUAGES else Title(**given)


def sorts_by_judge(criterion: Criterion, look: Look, on: date) -> Sorting:
    """Tell entries apart by what the judge says of a person who holds that one alone.

    It is asked of a list that is all and of one that may lack some: an entry that falls short is
    not one that has nothing to do with the demand. A list of names is asked name by name, so that
    one who holds two of them is not one who holds the same name twice.
    """
    asked = [*_name_by_name(criterion)]

    def sort(values: Projected) -> Hashable:
        held: dict[str, Any] = {look.fact: (look.entry(values),)}
        people = [Person(**held), Person(**held, open_lists=frozenset({look.fact}))]
        return tuple(state_of(each, person, on) for each in asked for person in people)

    return sort


def sorts_of_denied(criterion: Criterion, fact: Fact, on: date) -> Sorting:
    """Tell denied names apart by what the judge says of a person who denies that one alone."""
    asked = [*_name_by_name(criterion)]

    def sort(values: Projected) -> Hashable:
        denying: dict[str, Any] = {fact: (), "open_lists": frozenset({fact}), "denied": values}
        person = Person(**denying)
        return tuple(state_of(each, person, on) for each in asked)

    return sort


def _name_by_name(criterion: Criterion) -> Sequence[Criterion]:
    given: Any = criterion
    known = {each.name for each in fields_of(given)}
    if "are_all" not in known:
        return (criterion,)
    closed = {"is_open": False} if "is_open" in known else {}
    return [replace(given, names=(name,), are_all=True, **closed) for name in given.names]


class Sorts:
    """The sorts of entry met so far, each with a bit and the first entry that showed it."""

    def __init__(self, sorting: Sorting) -> None:
        self._sorting = sorting
        self._bits: dict[Projected, int] = {}
        self._places: dict[Hashable, int] = {}
        self.first: list[Projected] = []

    @property
    def met(self) -> int:
        """How many distinct entries there were."""
        return len(self._bits)

    def bit(self, values: Projected) -> int:
        """Return the number of the bit that stands for an entry's sort."""
        found = self._bits.get(values)
        if found is None:
            place = self._places.setdefault(self._sorting(values), len(self.first))
            if place == len(self.first):
                self.first.append(values)
            found = self._bits[values] = place
        return found

    def held(self, pattern: int) -> list[Projected]:
        """Return one entry for each bit."""
        return [values for place, values in enumerate(self.first) if pattern >> place & 1]


MOST_YEARS = 127
"""Years of work beyond which a table does not tell."""

_DAYS_OF_MOST = MOST_YEARS * 366


def days_by_row(people: PeopleColumns, counted: Flags | None, on: date) -> Whole:
    """Return each row's days of work, as many as give its years if they stand without a break.

    Work without a break up to the day keeps its days (`tenure.days_worked`); other work is given
    the days of its full years before the day (`tenure.worked_years`).

    Args:
        people: the block.
        counted: which entries of `work` count; None means all.
        on: the day.
    """
    rows, begun, ended = people.lists[Fact.WORK].rows, people.begun, people.ended
    if counted is not None:
        rows, begun, ended = rows[counted], begun[counted], ended[counted]
    last = on.toordinal()
    end = np.where(ended == STILL, last, np.minimum(ended, last) + (ended < last))
    # One running maximum serves all rows: each row lies above whatever the rows before reach.
    above = rows * (2 * date.max.toordinal())
    reached = np.maximum.accumulate(np.concatenate(([0], end + above)))[:-1]
    begin = np.maximum(begun + above, reached)
    days = np.maximum(end + above - begin, 0)
    total = np.bincount(rows, days, minlength=people.count).astype(np.int64)
    first = np.full(people.count, last, np.int64)
    np.minimum.at(first, rows, begun)
    return np.where(total == last - first, total, _unbroken(total, on))


def _unbroken(days: Whole, on: date) -> Whole:
    """Return the days before a day that have as many full years as some days of work can fill."""
    years = days // DAYS_OF_YEAR
    years -= DAYS_OF_YEAR * years + years // LEAP_EVERY > days
    spans = [(on - add_years(on, -count)).days for count in range(MOST_YEARS + 1)]
    return np.array(spans, np.int64)[np.minimum(years, MOST_YEARS)]


def years_of(days: Whole, on: date) -> Whole:
    """Return the full years of some days of work; 127 stands for more as well."""
    return _table_of_years(on)[np.minimum(days, _DAYS_OF_MOST)]


@lru_cache(maxsize=8)
def _table_of_years(on: date) -> Whole:
    most = min(_DAYS_OF_MOST, on.toordinal() - 1)
    years = [full_years(first_day(days, on), on) for days in range(most + 1)]
    years += [MOST_YEARS] * (_DAYS_OF_MOST - most)
    return np.minimum(np.array(years, np.int64), MOST_YEARS)


MISSING, CLOSED, OPEN = range(3)
"""Whether there is a list, and whether it may lack some."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DistinctLists:
    """The distinct lists among the rows of a block, their entries by some fields alone.

    Attributes:
        codes: for each row which list it has.
        status: of each list, see `MISSING`.
        owners: for each entry of the lists whose it is, ascending.
        places: for each entry which of `values` it is.
        values: each once.
    """

    codes: Whole
    status: Whole
    owners: Whole
    places: Whole
    values: list[Projected]


class Block:
    """A block as of a day.

    Args:
        people: the block.
        on: the day.
    """

    def __init__(self, people: PeopleColumns, on: date) -> None:
        self.people, self._on = people, on
        self._projected: dict[tuple[str, Sequence[str]], tuple[Whole, list[Projected]]] = {}
        self._lists: dict[tuple[str, Sequence[str]], DistinctLists] = {}

    @cached_property
    def days(self) -> Whole:
        """Days of all work."""
        return days_by_row(self.people, None, self._on)

    @cached_property
    def years(self) -> Whole:
        """Full years of all work."""
        return years_of(self.days, self._on)

    @cached_property
    def work_status(self) -> Whole:
        """Status of each row's work."""
        return _status(self.people.lists[Fact.WORK])

    def projected(self, fact: str, fields: tuple[str, ...]) -> tuple[Whole, list[Projected]]:
        """Return which combination of fields each entry of a list is, and the combinations."""
        key = (fact, fields)
        if key not in self._projected:
            self._projected[key] = _project(self.people.lists[fact], fields)
        return self._projected[key]

    def lists(self, fact: str, fields: tuple[str, ...]) -> DistinctLists:
        """Return the distinct lists of a fact."""
        key = (fact, fields)
        if key not in self._lists:
            places, values = self.projected(fact, fields)
            self._lists[key] = _distinct(self.people.lists[fact], places, values)
        return self._lists[key]


def _project(entries: Entries, fields: Sequence[str]) -> tuple[Whole, list[Projected]]:
    codes = np.zeros(len(entries.rows), np.int64)
    for name in fields:
        values = entries.fields[name]
        codes = codes * len(values.distinct) + values.codes
    if len(fields) == 1:
        return codes, [(value,) for value in entries.fields[fields[0]].distinct]
    present, places = np.unique(codes, return_inverse=True)
    return places.astype(np.int64), [_decode(entries, fields, int(code)) for code in present]


def _decode(entries: Entries, fields: Sequence[str], code: int) -> Projected:
    values: list[Hashable] = []
    for name in reversed(fields):
        distinct = entries.fields[name].distinct
        code, place = divmod(code, len(distinct))
        values.append(distinct[place])
    return tuple(reversed(values))


def _distinct(entries: Entries, places: Whole, values: list[Projected]) -> DistinctLists:
    """Find equal lists by one number for each row; where none holds it, every row is its own."""
    rows, status = entries.rows, _status(entries)
    count = len(status)
    lengths = np.bincount(rows, minlength=count)
    starts = np.cumsum(lengths) - lengths
    order = np.arange(len(rows)) - starts[rows]
    longest, radix = int(lengths.max(initial=0)), len(values) + 1
    if longest * radix.bit_length() + OPEN.bit_length() > _BITS_OF_A_KEY:
        first = codes = np.arange(count)
    else:
        keys = status.copy()
        for place in range(longest):
            keys *= radix
            at = order == place
            keys[rows[at]] += places[at] + 1
        _, first, codes = np.unique(keys, return_index=True, return_inverse=True)
    sizes = lengths[first]
    owners = np.repeat(np.arange(len(first)), sizes)
    kept = (
        np.arange(len(owners)) - np.repeat(np.cumsum(sizes) - sizes, sizes) + starts[first][owners]
    )
    return DistinctLists(
        codes=codes, status=status[first], owners=owners, places=places[kept], values=values
    )


def _status(entries: Entries) -> Whole:
    is_open = np.where(entries.is_open, OPEN, CLOSED)
    return np.where(entries.given, is_open, MISSING).astype(np.int64)


BITS_OF_STATUS = 2
_STATUS = (1 << BITS_OF_STATUS) - 1


def list_part(look: Look, block: Block, sorts: Sorts) -> Part:
    """Return the sorts of entry, whether there is a list, and whether it is open.

    Raises:
        OverflowError: there are more than 63 sorts.
    """
    lists = block.lists(look.fact, look.fields)
    keys = (_patterns(lists, sorts) << BITS_OF_STATUS) | lists.status
    bits = max(len(sorts.first), 1) + BITS_OF_STATUS

    def facts(key: int) -> dict[str, Any]:
        held = tuple(look.entry(values) for values in sorts.held(key >> BITS_OF_STATUS))
        return with_status(look.fact, held, key & _STATUS)

    return Part(keys=keys, rows=lists.codes, bits=bits, facts=facts)


def denied_part(block: Block, sorts: Sorts) -> Part | None:
    """Return the sorts of name that are denied, None where nobody denies any.

    Raises:
        OverflowError: there are more than 63 sorts.
    """
    lists = block.lists("denied", (NAME,))
    keys = _patterns(lists, sorts)

    def facts(key: int) -> dict[str, Any]:
        return {"denied": tuple(str(values[0]) for values in sorts.held(key))}

    bits = len(sorts.first)
    return Part(keys=keys, rows=lists.codes, bits=bits, facts=facts) if keys.any() else None


def with_status(fact: Fact, held: tuple[Entry, ...], status: int) -> dict[str, Any]:
    """Return the fields of a person who has a list of a status."""
    leaves_open = frozenset({fact}) if status == OPEN else frozenset()
    return {fact: None if status == MISSING else held, "open_lists": leaves_open}


def _patterns(lists: DistinctLists, sorts: Sorts) -> Whole:
    """Return for each list the bits of the sorts among its entries."""
    found = np.zeros(len(lists.status), np.int64)
    if len(lists.owners):
        bits = np.array([1 << sorts.bit(values) for values in lists.values], np.int64)
        starts = np.flatnonzero(np.diff(lists.owners, prepend=-1))
        found[lists.owners[starts]] = np.bitwise_or.reduceat(bits[lists.places], starts)
    return found
