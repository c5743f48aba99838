"""A chart: what it shows in words, as a table, and as a specification to draw."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinque.model.words import Words

Spec = Mapping[str, object]
"""A Vega-Lite specification: plain dicts, lists, texts and numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One chart.

    Attributes:
        name: key of its kind: `groups`, `requirements`, `index` or `pay`.
        edition_ids: catalogues that it shows, in order.
        title: what is counted, and of what.
        alt: the same for those who do not see it, with the numbers that matter.
        note: how it is to be read, and what it does not say.
        headings: of the table.
        rows: the numbers it draws; None where the catalogue has none.
        specs: by language, `zh` and `en`.
    """

    name: str
    edition_ids: tuple[str, ...]
    title: Words
    alt: Words
    note: Words
    headings: tuple[Words, ...]
    rows: tuple[tuple[str | int | float | None, ...], ...]
    specs: Mapping[str, Spec]
