"""The JSON shapes of what stands inside an answer of the ladder: rules, findings, questions."""

from collections.abc import Iterable
from datetime import date

from jinque.model import Citation, Words
from jinque.model.cited_rule import CitedRule, RulesInForce
from jinque.model.fact import MissingFact
from jinque.model.finding import Finding
from jinque.model.ladder import Forwarding, Superseding
from jinque.model.title_table import TableRow


def words(both: Words) -> dict[str, str]:
    """Return a sentence in both languages."""
    return {"zh": both.zh, "en": both.en}


def day(given: date | None) -> str | None:
    """Return a day as ISO 8601."""
    return given.isoformat() if given else None


def citation_dict(citation: Citation) -> dict[str, object]:
    """Return where words stand in the source, as in a row."""
    return {
        "source_sha256": citation.source_sha256,
        "line_start": citation.span.line_start,
        "line_end": citation.span.line_end,
        "quote": citation.quote,
    }


def rule_dict(rule: CitedRule) -> dict[str, object]:
    """Return a rule with its words and their place."""
    return {
        "id": rule.id,
        "kind": rule.kind.value,
        "clause": rule.clause,
        "quote": rule.quote,
        "english": rule.english,
        "note": rule.note and words(rule.note),
        "citation": citation_dict(rule.citation),
    }


def finding_dict(finding: Finding) -> dict[str, object]:
    """Return what was found of one condition."""
    return {
        "kind": finding.kind,
        "outcome": finding.outcome.value,
        "reason": words(finding.reason),
        "rule": finding.rule or None,
        "clause": finding.clause,
        "quote": finding.quote,
        "citation": citation_dict(finding.citation),
        "missing": facts(finding.missing),
        "earliest_date": day(finding.earliest_date),
    }


def facts(missing: Iterable[MissingFact]) -> list[dict[str, object]]:
    """Return the questions for facts that nobody gave."""
    return [
        {"fact": each.fact.value, "about": each.about or None, "question": words(each.question)}
        for each in missing
    ]


def row_dict(row: TableRow) -> dict[str, object]:
    """Return a row of the table of occupations and title series."""
    return {
        "post": row.post_id,
        "serial": row.serial,
        "name": row.name,
        "series": [{"name": one.name, "speciality": one.speciality} for one in row.series],
        "printed": row.printed,
        "is_group": row.is_group,
        "codes": list(row.codes),
        "citation": citation_dict(row.citation),
    }


def document_dict(document: RulesInForce) -> dict[str, object]:
    """Return the document of the rules, and from when it holds by either reading."""
    return {
        "ladder": document.ladder_id,
        "edition": document.edition_id,
        "title": document.title,
        "document_number": document.document_number,
        "publisher": document.publisher,
        "place": document.place,
        "issued_on": document.issued_on,
        "effective_from": day(document.effective_from),
        "basis": words(document.basis),
        "alternative_from": day(document.alternative_from),
        "alternative": document.alternative and words(document.alternative),
        "supersedes": [_superseding(older) for older in document.supersedes],
        "forwarded_by": [_forwarding(notice) for notice in document.forwarded_by],
        "rules": [rule_dict(rule) for rule in document.rules],
    }


def _superseding(older: Superseding) -> dict[str, object]:
    return {
        "document_number": older.document_number,
        "is_repealed": older.is_repealed,
        "note": words(older.note),
    }


def _forwarding(notice: Forwarding) -> dict[str, object]:
    return {
        "document_number": notice.document_number,
        "publisher": notice.publisher,
        "issued_on": day(notice.issued_on),
        "note": words(notice.note),
    }
