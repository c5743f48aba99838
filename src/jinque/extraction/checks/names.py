"""Names and codes that contradict each other, and rows printed twice."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from jinque.extraction.checks.places import at_post
from jinque.model import Edition, Issue, Kind, Post, Severity

_MOST_NAMED = 5


def check_names(edition: Edition) -> Iterator[Issue]:
    """Report one name with two codes, one code with two names, and identical rows."""
    coded = [post for post in edition.posts if post.code]
    for name, posts, codes in _several(coded, _name, _code):
        for post in posts:
            yield at_post(
                post,
                "name_with_two_codes",
                Severity.WARNING,
                zh=f"“{name}”在本目录里有不止一个编码：{'、'.join(codes)}。均照原文保留。",
                en=f"“{name}” has more than one code here: {', '.join(codes)}. All are kept.",
            )
    for code, posts, names in _several(coded, _code, _name):
        for post in posts:
            yield at_post(
                post,
                "code_with_two_names",
                Severity.WARNING,
                zh=f"编码 {code} 在本目录里有不止一个名称：{'、'.join(names)}。均照原文保留。",
                en=f"Code {code} has more than one name here: {', '.join(names)}. All are kept.",
            )
    yield from _identical(edition)


def _name(post: Post) -> str:
    return post.name


def _code(post: Post) -> str:
    return post.code or ""


def _several(
    posts: list[Post], key: Callable[[Post], str], value: Callable[[Post], str]
) -> Iterator[tuple[str, list[Post], list[str]]]:
    """Yield each key that comes with several values, its posts and the first of the values."""
    groups: defaultdict[str, list[Post]] = defaultdict(list)
    for post in posts:
        groups[key(post)].append(post)
    for name, group in groups.items():
        values = sorted({value(post) for post in group})
        if len(values) > 1:
            yield name, group, [*values[:_MOST_NAMED], *["…"] * (len(values) > _MOST_NAMED)]


def _identical(edition: Edition) -> Iterator[Issue]:
    """Rows equal in every cell but the serial and the industry; list entries are compared not."""
    first: dict[tuple[tuple[str, str], ...], Post] = {}
    for post in edition.posts:
        if post.kind is Kind.LIST_ITEM:
            continue
        cells = tuple(
            (cell.heading, cell.text)
            for cell in post.cells
            if cell.role not in ("serial", "industry")
        )
        twin = first.setdefault(cells, post)
        if twin is not post:
            yield at_post(
                post,
                "rows_identical",
                Severity.INFO,
                zh=f"除序号外与 {twin.id} 各栏相同；两行都保留。",
                en=f"Equal to {twin.id} in every cell but the serial; both are kept.",
            )
