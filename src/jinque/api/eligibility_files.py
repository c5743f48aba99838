"""The file about a person, read from a path."""

from pathlib import Path

from jinque import documents
from jinque.api.person import read_person
from jinque.model.person import Person


def read_person_file(path: Path) -> Person:
    """Read a file about a person: YAML or JSON.

    Raises:
        WrongCallError: there is no such file, or it cannot be read; it says where and why.
    """
    return read_person(documents.load(path), path.name)
