"""What can be searched for, and what a search answers."""

from dataclasses import dataclass

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
    limit: int = 20
    offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where a hit matched: runs of text, every second one matched (the first is not).

    Attributes:
        field: heading of the matched cell, `name` or `code`.
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
            `kinds`), values in falling order of count; each filter's counts leave out that
            filter itself, so that a reader can add alternatives.
        suggestions: other queries to try when nothing matches.
    """

    request: SearchRequest
    total: int
    searched: int
    hits: tuple[SearchHit, ...]
    facets: dict[str, tuple[FacetValue, ...]]
    suggestions: tuple[str, ...]
