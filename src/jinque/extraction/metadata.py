"""What a document itself states of an edition nobody has described yet."""

import re
from collections.abc import Sequence
from dataclasses import replace

from jinque.extraction.bands import read_bands
from jinque.extraction.parts import Part
from jinque.model import (
    Attested,
    Citation,
    Document,
    EditionUse,
    Metadata,
    Note,
    Post,
    Scale,
    Span,
    Status,
)
from jinque.parameters import load_vocabulary

_NOT_STATED = Attested(
    status=Status.NOT_STATED, basis_zh="原文未见，或未能识别", basis_en="not found in the document"
)
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|自治州|县|区)")


def derive_metadata(
    part: Part, document: Document, posts: Sequence[Post], notes: Sequence[Note]
) -> Metadata:
    """Return title, place, scope, classification edition and scale where they are printed.

    Nothing is guessed: what is not found is not stated, for a person to fill in.
    """
    vocabulary = load_vocabulary()
    title = part.title or ""
    place = _PLACE.match(title)
    scope = next((word for word in vocabulary.scope_words if word in title), "")
    edition = re.search(
        rf"《{vocabulary.classification_name}[（(](\d{{4}})年版[）)]》", document.text
    )
    inside = part.title_span
    return Metadata(
        title=_stated(title, document, inside),
        publisher=_NOT_STATED,
        document_number=_NOT_STATED,
        place=_stated(place[0] if place else "", document, inside),
        issued_on=_NOT_STATED,
        effective_from=_NOT_STATED,
        effective_to=_NOT_STATED,
        classification_edition=_stated(
            edition[1] if edition else "", document, _span(document, edition)
        ),
        scope=_stated(scope, document, inside),
        scale=_scale(posts, notes),
    )


def with_edition_used(metadata: Metadata, use: EditionUse) -> Metadata:
    """Return the facts with the edition of the classification that the rows tell.

    What the document or a person states is kept; a contradiction is an issue, not a correction.
    """
    fact = metadata.classification_edition
    if fact.status in (Status.STATED, Status.SUPPLIED) or use.edition is None:
        return metadata
    found = replace(
        fact,
        value=use.edition,
        status=Status.INFERRED,
        basis_zh=f"原文未载明年份，由各行认定：{use.counts.zh}",
        basis_en=f"no year is stated; told by the rows: {use.counts.en}",
    )
    return replace(metadata, classification_edition=found)


def _scale(posts: Sequence[Post], notes: Sequence[Note]) -> Scale | None:
    """Return the scale of the posts; its order is stated only where a note gives bands."""
    printed = next((post.shortage for post in posts if post.shortage), None)
    if printed is None:
        return None
    bands, citation = read_bands(notes)
    labels = _labels(printed.printed, printed.scale)
    return Scale(code=printed.scale, labels=labels, order=_order(labels, citation), bands=bands)


def _labels(printed: str, scale: str) -> tuple[str, ...]:
    vocabulary = load_vocabulary()
    if scale == "stars_5":
        return tuple(vocabulary.star * count for count in range(1, 6))
    return next(s.labels for s in vocabulary.word_scales if printed in s.labels)


def _order(labels: tuple[str, ...], citation: Citation | None) -> Attested:
    if citation:
        return Attested(value=labels[-1], status=Status.STATED, citation=citation)
    return Attested(
        value=labels[-1],
        status=Status.INFERRED,
        basis_zh="原文未说明各等级的强弱次序，按惯例理解",
        basis_en="the order of the labels is not stated; read by convention",
    )


def _stated(value: str, document: Document, span: Span | None) -> Attested:
    if not value or span is None:
        return _NOT_STATED
    quote = document.slice(span)
    citation = Citation(source_sha256=document.source_sha256, span=span, quote=quote)
    return Attested(value=value, status=Status.STATED, citation=citation)


def _span(document: Document, found: re.Match[str] | None) -> Span | None:
    if found is None:
        return None
    line = document.text.count("\n", 0, found.start()) + 1
    return Span(line_start=line, line_end=line, start=found.start(), end=found.end())
