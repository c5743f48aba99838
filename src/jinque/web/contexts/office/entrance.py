"""Signing in, and another password."""

from dataclasses import dataclass

from jinque.errors import JinqueError
from jinque.model import Words
from jinque.web.desk import DeskView


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a form was not carried out.

    Attributes:
        field: the field at fault, or empty.
        hint: what to do next.
    """

    code: str
    field: str
    message: Words
    hint: Words | None

    @classmethod
    def of(cls, fault: JinqueError) -> "Refusal":
        """Put an error into words."""
        hint = Words(zh=fault.hint_zh, en=fault.hint_en) if fault.hint_zh else None
        said = Words(zh=fault.zh, en=fault.en)
        return cls(code=fault.code, field=fault.where, message=said, hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInContext:
    """What `/office/sign-in` shows.

    Attributes:
        to: page of the office that signing in leads to.
        name: as typed before, or empty.
        form_token: what the form has to carry.
        refusal: why signing in failed; None at the first look.
    """

    to: str
    name: str
    form_token: str
    refusal: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordContext:
    """What `/office/password` shows.

    Attributes:
        refusal: why the password was not changed; None at the first look.
        is_changed: it was changed just now.
    """

    desk: DeskView
    refusal: Refusal | None
    is_changed: bool
