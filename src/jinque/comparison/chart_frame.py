"""What all charts look like: letters, colours, sizes. Plain dicts, no drawing."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import median

from jinque.model.words import Words

# Browsers take the first of these that the machine has; all know simplified Chinese.
FONTS = (
    "'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', "
    "'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif"
)
INK, QUIET, RULE = "#17211f", "#4c5957", "#d5dcda"

# Okabe and Ito, "Color universal design" (2008): told apart with any colour vision.
BLUE, ORANGE, GREEN = "#0072b2", "#e69f00", "#009e73"

# Light to dark of one hue, told apart by lightness alone.
FROM_LIGHT, TO_DARK = "#eef4f4", "#0b4f5c"

LANGUAGES = ("zh", "en")
_LETTERS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The words of a drawing in one language.

    Attributes:
        title: above the drawing.
        alt: spoken by readers.
        key: what the marks mean; None where a legend or the axes say it.
    """

    language: str
    title: Words
    alt: Words
    key: Words | None = None

    def of(self, words: Words) -> str:
        """Return words in the language of the drawing."""
        return said(words, self.language)


def specs_of(told: Told, draw: Callable[[Told], dict[str, object]]) -> dict[str, dict[str, object]]:
    """Return the specification of each language."""
    return {language: draw(replace(told, language=language)) for language in LANGUAGES}


def framed(told: Told, drawing: Mapping[str, object]) -> dict[str, object]:
    """Return a whole specification; the alternative text is its description."""
    title: dict[str, object] = {"text": told.of(told.title)}
    if told.key:
        title["subtitle"] = told.of(told.key)
    return {
        "background": "#ffffff",
        "padding": 12,
        "description": told.of(told.alt),
        "title": {**title, "anchor": "start", "frame": "bounds", "offset": 16},
        **drawing,
        "config": _CONFIG,
    }


def said(words: Words, language: str) -> str:
    """Return the words of one language."""
    return words.en if language == "en" else words.zh


def values(rows: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """Return rows as the inline data of a specification: nothing is ever fetched."""
    return {"values": list(rows)}


def number(value: float) -> str:
    """Return a number without zeros at its end."""
    return f"{round(value, 4):g}"


def middle(numbers: Iterable[float]) -> float:
    """Return the median, rounded to what is shown."""
    return round(median(numbers), 4)


_CONFIG: dict[str, object] = {
    "font": FONTS,
    "title": {
        "fontSize": 17,
        "fontWeight": 600,
        "color": INK,
        "subtitleFontSize": _LETTERS,
        "subtitleColor": INK,
        "subtitlePadding": 8,
    },
    "axis": {
        "labelFontSize": _LETTERS,
        "titleFontSize": _LETTERS,
        "titleFontWeight": 400,
        "labelColor": INK,
        "titleColor": QUIET,
        "gridColor": RULE,
        "domainColor": QUIET,
        "tickColor": QUIET,
        "labelLimit": 320,
        "titlePadding": 10,
    },
    "legend": {
        "labelFontSize": _LETTERS,
        "titleFontSize": _LETTERS,
        "titleFontWeight": 400,
        "labelColor": INK,
        "titleColor": QUIET,
        "labelLimit": 320,
        "orient": "top",
        "direction": "horizontal",
    },
    "header": {"labelFontSize": _LETTERS, "titleFontSize": _LETTERS},
    "text": {"fontSize": _LETTERS, "color": INK},
    "view": {"stroke": None},
}
