"""What a review refuses: drafts that are gone or changed, and steps that come too early."""

from jinque.errors.tree import WrongCallError


class ForbiddenError(WrongCallError):
    """The role of the actor does not hold the right that the step needs."""

    code = "role_forbids"


class UnknownDraftError(WrongCallError):
    """No draft of that identifier is in the record."""

    code = "draft_unknown"


class DraftClosedError(WrongCallError):
    """The draft was published or discarded; nothing about it changes any more."""

    code = "draft_closed"


class DraftStaleError(WrongCallError):
    """The draft changed since the caller looked at it."""

    code = "draft_stale"


class DraftBlockedError(WrongCallError):
    """Errors or questions of the draft are open; it cannot be approved or published."""

    code = "draft_blocked"


class NotApprovedError(WrongCallError):
    """A second person has to approve the draft as it stands before it is published."""

    code = "draft_not_approved"


class FourEyesError(WrongCallError):
    """Who decided about a draft does not approve it as well."""

    code = "four_eyes"


class UnderReviewError(WrongCallError):
    """A draft of the file is open; only its review can publish it."""

    code = "source_under_review"


class RelatedEditionError(WrongCallError):
    """The file resembles an edition of the record, and nobody said how they belong together."""

    code = "edition_related"


class DecisionError(WrongCallError):
    """A decision does not go with the draft: no such issue, row, column, fact or value."""

    code = "decision_invalid"
