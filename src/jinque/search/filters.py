"""Filters and their counts: for each value of a filter the set of rows that carry it.

A set of rows is an integer, bit n standing for row n, so that combining and counting are single
operations however many rows there are.
"""

from collections.abc import Sequence

from jinque.model import FacetValue, Post, SearchRequest
from jinque.parameters import load_vocabulary
from jinque.search.tokens import fold

FILTERS = ("editions", "places", "industries", "shortages", "degrees", "kinds")

Values = dict[str, tuple[str, ...]]

_BITS_OF = [[bit for bit in range(8) if byte >> bit & 1] for byte in range(256)]


class Filters:
    """The values that rows carry, by filter; see `FILTERS`."""

    def __init__(self, rows: Sequence[Values]) -> None:
        self.everything = (1 << len(rows)) - 1
        members: dict[str, dict[str, list[int]]] = {name: {} for name in FILTERS}
        for number, values in enumerate(rows):
            for name in FILTERS:
                for value in values[name]:
                    members[name].setdefault(value, []).append(number)
        self._rows = {
            name: {value: row_set(numbers) for value, numbers in by_value.items()}
            for name, by_value in members.items()
        }

    def values(self, name: str) -> tuple[str, ...]:
        """Return the values of one filter in order of first appearance."""
        return tuple(self._rows[name])

    def selected(self, request: SearchRequest) -> dict[str, int]:
        """Return for each filter in use the rows that carry one of its values."""
        return {
            name: self._with_any(name, self.chosen(name, wanted))
            for name in FILTERS
            if (wanted := getattr(request, name))
        }

    def chosen(self, name: str, wanted: Sequence[str]) -> tuple[str, ...]:
        """Return the values that `wanted` means.

        Those that are the same but for width and case, else all that begin with it: `大连` means
        `大连市`.
        """
        return tuple(dict.fromkeys(value for each in wanted for value in self._meant(name, each)))

    def facets(self, request: SearchRequest, matching: int) -> dict[str, tuple[FacetValue, ...]]:
        """Count, for each filter, the values among `matching` rows that pass the other filters."""
        selected = self.selected(request)
        answer: dict[str, tuple[FacetValue, ...]] = {}
        for name in FILTERS:
            base = matching
            for other, rows in selected.items():
                base &= rows if other != name else self.everything
            answer[name] = self._counts(name, base, self.chosen(name, getattr(request, name)))
        return answer

    def _counts(self, name: str, base: int, chosen: Sequence[str]) -> tuple[FacetValue, ...]:
        counted = [
            FacetValue(value=value, count=(rows & base).bit_count())
            for value, rows in self._rows[name].items()
        ]
        shown = [facet for facet in counted if facet.count or facet.value in chosen]
        return tuple(sorted(shown, key=lambda facet: -facet.count))

    def _with_any(self, name: str, values: Sequence[str]) -> int:
        rows = 0
        for value in values:
            rows |= self._rows[name][value]
        return rows

    def _meant(self, name: str, wanted: str) -> list[str]:
        folded = fold(wanted).strip()
        known = {value: fold(value) for value in self._rows[name]}
        same = [value for value, form in known.items() if form == folded]
        return same or [
            value for value, form in known.items() if folded and form.startswith(folded)
        ]


def row_set(numbers: Sequence[int]) -> int:
    """Return the set of the rows with these numbers."""
    if not numbers:
        return 0
    bits = bytearray(max(numbers) // 8 + 1)
    for number in numbers:
        bits[number // 8] |= 1 << number % 8
    return int.from_bytes(bits, "little")


def row_numbers(rows: int) -> list[int]:
    """Return the numbers of the rows in a set, in rising order."""
    packed = rows.to_bytes((rows.bit_length() + 7) // 8, "little")
    return [place * 8 + bit for place, byte in enumerate(packed) if byte for bit in _BITS_OF[byte]]


def row_values(post: Post, place: str | None) -> Values:
    """Return the values that a row carries for each filter."""
    return {
        "editions": (post.edition_id,),
        "places": tuple(dict.fromkeys(filter(None, (place, post.region)))),
        "industries": (post.industry,) if post.industry else (),
        "shortages": (post.shortage.printed,) if post.shortage else (),
        "degrees": _degree(post),
        "kinds": (post.kind.value,),
    }


def _degree(post: Post) -> tuple[str, ...]:
    """Return the lowest education level that the row's education requirement prints."""
    texts = [cell.text for cell in post.cells if cell.role == "education"]
    if post.requirements and post.requirements.education:
        texts.append(post.requirements.education)
    printed = " ".join(texts)
    return next(((level,) for level in load_vocabulary().education_levels if level in printed), ())
