"""Whether a catalogue holds on a day, as it says itself."""

import re
from datetime import date

from jinque.model import Attested, Metadata, Words
from jinque.model.assessment import Standing, Validity

_YEAR = re.compile(r"(?:19|20)\d{2}")


def standing_on(metadata: Metadata, on: date) -> Standing:
    """Return what a catalogue says of its validity on a day; today's catalogues say nothing.

    A first day alone makes nothing valid: until when it holds is then still not stated.
    """
    begins, ends = metadata.effective_from.value, metadata.effective_to.value
    year = next((year for fact in _dated(metadata) if (year := _year(fact.value))), None)
    day = on.isoformat()
    if ends and ends <= day:
        reason = Words(zh=f"目录载明有效至 {ends}（不含）", en=f"stated to hold until {ends}")
        return Standing(validity=Validity.REPEALED, text_year=year, reason=reason)
    if begins and ends and begins <= day:
        reason = Words(
            zh=f"目录载明自 {begins} 至 {ends}（不含）有效", en=f"holds from {begins} to {ends}"
        )
        return Standing(validity=Validity.IN_FORCE, text_year=year, reason=reason)
    reason = Words(
        zh="目录未载明有效期；可能已有新版", en="no validity is stated; a newer edition may exist"
    )
    return Standing(validity=Validity.NOT_STATED, text_year=year, reason=reason)


def _dated(metadata: Metadata) -> tuple[Attested, ...]:
    return (metadata.issued_on, metadata.effective_from, metadata.title)


def _year(value: str | None) -> str | None:
    found = _YEAR.search(value or "")
    return found[0] if found else None
