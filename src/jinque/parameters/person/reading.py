"""A file about a person into a `Person`: every key known, every value read, or told why not."""

from jinque.model.person import Person
from jinque.parameters.person.faults import Fault, several
from jinque.parameters.person.reader import PersonReader
from jinque.parameters.person.tree import Told, Tree, told


def read_person(text: str, name: str) -> Person:
    """Read a file about a person.

    Args:
        text: YAML or JSON; see docs/reference/person.md.
        name: of the file, which tells JSON from YAML and stands in errors.

    Raises:
        InvalidPersonError: a key is unknown, or a value cannot be read or cannot be; it tells of
            every fault with its line and key.
    """
    person, faults = _read(told(text, name))
    if faults:
        raise several(name, faults)
    return person


def read_person_told(tree: Tree) -> tuple[Person, tuple[Fault, ...]]:
    """Read what a form says of a person, taken apart already: the keys of a file, values as texts.

    Returns:
        The person without the facts at fault, and the faults.
    """
    return _read(Told(tree=tree))


def _read(source: Told) -> tuple[Person, tuple[Fault, ...]]:
    reader = PersonReader(source.lines)
    fields = {} if source.tree is None else reader.record("person", source.tree, "") or {}
    return Person(**fields, open_lists=frozenset(reader.open_lists)), tuple(reader.faults)
