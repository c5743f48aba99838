"""By which code sources are read and derivations made, and which versions wait for one.

Nothing here loads what reads or derives: most records that are opened wait for nothing.
"""

import hashlib
from functools import cache

from jinque.store import Record, code_checksum
from jinque.store.derived import Standing

READERS = (
    "classification",
    "corpus",
    "documents",
    "extraction",
    "locale",
    "model",
    "parameters",
    "text",
)
"""Rooms that a reading of a source goes through."""

MAKERS = (
    "criteria",
    "ingestion/derivation",
    "ingestion/names",
    "matching/asked",
    "search",
    "store/derived",
)
"""Rooms that make what is derived, besides the readers."""


@cache
def reader() -> str:
    """Return the checksum of the code and data that a reading goes through."""
    return code_checksum(READERS)


@cache
def maker() -> str:
    """Return the checksum of the code and data that make what is derived."""
    return hashlib.sha256(f"{reader()} {code_checksum(MAKERS)}".encode()).hexdigest()


def waiting(record: Record) -> list[Standing]:
    """Return the versions beside which something is missing, or was made by another program.

    Of versions that were corrected since only the text counts: nobody asks what they ask.
    """
    return [
        each
        for each in record.standings()
        if each.text_sha256 is None or (each.is_newest and each.made_by != maker())
    ]
