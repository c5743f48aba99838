"""The record: source bytes, published editions and their versions; its only writer."""

from jinque.store.fingerprint import code_checksum
from jinque.store.record import Record

__all__ = ["Record", "code_checksum"]
