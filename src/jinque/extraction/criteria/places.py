"""Where the words of a block stand in the source."""

from dataclasses import dataclass, replace

from jinque.model import Citation, Post, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A source's text, as its citations count it."""

    sha256: str
    text: str

    def cite(self, span: Span) -> Citation:
        """Return the citation of a span."""
        return Citation(
            source_sha256=self.sha256, span=span, quote=self.text[span.start : span.end]
        )

    def within(self, outer: Span, start: int, end: int) -> Citation:
        """Return the citation of a part of `outer`, its ends counted in the text."""
        first = outer.line_start + self.text.count("\n", outer.start, start)
        return self.cite(
            replace(
                outer,
                start=start,
                end=end,
                line_start=first,
                line_end=first + self.text.count("\n", start, end),
            )
        )

    def find(self, words: str, outer: Span, after: str = "") -> Citation | None:
        """Return the place of `words` in `outer` whatever its blanks and wraps; None without one.

        Args:
            words: what is sought.
            outer: where.
            after: words that stand right before it, by which one of several places is told.
        """
        places = [
            place for place in range(outer.start, outer.end) if not self.text[place].isspace()
        ]
        solid = "".join(self.text[place] for place in places)
        lead, sought = _solid(after), _solid(words)
        at = solid.find(lead + sought)
        if at < 0 or not sought:
            return None
        first = at + len(lead)
        return self.within(outer, places[first], places[first + len(sought) - 1] + 1)


def cite_words(source: Source, post: Post, block: str, text: str, start: int, end: int) -> Citation:
    """Return the citation of a part of a requirement block.

    Args:
        source: text of the source.
        post: the row.
        block: name of the block.
        text: words of the block.
        start: first character of the part.
        end: behind the last.
    """
    cells = [cell for cell in post.cells if cell.role in (block, "requirements") and cell.span]
    for cell in cells:
        found = source.find(text[start:end], cell.span, text[:start]) if cell.span else None
        if found:
            return found
    found = source.find(text[start:end], post.citation.span)
    return found or post.citation


def cite_heading(source: Source, heading: str, post: Post) -> Citation:
    """Return the last printed place of a heading in front of a row, else the first behind it."""
    length = len(source.text)
    span = post.citation.span
    pattern = _solid(heading)
    before = _heading_before(source.text, pattern, span.start)
    at = before if before is not None else source.text.find(pattern, span.end)
    if at < 0:
        return post.citation
    line = source.text.count("\n", 0, at) + 1
    outer = Span(line_start=line, line_end=line, start=at, end=min(at + len(pattern), length))
    return source.cite(outer)


def _heading_before(text: str, pattern: str, end: int) -> int | None:
    at = text.rfind(pattern, 0, end)
    return at if at >= 0 else None


def _solid(text: str) -> str:
    return "".join(text.split())
