"""One file may hold several documents: parts, each under a title of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from jinque.model import Block, Document, Paragraph, ReadingNotice, Span
from jinque.parameters import Vocabulary
from jinque.text import drop_blanks, fold, read_ordinal

_LONGEST_TITLE = 80
_BRACKETED = re.compile(r"[（(][^（）()]*[）)]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A titled run of blocks.

    Attributes:
        annex: the line that calls it an annex (`附件3`); None without one.
        title: without blanks, a bracketed line below it joined; None when none is printed.
        title_span: place of the title.
        blocks: what follows the title.
    """

    annex: str | None
    title: str | None
    title_span: Span | None
    blocks: tuple[Block, ...]


def split_parts(document: Document, vocabulary: Vocabulary) -> tuple[Part, ...]:
    """Split a document at its titles.

    A title ends with a word for catalogues or rules and opens the document, follows an annex
    line, or begins a numbering anew.
    """
    blocks = document.blocks
    titles = _Titles(blocks, vocabulary)
    starts = [i for i in range(len(blocks)) if titles.begin(i)]
    parts = [
        _part(blocks, begin, end) for begin, end in pairwise([*starts, None]) if begin is not None
    ]
    lead = blocks[: starts[0]] if starts else blocks
    if lead:
        parts.insert(0, Part(annex=None, title=None, title_span=None, blocks=lead))
    return tuple(_take_annex_lines(parts, vocabulary))


def whole(document: Document) -> Part:
    """Return the document as one part without a title."""
    return Part(annex=None, title=None, title_span=None, blocks=document.blocks)


def find_part(parts: Sequence[Part], title: str) -> Part | None:
    """Return the part of that title, compared without regard to width and blanks.

    An empty title is that of what stands before the first one.
    """
    return next((part for part in parts if fold(part.title or "") == fold(title)), None)


def notices_in(part: Part, document: Document) -> tuple[ReadingNotice, ...]:
    """Return what was noticed inside a part, or of the whole file."""
    if not part.blocks:
        return ()
    begin = min(block.span.start for block in part.blocks)
    end = max(block.span.end for block in part.blocks)
    return tuple(n for n in document.notices if n.span is None or begin <= n.span.start < end)


class _Titles:
    """Tells which blocks of a document are titles."""

    def __init__(self, blocks: Sequence[Block], vocabulary: Vocabulary) -> None:
        self._blocks = blocks
        self._vocabulary = vocabulary
        other = (place for place, one in enumerate(blocks) if not _is_annex(one, vocabulary))
        self._first = next(other, len(blocks))
        self._next_numbers = _next_numbers(blocks)

    def begin(self, index: int) -> bool:
        """Tell whether the block at `index` is a title."""
        block = self._blocks[index]
        if not isinstance(block, Paragraph):
            return False
        text = drop_blanks(block.text)
        if len(text) > _LONGEST_TITLE or not _ends_like_title(text, self._vocabulary):
            return False
        if index <= self._first or _is_annex(self._blocks[index - 1], self._vocabulary):
            return True
        return read_ordinal(text) is None and self._next_numbers[index] == 1


def _ends_like_title(text: str, vocabulary: Vocabulary) -> bool:
    return _BRACKETED.sub("", text).endswith(vocabulary.title_endings)


def _is_annex(block: Block, vocabulary: Vocabulary) -> bool:
    if not isinstance(block, Paragraph):
        return False
    words = "|".join(vocabulary.annex_words)
    return bool(
        re.fullmatch(rf"(?:{words})[一二三四五六七八九十\d]*[:：]?", drop_blanks(block.text))
    )


def _next_numbers(blocks: Sequence[Block]) -> list[int | None]:
    """Return, for each block, the number of the next numbered line behind it."""
    numbers: list[int | None] = []
    number: int | None = None
    for block in reversed(blocks):
        numbers.append(number)
        ordinal = read_ordinal(block.text) if isinstance(block, Paragraph) else None
        number = ordinal.number if ordinal else number
    return numbers[::-1]


def _part(blocks: Sequence[Block], begin: int, end: int | None) -> Part:
    run = blocks[begin:end]
    head = run[0]
    title, span, rest = (
        drop_blanks(head.text) if isinstance(head, Paragraph) else "",
        head.span,
        run[1:],
    )
    if rest and isinstance(rest[0], Paragraph) and _BRACKETED.fullmatch(drop_blanks(rest[0].text)):
        title, span, rest = title + drop_blanks(rest[0].text), span.to(rest[0].span), rest[1:]
    return Part(annex=None, title=title, title_span=span, blocks=tuple(rest))


def _take_annex_lines(parts: list[Part], vocabulary: Vocabulary) -> list[Part]:
    """Move an annex line from the end of a part to the part that it heads."""
    for i in range(len(parts) - 1):
        last = parts[i].blocks[-1] if parts[i].blocks else None
        if isinstance(last, Paragraph) and _is_annex(last, vocabulary):
            parts[i] = replace(parts[i], blocks=parts[i].blocks[:-1])
            parts[i + 1] = replace(parts[i + 1], annex=drop_blanks(last.text))
    return [part for part in parts if part.blocks or part.title]
