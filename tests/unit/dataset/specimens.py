"""Small editions made by hand, for tests that need rows but no source document."""

from typing import Any

from jinque.model import (
    Attested,
    Citation,
    Clause,
    Edition,
    EditionSummary,
    Kind,
    Metadata,
    Post,
    PrintedCell,
    PublishedEdition,
    Report,
    Shortage,
    Span,
    Status,
)

SHA256 = "ab" * 32
NOT_STATED = Attested(status=Status.NOT_STATED, basis_zh="原文未印", basis_en="not printed")


def citation(line: int = 1, quote: str = "1\t焊工") -> Citation:
    span = Span(line_start=line, line_end=line, start=0, end=len(quote))
    return Citation(source_sha256=SHA256, span=span, quote=quote)


def stated(value: str) -> Attested:
    return Attested(value=value, status=Status.STATED, citation=citation(quote=value))


def cell(heading: str, text: str, role: str | None = None) -> PrintedCell:
    return PrintedCell(heading=heading, role=role, text=text, span=None)


def post(name: str = "焊工", **changes: object) -> Post:
    """Make a post; `serial` sets order and identifier too."""
    values: dict[str, Any] = {"serial": 1, **changes}
    serial = values["serial"]
    values = {
        "id": f"demo:装备制造:{serial}",
        "order": serial,
        "edition_id": "demo",
        "kind": Kind.POST,
        "section": ("装备制造",),
        "industry": "装备制造",
        "region": None,
        "serial_printed": serial,
        "code": "6-18-02-04",
        "name": name,
        "name_printed": name,
        "markers": (),
        "shortage": Shortage(printed="★★★", scale="stars_5", value=3, index=None),
        "pay_cny_10k_year": None,
        "series": None,
        "requirements": None,
        "cells": (cell("序号", str(serial), "serial"), cell("岗位名称", name, "name")),
        "notes": (),
        "citation": citation(),
    } | values
    return Post(**values)


def clause(**changes: object) -> Clause:
    values: dict[str, Any] = {
        "id": "demo:一（一）",
        "order": 1,
        "edition_id": "demo",
        "section": ("办法", "总则"),
        "ref": "一（一）",
        "text": "本办法自公布之日起施行。",
        "citation": citation(quote="本办法自公布之日起施行。"),
    }
    return Clause(**{**values, **changes})


def metadata(**changes: object) -> Metadata:
    facts: dict[str, Any] = dict.fromkeys(
        (
            *("title", "publisher", "document_number", "place", "issued_on", "effective_from"),
            *("effective_to", "classification_edition", "scope"),
        ),
        NOT_STATED,
    )
    return Metadata(**{**facts, **changes})


def edition(*posts: Post, **changes: object) -> Edition:
    values: dict[str, Any] = {
        "id": "demo",
        "source_sha256": SHA256,
        "source_name": "demo.txt",
        "metadata": metadata(),
        "headings": ("序号", "岗位名称"),
        "sections": (),
        "posts": posts,
        "clauses": (),
        "notes": (),
    }
    return Edition(**{**values, **changes})


def published(*posts: Post, **changes: object) -> PublishedEdition:
    made = edition(*posts, **changes)
    summary = EditionSummary(
        id=made.id,
        version=1,
        published_at="2026-01-01T00:00:00Z",
        source_sha256=made.source_sha256,
        source_name=made.source_name,
        metadata=made.metadata,
        counts={"post": len(posts)},
        issues={},
        sections=made.sections,
        is_builtin=False,
    )
    report = Report(rows_in=len(posts), rows_out=len(posts), rows_rejected=0, issues=())
    return PublishedEdition(summary=summary, edition=made, report=report)
