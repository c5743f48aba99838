"""The JSON shape of what is known of an edition as a whole."""

from jinque.model import Attested, Metadata, Scale, Section
from jinque.model.metadata import FACTS


def metadata_dict(metadata: Metadata) -> dict[str, object]:
    """Return the facts of an edition, each with its status and what it rests on."""
    facts: dict[str, object] = {name: _fact(getattr(metadata, name)) for name in FACTS}
    return {**facts, "scale": metadata.scale and _scale(metadata.scale)}


def _fact(fact: Attested) -> dict[str, object]:
    return {
        "value": fact.value,
        "status": fact.status.value,
        "basis": {"zh": fact.basis_zh, "en": fact.basis_en},
        "line": fact.citation.span.line_start if fact.citation else None,
        "quote": fact.citation.quote if fact.citation else "",
    }


def _scale(scale: Scale) -> dict[str, object]:
    return {
        "code": scale.code,
        "labels": list(scale.labels),
        "order": _fact(scale.order),
        "bands": [
            {
                "label": band.label,
                "lower": band.lower,
                "upper": band.upper,
                "includes_lower": band.includes_lower,
                "includes_upper": band.includes_upper,
            }
            for band in scale.bands
        ],
    }


def section_dict(section: Section) -> dict[str, object]:
    """Return a run of rows under one heading."""
    return {
        "path": list(section.path),
        "status": section.status.value,
        "is_open_list": section.is_open_list,
        "rows": section.rows,
    }
