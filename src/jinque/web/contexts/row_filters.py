"""Filters over the rows of one edition."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from jinque.model import Post
from jinque.web.contexts.lists import Filter, Option


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFilters:
    """Chosen values; an empty one lets every row through.

    Attributes:
        section: a heading as printed, at any depth.
        industry: as printed, without ordinal.
        shortage: label as printed.
        degree: lowest education as printed.
        mark: `special_need`, `green` or `digital`.
        code: `yes` for rows with a printed code, `no` for those without.
    """

    section: str = ""
    industry: str = ""
    shortage: str = ""
    degree: str = ""
    mark: str = ""
    code: str = ""

    def chosen(self) -> dict[str, str]:
        """Return the filters that are set, by name."""
        values = {field.name: str(getattr(self, field.name)) for field in fields(self)}
        return {name: value for name, value in values.items() if value}


# A longer text under "education" is a sentence to read, not a value to choose.
LONGEST_DEGREE = 8


def _degree(post: Post) -> tuple[str, ...]:
    texts = (cell.text for cell in post.cells if cell.role == "education")
    return tuple(text for text in texts if 0 < len(text) <= LONGEST_DEGREE)


VALUES: Mapping[str, Callable[[Post], tuple[str, ...]]] = {
    "section": lambda post: tuple(heading for heading in post.section if heading),
    "industry": lambda post: (post.industry,) if post.industry else (),
    "shortage": lambda post: (post.shortage.printed,) if post.shortage else (),
    "degree": _degree,
    "mark": lambda post: tuple(mark.value for mark in post.markers),
    "code": lambda post: ("yes",) if post.code else ("no",),
}


def holding(posts: Iterable[Post], filters: RowFilters, *, but: str = "") -> list[Post]:
    """Return the posts that every chosen filter lets through, the filter `but` left out."""
    chosen = [(VALUES[name], value) for name, value in filters.chosen().items() if name != but]
    return [post for post in posts if all(value in of(post) for of, value in chosen)]


def offered(posts: Sequence[Post], filters: RowFilters) -> tuple[Filter, ...]:
    """Return the filters that can narrow `posts`, values in printed order, the strongest first.

    A filter with fewer than two values is left out, as is the industry where headings say it.
    """
    made = (_filter(posts, filters, name) for name in VALUES)
    useful = [each for each in made if len(each.options) > 1 or each.chosen]
    if _says_industry(posts) and not filters.industry:
        useful = [each for each in useful if each.name != "industry"]
    return tuple(useful)


def _filter(posts: Sequence[Post], filters: RowFilters, name: str) -> Filter:
    of, chosen = VALUES[name], filters.chosen().get(name, "")
    held = [of(post) for post in holding(posts, filters, but=name)]
    options = [
        Option(
            value=value,
            count=sum(value in values for values in held),
            is_chosen=value == chosen,
            depth=depth,
        )
        for value, depth in _values(posts, name)
    ]
    return Filter(name=name, chosen=(chosen,) if chosen else (), options=tuple(options))


def _values(posts: Sequence[Post], name: str) -> list[tuple[str, int]]:
    """Return each value once; one that all rows carry narrows nothing and is left out."""
    of = VALUES[name]
    found = {value: depth for post in posts for depth, value in enumerate(of(post))}
    telling = [(v, d) for v, d in found.items() if not all(v in of(post) for post in posts)]
    if name == "shortage":
        rank = {post.shortage.printed: -post.shortage.value for post in posts if post.shortage}
        telling.sort(key=lambda value: rank[value[0]])
    if name != "section":
        return [(value, 0) for value, _ in telling]
    shallowest = min((depth for _, depth in telling), default=0)
    return [(value, depth - shallowest) for value, depth in telling]


def _says_industry(posts: Sequence[Post]) -> bool:
    return all(
        post.industry is None or any(post.industry in (heading or "") for heading in post.section)
        for post in posts
    )
