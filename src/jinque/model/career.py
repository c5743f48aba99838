"""What a person learnt and where they worked; every fact is optional, and unknown is not no."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Education:
    """One completed education.

    Attributes:
        level: education level (学历) as printed: `大专`, `本科`, `硕士`; None when unknown.
        degree: `学士`, `硕士`, `博士`; empty where none was awarded, None when unknown.
        is_full_time: None when unknown.
        majors: names as on the diploma; None when unknown.
        year: year of graduation; None when unknown.
    """

    level: str | None = None
    degree: str | None = None
    is_full_time: bool | None = None
    majors: tuple[str, ...] | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkSpell:
    """A time in one post.

    Attributes:
        begun_on: first day.
        ended_on: last day; None while it goes on.
        occupation: what was done; None when unknown.
        industry: None when unknown.
        institution: kind or name of the employer; None when unknown.
        is_management: None when unknown.
        code: code of the occupation in the classification of 2022; None when unknown.
    """

    begun_on: date
    ended_on: date | None = None
    occupation: str | None = None
    industry: str | None = None
    institution: str | None = None
    is_management: bool | None = None
    code: str | None = None

    def __post_init__(self) -> None:
        if self.ended_on is not None and self.ended_on < self.begun_on:
            raise ValueError(f"work ended {self.ended_on} before it began {self.begun_on}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageHeld:
    """A language that the person commands; `level` in their own words, None when unknown."""

    language: str
    level: str | None = None
