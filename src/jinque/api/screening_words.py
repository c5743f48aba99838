"""Counts of a roster as faces show them: small ones are left out."""

from collections.abc import Iterator

from jinque.eligibility.screening_overview import people_with, totals_shown
from jinque.model import Words
from jinque.model.assessment import Verdict
from jinque.model.assessment_words import SELF_CHECK_NOTICE, VERDICT_NAMES
from jinque.model.screening import ScreeningAnswer

__all__ = ["SELF_CHECK_NOTICE", "people_by_verdict", "totals_shown"]


def people_by_verdict(answer: ScreeningAnswer) -> Iterator[tuple[Words, int | None]]:
    """Yield how many people have a post of each verdict worth reading; None for 1 or 2."""
    for verdict in (Verdict.MATCHES, Verdict.NOT_YET, Verdict.INCOMPLETE):
        yield VERDICT_NAMES[verdict], people_with(answer, verdict)
