"""Majors (专业) of the official catalogues, and how a held one stands to a printed one."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Major:
    """A major of one level.

    Attributes:
        code: as in the newest list that has it; `080902`, `080717T`.
        level: `本科`, `职业本科`, `高职专科` or `中职`.
        discipline: 学科门类, of vocational majors 专业大类; empty where no list gives it.
        major_class: 专业类; empty as `discipline`.
        attested_by: lists that have it.
        note: how a list differs; empty otherwise.
    """

    code: str
    name: str
    level: str
    discipline: str
    major_class: str
    attested_by: tuple[str, ...]
    note: str = ""


class MajorLikeness(StrEnum):
    """How a major that is held stands to a printed one."""

    SAME = "same"
    SAME_CLASS = "same_class"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorRelation:
    """The likeness of two majors, with what it rests on.

    `SAME_CLASS` is for people to judge; `OTHER` says only that the lists put them into different
    classes, and `UNKNOWN` that a name is in no list.
    """

    kind: MajorLikeness
    reason: Words
