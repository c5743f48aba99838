"""Which ways to print make sense as a PDF, and the rows that come back from them."""

from tests.rendering.comparing import Comparison, compare, read_back
from tests.rendering.pdf_look import LOOKS, Look
from tests.rendering.pdf_printer import print_ofd, print_pdf
from tests.rendering.printed import printed
from tests.rendering.styles import STYLES, Layout, Style

LOOKS_BY_NAME = {look.name: look for look in LOOKS}
STYLES_BY_NAME = {style.name: style for style in STYLES}


def render_pdf(edition_id: str, style: Style, look: Look) -> bytes:
    """Print an edition in one style and look."""
    return print_pdf(Layout(printed(edition_id), style).blocks(), look)


def render_ofd(edition_id: str, style: Style, look: Look) -> bytes:
    """Print an edition in one style and look as OFD."""
    return print_ofd(Layout(printed(edition_id), style).blocks(), look)


PRINTERS = {"pdf": render_pdf, "ofd": render_ofd}


def makes_sense(edition_id: str, style: Style, look: Look) -> bool:
    """Tell whether paper shows what the rows are.

    Without lines a merged cell looks like one word and blank cells below it; only an industry is
    carried down. A part of a table without heading or lines is read if its serials tell that it
    goes on, and two lists without lines are told apart by serials: one edition prints few.
    """
    catalogue = printed(edition_id)
    if look.is_ruled:
        return True
    if style.is_merged and catalogue.roles[catalogue.merged] != "industry":
        return False
    has_serials = all(row["序号"] for section in catalogue.sections for row in section.rows)
    return style.pages != "bare" and (has_serials or not style.beside)


def read_and_compare(
    edition_id: str, style: Style, look: Look, kind: str = "pdf"
) -> tuple[Comparison, Comparison]:
    """Return how much came back to the letter, and how much blanks and line breaks aside.

    Args:
        edition_id: the edition that is printed.
        style: how its tables are laid out.
        look: how they are drawn.
        kind: `pdf` or `ofd`.
    """
    reading = read_back(PRINTERS[kind](edition_id, style, look), edition_id, f"目录.{kind}")
    return (
        compare(reading, edition_id, style),
        compare(reading, edition_id, style, with_blanks=False),
    )
