"""A post's criteria: scope, blocks, notes, and what could not be read safely."""

from collections.abc import Iterator

from jinque.extraction.criteria.blocks import BLOCKS, Demand, read_block
from jinque.extraction.criteria.doubts import doubts_of
from jinque.extraction.criteria.issues import issue_at
from jinque.extraction.criteria.notes import NoteDemand, reach, read_notes
from jinque.extraction.criteria.places import Source, cite_words
from jinque.extraction.criteria.scope import read_scope
from jinque.extraction.criteria.years import read_cell
from jinque.model import Citation, Edition, Issue, Post
from jinque.model.criterion_person import YearsByDegree
from jinque.model.post_criteria import PostCriterion, PostReading
from jinque.parameters.criteria_words import load_criteria_words


class CriteriaReader:
    """Reads the posts of one edition.

    Args:
        edition: the edition.
        text: text of its source, in which its spans count.
    """

    def __init__(self, edition: Edition, text: str) -> None:
        self._edition = edition
        self._source = Source(sha256=edition.source_sha256, text=text)
        self._notes = read_notes(edition)

    def read(self, post: Post) -> PostReading:
        """Return what a post of the edition demands."""
        criteria = [*read_scope(self._edition, post, self._source)]
        issues: list[Issue] = []
        blocks = _blocks(post)
        none_stated = tuple(name for name, text in blocks if _is_none(text))
        for name, text in blocks:
            if text and not _is_none(text):
                demands = list(read_block(name, text))
                criteria += [self._criterion(post, name, text, each) for each in demands]
                issues += self._doubts(post, name, text, demands, none_stated)
        reached = reach(self._edition, self._notes, post)
        criteria += [self._of_note(each) for each in reached.bound]
        issues += [self._unclear(post, each) for each in reached.unclear]
        return PostReading(
            post_id=post.id,
            criteria=tuple(criteria),
            none_stated=none_stated,
            blank=tuple(cell.role for cell in post.cells if cell.role in BLOCKS and not cell.text),
            issues=(*issues, *self._differing(post)),
        )

    def _criterion(self, post: Post, name: str, text: str, demand: Demand) -> PostCriterion:
        start, end = demand.found.start, demand.found.end
        return PostCriterion(
            criterion=demand.found.criterion,
            quote=text[start:end],
            block=name,
            clause=demand.clause,
            citation=cite_words(self._source, post, name, text, start, end),
        )

    def _doubts(
        self, post: Post, name: str, text: str, demands: list[Demand], none: tuple[str, ...]
    ) -> Iterator[Issue]:
        for doubt in doubts_of(text, demands, has_no_degree="education" in none):
            citation = cite_words(self._source, post, name, text, doubt.start, doubt.end)
            yield issue_at(doubt.code, post, text[doubt.start : doubt.end], citation)

    def _of_note(self, demand: NoteDemand) -> PostCriterion:
        return PostCriterion(
            criterion=demand.found.criterion,
            quote=demand.clause,
            block="note",
            clause=demand.clause,
            citation=self._at_note(demand),
        )

    def _unclear(self, post: Post, demand: NoteDemand) -> Issue:
        return issue_at("note_reach", post, demand.clause, self._at_note(demand))

    def _at_note(self, demand: NoteDemand) -> Citation:
        outer = demand.note.citation
        return self._source.find(demand.clause, outer.span) or outer

    def _differing(self, post: Post) -> Iterator[Issue]:
        """Report another row of the same code whose years are demanded in another way."""
        own = post.requirements.experience if post.requirements else None
        if not post.code or not own:
            return
        for other in self._edition.posts:
            text = other.requirements.experience if other.requirements else None
            is_same = other.code == post.code and other.id != post.id
            if is_same and text and _depends_on_degree(text) != _depends_on_degree(own):
                citation = cite_words(self._source, post, "experience", own, 0, len(own))
                yield issue_at("experience_differs", post, own, citation, about=other.id)


def _blocks(post: Post) -> list[tuple[str, str | None]]:
    return [(name, getattr(post.requirements, name, None)) for name in BLOCKS]


def _is_none(text: str | None) -> bool:
    return text is not None and text.strip().rstrip("。") in load_criteria_words().none_words


def _depends_on_degree(text: str) -> bool:
    return any(isinstance(found.criterion, YearsByDegree) for found in read_cell(text))
