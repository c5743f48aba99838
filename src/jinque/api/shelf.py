"""Drafts looked at last: one is read again only when it changed, by whichever process."""

from collections import OrderedDict
from threading import RLock

from jinque.api import review
from jinque.api.workspace import Workspace
from jinque.model.review import Draft, DraftSummary
from jinque.store.review import Drafts
from jinque.store.review_stamp import Stamp, stamp_of

MOST_DRAFTS = 4


class Shelf:
    """The drafts of a workspace for who looks at them again and again; safe between threads."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lock = RLock()
        self._drafts: OrderedDict[str, tuple[Stamp, Draft]] = OrderedDict()
        self._summaries: dict[str, tuple[Stamp, DraftSummary]] = {}

    def draft(self, draft_id: str) -> Draft:
        """Return a draft as it is now.

        Raises:
            UnknownDraftError: there is none of that identifier.
        """
        with self._lock:
            stamp = stamp_of(self._workspace.record, draft_id)
            held = self._drafts.get(draft_id)
            found = held[1] if held and held[0] == stamp else None
            if found is None:
                found = review.draft(self._workspace, draft_id)
            self._keep(stamp, found)
            return found

    def summaries(self) -> tuple[DraftSummary, ...]:
        """Return all drafts, open ones first, in both kinds the newest first."""
        with self._lock:
            every = Drafts(self._workspace.record).identifiers()
            return tuple(self._summary(each) for each in every)

    def _summary(self, draft_id: str) -> DraftSummary:
        stamp = stamp_of(self._workspace.record, draft_id)
        held = self._summaries.get(draft_id)
        if held is None or held[0] != stamp:
            held = (stamp, self.draft(draft_id).summary())
            self._summaries[draft_id] = held
        return held[1]

    def _keep(self, stamp: Stamp, draft: Draft) -> None:
        self._drafts[draft.id] = (stamp, draft)
        self._drafts.move_to_end(draft.id)
        while len(self._drafts) > MOST_DRAFTS:
            self._drafts.popitem(last=False)
