"""The body of a question, a form or JSON, as values by name of field."""

from collections.abc import Iterable

from jinque.errors import InvalidOptionError

_SCALARS = (str, int, float)


def from_form(items: Iterable[tuple[str, object]]) -> dict[str, tuple[str, ...]]:
    """Return the fields of a form that were filled in; an uploaded file is not a value."""
    given: dict[str, tuple[str, ...]] = {}
    for name, value in items:
        if isinstance(value, str) and value.strip():
            given[name] = (*given.get(name, ()), value.strip())
    return given


def from_json(body: object) -> dict[str, tuple[str, ...]]:
    """Return the keys of a JSON object as the form would send them: true is `yes`, null nothing.

    An empty list under `award` says that none is held.

    Raises:
        InvalidOptionError: it is no object, or a value is neither text, number, truth nor a list.
    """
    if not isinstance(body, dict):
        raise _refused("", "JSON 应为一个对象", "the JSON should be an object")
    given = {str(name): _values(str(name), value) for name, value in body.items()}
    if body.get("award") == []:
        given["award"] = ("none",)
    return {name: values for name, values in given.items() if values}


def _values(name: str, value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, _SCALARS):
        return (str(value).strip(),) if str(value).strip() else ()
    if isinstance(value, list):
        return tuple(text for each in value for text in _values(name, each))
    raise _refused(name, "不能是对象", "it cannot be an object")


def _refused(name: str, zh: str, en: str) -> InvalidOptionError:
    return InvalidOptionError(
        f"{name or '所发内容'}：{zh}",
        f"{name or 'the body'}: {en}",
        where=name,
        hint_zh="各项见 docs/reference/site.md",
        hint_en="docs/reference/site.md lists the fields",
    )
