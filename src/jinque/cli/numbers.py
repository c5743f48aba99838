"""Numbers as people type them."""

from dataclasses import replace

from jinque.errors import InvalidOptionError
from jinque.model import SearchRequest


def whole_number(option: str, typed: str, most: int | None = None) -> int:
    """Return a whole number from 0; full-width digits are digits too.

    Args:
        option: the option, for the message.
        typed: what was typed behind it.
        most: the largest number that will do; None leaves that to whoever uses it.

    Raises:
        InvalidOptionError: it is none.
    """
    number = int(typed) if typed.strip().isdecimal() else None
    if number is not None and (most is None or number <= most):
        return number
    range_zh, range_en = ("", "") if most is None else (f" 0 到 {most} 的", f" from 0 to {most}")
    raise InvalidOptionError(
        f"{option} 的值“{typed}”不对。",
        f"{option} cannot be “{typed}”.",
        where=option,
        hint_zh=f"请给出一个{range_zh}整数。",
        hint_en=f"Give a whole number{range_en}.",
    )


def paged(request: SearchRequest, limit: str, offset: str) -> SearchRequest:
    """Return the request for the page that `--limit` and `--offset` ask for.

    Raises:
        InvalidOptionError: one of them is no number.
    """
    return replace(
        request, limit=whole_number("--limit", limit), offset=whole_number("--offset", offset)
    )
