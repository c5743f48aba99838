"""Moments as the record writes them."""

from datetime import UTC, datetime

_FORM = "%Y-%m-%dT%H:%M:%SZ"


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def stamped(moment: datetime) -> str:
    """Return a moment as text, whose order is that of time."""
    return moment.astimezone(UTC).strftime(_FORM)


def time_of(text: str) -> datetime:
    """Return the moment that a text of the record tells."""
    return datetime.strptime(text, _FORM).replace(tzinfo=UTC)
