"""Vocabularies, rule files and other dated values, read from YAML."""

from jinque.parameters.editions import EditionRule, load_edition_rule
from jinque.parameters.ladders import load_ladders, read_ladder
from jinque.parameters.words import (
    Aliases,
    Calibration,
    CellWords,
    PeopleWords,
    RosterColumn,
    RosterTerms,
    TitleWords,
    Vocabulary,
    WordScale,
    load_aliases,
    load_calibration,
    load_people_words,
    load_roster_terms,
    load_title_words,
    load_vocabulary,
)

__all__ = [
    "Aliases",
    "Calibration",
    "CellWords",
    "EditionRule",
    "PeopleWords",
    "RosterColumn",
    "RosterTerms",
    "TitleWords",
    "Vocabulary",
    "WordScale",
    "load_aliases",
    "load_calibration",
    "load_edition_rule",
    "load_ladders",
    "load_people_words",
    "load_roster_terms",
    "load_title_words",
    "load_vocabulary",
    "read_ladder",
]
