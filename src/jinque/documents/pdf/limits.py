"""What one PDF may take beside the limits of every file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfLimits:
    """What the reading process may take.

    Attributes:
        pages: pages of the file.
        characters: characters on one page; the densest printed page has some 10,000.
        pieces: cells and runs of words on all pages together.
        objects: drawn objects on one page, those in its forms included.
        memory_bytes: address space of the process, where the system can bound it.
    """

    pages: int = 1_000
    characters: int = 100_000
    pieces: int = 1_000_000
    objects: int = 200_000
    memory_bytes: int = 2**30
