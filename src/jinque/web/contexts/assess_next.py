"""The fields for facts that can still change a verdict, the most useful first."""

from collections.abc import Iterable, Iterator, Mapping

from jinque.model import Words
from jinque.model.assessment_overview import NextFact
from jinque.model.fact import Fact, MissingFact
from jinque.web.contexts.assess_choices import DEGREES, choices
from jinque.web.contexts.assess_field import (
    FieldsView,
    FieldView,
    answer_field,
    names,
    nationality_field,
    plain_field,
    title_field,
)
from jinque.web.contexts.assess_fields import HAS, Given
from jinque.web.contexts.assess_form import (
    education_fields,
    language_fields,
    rows_given,
    work_fields,
)

MOST_ASKED = 3

_PARTS: Mapping[Fact, Mapping[str, str]] = {
    Fact.EDUCATIONS: {
        "学历": "level",
        "学位": "degree",
        "全日制": "is_full_time",
        "专业": "majors",
    },
    Fact.WORK: {"管理": "is_management", "行业": "industry"},
}
"""What a question about a part of a list is about -> key of that part."""


def next_questions(given: Given, facts: Iterable[NextFact]) -> tuple[FieldsView, ...]:
    """Return the fields for the most useful facts, each with the verdicts that it can change."""
    found = (_question(given, each.fact, each.posts) for each in facts)
    return _first(found)


def missing_questions(given: Given, facts: Iterable[MissingFact]) -> tuple[FieldsView, ...]:
    """Return the fields for the facts that one post lacks."""
    return _first(_question(given, each, 0) for each in facts)


def _first(found: Iterable[FieldsView | None]) -> tuple[FieldsView, ...]:
    """Return the first questions that the form can ask, no field of them twice."""
    asked: set[str] = set()
    chosen: list[FieldsView] = []
    for each in found:
        names_of = {field.name for field in each.fields} if each else set()
        if each and names_of and not names_of & asked and len(chosen) < MOST_ASKED:
            chosen.append(each)
            asked |= names_of
    return tuple(chosen)


def _question(given: Given, missing: MissingFact, posts: int) -> FieldsView | None:
    fields = tuple(_fields(given, missing))
    if not fields:
        return None
    return FieldsView(key=missing.fact.value, fields=fields, about=posts, question=missing.question)


def _fields(given: Given, missing: MissingFact) -> Iterator[FieldView]:
    fact, about = missing.fact, missing.about
    if fact in _PARTS and about:
        yield from _of_rows(given, fact, about)
    elif about:
        yield from (answer_field(given, f"{HAS}{fact}.{each}") for each in about.split("、"))
    elif fact in (Fact.CERTIFICATES, Fact.TOOLS, Fact.AWARDS):
        yield names(given, fact.value)
    else:
        yield from _whole(given, fact)


def _whole(given: Given, fact: Fact) -> Iterator[FieldView]:
    if fact is Fact.NATIONALITY:
        yield nationality_field(given)
    elif fact is Fact.EDUCATIONS:
        yield from education_fields(given, 1)
    elif fact is Fact.WORK:
        yield from work_fields(given, 1)
    elif fact is Fact.LANGUAGES:
        yield from language_fields(given, 1)
    elif fact is Fact.TITLES:
        yield title_field(given)
    elif fact is Fact.IS_GRADUATE_OF_YEAR:
        yield plain_field(given, fact.value, "yes_no")


def _of_rows(given: Given, fact: Fact, about: str) -> Iterator[FieldView]:
    """Yield the field of one part for every row that does not tell of it."""
    key = _PARTS[fact].get(about)
    for number in range(1, rows_given(given, fact.value) + 1):
        name = f"{fact}.{number}.{key}"
        of = given.get(f"{fact}.{number}.occupation") or given.get(f"{fact}.{number}.level")
        if key and name not in given and of:
            label = Words(zh=f"{of[0]}：{about}", en=f"{of[0]}: {about}")
            kind = "yes_no" if key.startswith("is_") else "text"
            options = choices(DEGREES) if key == "degree" else ()
            kind = "choice" if options else kind
            yield FieldView(name=name, question=label, kind=kind, options=options)
