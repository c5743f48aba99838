"""The numbered text of a regulation: references, and sentences cut by page breaks."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jinque.extraction.outline import Part
from jinque.model import Citation, Clause, Document, Paragraph, Span
from jinque.parameters import Vocabulary
from jinque.text import Ordinal, drop_blanks, read_ordinal

_SENTENCE_ENDS = "。；：！？”）"
_SENTENCE_MARKS = "。，；"


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    span: Span


def read_clauses(
    parts: Sequence[Part], document: Document, edition_id: str, vocabulary: Vocabulary
) -> tuple[Clause, ...]:
    """Return the paragraphs of the parts under their clause references.

    A reference joins the ordinals from the outermost in, brackets as printed: `三（二）1（1）`.
    A paragraph without an ordinal belongs to the clause whose items it follows, or to the heading
    above it. The list of annexes below the text is not part of it.
    """
    clauses: list[Clause] = []
    for part in parts:
        for ref, headings, line in _numbered(_joined(_lines(part, vocabulary))):
            citation = Citation(
                source_sha256=document.source_sha256,
                span=line.span,
                quote=document.slice(line.span),
            )
            clause = Clause(
                id="",
                order=len(clauses) + 1,
                edition_id=edition_id,
                section=(part.title or "", *headings),
                ref=ref,
                text=line.text,
                citation=citation,
            )
            clauses.append(clause)
    return _with_identifiers(clauses)


def _lines(part: Part, vocabulary: Vocabulary) -> Iterator[_Line]:
    for block in part.blocks:
        if not isinstance(block, Paragraph):
            continue
        if block.text.startswith(vocabulary.annex_list_words):
            return
        yield _Line(block.text, block.span)


def _joined(lines: Iterator[_Line]) -> Iterator[_Line]:
    """Join a sentence that a page break cut: it has sentence marks but no sentence end."""
    held: _Line | None = None
    for line in lines:
        if held and read_ordinal(line.text) is None and _is_cut(held.text):
            held = _Line(held.text + line.text, held.span.to(line.span))
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _is_cut(text: str) -> bool:
    return text[-1] not in _SENTENCE_ENDS and any(mark in text for mark in _SENTENCE_MARKS)


def _numbered(lines: Iterator[_Line]) -> Iterator[tuple[str, tuple[str, ...], _Line]]:
    """Yield reference, headings above, line."""
    stack: list[tuple[Ordinal, str]] = []
    was_numbered = False
    for line in lines:
        ordinal = read_ordinal(line.text)
        if ordinal:
            while stack and stack[-1][0].level >= ordinal.level:
                stack.pop()
            stack.append((ordinal, drop_blanks(line.text)))
        elif was_numbered and len(stack) > 1 and not _is_heading(stack[-1][1]):
            stack.pop()
        was_numbered = ordinal is not None
        inner = stack if not ordinal else stack[:-1]
        headings = tuple(text for _, text in inner if _is_heading(text))
        yield "".join(ordinal.printed for ordinal, _ in stack), headings, line


def _is_heading(text: str) -> bool:
    return not any(mark in text for mark in _SENTENCE_MARKS)


def _with_identifiers(clauses: list[Clause]) -> tuple[Clause, ...]:
    seen: Counter[str] = Counter()
    identified = []
    for clause in clauses:
        identifier = f"{clause.edition_id}:{clause.ref or '前言'}"
        seen[identifier] += 1
        if seen[identifier] > 1:
            identifier += f"#{seen[identifier]}"
        identified.append(replace(clause, id=identifier))
    return tuple(identified)
