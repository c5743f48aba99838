"""What a reader wants to see of catalogues side by side."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonChoice:
    """Filters over occupations or industries; an empty one lets everything through.

    Attributes:
        words: part of a name, or the beginning of a code.
        group: code of a sub-major class (`2-02`), or `none` for rows without a code.
        edition: identifier of a catalogue that lists it.
        are_shared: only what two catalogues or more list.
    """

    words: str = ""
    group: str = ""
    edition: str = ""
    are_shared: bool = False
