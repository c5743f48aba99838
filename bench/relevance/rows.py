"""The rows that the engines hold: those of the corpus, or as many as asked, permuted."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jinque import api
from jinque.model import Post, PublishedEdition
from jinque.search.entries import IndexedRow, context, indexed, names, searchable_cells

_SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """What an engine is given of a row, each field as one text with line ends inside."""

    id: str
    name: str
    other_name: str
    text: str
    context: str

    @property
    def fields(self) -> tuple[str, str, str, str]:
        """The four texts, the weightiest first."""
        return self.name, self.other_name, self.text, self.context


def editions(workspace: api.Workspace) -> list[PublishedEdition]:
    """Return all editions of a record."""
    return [api.edition(workspace, summary.id) for summary in api.catalogues(workspace)]


def enlarged(given: Sequence[PublishedEdition], rows: int) -> list[PublishedEdition]:
    """Return copies of the editions that hold at least `rows` rows.

    Each copy is shuffled: a row keeps its name, code and place, its other cells and its label come
    from another row of the edition, so that what is asked together seldom stands together twice.
    """
    drawn = random.Random(_SEED)  # noqa: S311 - the same rows at every run
    size = sum(len(each.edition.posts) for each in given)
    copies = -(-rows // size)
    return [_copy(each, number, drawn) for number in range(copies) for each in given]


def rows_of(given: Sequence[PublishedEdition]) -> Iterator[IndexedRow]:
    """Yield the rows of editions as they are indexed."""
    return (row for each in given for row in indexed(each))


def texts(row: IndexedRow) -> Texts:
    """Return the texts that are indexed of a row."""
    post = row.post
    return Texts(
        id=post.id,
        name="\n".join([*names(post), post.code or ""]),
        other_name="\n".join(row.other_names),
        text="\n".join(text for _, text in searchable_cells(post)),
        context="\n".join(text for _, text in context(row)),
    )


def _copy(given: PublishedEdition, number: int, drawn: random.Random) -> PublishedEdition:
    posts = given.edition.posts
    order = drawn.sample(posts, len(posts))
    ids = {post.id: f"{post.id}~{number}" for post in posts}
    mixed = tuple(
        _mixed(post, other, ids) for post, other in zip(order, _others(order), strict=True)
    )
    links = tuple(replace(link, post_id=ids[link.post_id]) for link in given.edition.links)
    return replace(given, edition=replace(given.edition, posts=mixed, links=links))


def _others(order: Sequence[Post]) -> Iterator[Post]:
    yield from order[1:]
    yield order[0]


def _mixed(post: Post, other: Post, ids: dict[str, str]) -> Post:
    return replace(
        post,
        id=ids[post.id],
        cells=other.cells,
        requirements=other.requirements,
        shortage=other.shortage,
        pay_cny_10k_year=other.pay_cny_10k_year,
    )
