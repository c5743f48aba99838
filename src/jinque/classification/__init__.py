"""National code lists as trees, each entry with what attests it and since when it holds."""

from jinque.classification.majors import find_majors, relation
from jinque.classification.occupations import (
    EDITIONS,
    as_of,
    codes_of,
    correspondences,
    counterparts,
    entries_formerly_named,
    entries_named,
    entries_near,
    find_occupations,
    load_classification,
    proposed_codes_of,
    standing_in,
    sub_major_of,
)

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
