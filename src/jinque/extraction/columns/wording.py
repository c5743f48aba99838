"""Why a column is what it is, in words."""

from jinque.extraction.columns.naming import Named, Naming
from jinque.locale import Sentence, say
from jinque.parameters import load_vocabulary


def by_heading(named: Named, heading: str) -> Sentence:
    """Return what the heading says."""
    name = load_vocabulary().role_names[named.role]
    match named.how:
        case Naming.SETTLED:
            return say("a person settled “{heading}”: {name}", heading=heading, name=name)
        case Naming.SYNONYM:
            return say("“{heading}” is a known heading for the {name}", heading=heading, name=name)
        case Naming.DECORATED:
            return say(
                "without marks and brackets the heading is “{synonym}”: {name}",
                synonym=named.synonym,
                name=name,
            )
        case Naming.CONTAINED:
            return say(
                "the heading has “{synonym}” in it, perhaps the {name}",
                synonym=named.synonym,
                name=name,
            )


def by_cells(role: str, share: float, count: int) -> Sentence:
    """Return what the cells say, for the role or against it.

    Args:
        role: the role in question.
        share: of the cells that look like it.
        count: cells looked at.
    """
    name, fitting = load_vocabulary().role_names[role], round(share * count)
    return say(
        "{fitting:d} of {count:d} cells looked at are like the {name}",
        count=count,
        fitting=fitting,
        name=name,
    )


def like_another(role: str) -> Sentence:
    """Return that the cells look like another role than the heading says."""
    name = load_vocabulary().role_names[role]
    return say("but the cells are like the {name}", name=name)


def left_over() -> Sentence:
    """Return that this is the only column that can hold the names."""
    return say("it is the only column left that can hold names")


def taken(role: str, heading: str) -> Sentence:
    """Return that another column already has the role."""
    name = load_vocabulary().role_names[role]
    return say("“{heading}” already is the {name}", heading=heading, name=name)


def unknown() -> Sentence:
    """Return that neither heading nor cells say anything."""
    return say("the heading is not in the vocabulary and the cells do not tell either")


def settled_as_none() -> Sentence:
    """Return that a person said that the column has no meaning here."""
    return say("a person settled that it is not read")
