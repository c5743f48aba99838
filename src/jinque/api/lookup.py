"""Editions and posts by identifier as people type it; near ones when there is none."""

from collections.abc import Iterable
from difflib import get_close_matches

from jinque.api.workspace import Workspace
from jinque.errors import UnknownEditionError, UnknownPostError
from jinque.model import PublishedEdition
from jinque.text import fold

_MOST_NEAR = 3
_LEAST_LIKENESS = 0.4


def find_edition(workspace: Workspace, typed: str, version: int | None = None) -> PublishedEdition:
    """Return an edition by its identifier, whatever the width and case it is typed in.

    Raises:
        UnknownEditionError: there is none; the hint names near ones.
    """
    known = {fold(summary.id): summary.id for summary in workspace.summaries()}
    edition_id = known.get(fold(typed))
    if edition_id is not None:
        return workspace.published(edition_id, version)
    near = _near(typed, known.values()) or list(known.values())
    raise UnknownEditionError(
        f"没有编号为“{typed}”的目录版本。",
        f"There is no edition “{typed}”.",
        where=typed,
        hint_zh=f"是不是要找：{'、'.join(near)}？",
        hint_en=f"Did you mean: {', '.join(near)}?",
    )


def find_post(workspace: Workspace, typed: str) -> tuple[PublishedEdition, int]:
    """Return the edition of a post and the post's place in it, counted from 0.

    Raises:
        UnknownEditionError: the part before the first colon names no edition.
        UnknownPostError: the edition has no such post; the hint names near ones.
    """
    edition_part, colon, _ = typed.replace("：", ":").partition(":")
    if not colon:
        raise UnknownPostError(
            f"“{typed}”不是岗位编号。",
            f"“{typed}” is not the identifier of a post.",
            where=typed,
            hint_zh="编号形如 dalian:装备制造:1（版本:章节:序号）；可先按名称检索。",
            hint_en="It has the form edition:section:serial, as in dalian:装备制造:1; "
            "search by name first.",
        )
    published = find_edition(workspace, edition_part)
    wanted = fold(typed)
    for place, post in enumerate(published.edition.posts):
        if fold(post.id) == wanted:
            return published, place
    raise _unknown_post(typed, published)


def _unknown_post(typed: str, published: PublishedEdition) -> UnknownPostError:
    edition_id = published.edition.id
    near = _near(typed, [post.id for post in published.edition.posts])
    return UnknownPostError(
        f"目录 {edition_id} 里没有编号为“{typed}”的岗位。",
        f"There is no post “{typed}” in {edition_id}.",
        where=typed,
        hint_zh=f"是不是要找：{'、'.join(near)}？" if near else "可先按名称检索。",
        hint_en=f"Did you mean: {', '.join(near)}?" if near else "Search by name first.",
    )


def _near(typed: str, known: Iterable[str]) -> list[str]:
    return get_close_matches(typed, list(known), n=_MOST_NEAR, cutoff=_LEAST_LIKENESS)
