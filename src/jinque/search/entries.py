"""What a search keeps of a row: the words that it is found by, and its values for each filter.

Other names under which people look for a post: those of its occupation, and everyday titles.

The rows of an edition and the texts of a row that are indexed.

The rows of an edition as the bytes that the record keeps, and back.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from jinque.classification import codes_of, counterparts, load_classification, sub_major_of
from jinque.criteria.study import year_band
from jinque.model import Edition, EditionSummary, Likeness, Link, Post, PublishedEdition
from jinque.parameters import load_vocabulary
from jinque.parameters.words import load_aliases
from jinque.search.words import fold_token, terms
from jinque.text import fold

_LEVEL = 3

Values = dict[str, tuple[str, ...]]
"""For each filter the values that a row carries."""


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
    edition: Edition | EditionSummary
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
    return _rows(published.edition)


def _rows(edition: Edition) -> Iterator[IndexedRow]:
    links = {link.post_id: link for link in edition.links}
    for post in edition.posts:
        link = links.get(post.id)
        names = other_names(post.name, link)
        yield IndexedRow(post=post, edition=edition, link=link, other_names=names)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """What the record keeps of a row for searches.

    Attributes:
        name: the name without marks.
        other_names: what its occupation is called elsewhere.
        entry: what the engine holds of it.
        values: what it carries for each filter.
    """

    name: str
    other_names: tuple[str, ...]
    entry: Entry
    values: Values


def kept_rows(edition: Edition, years: Mapping[str, int]) -> tuple[KeptRow, ...]:
    """Return what is kept of the rows of an edition, in printed order.

    Args:
        edition: the edition.
        years: fewest years of work that a post asks, by its identifier, where any are read.
    """
    return tuple(
        KeptRow(
            name=row.post.name,
            other_names=row.other_names,
            entry=_entry(row),
            values=row_values(row.post, row.place, row.link, years.get(row.post.id)),
        )
        for row in _rows(edition)
    )


_ROWS = msgspec.json.Decoder(tuple[KeptRow, ...])


def pack_rows(rows: Sequence[KeptRow]) -> bytes:
    """Return the rows of an edition as bytes."""
    return zlib.compress(msgspec.json.encode(rows), _LEVEL)


def unpack_rows(body: bytes) -> tuple[KeptRow, ...]:
    """Return the rows that were packed.

    Raises:
        zlib.error: the bytes are damaged.
        msgspec.MsgspecError: they say something else.
    """
    return _ROWS.decode(zlib.decompress(body))


def latin_words(entry: Entry) -> Iterator[str]:
    """Yield the Latin words of a row, folded; those of its surroundings are not among them."""
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
