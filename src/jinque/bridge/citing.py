"""Finds the words of a rule in its edition, whatever line break the export put into them."""

from collections.abc import Iterator

from jinque.errors import InvalidCorpusError
from jinque.model import Citation, Edition, Span
from jinque.model.cited_rule import CitedRule
from jinque.model.rule import LadderRule
from jinque.text import drop_blanks


def cite(edition: Edition, rule: LadderRule) -> CitedRule:
    """Return the rule with the place of its words.

    Raises:
        InvalidCorpusError: no clause or note that covers the rule's line holds its words.
    """
    for whole in _covering(edition, rule.line):
        citation = _cut(whole, rule.quote)
        if citation:
            return CitedRule(
                id=rule.id,
                kind=rule.kind,
                clause=rule.clause,
                quote=rule.quote,
                english=rule.english,
                note=rule.note,
                citation=citation,
            )
    raise InvalidCorpusError(
        f"规则 {rule.id} 的引文不在 {edition.id} 第 {rule.line} 行。",
        f"The words of rule {rule.id} do not stand at line {rule.line} of {edition.id}.",
        where=edition.id,
    )


def _covering(edition: Edition, line: int) -> Iterator[Citation]:
    clauses = [clause.citation for clause in edition.clauses]
    for citation in (*clauses, *(note.citation for note in edition.notes)):
        if citation.span.line_start <= line <= citation.span.line_end:
            yield citation


def _cut(whole: Citation, words: str) -> Citation | None:
    """Cut the raw slice out of a longer one; blanks of either do not count."""
    raw = whole.quote
    places = [index for index, character in enumerate(raw) if not character.isspace()]
    found = "".join(raw[index] for index in places).find(drop_blanks(words))
    if found < 0:
        return None
    first, last = places[found], places[found + len(drop_blanks(words)) - 1]
    quote = raw[first : last + 1]
    line = whole.span.line_start + raw.count("\n", 0, first)
    span = Span(
        line_start=line,
        line_end=line + quote.count("\n"),
        start=whole.span.start + first,
        end=whole.span.start + last + 1,
        place=whole.span.place,
    )
    return Citation(source_sha256=whole.source_sha256, span=span, quote=quote)
