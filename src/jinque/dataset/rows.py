"""The export contract: keys, their order, and what stands for nothing (docs/reference/json.md)."""

from collections.abc import Iterator

from jinque.model import Citation, Clause, Edition, Kind, Post, PrintedCell, Requirements, Shortage
from jinque.model.correction import Correction

CLAUSE = "clause"
ROW_KINDS: tuple[str, ...] = (*(kind.value for kind in Kind), CLAUSE)


def default_kind(edition: Edition) -> str:
    """Return the kind that an export shows when none is asked for.

    Posts where the edition has any, else the first kind of `ROW_KINDS` that it has; `post` for
    an edition without a row.
    """
    present = {post.kind.value for post in edition.posts} | ({CLAUSE} if edition.clauses else set())
    return next((kind for kind in ROW_KINDS if kind in present), Kind.POST.value)


def rows(edition: Edition, kind: str) -> Iterator[dict[str, object]]:
    """Yield the edition's rows of one kind in printed order, each in the shape of the contract.

    Args:
        edition: any edition.
        kind: one of `ROW_KINDS`; clauses have a shape of their own.
    """
    if kind == CLAUSE:
        yield from (clause_dict(clause) for clause in edition.clauses)
    else:
        yield from (row_dict(post) for post in edition.posts if post.kind == kind)


def row_dict(post: Post) -> dict[str, object]:
    """Return a post in the shape of the export contract, keys in the contract's order."""
    return {
        "id": post.id,
        "order": post.order,
        "edition": post.edition_id,
        "kind": post.kind.value,
        "section": list(post.section),
        "industry": post.industry,
        "region": post.region,
        "serial": post.serial,
        "serial_printed": post.serial_printed,
        "code": post.code,
        "name": post.name,
        "name_printed": post.name_printed,
        "markers": [marker.value for marker in post.markers],
        "shortage": post.shortage and _shortage(post.shortage),
        "pay_cny_10k_year": post.pay_cny_10k_year,
        "series": None if post.series is None else list(post.series),
        "requirements": post.requirements and _requirements(post.requirements),
        "cells": _cells(post.cells),
        "notes": list(post.notes),
        "citation": _citation(post.citation),
        "corrections": [_correction(each) for each in post.corrections],
    }


def clause_dict(clause: Clause) -> dict[str, object]:
    """Return a clause in the shape of the export contract for clauses."""
    return {
        "id": clause.id,
        "order": clause.order,
        "edition": clause.edition_id,
        "kind": CLAUSE,
        "section": list(clause.section),
        "ref": clause.ref,
        "text": clause.text,
        "citation": _citation(clause.citation),
    }


def _shortage(shortage: Shortage) -> dict[str, object]:
    return {
        "printed": shortage.printed,
        "scale": shortage.scale,
        "value": shortage.value,
        "index": shortage.index,
    }


def _requirements(requirements: Requirements) -> dict[str, object]:
    return {
        "ability": requirements.ability,
        "education": requirements.education,
        "experience": requirements.experience,
        "other": requirements.other,
    }


def _correction(correction: Correction) -> dict[str, object]:
    return {
        "field": correction.field,
        "printed": correction.printed,
        "value": correction.value,
        "reason": correction.reason,
        "decided_on": correction.decided_on,
    }


def _cells(cells: tuple[PrintedCell, ...]) -> dict[str, str]:
    """Key the texts by heading; a heading printed again gets `#2`, so that no cell is lost."""
    texts: dict[str, str] = {}
    for cell in cells:
        key, number = cell.heading, 1
        while key in texts:
            number += 1
            key = f"{cell.heading}#{number}"
        texts[key] = cell.text
    return texts


def _citation(citation: Citation) -> dict[str, object]:
    return {
        "source_sha256": citation.source_sha256,
        "line_start": citation.span.line_start,
        "line_end": citation.span.line_end,
        "quote": citation.quote,
    }
