"""Values that a person put in place of printed ones, on a terminal."""

from typing import TYPE_CHECKING

from jinque.cli.session import Session
from jinque.model import Post

if TYPE_CHECKING:
    from rich.console import Console


def print_corrections(session: Session, screen: "Console", post: Post) -> None:
    """Print each corrected value with what is printed and why; nothing where there is none."""
    from jinque.cli.screen import plain, show_fields

    if not post.corrections:
        return
    screen.print()
    title = session.say("审核时更正（以上仍为原文）", "Corrected in a review (above: as printed)")
    screen.print(plain(title, "bold underline"))
    unused, blank = session.say("不取值", "not used"), session.say("（未印）", "(not printed)")
    headings = {cell.role: cell.heading for cell in post.cells if cell.role}
    rows = []
    for each in post.corrections:
        values = f"{each.printed or blank} → {each.value or unused}"
        told = f"{values} · {each.reason} · {each.decided_on}"
        rows.append((headings.get(each.field, each.field), told))
    show_fields(screen, rows)
