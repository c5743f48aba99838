"""How a post stands to the national classification."""

from dataclasses import dataclass

from jinque.model import Link, LinkCandidate, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateView:
    """An entry that a name suggests; never a link by itself.

    Attributes:
        classification: edition that the code belongs to.
        likeness: `same_name`, `former_name` or `near_name`.
    """

    code: str
    name: str
    classification: str
    likeness: str
    reason: Words

    @classmethod
    def of(cls, candidate: LinkCandidate) -> "CandidateView":
        """Flatten `candidate`."""
        return cls(
            code=candidate.code,
            name=candidate.name,
            classification=candidate.edition,
            likeness=candidate.likeness.value,
            reason=candidate.reason,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """A post and the entry it names.

    Attributes:
        status: one of the statuses of docs/reference/classification.md.
        code: None where the post is not linked.
        classification: edition that the code belongs to; None without a code.
    """

    status: str
    code: str | None
    classification: str | None
    reason: Words
    candidates: tuple[CandidateView, ...]

    @classmethod
    def of(cls, link: Link) -> "LinkView":
        """Flatten `link`."""
        return cls(
            status=link.status.value,
            code=link.code,
            classification=link.edition,
            reason=link.reason,
            candidates=tuple(CandidateView.of(each) for each in link.candidates),
        )
