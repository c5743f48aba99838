"""Which profile reads a file that is not of the built-in corpus."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from jinque.extraction.parts import Part, split_parts
from jinque.extraction.unfolding import unfold
from jinque.model import Document, Profile, Table
from jinque.parameters import load_vocabulary
from jinque.text import fold


def profiles_for(
    document: Document, *, source_name: str, edition_id: str | None, known: tuple[Profile, ...]
) -> tuple[Profile, ...]:
    """Return a profile for each catalogue in the document.

    The edition asked for, or a printed title, finds a known profile and with it the reading
    habits of that catalogue; its facts are left out, since they cite another source. Every other
    part that holds a table, or where none does a list, gets a fresh profile.

    Args:
        document: the document as read.
        source_name: file name that a fresh identifier is made of.
        edition_id: identifier that the caller wants; None leaves it to the document.
        known: profiles of the corpus.
    """
    document = unfold(document)
    if edition_id:
        asked = [profile for profile in known if profile.edition_id == edition_id]
        if asked:
            return (_without_facts(asked[0]),)
    parts = split_parts(document, load_vocabulary())
    titles = {fold(part.title) for part in parts if part.title}
    by_title = [profile for profile in known if profile.title and fold(profile.title) in titles]
    if by_title and not edition_id:
        familiar = {fold(profile.title or "") for profile in by_title}
        others = [part for part in _with_tables(parts) if fold(part.title or "") not in familiar]
        return (
            *(_without_facts(profile) for profile in by_title),
            *_numbered(others, _slug(source_name)),
        )
    return _fresh(parts, edition_id or _slug(source_name))


def _without_facts(profile: Profile) -> Profile:
    return replace(profile, metadata=None)


def _fresh(parts: Sequence[Part], edition_id: str) -> tuple[Profile, ...]:
    wanted = _with_tables(parts) or [part for part in parts if part.title]
    titled = [part for part in wanted if part.title]
    if len(titled) <= 1:
        title = titled[0].title if titled and len(parts) == 1 else None
        return (Profile(edition_id=edition_id, title=title),)
    return tuple(_numbered(wanted, edition_id))


def _with_tables(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if any(isinstance(block, Table) for block in part.blocks)]


def _numbered(parts: Sequence[Part], edition_id: str) -> Iterator[Profile]:
    """Yield a profile for each part; one without a title is what stands before the first."""
    for number, part in enumerate(parts, start=1):
        yield Profile(
            edition_id=f"{edition_id}-{number}",
            title=part.title or "",
            path_includes=("title",) if part.title else (),
        )


def _slug(source_name: str) -> str:
    """Make an identifier of a file name: letters (Chinese too) and digits joined by hyphens."""
    stem = re.sub(r"[^\w]+|_+", "-", PurePath(source_name).stem).strip("-").lower()
    return stem or "edition"
