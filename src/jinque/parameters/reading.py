"""The words by which posts are told from other tables, lines and sentences, as dated data."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from jinque.locale import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TableKindWords:
    """How a kind of table that is no list of posts is known.

    Attributes:
        name: what it is called.
        headings: parts of its headings.
        least: how many columns must have one of them.
    """

    name: Words
    headings: tuple[str, ...]
    least: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingWords:
    """Words as data; a new one is a line in `data/reading.yaml`.

    Attributes:
        totals: first words of a row that adds up others.
        note_leads: first words of a line of a table that is a note.
        dittos: what a cell prints for the words of the cell above.
        table_kinds: kinds of tables that are no lists of posts, by their names in code.
        papers: words of a list of papers to bring.
        entry_endings: how the entries of a list of majors or occupations end.
        sentence_words: words of a sentence that names things, and is no list of them.
        ordered_labels: labels of shortage whose order is certain, weakest first.
        plain_labels: labels of shortage whose order is not.
        legend_strengths: words of the meaning of a label, weakest first; of several the last in
            this order counts.
        legend_series: signs by which labels are counted, in their order.
        legend_verbs: what joins a label and its meaning.
        shortage_words: words of a title or heading that speaks of shortage.
        longest_label: characters of the longest label of shortage.
        pay_words: what a cell of pay prints for "to be agreed".
        pay_units: unit -> how many 10,000 CNY it is; the first that is found counts.
        pay_not_yearly: words of pay for another time than a year.
        pay_yearly: words of pay for a year.
        navigation: words by which a web page is moved about.
        navigation_marks: what stands between them.
        office_endings: how the name of an office ends.
        publisher_labels: labels of the publisher.
        issued_labels: labels of the day of issue.
        issued_verbs: words behind publisher and day.
        effective_words: what an edition does from a day on.
        validity_words: words in front of the last day of validity.
        ticks: what ticks a column of several under a heading of shortage.
        star_heading: parts of a heading below which a bare digit counts stars.
    """

    totals: tuple[str, ...]
    note_leads: tuple[str, ...]
    dittos: tuple[str, ...]
    table_kinds: dict[str, TableKindWords]
    papers: tuple[str, ...]
    entry_endings: tuple[str, ...]
    sentence_words: tuple[str, ...]
    ordered_labels: tuple[tuple[str, ...], ...]
    plain_labels: tuple[str, ...]
    legend_strengths: tuple[tuple[str, ...], ...]
    legend_series: tuple[str, ...]
    legend_verbs: tuple[str, ...]
    shortage_words: tuple[str, ...]
    longest_label: int
    ticks: tuple[str, ...]
    star_heading: tuple[str, ...]
    pay_words: tuple[str, ...]
    pay_units: dict[str, float]
    pay_not_yearly: tuple[str, ...]
    pay_yearly: tuple[str, ...]
    navigation: tuple[str, ...]
    navigation_marks: tuple[str, ...]
    office_endings: tuple[str, ...]
    publisher_labels: tuple[str, ...]
    issued_labels: tuple[str, ...]
    issued_verbs: tuple[str, ...]
    effective_words: tuple[str, ...]
    validity_words: tuple[str, ...]


@cache
def load_reading_words() -> ReadingWords:
    """Return the words that ship with the package."""
    text = (files("jinque.parameters") / "data" / "reading.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), ReadingWords)
