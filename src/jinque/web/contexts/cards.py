"""An edition in short, and the facts and scale that its pages show."""

from dataclasses import dataclass, fields

from jinque.model import Attested, EditionSummary, Metadata, Scale, Words

Row = dict[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact of an edition and what it rests on.

    Attributes:
        value: as in the document, dates as ISO 8601; None when not stated.
        status: `stated`, `inferred` or `not_stated`.
        basis: what an inference rests on or what is missing; None when plainly stated.
        quote: the printed words; None where none are cited.
        line_start: first line of the quote, counted from 1.
        line_end: last line, inclusive.
    """

    value: str | None
    status: str
    basis: Words | None
    quote: str | None
    line_start: int | None
    line_end: int | None

    @classmethod
    def of(cls, attested: Attested) -> "Fact":
        """Flatten `attested`."""
        cited = attested.citation
        has_basis = bool(attested.basis_zh and attested.basis_en)
        return cls(
            value=attested.value,
            status=attested.status.value,
            basis=Words(zh=attested.basis_zh, en=attested.basis_en) if has_basis else None,
            quote=cited.quote if cited else None,
            line_start=cited.span.line_start if cited else None,
            line_end=cited.span.line_end if cited else None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BandView:
    """The interval of an index that a label stands for, as `[0.4-1]`, brackets as printed."""

    label: str
    interval: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleView:
    """How an edition prints shortage.

    Attributes:
        labels: from weakest to strongest, as printed.
        order: whether the document states that order.
    """

    code: str
    labels: tuple[str, ...]
    order: Fact
    bands: tuple[BandView, ...]

    @classmethod
    def of(cls, scale: Scale | None) -> "ScaleView | None":
        """Flatten `scale`; None stays None."""
        if scale is None:
            return None
        bands = tuple(
            BandView(
                label=band.label,
                interval=f"{'[' if band.includes_lower else '('}{band.lower:g}-{band.upper:g}"
                f"{']' if band.includes_upper else ')'}",
            )
            for band in scale.bands
        )
        order = Fact.of(scale.order)
        return cls(code=scale.code, labels=scale.labels, order=order, bands=bands)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionCard:
    """An edition in short.

    Attributes:
        facts: by name of the fact, in the fixed order of the metadata.
        counts: rows by kind, zeros left out.
        rows: rows of all kinds but clauses.
        issues: number of issues by severity, zeros left out.
    """

    id: str
    version: int
    published_at: str
    source_name: str
    source_sha256: str
    is_builtin: bool
    facts: dict[str, Fact]
    counts: dict[str, int]
    rows: int
    issues: dict[str, int]

    @classmethod
    def of(cls, summary: EditionSummary) -> "EditionCard":
        """Shorten `summary`."""
        return cls(
            id=summary.id,
            version=summary.version,
            published_at=summary.published_at,
            source_name=summary.source_name,
            source_sha256=summary.source_sha256,
            is_builtin=summary.is_builtin,
            facts=_facts(summary.metadata),
            counts=summary.counts,
            rows=sum(count for kind, count in summary.counts.items() if kind != "clause"),
            issues=summary.issues,
        )


def _facts(metadata: Metadata) -> dict[str, Fact]:
    values = ((field.name, getattr(metadata, field.name)) for field in fields(metadata))
    return {name: Fact.of(value) for name, value in values if isinstance(value, Attested)}
