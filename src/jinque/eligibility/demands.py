"""The demands of a post, bound to the post's own occupation."""

from dataclasses import dataclass
from functools import lru_cache

from jinque.classification import find_occupations
from jinque.criteria.binding import bind
from jinque.criteria.decidable import decidable
from jinque.model.criterion import Criterion
from jinque.model.post_criteria import CriteriaAnswer, PostCriterion

_MOST_POSTS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """One demand of a post.

    Attributes:
        printed: the words and the reading of them.
        bound: the reading, bound to the post.
        deciding: the part of `bound` that the verdict rests on; None where only people judge.
    """

    printed: PostCriterion
    bound: Criterion
    deciding: Criterion | None


def demands_of(answer: CriteriaAnswer) -> tuple[Demand, ...]:
    """Return the demands of a post: scope first, then in printed order."""
    codes = sorted(codes_named(answer.post.name))
    occupations = (answer.post.name, *codes)
    headings = {cell.role: cell.heading for cell in answer.post.cells}
    found = []
    for printed in answer.reading.criteria:
        heading = headings.get(printed.block, "")
        bound = bind(printed.criterion, printed.quote, heading, occupations)
        found.append(Demand(printed=printed, bound=bound, deciding=decidable(bound)))
    return tuple(found)


@lru_cache(_MOST_POSTS)
def codes_named(name: str) -> frozenset[str]:
    """Return the codes of 2022 of the entries that have a name, or had it in 2015."""
    if not name.strip():
        return frozenset()
    found = find_occupations(name)
    return frozenset(each.entry.code for each in found if each.entry.classification == "2022")
