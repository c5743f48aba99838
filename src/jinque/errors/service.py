"""What the interface for programs refuses."""

from jinque.errors.tree import WrongCallError


class FormatNotOfferedError(WrongCallError):
    """None of the formats that the client accepts is offered."""

    code = "format_not_offered"


class StaleCursorError(WrongCallError):
    """A cursor is not of the list asked for: the filters are others, or the record changed."""

    code = "cursor_stale"


class TooManyRequestsError(WrongCallError):
    """One address asked more often than the limit allows; later requests are answered again."""

    code = "too_many_requests"
