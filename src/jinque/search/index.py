"""The index of a record: its rows, the engine over their words, the values of their filters.

The full-text engine: three fields of tokens for each row, held in memory.

Filters and their counts: the values of all rows as numbers, counted many at once.

Other names under which people look for a post: those of its occupation, and everyday titles.

Rows found, with their scores.

The values that a row carries for each filter.

The rows of an edition and the texts of a row that are indexed.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Self

import numpy as np
import tantivy
from numpy.typing import NDArray

from jinque.classification import codes_of, counterparts, load_classification, sub_major_of
from jinque.criteria.study import year_band
from jinque.model import (
    EditionSummary,
    FacetValue,
    Likeness,
    Link,
    Post,
    PublishedEdition,
    SearchRequest,
)
from jinque.parameters import load_vocabulary
from jinque.parameters.words import load_aliases
from jinque.search.words import Initials, Known, Word, fold_token, terms
from jinque.text import fold

_DECIMALS = 4
"""To which scores are rounded, so that sums of the same parts in another order are equal."""

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ranked:
    """Numbers of rows, each once and in any order, and beside each its score."""

    numbers: Numbers
    scores: NDArray[np.float64]

    @classmethod
    def of(cls, numbers: Sequence[int | float | None], scores: Sequence[float]) -> Self:
        """Make it of plain numbers; scores are rounded."""
        exact = np.array(scores, dtype=np.float64)
        return cls(
            numbers=np.array(numbers, dtype=np.int64), scores=exact.round(decimals=_DECIMALS)
        )

    @classmethod
    def alike(cls, numbers: Numbers, score: float) -> Self:
        """Give rows one score; of numbers that stand twice one is kept."""
        distinct = np.unique(numbers)
        return cls(numbers=distinct, scores=np.full(distinct.size, score))

    def __len__(self) -> int:
        return self.numbers.size

    def joined(self, other: Self) -> Self:
        """Return these rows and, behind them, those of `other` that are not among them."""
        if not len(other):
            return self
        new = np.isin(other.numbers, self.numbers, invert=True)
        return type(self)(
            numbers=np.concatenate([self.numbers, other.numbers[new]]),
            scores=np.concatenate([self.scores, other.scores[new]]),
        )

    def only(self, kept: NDArray[np.bool_]) -> Self:
        """Return the rows at the places that are true."""
        return type(self)(numbers=self.numbers[kept], scores=self.scores[kept])

    def page(self, offset: int, limit: int) -> list[tuple[int, float]]:
        """Return numbers and scores by falling score, equals by rising number."""
        end = min(offset + limit, len(self))
        if offset >= end:
            return []
        least = -np.partition(-self.scores, end - 1)[end - 1]
        near = self.only(self.scores >= least)
        order = np.lexsort((near.numbers, -near.scores))[offset:end]
        numbers, scores = near.numbers[order].tolist(), near.scores[order].tolist()
        return list(zip(numbers, scores, strict=True))


# How much a match in a field counts. A row that carries the words in its name comes before one
# whose occupation is also called so, that before one that mentions them, and that before one whose
# section, note or place does: these are of many rows at once and say nothing of which comes first.
WEIGHTS = {"name": 12.0, "other_name": 3.0, "text": 1.0}
CONTEXT_SCORE = 0.1
WHOLE_NAME_WEIGHT = 40.0

_ANALYZER = "tokens"
_REGEX_MARKS = re.compile(r"[.+]")
_SMALLEST_HEAP_BYTES = 15_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the engine holds of a row; each item of a list is tokens joined by blanks.

    Attributes:
        whole_name: the folded name without blanks, to be found as a whole.
        name: name and code.
        other_name: what its occupation is called elsewhere.
        text: the printed cells; no phrase reaches from one into the next.
        context: section, notes, place and title.
    """

    whole_name: str
    name: list[str]
    other_name: list[str]
    text: list[str]
    context: list[str]


class Engine:
    """An index of entries, numbered as they were given; safe to read from several threads."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self._schema = _schema()
        self._index = tantivy.Index(self._schema)
        analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
        self._index.register_tokenizer(_ANALYZER, analyzer)
        # One thread makes one segment, and so the same scores for the same entries.
        writer = self._index.writer(_SMALLEST_HEAP_BYTES, 1)
        for number, entry in enumerate(entries):
            writer.add_document(_document(number, entry))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()

    def ranked(self, words: Sequence[Word], whole: str) -> Ranked:
        """Return the entries that hold all words, each with its score above 0.

        Args:
            words: at least one.
            whole: the folded query without blanks; an entry of just this name comes first.
        """
        return self._found(self._query(words, whole))

    def holds(self, words: Sequence[Word]) -> bool:
        """Tell whether any entry holds all words."""
        query = self._query(words, "")
        return bool(self._index.searcher().search(query, limit=1, count=False).hits)

    def named(self, word: Word) -> Ranked:
        """Return the entries that carry a word in their name."""
        return self._found(self._in_field(word, "name"))

    def _found(self, query: tantivy.Query) -> Ranked:
        searcher = self._index.searcher()
        hits = searcher.search(query, limit=max(1, searcher.num_docs), count=False).hits
        numbers = searcher.fast_field_values("number", [address for _, address in hits])
        return Ranked.of(numbers, [score for score, _ in hits])

    def _query(self, words: Sequence[Word], whole: str) -> tantivy.Query:
        parts = [(tantivy.Occur.Must, self._any_field(word)) for word in words]
        exact = tantivy.Query.term_query(self._schema, "whole_name", whole)
        parts.append((tantivy.Occur.Should, _weighted(exact, WHOLE_NAME_WEIGHT)))
        return tantivy.Query.boolean_query(parts)

    def _any_field(self, word: Word) -> tantivy.Query:
        anywhere = [
            _weighted(self._in_field(word, field), weight) for field, weight in WEIGHTS.items()
        ]
        around = tantivy.Query.const_score_query(self._in_field(word, "context"), CONTEXT_SCORE)
        return tantivy.Query.boolean_query(
            [(tantivy.Occur.Should, query) for query in (*anywhere, around)]
        )

    def _in_field(self, word: Word, field: str) -> tantivy.Query:
        *before, last = word.tokens
        if word.is_open and before:
            patterns = [*map(_literally, before), f"{_literally(last)}.*"]
            return tantivy.Query.regex_phrase_query(self._schema, field, [*patterns])
        if word.is_open:
            return tantivy.Query.regex_query(self._schema, field, f"{_literally(last)}.*")
        if before:
            return tantivy.Query.phrase_query(self._schema, field, [*word.tokens])
        return tantivy.Query.term_query(self._schema, field, last)


def _literally(token: str) -> str:
    return _REGEX_MARKS.sub(r"\\\g<0>", token)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", fast=True)
    builder.add_text_field("whole_name", tokenizer_name="raw", index_option="basic")
    for field in (*WEIGHTS, "context"):
        builder.add_text_field(field, tokenizer_name=_ANALYZER)
    return builder.build()


def _document(number: int, entry: Entry) -> tantivy.Document:
    return tantivy.Document(
        number=number,
        whole_name=entry.whole_name,
        name=entry.name,
        other_name=entry.other_name,
        text=entry.text,
        context=entry.context,
    )


def _weighted(query: tantivy.Query, weight: float) -> tantivy.Query:
    return tantivy.Query.boost_query(query, weight)


FILTERS = (
    *("editions", "places", "industries", "shortages", "degrees", "kinds"),
    *("groups", "years", "marks", "pays"),
)

Values = dict[str, tuple[str, ...]]

Rows = NDArray[np.bool_]
"""For each row, or each of some rows, whether it is meant."""


@dataclass(frozen=True, kw_only=True)
class _Column:
    """The values of one filter.

    Attributes:
        values: in order of first appearance.
        places: for each row the places of its values in `values`, as many lines as a row has
            values at most; the number of values stands for none.
    """

    values: tuple[str, ...]
    places: NDArray[np.int32]

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The values in half width and lower case."""
        return tuple(fold_token(value) for value in self.values)

    def carrying(self, wanted: Sequence[str]) -> Rows:
        """Return for each row whether it carries one of some values."""
        is_wanted = np.array([*(value in wanted for value in self.values), False], dtype=np.bool_)
        carrying: Rows = np.any(is_wanted[self.places], axis=0)
        return carrying

    def counts(self, numbers: Numbers) -> list[int]:
        """Count the rows of these numbers by value."""
        size = len(self.values)
        counted = np.bincount(self.places[:, numbers].ravel(), minlength=size + 1)[:size]
        return [int(count) for count in counted]


class Filters:
    """The values that rows carry, by filter; see `FILTERS`."""

    def __init__(self, rows: Sequence[Values]) -> None:
        self.rows = len(rows)
        self._columns = {name: _column([values[name] for values in rows]) for name in FILTERS}

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of one filter in order of first appearance."""
        return self._columns[name].values

    def selected(self, request: SearchRequest) -> dict[str, Rows]:
        """Return for each filter in use which rows carry one of its values."""
        return {
            name: self._columns[name].carrying(self.chosen(name, wanted))
            for name in FILTERS
            if (wanted := getattr(request, name))
        }

    def passing(self, request: SearchRequest) -> Rows:
        """Return which rows pass all filters."""
        passing = np.ones(self.rows, dtype=np.bool_)
        for rows in self.selected(request).values():
            passing &= rows
        return passing

    def chosen(self, name: str, wanted: Sequence[str]) -> tuple[str, ...]:
        """Return the values that `wanted` means.

        Those that are the same but for width and case, else all that begin with it: `大连` means
        `大连市`.
        """
        return tuple(dict.fromkeys(value for each in wanted for value in self._meant(name, each)))

    def facets(self, request: SearchRequest, numbers: Numbers) -> dict[str, tuple[FacetValue, ...]]:
        """Count, for each filter, the values among these rows that pass the other filters."""
        selected = {name: rows[numbers] for name, rows in self.selected(request).items()}
        answer: dict[str, tuple[FacetValue, ...]] = {}
        for name in FILTERS:
            others = [rows for other, rows in selected.items() if other != name]
            base = numbers[np.logical_and.reduce(others)] if others else numbers
            answer[name] = self._counts(name, base, self.chosen(name, getattr(request, name)))
        return answer

    def _counts(self, name: str, numbers: Numbers, chosen: Sequence[str]) -> tuple[FacetValue, ...]:
        column = self._columns[name]
        shown = [
            FacetValue(value=value, count=count)
            for value, count in zip(column.values, column.counts(numbers), strict=True)
            if count or value in chosen
        ]
        return tuple(sorted(shown, key=lambda facet: -facet.count))

    def _meant(self, name: str, wanted: str) -> list[str]:
        folded = fold_token(wanted).strip()
        column = self._columns[name]
        known = list(zip(column.values, column.folded, strict=True))
        same = [value for value, form in known if form == folded]
        return same or [value for value, form in known if folded and form.startswith(folded)]


def _column(rows: Sequence[tuple[str, ...]]) -> _Column:
    values = tuple(dict.fromkeys(value for own in rows for value in own))
    place = {value: at for at, value in enumerate(values)}
    lines = max((len(own) for own in rows), default=0)
    places = np.full((max(lines, 1), len(rows)), len(values), dtype=np.int32)
    for number, own in enumerate(rows):
        for line, value in enumerate(own):
            places[line, number] = place[value]
    return _Column(values=values, places=places)


PAY_BANDS = ((8.0, "<8"), (10.0, "8–10"), (12.0, "10–12"), (float("inf"), "12+"))
"""Pay below which a band ends, in 10,000 CNY a year, and the band's name."""


_SUB_MAJOR = len("2-02")


def row_values(post: Post, place: str | None, link: Link | None, years: int | None) -> Values:
    """Return the values that a row carries for each filter, none where nothing is printed.

    Args:
        post: the row.
        place: place of its edition.
        link: how it stands to the classification.
        years: fewest years of work that it asks; None where none are read.
    """
    pay = post.pay_cny_10k_year
    return {
        "editions": (post.edition_id,),
        "places": tuple(dict.fromkeys(filter(None, (place, post.region)))),
        "industries": (post.industry,) if post.industry else (),
        "shortages": (post.shortage.printed,) if post.shortage else (),
        "degrees": _degree(post),
        "kinds": (post.kind.value,),
        "groups": _groups(link),
        "years": () if years is None else (year_band(years),),
        "marks": tuple(marker.value for marker in post.markers),
        "pays": () if pay is None else (next(name for end, name in PAY_BANDS if pay < end),),
    }


def _groups(link: Link | None) -> tuple[str, ...]:
    """Return the sub-major classes of a linked code, followed to 2022."""
    if link is None or link.code is None or link.edition is None:
        return ()
    codes = _followed(link.edition, link.code) or _followed(link.edition, link.code[:_SUB_MAJOR])
    return tuple(sorted({" ".join(sub_major_of(code)).strip() for code in codes}))


def _followed(edition: str, code: str) -> set[str]:
    """Return the codes of 2022 that an entry is attested to be; none where nothing is."""
    if edition == "2022":
        return {code}
    entry = load_classification(edition).by_code.get(code)
    rows = counterparts(entry) if entry else ()
    return {target for row in rows for target in row.codes_2022}


def _degree(post: Post) -> tuple[str, ...]:
    """Return the lowest education level that the row's education requirement prints."""
    texts = [cell.text for cell in post.cells if cell.role == "education"]
    if post.requirements and post.requirements.education:
        texts.append(post.requirements.education)
    printed = " ".join(texts)
    return next(((level,) for level in load_vocabulary().education_levels if level in printed), ())


def other_names(name: str, link: Link | None) -> tuple[str, ...]:
    """Return what the occupation of a post is called in both editions and in everyday words.

    Args:
        name: the post's own name, which is left out.
        link: how the post stands to the classification. A post without a code goes by entries
            that have its very name; what is merely near lends it no names.
    """
    codes = {(link.edition, link.code)} if link and link.code else set()
    if link and not codes:
        same = (each for each in link.candidates if each.likeness is Likeness.SAME_NAME)
        codes = {(each.edition, each.code) for each in same}
    found = (other for code in sorted(codes, key=str) for other in _names_of(*code))
    return tuple(dict.fromkeys(other for other in found if fold(other) != fold(name)))


@cache
def _names_of(edition: str | None, code: str) -> tuple[str, ...]:
    """Return the names and the other codes of an entry, as far as they are attested to be its own.

    An entry of 2015 of which nothing is attested keeps to itself: its code may be another
    occupation's today.
    """
    entry = load_classification(edition or "2022").by_code.get(code)
    if entry is None:
        return ()
    rows = counterparts(entry)
    is_old = entry.classification == "2015"
    now = {target for row in rows for target in row.codes_2022} if is_old else {code}
    entries = [load_classification("2022").by_code.get(each) for each in sorted(now)]
    before = [row.name_2015 for row in rows if code in (row.code_2015, *row.codes_2022)]
    official = [entry.name, *entry.former_names, *before]
    official += [name for each in entries if each for name in (each.name, *each.former_names)]
    aliases = load_aliases().by_code
    others = sorted(now | {other for _, other in codes_of(entry)})
    called = (alias for each in sorted(now) for alias in aliases.get(each, ()))
    return (*official, *called, *(other for other in others if other != code))


# Cells that hold what the index keeps in fields of their own.
_IDENTITY_ROLES = {"serial", "code", "name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedRow:
    """A row with what its edition says of it.

    Attributes:
        link: how it stands to the classification; None for an entry of a running list.
        other_names: what its occupation is called elsewhere.
    """

    post: Post
    edition: EditionSummary
    link: Link | None
    other_names: tuple[str, ...]

    @property
    def place(self) -> str | None:
        """The place of the edition, None when the document does not state one."""
        return self.edition.metadata.place.value

    @property
    def title(self) -> str:
        """The title of the edition; its identifier when the document lost the title."""
        return self.edition.metadata.title.value or self.edition.id


def indexed(published: PublishedEdition) -> Iterator[IndexedRow]:
    """Yield the rows of an edition in printed order."""
    links = {link.post_id: link for link in published.edition.links}
    for post in published.edition.posts:
        link = links.get(post.id)
        names = other_names(post.name, link)
        yield IndexedRow(post=post, edition=published.summary, link=link, other_names=names)


def names(post: Post) -> tuple[str, ...]:
    """Return the name as printed, and without marks and inner blanks where that differs."""
    return tuple(dict.fromkeys((post.name_printed, post.name)))


def context(row: IndexedRow) -> Iterator[tuple[str, str]]:
    """Yield what surrounds a row, as (`section`, `notes`, `place` or `title`; printed text)."""
    yield "section", " › ".join(heading for heading in row.post.section if heading)
    for note in row.post.notes:
        yield "notes", note
    yield "place", " ".join(filter(None, (row.place, row.post.region)))
    yield "title", row.edition.metadata.title.value or ""


def searchable_cells(post: Post) -> Iterator[tuple[str, str]]:
    """Yield (heading, text) of each printed cell but serial, code and name."""
    for cell in post.cells:
        if cell.role not in _IDENTITY_ROLES and cell.text:
            yield cell.heading, cell.text


@dataclass(frozen=True, kw_only=True)
class Index:
    """Everything a search needs, in memory and never changed; a new record needs a new index.

    Attributes:
        rows: rows of all editions, in the order of the editions and within them as printed.
        latin: Latin words of all rows, folded.
    """

    rows: tuple[IndexedRow, ...]
    engine: Engine
    filters: Filters
    latin: frozenset[str]

    @cached_property
    def initials(self) -> Initials:
        """The names by first letters."""
        return Initials((row.post.name, *row.other_names) for row in self.rows)

    @cached_property
    def printed_names(self) -> dict[str, str]:
        """The names of the rows as printed, in the order of the record, each with its folding."""
        return {
            name: fold_token(name) for name in dict.fromkeys(row.post.name for row in self.rows)
        }

    @cached_property
    def _name_places(self) -> NDArray[np.int32]:
        places = {name: at for at, name in enumerate(self.printed_names)}
        return np.array([places[row.post.name] for row in self.rows], dtype=np.int32)

    def names_of(self, rows: Rows) -> list[str]:
        """Return the distinct names of some rows in the order of the record."""
        names = list(self.printed_names)
        return [names[place] for place in np.unique(self._name_places[rows])]

    @cached_property
    def called(self) -> dict[str, tuple[str, ...]]:
        """The other names, folded, each with the names of the rows that are also called so."""
        names: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for row in self.rows:
            for other in row.other_names:
                names[other].setdefault(row.post.name)
        return {fold_token(other): tuple(own) for other, own in names.items()}

    @cached_property
    def known(self) -> Known:
        """What is spelt right."""
        return Known(
            names=tuple(dict.fromkeys(self.printed_names.values())),
            other_names=tuple(self.called),
            latin=self.latin,
        )


def build_index(editions: Sequence[PublishedEdition], years: Mapping[str, int]) -> Index:
    """Index the rows of `editions`; results of one rank keep the order given here.

    Args:
        editions: those to search.
        years: fewest years of work that a post asks, by its identifier, where any are read.
    """
    rows = tuple(row for published in editions for row in indexed(published))
    entries = [_entry(row) for row in rows]
    return Index(
        rows=rows,
        engine=Engine(entries),
        filters=Filters([_values(row, years) for row in rows]),
        latin=frozenset(word for entry in entries for word in _latin(entry)),
    )


def _values(row: IndexedRow, years: Mapping[str, int]) -> dict[str, tuple[str, ...]]:
    return row_values(row.post, row.place, row.link, years.get(row.post.id))


def _latin(entry: Entry) -> Iterator[str]:
    for text in (*entry.name, *entry.other_name, *entry.text):
        yield from (word for word in text.split() if word.isascii() and word.isalpha())


def _entry(row: IndexedRow) -> Entry:
    post = row.post
    return Entry(
        whole_name="".join(fold_token(post.name).split()),
        name=[terms(text) for text in (*names(post), post.code) if text],
        other_name=[terms(name) for name in row.other_names],
        text=[terms(text) for _, text in searchable_cells(post)],
        context=[terms(text) for _, text in context(row) if text],
    )
