"""A file on its way into the record."""

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """The bytes of a file with its name.

    Attributes:
        edition_id: identifier that somebody asked for; None leaves it to the document.
    """

    data: bytes
    name: str
    edition_id: str | None = None

    @property
    def sha256(self) -> str:
        """Checksum of the bytes."""
        return hashlib.sha256(self.data).hexdigest()
