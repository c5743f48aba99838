"""What a file that was read in is to editions that the record held before, in plain words."""

from typing import TYPE_CHECKING

from jinque.cli.session import Session
from jinque.model import EditionSummary, IngestAnswer
from jinque.model.related import RelatedEdition
from jinque.model.review_decision import Relation

if TYPE_CHECKING:
    from rich.console import Console


def print_relations(session: Session, screen: "Console", answer: IngestAnswer) -> None:
    """Say of each edition that it is another's next one, or a new version of one."""
    from jinque.cli.screen import plain

    for published, related in zip(answer.editions, answer.related, strict=False):
        told = _told(session, published.summary, related)
        if told:
            screen.print()
            screen.print(plain(f"  {told}", "yellow"))


def _told(session: Session, summary: EditionSummary, related: RelatedEdition) -> str:
    if related.is_next and related.is_settled:
        return session.say(
            f"它是目录 {related.other} 的下一版。", f"It is the next edition of {related.other}."
        )
    if related.relation is Relation.SAME_EDITION and not related.is_settled:
        return session.say(
            f"内容与目录 {related.other} 相同（{related.rows} 行中有 {related.equal_rows} 行），"
            f"存为它的第 {summary.version} 版。"
            "不是同一目录？请用 --edition 另给编号，或用 --review。",
            f"Its content is that of {related.other} ({related.equal_rows} of {related.rows} rows):"
            f" it became version {summary.version} of it. If it is another catalogue, give it an "
            "identifier by --edition, or use --review.",
        )
    return ""
