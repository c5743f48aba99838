"""The nouns: frozen, without IO and without any third-party package."""

from jinque.model.answer import (
    EditionSummary,
    IngestAnswer,
    PostAnswer,
    PublishedEdition,
    SourceLine,
)
from jinque.model.catalogue import Clause, Edition, Note, Section
from jinque.model.classification import Classification, Level, Occupation
from jinque.model.document import Block, Cell, Document, Paragraph, Place, Row, Span, Table
from jinque.model.issue import Issue, Report, Severity
from jinque.model.metadata import Attested, Band, Citation, Metadata, Scale, Status
from jinque.model.post import Kind, Marker, Post, PrintedCell, Requirements, Shortage
from jinque.model.profile import Profile
from jinque.model.search import (
    FacetValue,
    Passage,
    SearchAnswer,
    SearchHit,
    SearchRequest,
)
from jinque.model.words import Words

__all__ = [
    "Attested",
    "Band",
    "Block",
    "Cell",
    "Citation",
    "Classification",
    "Clause",
    "Document",
    "Edition",
    "EditionSummary",
    "FacetValue",
    "IngestAnswer",
    "Issue",
    "Kind",
    "Level",
    "Marker",
    "Metadata",
    "Note",
    "Occupation",
    "Paragraph",
    "Passage",
    "Place",
    "Post",
    "PostAnswer",
    "PrintedCell",
    "Profile",
    "PublishedEdition",
    "Report",
    "Requirements",
    "Row",
    "Scale",
    "SearchAnswer",
    "SearchHit",
    "SearchRequest",
    "Section",
    "Severity",
    "Shortage",
    "SourceLine",
    "Span",
    "Status",
    "Table",
    "Words",
]
