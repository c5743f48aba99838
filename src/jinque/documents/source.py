"""A file on its way to a reader."""

from dataclasses import dataclass

from jinque.documents.budget import Budget


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes of one file, and what a reader must know beside them.

    Attributes:
        data: the bytes to read; for a converted or unpacked file not the bytes that came.
        name: what messages call the file.
        sha256: checksum of the bytes that came, in lower-case hexadecimal.
        budget: what reading may take.
    """

    data: bytes
    name: str
    sha256: str
    budget: Budget
