"""Reads a sentence of a block into criteria as they stand in the data."""

from jinque.extraction.criteria.blocks import read_block
from jinque.model.criterion import Criterion, Evidence
from tests.said import zh


def criteria_of(text: str, block: str = "ability") -> list[Criterion]:
    """Return the criteria of a block, what is left to people left out."""
    found = [demand.found.criterion for demand in read_block(block, text)]
    return [criterion for criterion in found if not isinstance(criterion, Evidence)]


def evidence_of(text: str, block: str = "ability") -> list[str]:
    """Return the sentences of a block that are left to people."""
    found = [demand.found.criterion for demand in read_block(block, text)]
    return [zh(criterion.words) for criterion in found if isinstance(criterion, Evidence)]
