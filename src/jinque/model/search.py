"""What can be searched for, and what a search answers."""

from dataclasses import dataclass

from jinque.model.occupation import FoundOccupation
from jinque.model.post import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRequest:
    """What to look for; several values of one filter are alternatives, filters all hold.

    Attributes:
        query: words in any language; empty lists everything.
        editions: identifiers of editions.
        places: place as in the edition's metadata or region of a post.
        industries: industry as printed, without ordinal.
        shortages: shortage label as printed.
        degrees: lowest education level as printed (`本科`).
        kinds: kinds of row; empty means all.
        groups: code of a sub-major class (中类) of 2022, `2-02`, its name behind it or not.
        years: band of the fewest years of work asked: `0`, `1–2`, `3–4`, `5–9`, `10+`.
        marks: `special_need`, `green`, `digital`.
        pays: band of the printed pay in 10,000 CNY a year: `<8`, `8–10`, `10–12`, `12+`.
        limit: most hits to return, 1 to 200.
        offset: hits to pass over, 0 to 100,000.
    """

    query: str = ""
    editions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    industries: tuple[str, ...] = ()
    shortages: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    pays: tuple[str, ...] = ()
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where a hit matched: runs of text, every second one matched (the first is not).

    Attributes:
        field: heading of the matched cell, `name`, `code`, or `other_name` for what the
            occupation is called elsewhere, which the row does not print, or `initials` for a
            name whose first letters were typed.
        runs: `("具备", "电路", "设计")` - joined they are the passage.
    """

    field: str
    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchHit:
    """A post that matches, best first."""

    post: Post
    edition_title: str
    place: str | None
    score: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetValue:
    """A value of a filter with the number of matching rows that carry it."""

    value: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """Hits and the values that may narrow them.

    Attributes:
        total: rows that match, not only those returned.
        searched: rows in the record.
        facets: per filter name (`editions`, `places`, `industries`, `shortages`, `degrees`,
            `kinds`, `groups`, `years`, `marks`, `pays`), values in falling order of count; each
            filter's counts leave out that filter itself, so that a reader can add alternatives.
        suggestions: other queries to try when nothing matches.
        occupations: what the query is in the national classification, where it is a code or a whole
            name of either edition; an old one is followed to 2022 and says by which row.
        read_as: the query that was answered where the one typed finds nothing and another
            spelling does; None where it was answered as typed.
    """

    request: SearchRequest
    total: int
    searched: int
    hits: tuple[SearchHit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    suggestions: tuple[str, ...]
    occupations: tuple[FoundOccupation, ...] = ()
    read_as: str | None = None
