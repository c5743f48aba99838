"""Names to choose from while a query is typed."""

from jinque.search.index import Index
from jinque.search.initials import may_be_initials
from jinque.search.tokens import fold

MOST = 10


def complete(index: Index, typed: str) -> tuple[str, ...]:
    """Return at most ten names of rows for the beginning of a query; none for an empty one.

    Names that begin so come first, then those that hold it, those by the first letters of their
    pinyin, and those whose occupation is also called so; equals in the order of the record.
    """
    wanted = fold(typed).strip()
    if not wanted:
        return ()
    names = index.printed_names.items()
    beginning = [name for name, form in names if form.startswith(wanted)]
    holding = [name for name, form in names if wanted in form]
    spelt = index.initials.beginning(wanted) if may_be_initials(wanted) else {}
    by_letters = [index.rows[number].post.name for number in sorted(spelt)]
    called = [
        name for other, own in index.called.items() if other.startswith(wanted) for name in own
    ]
    return tuple(dict.fromkeys([*beginning, *holding, *by_letters, *called]))[:MOST]
