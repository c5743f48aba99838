"""The facts of a draft on a terminal: stated, inferred, supplied, or missing."""

from dataclasses import fields
from typing import TYPE_CHECKING

from jinque.cli.session import Session
from jinque.model import Attested, Metadata, Status, Words

if TYPE_CHECKING:
    from rich.console import Console

_STATUSES = {
    Status.STATED: Words(zh="原文载明", en="stated"),
    Status.INFERRED: Words(zh="推断", en="inferred"),
    Status.SUPPLIED: Words(zh="人工补充", en="supplied by a person"),
    Status.NOT_STATED: Words(zh="未载明", en="not stated"),
}
_FACTS = {
    "title": Words(zh="标题", en="Title"),
    "publisher": Words(zh="发布机关", en="Publisher"),
    "document_number": Words(zh="文号", en="Document number"),
    "place": Words(zh="地区", en="Place"),
    "issued_on": Words(zh="发布日期", en="Issued on"),
    "effective_from": Words(zh="施行日期", en="In force from"),
    "effective_to": Words(zh="有效期至", en="In force until"),
    "classification_edition": Words(zh="职业分类大典", en="Classification"),
    "scope": Words(zh="适用人群", en="Scope"),
}


def print_facts(session: Session, screen: "Console", metadata: Metadata) -> None:
    """Print each fact with its name for `jinque review state`, and what it rests on."""
    from jinque.cli.screen import show_fields

    screen.print()
    rows = []
    for field in fields(Metadata):
        fact = getattr(metadata, field.name)
        if isinstance(fact, Attested):
            label = f"{session.of(_FACTS[field.name])} {field.name}"
            status = session.of(_STATUSES[fact.status])
            rows.append((label, f"{fact.value} · {status}" if fact.value else status))
    show_fields(screen, rows)
