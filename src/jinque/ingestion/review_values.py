"""Values that a person may put in place of printed ones."""

from datetime import date

from jinque.ingestion.review_faults import bad_date, bad_value, no_reason

LONGEST_VALUE = 2_000
LONGEST_REASON = 1_000


def checked_value(value: str | None, field: str | None) -> str:
    """Return a value without outer blanks.

    Raises:
        DecisionError: it is blank, too long, or holds characters that no page shows.
    """
    text = (value or "").strip()
    if not text or len(text) > LONGEST_VALUE or not _can_be_shown(text):
        raise bad_value(field, LONGEST_VALUE)
    return text


def checked_reason(reason: str) -> str:
    """Return a reason without outer blanks.

    Raises:
        DecisionError: it is blank, too long, or holds characters that no page shows.
    """
    text = reason.strip()
    if not text or len(text) > LONGEST_REASON or not _can_be_shown(text):
        raise no_reason(LONGEST_REASON)
    return text


def checked_date(value: str, field: str) -> str:
    """Return a date in the ISO form.

    Raises:
        DecisionError: there is no such day, or it is written otherwise.
    """
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as fault:
        raise bad_date(field, value) from fault


def _can_be_shown(text: str) -> bool:
    return all(character.isprintable() or character in "\n\t" for character in text)
