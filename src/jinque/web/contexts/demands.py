"""Our reading of a post's requirements, each under the words that make it."""

from dataclasses import dataclass
from itertools import groupby

from jinque import api
from jinque.model import Words
from jinque.web.contexts.cards import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandView:
    """One criterion.

    Attributes:
        quote: the printed words.
        kind: kind of the criterion.
        reading: what they are read to demand.
        line_start: first line of the words in the source.
        line_end: last line.
    """

    quote: str
    kind: str
    reading: Words
    line_start: int
    line_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockView:
    """The criteria of one block, in printed order."""

    name: str
    demands: tuple[DemandView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """What a post demands.

    Attributes:
        none_stated: blocks that print "none".
        blank: blocks that are blank, which is not "none".
        issues: what could not be read safely.
    """

    blocks: tuple[BlockView, ...]
    none_stated: tuple[str, ...]
    blank: tuple[str, ...]
    issues: tuple[Row, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the catalogue states nothing for the post."""
        return not (self.blocks or self.none_stated)


def demands_of(workspace: api.Workspace, post_id: str) -> Demands:
    """Gather the reading of a post's requirements.

    Raises:
        UnknownPostError: no post is called so.
    """
    reading = api.post_criteria(workspace, post_id).reading
    blocks = tuple(
        BlockView(
            name=name,
            demands=tuple(
                DemandView(
                    quote=each.quote,
                    kind=each.criterion.kind,
                    reading=api.describe(each.criterion),
                    line_start=each.citation.span.line_start,
                    line_end=each.citation.span.line_end,
                )
                for each in several
            ),
        )
        for name, several in groupby(reading.criteria, key=lambda each: each.block)
    )
    return Demands(
        blocks=blocks,
        none_stated=reading.none_stated,
        blank=reading.blank,
        issues=tuple(api.issue_dict(issue) for issue in reading.issues),
    )
