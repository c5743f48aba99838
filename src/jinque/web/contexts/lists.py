"""What lists have in common: pages and filters."""

from dataclasses import dataclass

from jinque.errors import InvalidOptionError


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Where in a list a page stands.

    Attributes:
        page: counted from 1.
        pages: at least 1, also for an empty list.
        per_page: most rows of a page.
        first: number of the first row shown, counted from 1; 0 for an empty list.
        last: number of the last row shown; 0 for an empty list.
    """

    page: int
    pages: int
    per_page: int
    first: int
    last: int

    @classmethod
    def of(cls, total: int, page: int, per_page: int) -> "Paging":
        """Place `page` in a list of `total` rows.

        Raises:
            InvalidOptionError: there is no such page.
        """
        pages = max(1, -(-total // per_page))
        if page > pages:
            raise InvalidOptionError(
                f"没有第 {page} 页，这个列表共 {pages} 页",
                f"There is no page {page}; the list has {pages}",
                where="page",
                hint_zh=f"请用 1 到 {pages} 之间的页码",
                hint_en=f"Use a page from 1 to {pages}",
            )
        last = min(total, page * per_page)
        first = min(last, (page - 1) * per_page + 1)
        return cls(page=page, pages=pages, per_page=per_page, first=first, last=last)

    @property
    def offset(self) -> int:
        """How many rows stand before this page."""
        return (self.page - 1) * self.per_page


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """A value of a filter.

    Attributes:
        count: rows that carry it when the other filters hold.
        depth: 0, or how far a heading stands below the outermost one.
    """

    value: str
    count: int
    is_chosen: bool
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A filter as it stands in the address.

    Attributes:
        name: name of the query parameter.
        chosen: values chosen; alternatives of each other.
    """

    name: str
    chosen: tuple[str, ...]
    options: tuple[Option, ...]
