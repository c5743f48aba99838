"""What one post's printed requirements are read to demand."""

from dataclasses import dataclass

from jinque.model.answer import EditionSummary
from jinque.model.criterion import Criterion
from jinque.model.issue import Issue
from jinque.model.metadata import Citation
from jinque.model.post import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCriterion:
    """One demand of a post with the words that make it.

    Attributes:
        quote: the words, wrapped lines joined.
        block: `scope`, `education`, `experience`, `ability`, `other` or `note`.
        clause: the sentence in which the words stand, without its end mark.
        citation: the same words in the source, raw; those of a note or heading stand outside
            the row.
    """

    criterion: Criterion
    quote: str
    block: str
    clause: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class PostReading:
    """The criteria of one post.

    Attributes:
        criteria: in the order scope, education, experience, ability, other, note.
        none_stated: blocks that print "none" (无).
        blank: blocks whose column or label the row has without any word in it.
        issues: what could not be read safely.
    """

    post_id: str
    criteria: tuple[PostCriterion, ...]
    none_stated: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def states_requirements(self) -> bool:
        """Whether the row has any requirement of its own or of its notes, or prints "none"."""
        stated = {each.block for each in self.criteria} - {"scope"}
        return bool(stated or self.none_stated)


@dataclass(frozen=True, slots=True, kw_only=True)
class CriteriaAnswer:
    """A post beside the reading of its requirements."""

    post: Post
    edition: EditionSummary
    reading: PostReading
