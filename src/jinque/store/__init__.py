"""The record: source bytes, published editions and their versions; its only writer."""

from jinque.store.record import Record
from jinque.store.rows import code_checksum

__all__ = ["Record", "code_checksum"]
