"""Characters or words: the ways of taking a title apart, on the open parts of the gold set.

    python -m bench.titles.segmentation

The very titles are hidden, so that likeness alone is measured; `test` is not read. The user
dictionary holds the names of the classification and the aliases, and what is left of them
without their endings.
"""

import time
from collections.abc import Callable, Iterator

import rjieba

from bench.titles.gold import OPEN_PARTS, GoldTitle, gold
from bench.titles.measures import told
from jinque.coding import Coder, GramScorer, clean, read_lexicon
from jinque.coding.likeness import grams
from jinque.parameters import load_calibration

ENDINGS = (
    "工程技术人员",
    "技术人员",
    "工程师",
    "服务员",
    "操作工",
    "制造工",
    "人员",
    "工",
    "师",
    "员",
)
SHORTEST, LONGEST = 2, 6
TOP = 5

Way = Callable[[str], Iterator[str]]


def user_dictionary() -> set[str]:
    """Return words of two to six characters out of the lexicon."""
    words: set[str] = set()
    for known in read_lexicon():
        stems = (known.folded.removesuffix(e) for e in ENDINGS if known.folded.endswith(e))
        words.update((known.folded, *stems))
    return {word for word in words if SHORTEST <= len(word) <= LONGEST}


def ways() -> dict[str, Way]:
    plain, taught = rjieba.Jieba(), rjieba.Jieba()
    usual = 1_000
    for word in sorted(user_dictionary()):
        taught.add_word(word, usual, "n")

    def words(text: str) -> Iterator[str]:
        yield from plain.cut(text)

    def taught_words(text: str) -> Iterator[str]:
        yield from taught.cut(text)

    def search_words(text: str) -> Iterator[str]:
        yield from taught.cut_for_search(text)

    def both(text: str) -> Iterator[str]:
        yield from grams(text)
        yield from (word for word in taught.cut_for_search(text) if len(word) > 1)

    return {
        "characters, pairs, triples": grams,
        "words": words,
        "words, user dictionary": taught_words,
        "words for search, user dictionary": search_words,
        "characters and words": both,
    }


def firsts(coder: Coder, title: GoldTitle) -> list[str]:
    ranked = coder.rank(title.request, clean(title.request.title), hide_exact=True)
    return [each.code for each in ranked[:TOP]]


def main() -> None:
    lexicon, titles = read_lexicon(), gold(*OPEN_PARTS)
    for name, way in ways().items():
        coder = Coder(lexicon, (GramScorer([e.folded for e in lexicon], way),), load_calibration())
        started = time.process_time()
        found = [(title, firsts(coder, title)) for title in titles]
        rate = len(titles) / (time.process_time() - started)
        first = sum(bool(codes) and title.accepts(codes[0]) for title, codes in found)
        five = sum(any(map(title.accepts, codes)) for title, codes in found)
        print(f"{name}: top-1 {told(first, len(found))}, top-5 {told(five, len(found))}", end=", ")
        print(f"{rate:,.0f} titles/s")


if __name__ == "__main__":
    main()
