"""What is decided for a title, in short."""

from typing import NamedTuple

from jinque.model import CodingOutcome


class Verdict(NamedTuple):
    """The answer for one title without candidates and evidence.

    Attributes:
        outcome: None for a title that is empty or too long to be one.
        code: of the first candidate; None where none came near.
        name: official name of `code`.
        probability: that `code` is right, 0 to 1.
        at_least: as in `CodedTitle`.
        no_code_probability: that no national code fits.
    """

    outcome: CodingOutcome | None
    code: str | None
    name: str | None
    probability: float | None
    at_least: str | None
    no_code_probability: float | None
