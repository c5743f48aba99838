"""Whom and where the whole list is for."""

from jinque.extraction.criteria.places import Source, cite_heading
from jinque.model import Citation, Edition, Post
from jinque.model.criterion_person import InScope
from jinque.model.post_criteria import PostCriterion
from jinque.parameters.criteria_words import load_criteria_words


def read_scope(edition: Edition, post: Post, source: Source) -> tuple[PostCriterion, ...]:
    """Return the demands that the title and the regional heading make of every row below."""
    found = []
    for fact in (edition.metadata.scope, edition.metadata.title):
        word = next((w for w in load_criteria_words().foreign_words if w in (fact.value or "")), "")
        citation = source.find(word, fact.citation.span) if word and fact.citation else None
        if citation:
            foreign = InScope(nationality="foreign")
            found.append(_criterion(foreign, word, fact.value or word, citation))
            break
    if post.region:
        heading = post.section[-1] or post.region
        cited = cite_heading(source, heading, post)
        words = source.find(post.region, cited.span) or cited
        found.append(_criterion(InScope(region=post.region), post.region, heading, words))
    return tuple(found)


def _criterion(scope: InScope, quote: str, clause: str, citation: Citation) -> PostCriterion:
    return PostCriterion(
        criterion=scope, quote=quote, block="scope", clause=clause, citation=citation
    )
