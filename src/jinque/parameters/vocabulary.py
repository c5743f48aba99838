"""The words by which tables, headings, notes and marks are recognised."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from jinque.model import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class WordScale:
    """Labels of one way to print shortage in words.

    Attributes:
        labels: from weakest to strongest.
    """

    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellWords:
    """Words by which the cells of a column tell its role.

    One word of any of the three lists is enough.

    Attributes:
        longest: characters of the longest cell that tells anything.
    """

    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    contains: tuple[str, ...] = ()
    longest: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Words of the trade as data; a new synonym is a line in `data/vocabulary.yaml`.

    Attributes:
        headings: column role -> headings that name it.
        role_names: column role -> what it is called.
        cell_weights: column role -> how much its cells tell by themselves, 0 to 1.
        cell_words: column role -> words by which its cells tell it.
        heading_marks: what may stand around a heading without changing it.
        heading_units: words in a bracket of a heading that change what it means.
        pay_plausible: lowest and highest pay, 10,000 CNY a year, that is not doubted.
        block_labels: label of a requirement block -> what it states; an empty value is a label
            that stays in the text.
        dashes: what stands in a cell for "nothing".
        star: the character that a star scale repeats.
        word_scales: scales in words.
        special_need_marks: marks behind the name of a post that the classification lacks.
        letter_marks: letter behind a name -> marker.
        note_words: words that begin a footnote, followed by a colon.
        title_endings: words that end the title of a catalogue or regulation.
        annex_words: words that head an annex.
        annex_list_words: words that begin the list of annexes below a regulation.
        series_separator: stands between alternative title series.
        list_leads: words between a list's heading and its first entry.
        open_list_endings: words that end a list of examples.
        region_endings: last characters of the names of counties and districts.
        region_heading: what follows the region's name in a regional heading.
        scope_words: words in a title that restrict whom the catalogue is for.
        classification_name: official name of the national classification.
        not_in_classification: words of a note that says why rows print no code.
        education_levels: education levels and degrees from lowest to highest, as printed.
        education_other: further words that an education cell may print.
    """

    headings: dict[str, tuple[str, ...]]
    role_names: dict[str, Words]
    cell_weights: dict[str, float]
    cell_words: dict[str, CellWords]
    heading_marks: tuple[str, ...]
    heading_units: tuple[str, ...]
    pay_plausible: tuple[float, float]
    block_labels: dict[str, str]
    dashes: tuple[str, ...]
    star: str
    word_scales: tuple[WordScale, ...]
    special_need_marks: tuple[str, ...]
    letter_marks: dict[str, str]
    note_words: tuple[str, ...]
    title_endings: tuple[str, ...]
    annex_words: tuple[str, ...]
    annex_list_words: tuple[str, ...]
    series_separator: str
    list_leads: tuple[str, ...]
    open_list_endings: tuple[str, ...]
    region_endings: str
    region_heading: tuple[str, ...]
    scope_words: tuple[str, ...]
    classification_name: str
    not_in_classification: tuple[str, ...]
    education_levels: tuple[str, ...]
    education_other: tuple[str, ...]


@cache
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary that ships with the package."""
    text = (files("jinque.parameters") / "data" / "vocabulary.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Vocabulary)
