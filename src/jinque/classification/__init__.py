"""National code lists as trees, each entry with what attests it and since when it holds."""

from jinque.classification.conversion import convert_code, is_one_occupation, plain_code
from jinque.classification.correspondence import (
    code_typed,
    codes_of,
    correspondences,
    counterparts,
    find_occupations,
    meanings,
    proposed_codes_of,
    standing_in,
)
from jinque.classification.editions import edition_used, entry_of, is_known_gap
from jinque.classification.majors import find_majors, relation
from jinque.classification.occupations import (
    EDITIONS,
    as_of,
    check_edition,
    entries_formerly_named,
    entries_named,
    entries_near,
    load_classification,
    sub_major_of,
)
from jinque.classification.witnesses import certainty_of, is_confirmed, sources_of

__all__ = [
    "EDITIONS",
    "as_of",
    "certainty_of",
    "check_edition",
    "code_typed",
    "codes_of",
    "convert_code",
    "correspondences",
    "counterparts",
    "edition_used",
    "entries_formerly_named",
    "entries_named",
    "entries_near",
    "entry_of",
    "find_majors",
    "find_occupations",
    "is_confirmed",
    "is_known_gap",
    "is_one_occupation",
    "load_classification",
    "meanings",
    "plain_code",
    "proposed_codes_of",
    "relation",
    "sources_of",
    "standing_in",
    "sub_major_of",
]
