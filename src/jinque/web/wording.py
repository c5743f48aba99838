"""The words of the interface: one catalogue file a language, the same keys in each."""

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_FORMS = re.compile(r"\{(\w+)\|([^|{}]*)\|([^|{}]*)\}")


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """Return all words of `zh` or `en` by key."""
    text = (files("jinque.web") / "words" / f"{language}.json").read_text(encoding="utf-8")
    words: dict[str, str] = json.loads(text)
    return words


class Translator:
    """From a key and the values of its slots to a sentence in one language.

    A slot `{n}` takes a value, whole numbers with thousands separators; `{n|row|rows}` takes the
    first form for 1 and the second for all else.
    """

    def __init__(self, language: str) -> None:
        self._words = catalogue(language)

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence; a key or a slot without a value is a KeyError."""
        sentence = _FORMS.sub(lambda form: form[2 if values[form[1]] == 1 else 3], self._words[key])
        return sentence.format_map({name: _shown(value) for name, value in values.items()})

    def optional(self, key: str, otherwise: str) -> str:
        """Return the words of a key that need not have any, such as a check's code."""
        return self._words.get(key, otherwise)


def _shown(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
