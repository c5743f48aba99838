"""What `/api/v1` answers of the faults found in reading."""

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
