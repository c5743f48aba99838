"""A printed code and name looked up in the editions of the classification."""

from dataclasses import dataclass

from jinque.classification import EDITIONS, load_classification
from jinque.extraction.classes import class_of
from jinque.model import Level, LinkStatus, Occupation, Post
from jinque.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLookup:
    """What looking up a code came to.

    Attributes:
        used: edition of the classification to look in first; for a catalogue that does not
            state one the newest.
        is_stated: the catalogue states or is read to use that edition.
        entry: the entry that the code leads to; None where no list has one to offer.
    """

    post: Post
    code: str
    used: str
    is_stated: bool
    status: LinkStatus
    entry: Occupation | None


def look_up(post: Post, code: str, used: str | None) -> CodeLookup:
    """Look a post's code and name up.

    Args:
        post: the post.
        code: its code.
        used: edition that its catalogue uses, one of `EDITIONS`; None where it does not state it.
    """
    status, entry = _judge(post, code, used)
    return CodeLookup(
        post=post,
        code=code,
        used=used or EDITIONS[0],
        is_stated=used is not None,
        status=status,
        entry=entry,
    )


def _judge(post: Post, code: str, used: str | None) -> tuple[LinkStatus, Occupation | None]:
    order = sorted(EDITIONS, key=lambda edition: edition != used)
    found = [e for edition in order if (e := load_classification(edition).by_code.get(code))]
    same = next((entry for entry in found if fold(entry.name) == fold(post.name)), None)
    if same and used in (None, same.classification):
        is_class = class_of(post, load_classification()) is not None
        return (LinkStatus.NAMES_CLASS if is_class else LinkStatus.AGREES), same
    if same:
        is_unlisted = same is found[0] and _may_be_unlisted(code, used or EDITIONS[0])
        return (LinkStatus.UNCHECKED if is_unlisted else LinkStatus.OTHER_EDITION), same
    if found and used in (None, found[0].classification):
        return LinkStatus.NAME_DIFFERS, found[0]
    if _may_be_unlisted(code, used or EDITIONS[0]):
        return LinkStatus.UNCHECKED, None
    return LinkStatus.CODE_UNKNOWN, None


def _may_be_unlisted(code: str, edition: str) -> bool:
    """Tell whether an edition may have a code that our list of it lacks.

    No list of work types is complete; any may stand below an occupation that is listed.
    """
    classification = load_classification(edition)
    if Level.of(code) is Level.WORK_TYPE:
        return classification.above(code)[-1] in classification.by_code
    return not classification.is_complete
