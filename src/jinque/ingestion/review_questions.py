"""What is asked about a catalogue before it may be published, besides its issues."""

from jinque.model import Issue, Severity, Words
from jinque.model.related import RelatedEdition
from jinque.model.review_decision import Relation

RELATED = "edition_related"
"""Code of the question how a catalogue stands to one of the record."""


def questions(related: RelatedEdition) -> tuple[Issue, ...]:
    """Return what a person has to say about the relation; none where it is settled."""
    if related.is_settled:
        return ()
    rows, equal, other = related.rows, related.equal_rows, related.other
    is_same = related.relation is Relation.SAME_EDITION
    zh, en = ("同一版", "the same edition again") if is_same else ("下一版", "the next edition")
    words = Words(
        zh=f"与已有目录 {other} 相近：{rows} 行中有 {equal} 行编码和名称相同。看来是它的{zh}；"
        "请确认，或选择其他关系。",
        en=f"It resembles {other}: {equal} of {rows} rows have the same code and name. It seems "
        f"to be {en}; confirm it, or choose another relation.",
    )
    return (Issue(code=RELATED, severity=Severity.WARNING, message=words),)
