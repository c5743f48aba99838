"""Questionnaire, marks of the law and words of returns, read from YAML."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from jinque.errors import InvalidOptionError
from jinque.locale import Words, joined, read_words, say
from jinque.model.evidence import MarkRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A cell or column of a form.

    Attributes:
        key: what it is called in code.
        heading: as printed.
        names: other headings that mean the same.
        meaning: help beside it.
        short: it stands in the one-page form, too.
    """

    key: str
    heading: str
    names: tuple[str, ...]
    meaning: Words
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyTerms:
    """Everything that `data/shortage/survey.yaml` holds; it explains each."""

    rules: tuple[MarkRule, ...]
    marks: dict[str, Words]
    labels: tuple[Question, ...]
    columns: tuple[Question, ...]
    spells: tuple[Question, ...]
    market: tuple[Question, ...]
    frame: tuple[Question, ...]
    unspecified: frozenset[str]
    totals: frozenset[str]
    open_ended: frozenset[str]
    none: frozenset[str]
    yes: frozenset[str]
    outcomes: dict[str, str]
    sizes: tuple[str, ...]
    pay_most: float

    def rule(self, name: str) -> MarkRule:
        """Return a rule on marks.

        Raises:
            InvalidOptionError: there is none of that name.
        """
        for rule in self.rules:
            if rule.id == name:
                return rule
        names = [rule.id for rule in self.rules]
        raise InvalidOptionError(
            say("There is no rule “{name}” on marks.", name=name),
            where="--rule",
            hint=say("Choose one of: {names}.", names=joined(names)),
        )


@cache
def load_survey_terms() -> SurveyTerms:
    """Return what ships with the package."""
    file = files("jinque.parameters") / "data" / "shortage" / "survey.yaml"
    content = yaml.safe_load(file.read_text(encoding="utf-8"))
    return msgspec.convert(content, SurveyTerms, dec_hook=read_words)
