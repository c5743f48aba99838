"""From a sentence to words in one language; the catalogues are GNU gettext's, read once."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

from jinque.locale.sentence import Sentence, Words

LANGUAGES = ("zh", "en")
_CATALOGUES = {"zh": "zh_CN"}


class Translator:
    """Puts sentences into words.

    Args:
        language: `zh` or `en`; anything else reads as `zh`.
    """

    def __init__(self, language: str) -> None:
        self.code = language if language in LANGUAGES else LANGUAGES[0]
        self._catalogue = _catalogue(self.code)

    def __call__(self, sentence: Sentence) -> str:
        """Return the words of a sentence.

        Raises:
            KeyError: a slot of it has no value.
        """
        return sentence.spoken(self)

    def text(self, message: str, plural: str, context: str, n: int) -> str:
        """Return the text of a message of the catalogue, its slots unfilled."""
        if plural:
            if context:
                return self._catalogue.npgettext(context, message, plural, n)
            return self._catalogue.ngettext(message, plural, n)
        if context:
            return self._catalogue.pgettext(context, message)
        return self._catalogue.gettext(message)


def both(sentence: Sentence) -> dict[str, str]:
    """Return a sentence in both languages, as JSON has it: `{"zh": …, "en": …}`."""
    return {language: Translator(language)(sentence) for language in LANGUAGES}


def write_words(value: object) -> object:
    """Encode a sentence for JSON in both languages, its literal words; msgspec's `enc_hook`.

    Raises:
        NotImplementedError: the value is no sentence.
    """
    if isinstance(value, Sentence):
        return both(value)
    raise NotImplementedError(f"no JSON form of {type(value).__name__}")


def read_words(kind: type, value: object) -> object:
    """Decode the words that `write_words` wrote, as they were said then; msgspec's `dec_hook`.

    Raises:
        ValueError: the words are not in both languages.
    """
    match value:
        case {"zh": str(zh), "en": str(en), **rest} if kind is Sentence and not rest:
            return Words(zh=zh, en=en)
    raise ValueError(f"no words in both languages: {value!r}")


@cache
def _catalogue(language: str) -> NullTranslations:
    if language not in _CATALOGUES:
        return NullTranslations()
    place = files("jinque.locale") / _CATALOGUES[language] / "LC_MESSAGES" / "jinque.mo"
    with place.open("rb") as file:
        return GNUTranslations(file)
