"""An error as a page."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from jinque import api
from jinque.errors import (
    JinqueError,
    UnknownEditionError,
    UnknownOccupationError,
    UnknownPostError,
)

_CODE = re.compile(r"\d(?:-\d{2}){0,4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorBody:
    """The one shape of an error.

    Attributes:
        code: stable name.
        message: what is wrong, naming the offending value.
        where: the place at fault; empty when there is none.
        hint: what to do next.
    """

    code: str
    message: str
    where: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorContext:
    """What stands in place of a page that cannot be shown; all that the JSON twin has."""

    error: ErrorBody

    @classmethod
    def of(cls, fault: JinqueError, language: str) -> "ErrorContext":
        """Put `fault` into one language."""
        return cls(error=ErrorBody(**fault.to_dict(language)["error"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A page that the reader may have meant."""

    id: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorPage:
    """The same error for a reader: what its hint names can be followed."""

    error: ErrorBody
    near: tuple[Near, ...]

    @classmethod
    def of(cls, workspace: api.Workspace, fault: JinqueError, language: str) -> "ErrorPage":
        """Put `fault` into one language, with links to the identifiers in its hint."""
        body = ErrorContext.of(fault, language).error
        named = dict.fromkeys(re.split(r"[、：，？\s]+", fault.hint_zh))
        if isinstance(fault, UnknownEditionError):
            known, page = {each.id for each in api.catalogues(workspace)}, "editions"
        elif isinstance(fault, UnknownPostError) and ":" in fault.where:
            edition = api.edition(workspace, fault.where.partition(":")[0]).edition
            known, page = {post.id for post in edition.posts}, "posts"
        elif isinstance(fault, UnknownOccupationError):
            known, page = {each for each in named if _CODE.fullmatch(each)}, "occupations"
        else:
            known, page = set(), ""
        near = (Near(id=each, href=f"/{page}/{quote(each, safe='/:')}") for each in named)
        return cls(error=body, near=tuple(each for each in near if each.id in known))
