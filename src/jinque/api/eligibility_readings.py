"""The readings of all posts, kept as long as the record does not change."""

from threading import RLock
from weakref import WeakKeyDictionary

from jinque.api.workspace import Workspace
from jinque.extraction.criteria import CriteriaReader
from jinque.model import EditionSummary, Kind
from jinque.model.post_criteria import CriteriaAnswer

_kept: WeakKeyDictionary[Workspace, tuple[str, tuple[CriteriaAnswer, ...]]] = WeakKeyDictionary()
_lock = RLock()


def readings(workspace: Workspace) -> tuple[CriteriaAnswer, ...]:
    """Return every post of the newest editions beside the reading of its requirements.

    Posts come in the order of their catalogues; those without requirements are among them, and
    entries of running lists and of title tables are not.
    """
    with _lock:
        revision = workspace.record.revision()
        kept = _kept.get(workspace)
        if kept is None or kept[0] != revision:
            found = tuple(a for each in workspace.summaries() for a in _read(workspace, each))
            kept = _kept[workspace] = (revision, found)
        return kept[1]


def _read(workspace: Workspace, summary: EditionSummary) -> list[CriteriaAnswer]:
    edition = workspace.published(summary.id).edition
    posts = [post for post in edition.posts if post.kind is Kind.POST]
    if not posts:
        return []
    lines = workspace.source_lines(summary.source_sha256, summary.source_name)
    reader = CriteriaReader(edition, "\n".join(lines))
    return [CriteriaAnswer(post=post, edition=summary, reading=reader.read(post)) for post in posts]
