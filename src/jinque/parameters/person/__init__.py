"""What a person tells of themself in a file: YAML or JSON, keys in Chinese or English."""

from jinque.parameters.person.example import example_person
from jinque.parameters.person.faults import Fault
from jinque.parameters.person.keys import with_english_keys
from jinque.parameters.person.reading import read_person, read_person_told
from jinque.parameters.person.tree import Tree

__all__ = [
    "Fault",
    "Tree",
    "example_person",
    "read_person",
    "read_person_told",
    "with_english_keys",
]
