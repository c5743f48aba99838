"""What `/api/v1` answers: the objects of docs/reference/json.md with their types.

A key may be added here; none is renamed, none changes its meaning.

What `/api/v1` answers of the faults found in reading.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueObject:
    """A fault or doubt found in reading; lines are null where nothing printed shows it."""

    code: str
    severity: str
    post: str | None
    section: str | None
    serial: int | None
    line_start: int | None
    line_end: int | None
    message: Sentence
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuePage:
    """Issues of an edition in printed order; `next` is null on the last page."""

    total: int
    issues: list[IssueObject]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Shortage as printed; `value` ranks within `scale` only, 1 the weakest."""

    printed: str
    scale: str
    value: int
    index: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Requirement texts as printed; null is no such text, which is not the printed word 无."""

    ability: str | None
    education: str | None
    experience: str | None
    other: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a row stands in its source; lines from 1, inclusive."""

    source_sha256: str
    line_start: int
    line_end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A value that a person put in place of the printed one, which stays in `cells`."""

    field: str
    printed: str
    value: str
    reason: str
    decided_on: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RowObject:
    """A post, a title mapping or an entry of a running list; pay in 10,000 CNY a year."""

    id: str
    order: int
    edition: str
    kind: str
    section: list[str | None]
    industry: str | None
    region: str | None
    serial: int
    serial_printed: int | None
    code: str | None
    name: str
    name_printed: str
    markers: list[str]
    shortage: Label | None
    pay_cny_10k_year: float | None
    series: list[str] | None
    requirements: Asked | None
    cells: dict[str, str]
    notes: list[str]
    citation: Source
    corrections: list[Corrected]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPage:
    """Rows that match, best first where words are looked for.

    Attributes:
        total: rows that match, on all pages.
        facets: by filter, values with the number of matching rows, falling.
        next: address of the next page; null on the last.
    """

    total: int
    rows: list[RowObject]
    facets: dict[str, dict[str, int]]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A fact about an edition; `status` is `stated`, `inferred` or `not_stated`."""

    value: str | None
    status: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionObject:
    """An edition; `counts` by kind of row and `issues` by severity leave zeros out."""

    id: str
    version: int
    published_at: str
    is_builtin: bool
    is_read_by_older: bool
    source_name: str
    source_sha256: str
    counts: dict[str, int]
    issues: dict[str, int]
    facts: dict[str, Fact]
    versions: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionPage:
    """All editions, built-in ones first, each the newest version."""

    editions: list[EditionObject]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesPage:
    """All rule sets in short, and the years whose working days are announced in the data."""

    rules: list[dict[str, object]]
    years: list[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementQuestion:
    """Who asks what of which rules.

    Attributes:
        rules: identifier of a rule set.
        person: keys of a person's file and facts of the rules, see docs/reference/rules.md.
        on: the day of application; null is today.
        post: identifier of a post; null looks at the posts near to the person's occupation.
    """

    rules: str
    person: dict[str, object]
    on: str | None = None
    post: str | None = None
