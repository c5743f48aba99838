"""Reads a made-up text export as a file nobody has described."""

from jinque.documents import read
from jinque.extraction import Reading, extract, profiles_for
from jinque.model import Profile


def read_made(text: str, *profiles: Profile) -> tuple[Reading, ...]:
    document = read(text.encode(), name="某市.txt")
    chosen = profiles or profiles_for(document, source_name="某市.txt", edition_id=None, known=())
    return extract(document, source_name="某市.txt", profiles=chosen)
