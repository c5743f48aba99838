"""How sure an entry of the 2015 edition is, and for whom: no document is a witness for itself.

The list of 2015 was put together from a national standard that prints names without codes, lists
that print codes, and catalogues. What a catalogue prints helps to check the others, never itself.
"""

from jinque.classification.occupations import load_classification
from jinque.locale import Sentence, say
from jinque.model import Certainty, Occupation
from jinque.text import fold

STANDARD = "gbt6565-2015"
"""GB/T 6565-2015: names in the order of their codes."""
_NAMES_ONLY = (
    *("inferred-2022", "notice-2019-04"),
    *("notice-2020-02", "notice-2020-07", "notice-2021-03"),
)
SOURCES = {
    STANDARD: say("national standard GB/T 6565-2015"),
    "careers-2015": say("public list of careers of 2015"),
    "ranking-2022q4": say("shortage ranking, 2022 Q4"),
    "national-standard": say("national occupational standard"),
    "notice-2019-04": say("notice of April 2019"),
    "notice-2020-02": say("notice of early 2020"),
    "notice-2020-07": say("notice of July 2020"),
    "notice-2021-03": say("notice of March 2021"),
    "inferred-2022": say("inferred from 2022"),
    "dalian": say("catalogue of Dalian"),
}
"""What the sources of the list of 2015 are called; data/README.md describes them."""
_FIRM = (Certainty.A, Certainty.B)


def certainty_of(entry: Occupation, witness: str | None = None) -> Certainty:
    """Return how sure an entry is without what one catalogue says of it.

    Args:
        entry: of any edition; the complete list of 2022 is sure.
        witness: identifier of the catalogue that is left out; None leaves nothing out.
    """
    if entry.certainty is None:
        return Certainty.A
    sources = {place.partition(":")[0] for place in entry.attested_by}
    if witness not in sources:
        return entry.certainty
    return max(entry.certainty, _by_sources(entry, sources - {witness}))


def sources_of(entry: Occupation) -> tuple[Sentence, ...]:
    """Return what attests an entry of 2015, each source once, in words; empty for 2022."""
    if entry.certainty is None:
        return ()
    names = dict.fromkeys(place.partition(":")[0] for place in entry.attested_by)
    return tuple(SOURCES[name] for name in names)


def is_confirmed(entry: Occupation, witness: str | None = None) -> bool:
    """Tell whether a second source confirms an entry, one catalogue left out."""
    return certainty_of(entry, witness) in _FIRM


def _by_sources(entry: Occupation, sources: set[str]) -> Certainty:
    printing = sources - {STANDARD, *_NAMES_ONLY}
    if STANDARD in sources and printing:
        return Certainty.A
    if printing or (STANDARD in sources and _is_kept(entry)):
        return Certainty.B
    has_name = STANDARD in sources or any(each.startswith("notice") for each in sources)
    return Certainty.C if has_name else Certainty.D


def _is_kept(entry: Occupation) -> bool:
    later = load_classification("2022").by_code.get(entry.code)
    return later is not None and fold(later.name) == fold(entry.name)
