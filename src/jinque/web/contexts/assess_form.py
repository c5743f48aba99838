"""The fields of a self-check: six questions to begin with, then what can still change a verdict."""

from collections.abc import Iterator

from jinque.web.contexts.assess_field import (
    FieldsView,
    FieldView,
    answer_field,
    fields_of,
    names,
    nationality_field,
    none_field,
    plain_field,
    title_field,
)
from jinque.web.contexts.assess_fields import Given, is_answer

_MOST_ROWS = 20


def six_questions(given: Given) -> tuple[FieldsView, ...]:
    """Return the questions that a self-check begins with."""
    return (
        FieldsView(key="nationality", fields=(nationality_field(given),)),
        FieldsView(key="education", fields=fields_of(given, "educations.1.", ("level", "degree"))),
        FieldsView(key="majors", fields=fields_of(given, "educations.1.", ("majors",))),
        FieldsView(key="graduate", fields=(plain_field(given, "is_graduate_of_year", "yes_no"),)),
        FieldsView(key="aim", fields=(plain_field(given, "aim", "text"),)),
        FieldsView(key="work", fields=work_fields(given, 1)),
    )


def all_questions(given: Given, add: str, but: frozenset[str]) -> tuple[FieldsView, ...]:
    """Return every question with what was answered, those named in `but` left out.

    Args:
        given: the fields as sent.
        add: `educations` or `work`: one empty row more.
        but: names of fields that are asked elsewhere on the page.
    """
    left = (
        FieldsView(
            key=each.key,
            number=each.number,
            fields=tuple(field for field in each.fields if field.name not in but),
        )
        for each in _every(given, add, but)
    )
    return tuple(each for each in left if each.fields)


def _every(given: Given, add: str, but: frozenset[str]) -> Iterator[FieldsView]:
    yield FieldsView(key="nationality", fields=(nationality_field(given),))
    yield from _rows(given, "educations", add)
    yield FieldsView(key="graduate", fields=(plain_field(given, "is_graduate_of_year", "yes_no"),))
    yield FieldsView(key="aim", fields=(plain_field(given, "aim", "text"),))
    yield from _rows(given, "work", add)
    yield FieldsView(key="titles", fields=(title_field(given),))
    yield FieldsView(key="certificates", fields=(names(given, "certificates"),))
    yield FieldsView(key="tools", fields=(names(given, "tools"),))
    yield from _rows(given, "languages", add)
    yield FieldsView(key="awards", fields=(names(given, "awards"),))
    yield FieldsView(key="answered", fields=tuple(_answered(given, but)))
    yield FieldsView(key="on", fields=(plain_field(given, "on", "day"),))


def education_fields(given: Given, number: int) -> tuple[FieldView, ...]:
    """Return the fields of one education."""
    keys = ("level", "degree", "majors", "is_full_time", "year")
    return fields_of(given, f"educations.{number}.", keys)


def work_fields(given: Given, number: int) -> tuple[FieldView, ...]:
    """Return the fields of one time of work; the first can say that there was none."""
    none = (none_field(given, "work"),) if number == 1 else ()
    keys = ("occupation", "begun_on", "ended_on", "is_management", "industry")
    return (*none, *fields_of(given, f"work.{number}.", keys))


def language_fields(given: Given, number: int) -> tuple[FieldView, ...]:
    """Return the fields of one language."""
    return fields_of(given, f"languages.{number}.", ("language", "language_level"))


_OF_ROW = {"educations": education_fields, "work": work_fields, "languages": language_fields}


def rows_given(given: Given, key: str) -> int:
    """Return how many rows of a list were sent."""
    numbers = [name.split(".")[1] for name in given if name.startswith(f"{key}.")]
    return min(_MOST_ROWS, max((int(each) for each in numbers if each.isdecimal()), default=0))


def _rows(given: Given, key: str, add: str) -> Iterator[FieldsView]:
    count = max(1, rows_given(given, key)) + (add == key)
    for number in range(1, count + 1):
        yield FieldsView(key=key, number=number, fields=_OF_ROW[key](given, number))


def _answered(given: Given, but: frozenset[str]) -> Iterator[FieldView]:
    for name, values in given.items():
        if is_answer(name) and name not in but:
            yield answer_field(given, name, tuple(values))
