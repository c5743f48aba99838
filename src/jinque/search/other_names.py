"""Other names under which people look for a post: its occupation's and everyday titles."""

from functools import cache

from jinque.classification import codes_of, counterparts, load_classification
from jinque.model import Likeness, Link
from jinque.parameters.aliases import load_aliases
from jinque.text import fold


def other_names(name: str, link: Link | None) -> tuple[str, ...]:
    """Return what the occupation of a post is called in both editions and in everyday words.

    Args:
        name: the post's own name, which is left out.
        link: how the post stands to the classification. A post without a code goes by entries
            that have its very name; what is merely near lends it no names.
    """
    codes = {(link.edition, link.code)} if link and link.code else set()
    if link and not codes:
        same = (each for each in link.candidates if each.likeness is Likeness.SAME_NAME)
        codes = {(each.edition, each.code) for each in same}
    found = (other for code in sorted(codes, key=str) for other in _names_of(*code))
    return tuple(dict.fromkeys(other for other in found if fold(other) != fold(name)))


@cache
def _names_of(edition: str | None, code: str) -> tuple[str, ...]:
    """Return the names and the other codes of an entry, as far as they are attested to be its own.

    An entry of 2015 of which nothing is attested keeps to itself: its code may be another
    occupation's today.
    """
    entry = load_classification(edition or "2022").by_code.get(code)
    if entry is None:
        return ()
    rows = counterparts(entry)
    is_old = entry.classification == "2015"
    now = {target for row in rows for target in row.codes_2022} if is_old else {code}
    entries = [load_classification("2022").by_code.get(each) for each in sorted(now)]
    before = [row.name_2015 for row in rows if code in (row.code_2015, *row.codes_2022)]
    official = [entry.name, *entry.former_names, *before]
    official += [name for each in entries if each for name in (each.name, *each.former_names)]
    aliases = load_aliases().by_code
    others = sorted(now | {other for _, other in codes_of(entry)})
    called = (alias for each in sorted(now) for alias in aliases.get(each, ()))
    return (*official, *called, *(other for other in others if other != code))
