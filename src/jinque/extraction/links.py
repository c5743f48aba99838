"""Posts and the entries of the national classification that they name.

Only a printed code links, and never without the name beside it: codes moved between the editions
while names were kept. A name alone proposes. What the source calls absent from the classification
stays without a code until a person confirms one.
"""

from collections.abc import Iterable, Sequence

from jinque.classification import EDITIONS
from jinque.extraction.candidates import candidates_for
from jinque.extraction.code_lookup import CodeLookup, look_up
from jinque.extraction.link_reasons import reason_of, reason_of_person, reason_without_code
from jinque.extraction.patterns import is_dash
from jinque.model import Kind, Link, LinkStatus, Marker, Metadata, Note, Post
from jinque.parameters import load_vocabulary
from jinque.text import drop_blanks

_SETTLED = (LinkStatus.AGREES, LinkStatus.NAMES_CLASS)


def link_posts(
    posts: Sequence[Post], notes: Iterable[Note], metadata: Metadata
) -> tuple[Link, ...]:
    """Return the link of each post and title mapping, in the order of `posts`.

    Args:
        posts: with their identifiers; entries of running lists are passed over.
        notes: those of the edition, one of which may say why rows print no code.
        metadata: names the edition of the classification that the catalogue uses.
    """
    value = metadata.classification_edition.value
    used = value if value in EDITIONS else None
    has_note = any(_says_absent(note.text) for note in notes)
    return tuple(
        _coded(look_up(post, post.code, used))
        if post.code
        else _uncoded(post, used, has_note=has_note)
        for post in posts
        if post.kind is not Kind.LIST_ITEM
    )


def _coded(lookup: CodeLookup) -> Link:
    edition = lookup.entry.classification if lookup.entry else lookup.used
    given = next((each for each in lookup.post.corrections if each.field == "code"), None)
    if given and lookup.entry:
        return Link(
            post_id=lookup.post.id,
            code=lookup.code,
            edition=edition,
            status=LinkStatus.CONFIRMED,
            reason=reason_of_person(given, lookup.entry),
        )
    is_linked = lookup.status is not LinkStatus.CODE_UNKNOWN
    candidates = () if lookup.status in _SETTLED else candidates_for(lookup.post.name, lookup.used)
    return Link(
        post_id=lookup.post.id,
        code=lookup.code if is_linked else None,
        edition=edition if is_linked else None,
        status=lookup.status,
        reason=reason_of(lookup),
        candidates=tuple(
            candidate
            for candidate in candidates
            if not is_linked or (candidate.code, candidate.edition) != (lookup.code, edition)
        ),
    )


def _uncoded(post: Post, used: str | None, *, has_note: bool) -> Link:
    candidates = candidates_for(post.name, used)
    status = LinkStatus.PROPOSED if candidates else LinkStatus.UNMATCHED
    is_special = Marker.SPECIAL_NEED in post.markers
    if is_special or (has_note and _prints_dash(post)):
        status = LinkStatus.NO_CODE_STATED
    return Link(
        post_id=post.id,
        code=None,
        edition=None,
        status=status,
        reason=reason_without_code(status, is_special=is_special),
        candidates=candidates,
    )


def _says_absent(note: str) -> bool:
    """Tell whether a note says that rows without a code are not in the classification."""
    vocabulary = load_vocabulary()
    is_about_it = vocabulary.classification_name in note
    return is_about_it and any(word in note for word in vocabulary.not_in_classification)


def _prints_dash(post: Post) -> bool:
    texts = [drop_blanks(cell.text) for cell in post.cells if cell.role == "code"]
    return any(is_dash(text) for text in texts)
