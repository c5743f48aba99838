"""The document behind an answer: from when it holds, what gives way to it, who passed it on."""

from jinque.bridge.rulebook import Rulebook
from jinque.model.cited_rule import RulesInForce


def rules_in_force(book: Rulebook) -> RulesInForce:
    """Return what the document says of itself, both readings of its first day among it."""
    ladder, metadata = book.ladder, book.edition.metadata
    start = ladder.commencement
    cited = [start.rule, *(older.rule for older in ladder.supersedes)]
    return RulesInForce(
        ladder_id=ladder.id,
        edition_id=ladder.edition_id,
        title=metadata.title.value,
        document_number=metadata.document_number.value,
        publisher=metadata.publisher.value,
        place=metadata.place.value,
        issued_on=metadata.issued_on.value,
        effective_from=start.effective_from,
        basis=start.basis,
        alternative_from=start.alternative_from,
        alternative=start.alternative,
        supersedes=ladder.supersedes,
        forwarded_by=ladder.forwarded_by,
        rules=tuple(book.cited[identifier] for identifier in cited),
    )
