"""National code lists as trees, each entry with what attests it and since when it holds."""

from jinque.classification.correspondence import correspondences, counterparts
from jinque.classification.dates import as_of
from jinque.classification.finding import codes_of, find_occupations, proposed_codes_of
from jinque.classification.groups import sub_major_of
from jinque.classification.majors import find_majors, relation
from jinque.classification.names import entries_formerly_named, entries_named, entries_near
from jinque.classification.occupations import EDITIONS, load_classification
from jinque.classification.standing import standing_in

__all__ = [
    "EDITIONS",
    "as_of",
    "codes_of",
    "correspondences",
    "counterparts",
    "entries_formerly_named",
    "entries_named",
    "entries_near",
    "find_majors",
    "find_occupations",
    "load_classification",
    "proposed_codes_of",
    "relation",
    "standing_in",
    "sub_major_of",
]
