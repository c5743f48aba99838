"""An edition in short, and the facts and scale that its pages show.

Values that an office put in place of printed ones.

Addresses of ladder pages, for pages that lead there.

How a post stands to the national classification.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import cast

from jinque import api
from jinque.model import Attested, EditionSummary, Link, LinkCandidate, Metadata, Post, Scale, Words

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


def corrected_cells(post: Post) -> dict[str, str]:
    """Return the values by heading, under the keys that the cells of the row have."""
    values = {each.field: each.value for each in post.corrections}
    keys = cast("dict[str, str]", api.to_json(post)["cells"]) if values else {}
    return {
        key: values[cell.role]
        for key, cell in zip(keys, post.cells, strict=False)
        if cell.role in values
    }


def ladder_hrefs(workspace: api.Workspace, post_ids: Iterable[str]) -> dict[str, str]:
    """Return the address of the ladder for each of the rows that the rules' table holds."""
    book = api.ladder(workspace)
    wanted = set(post_ids)
    return {
        row.post_id: f"/ladder/occupations/{row.serial}"
        for row in (book.rows.values() if book else ())
        if row.post_id in wanted
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateView:
    """An entry that a name suggests; never a link by itself.

    Attributes:
        classification: edition that the code belongs to.
        likeness: `same_name`, `former_name` or `near_name`.
    """

    code: str
    name: str
    classification: str
    likeness: str
    reason: Words

    @classmethod
    def of(cls, candidate: LinkCandidate) -> "CandidateView":
        """Flatten `candidate`."""
        return cls(
            code=candidate.code,
            name=candidate.name,
            classification=candidate.edition,
            likeness=candidate.likeness.value,
            reason=candidate.reason,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A post and the entry it names.

    Attributes:
        status: one of the statuses of docs/reference/classification.md.
        code: None where the post is not linked.
        classification: edition that the code belongs to; None without a code.
    """

    status: str
    code: str | None
    classification: str | None
    reason: Words
    candidates: tuple[CandidateView, ...]

    @classmethod
    def of(cls, link: Link) -> "LinkView":
        """Flatten `link`."""
        return cls(
            status=link.status.value,
            code=link.code,
            classification=link.edition,
            reason=link.reason,
            candidates=tuple(CandidateView.of(each) for each in link.candidates),
        )
