"""Atom feeds: what an edition changed, for a place and for an occupation; each change told once."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree import ElementTree as ET

from jinque.api.comparison import diff
from jinque.api.editions import catalogues
from jinque.api.workspace import Workspace
from jinque.errors import UnknownEditionError, UnknownOccupationError
from jinque.locale import Sentence, Translator, phrases, printed, say
from jinque.model import EditionSummary, Link, Post
from jinque.model.comparison import CHANGE_WORDS, Change
from jinque.text import fold

_ATOM = "http://www.w3.org/2005/Atom"
_MOST_ENTRIES = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One change of one post.

    Attributes:
        id: stable: of the edition that changed it and the post.
        title: of the post, and what became of it.
        post_id: the post as it stands now; as it stood where it left the list.
        edition_id: the edition that changed it.
        updated: when that was published, UTC.
        says: the difference in words.
    """

    id: str
    title: Sentence
    post_id: str
    edition_id: str
    updated: str
    says: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """The changes of a place or an occupation, the newest first."""

    id: str
    title: Sentence
    entries: tuple[FeedEntry, ...]


def place_feed(workspace: Workspace, place: str) -> Feed:
    """Return what editions of a place changed against the edition before.

    Raises:
        UnknownEditionError: no edition is of that place.
    """
    of_place = [
        each
        for each in catalogues(workspace)
        if fold(each.metadata.place.value or "") == fold(place) and place.strip()
    ]
    if not of_place:
        raise UnknownEditionError(
            say("No catalogue is of {place}.", place=place),
            where=place,
            hint=say("See the places: jinque catalogues"),
        )
    name = of_place[0].metadata.place.value or place
    entries = [entry for each in of_place for entry, _ in _changes(workspace, each)]
    return Feed(
        id=f"tag:jinque,2026:place:{quote(name)}",
        title=say("Changes of the catalogues of {place}", place=name),
        entries=_newest(entries),
    )


def occupation_feed(workspace: Workspace, code: str) -> Feed:
    """Return what editions of all places changed for an occupation of the classification.

    Raises:
        UnknownOccupationError: the classification has no such code.
    """
    from jinque.classification import find_occupations

    if not find_occupations(code):
        raise UnknownOccupationError(
            say("The classification has no occupation {code}.", code=code), where=code
        )
    entries = [
        entry
        for each in catalogues(workspace)
        for entry, codes in _changes(workspace, each)
        if code in codes
    ]
    return Feed(
        id=f"tag:jinque,2026:occupation:{code}",
        title=say("Changes of {code} in all catalogues", code=code),
        entries=_newest(entries),
    )


def _newest(entries: list[FeedEntry]) -> tuple[FeedEntry, ...]:
    once = {each.id: each for each in entries}
    found = sorted(once.values(), key=lambda each: (each.updated, each.id), reverse=True)
    return tuple(found[:_MOST_ENTRIES])


def _changes(
    workspace: Workspace, summary: EditionSummary
) -> Iterator[tuple[FeedEntry, frozenset[str]]]:
    """Yield every change of an edition against the one before, with the codes it is about."""
    later = workspace.published(summary.id)
    if later.edition.follows is None:
        return
    former = workspace.published(later.edition.follows)
    codes = _codes(former.edition.links) | _codes(later.edition.links)
    found = diff(workspace, former.summary.id, summary.id)

    def entry(post: Post, title: Sentence, says: Sentence) -> tuple[FeedEntry, frozenset[str]]:
        made = FeedEntry(
            id=f"tag:jinque,2026:{quote(summary.id)}:{quote(post.id)}",
            title=title,
            post_id=post.id,
            edition_id=summary.id,
            updated=summary.published_at,
            says=says,
        )
        named = codes.get(post.id)
        return made, frozenset({named} if named else ())

    for post in found.added:
        yield entry(post, say("{name}: listed now", name=post.name), _rated(post))
    for post in found.removed:
        yield entry(post, say("{name}: no longer listed", name=post.name), _rated(post))
    for pair in found.changed:
        what = phrases([CHANGE_WORDS[each.kind] for each in pair.changes])
        title = say("{name}: {what}", name=pair.later.name, what=what)
        yield entry(pair.later, title, phrases([_told(each) for each in pair.changes]))


def _codes(links: tuple[Link, ...]) -> dict[str, str]:
    return {each.post_id: each.code for each in links if each.code}


def _rated(post: Post) -> Sentence:
    return printed(post.shortage.printed if post.shortage else "—")


def _told(change: Change) -> Sentence:
    if change.removed or change.added:
        gone, come = "；".join(change.removed), "；".join(change.added)
        return say("no longer “{gone}”, now “{come}”", gone=gone, come=come)
    return say(
        "“{former}” became “{later}”", former=change.former or "—", later=change.later or "—"
    )


def feed_xml(feed: Feed, address: str, language: str = "zh") -> bytes:
    """Return a feed as Atom (RFC 4287).

    Args:
        feed: the changes.
        address: of the site, without a slash at the end.
        language: `zh` or `en`.
    """
    tell = Translator(language)
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed", {"xml:lang": "zh-CN" if language == "zh" else "en"})
    newest = max((each.updated for each in feed.entries), default="2000-01-01T00:00:00Z")
    _put(root, "id", feed.id)
    _put(root, "title", tell(feed.title))
    _put(root, "updated", newest)
    _put(_put(root, "author"), "name", "Jinque")
    for each in feed.entries:
        entry = _put(root, "entry")
        _put(entry, "id", each.id)
        _put(entry, "title", tell(each.title))
        _put(entry, "updated", each.updated)
        link = f"{address}/posts/{quote(each.post_id)}"
        _put(entry, "link").attrib.update({"href": link, "rel": "alternate"})
        _put(entry, "summary", tell(each.says))
    made: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _put(parent: ET.Element, name: str, text: str = "") -> ET.Element:
    made = ET.SubElement(parent, f"{{{_ATOM}}}{name}")
    made.text = text or None
    return made
