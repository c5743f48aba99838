"""Faults of a file that tells of a person."""

from jinque.errors.tree import WrongCallError


class InvalidPersonError(WrongCallError):
    """The file is no YAML or JSON, or says of a person what cannot be read or cannot be."""

    code = "person_invalid"
