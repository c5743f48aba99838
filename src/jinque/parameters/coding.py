"""How titles are cleaned and how likely a candidate is, as dated data."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
import yaml

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWords:
    """Words that surround a title and are no part of the work.

    Attributes:
        decoration: words of pay, benefits, urgency and platforms.
        rank_prefixes: ranks and stages in front of a title.
        rank_suffixes: ranks, stages and forms of address behind it.
        endings: ending of an official name -> endings that people use instead.
        headings: `title`, `description` or `industry` -> headings of such a column.
    """

    decoration: tuple[str, ...]
    rank_prefixes: tuple[str, ...]
    rank_suffixes: tuple[str, ...]
    endings: dict[str, tuple[str, ...]]
    headings: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How the likeness of texts becomes a probability, fitted by `bench/titles/calibrate.py`.

    Attributes:
        fitted_on: the parts of the gold set used.
        made: day of the fit, ISO 8601.
        sharpness: a text counts `exp(sharpness * likeness)` towards its code.
        exact: probability of a code for which the very title speaks alone.
        borne_out: the same where an official text, or the likeness of the others, agrees.
        constant: of the logistic curve for titles that no text has.
        likeness: weight of the likeness of the nearest text, 0 to 1, in that curve.
        share: weight of the log odds of the code's share among all codes in it.
        rest: probability that a right code is among the other candidates, where the first is
            wrong.
        coded_from: probability from which a title is coded without a person.
        least_likeness: below it, nothing is coded without a person, however likely: a text that
            is no title at all is near to something, too.
        no_code_from: probability from which a title is said to have no national code.
        class_from: share from which candidates agree on a class.
    """

    fitted_on: str
    made: str
    sharpness: float
    exact: float
    borne_out: float
    constant: float
    likeness: float
    share: float
    rest: float
    coded_from: float
    least_likeness: float
    no_code_from: float
    class_from: float


@cache
def load_title_words() -> TitleWords:
    """Return the words that ship with the package."""
    return _read("coding.yaml", TitleWords)


@cache
def load_calibration() -> Calibration:
    """Return the calibration that ships with the package."""
    return _read("calibration.yaml", Calibration)


def _read(name: str, kind: type[_T]) -> _T:
    text = (files("jinque.parameters") / "data" / name).read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), kind)
