"""Search finds what reading every row finds, on the built-in corpus.

Besides what a row prints, reading a row means its other names, and names that sound like a word of
at least two characters.
"""

import random
from functools import cache

import pytest
from pypinyin import lazy_pinyin

from jinque import api
from jinque.model import Post, PublishedEdition, SearchRequest
from jinque.search.entries import other_names
from jinque.search.words import fold_token

IDENTITY = {"serial", "code", "name"}


@pytest.fixture(scope="module")
def editions(workspace: api.Workspace) -> list[PublishedEdition]:
    return [api.edition(workspace, summary.id) for summary in api.catalogues(workspace)]


def _texts(published: PublishedEdition, post: Post) -> list[str]:
    metadata = published.edition.metadata
    cells = [cell.text for cell in post.cells if cell.role not in IDENTITY]
    around = [*post.section, *post.notes, metadata.place.value, post.region, metadata.title.value]
    return [post.name, post.name_printed, post.code or "", *cells, *filter(None, around)]


def _also_called(published: PublishedEdition, post: Post) -> tuple[str, ...]:
    links = (link for link in published.edition.links if link.post_id == post.id)
    return other_names(post.name, next(links, None))


def _is_heard(word: str, name: str) -> bool:
    parts = (name[at : at + len(word)] for at in range(len(name) - len(word) + 1))
    return len(word) > 1 and any(_sounds(part) == _sounds(word) for part in parts)


@cache
def _sounds(text: str) -> tuple[str, ...]:
    return tuple("".join(lazy_pinyin(character)) for character in text)


def _words(editions: list[PublishedEdition], length: int, number: int) -> list[str]:
    """Draw runs of Chinese characters out of names and requirements."""
    drawn = random.Random(length)  # noqa: S311 - the same words at every run
    texts = [
        text for each in editions for post in each.edition.posts for text in _texts(each, post)
    ]
    words: set[str] = set()
    while len(words) < number:
        text = drawn.choice(texts)
        start = drawn.randrange(len(text) or 1)
        word = text[start : start + length]
        if len(word) == length and all("\u4e00" <= character <= "\u9fff" for character in word):
            words.add(word)
    return sorted(words)


@pytest.mark.parametrize(("length", "number"), [(1, 40), (2, 150), (3, 80), (5, 60)])
def test_a_word_finds_exactly_the_rows_that_hold_it_are_called_it_or_sound_like_it(
    workspace: api.Workspace, editions: list[PublishedEdition], length: int, number: int
) -> None:
    rows = [
        (
            fold_token(post.name),
            [fold_token(text) for text in (*_texts(each, post), *_also_called(each, post))],
        )
        for each in editions
        for post in each.edition.posts
    ]

    differing = [
        word
        for word in _words(editions, length, number)
        if api.search(workspace, SearchRequest(query=word, limit=1)).total
        != sum(
            any(fold_token(word) in text for text in texts) or _is_heard(word, name)
            for name, texts in rows
        )
    ]

    assert differing == []


@pytest.mark.parametrize(("typed", "name"), [("会记", "会计"), ("焊公", "焊工"), ("前端", "前段")])
def test_a_row_that_only_sounds_like_a_word_comes_after_those_that_hold_it(
    workspace: api.Workspace, typed: str, name: str
) -> None:
    hits = api.search(workspace, SearchRequest(query=typed, limit=200)).hits

    held = [any(typed in "".join(each.runs) for each in hit.passages) for hit in hits]
    assert held == sorted(held, reverse=True)
    assert any(name in each.runs for hit in hits for each in hit.passages)


def test_every_code_and_every_name_finds_its_row(
    workspace: api.Workspace, editions: list[PublishedEdition]
) -> None:
    posts = [post for each in editions for post in each.edition.posts][::7]

    lost = [
        (post.id, query)
        for post in posts
        for query in filter(None, (post.name, post.code))
        if post.id
        not in {
            hit.post.id for hit in api.search(workspace, SearchRequest(query=query, limit=200)).hits
        }
    ]

    assert lost == []


def test_the_first_hit_of_a_name_carries_that_name(
    workspace: api.Workspace, editions: list[PublishedEdition]
) -> None:
    names = [post.name for each in editions for post in each.edition.posts][::11]

    others = [
        name
        for name in names
        if api.search(workspace, SearchRequest(query=name, limit=1)).hits[0].post.name != name
    ]

    assert others == []
