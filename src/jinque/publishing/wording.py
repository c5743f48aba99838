"""Templates by which requirements are written in words that our readers read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from jinque.errors import InvalidOptionError
from jinque.locale import joined, say
from jinque.parameters.publishing import load_templates
from jinque.text import drop_blanks

_SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """A requirement in words.

    Attributes:
        role: of the column that it belongs to.
    """

    role: str
    text: str


def worded(name: str, values: Mapping[str, str]) -> Worded:
    """Fill a template.

    Raises:
        InvalidOptionError: there is no such template, or a slot is not filled.
    """
    templates = load_templates()
    if name not in templates:
        raise InvalidOptionError(
            say("There is no template “{name}”.", name=name),
            where="--template",
            hint=say("There are: {names}", names=joined(list(templates))),
        )
    template = templates[name]
    slots = _SLOT.findall(template.words)
    empty = [slot for slot in slots if not values.get(slot, "").strip()]
    if empty:
        raise InvalidOptionError(
            say("The template “{name}” needs {slots}.", name=name, slots=joined(empty)),
            where="--template",
            hint=say("Write {example}", example=" ".join(f"{slot}=…" for slot in slots)),
        )
    text = template.words.format(**{slot: values[slot].strip() for slot in slots})
    return Worded(role=template.role, text=text)


def is_templated(text: str) -> bool:
    """Tell whether words are those of a template."""
    return any(one.fullmatch(drop_blanks(text)) for one in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(_SLOT.sub(".+?", re.escape(each.words).replace(r"\{", "{").replace(r"\}", "}")))
        for each in load_templates().values()
    )
