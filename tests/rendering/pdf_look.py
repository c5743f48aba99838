"""How the same tables look on paper."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Look:
    """One look; lengths in points.

    Attributes:
        name: for reports.
        is_ruled: lines between the cells.
        has_sides: lines at the left and right edge of a ruled table.
        are_lines_filled: lines are thin filled rectangles, as Word prints them.
        repeats_heading: the header rows are printed anew on each page.
        splits_rows: a row that does not fit is cut between two lines of text.
        closes_pages: a cut row is closed by a line where the page ends.
        is_centred: text stands in the middle of the height of its row.
        quarter_turns: pages lie on their side: 1 turned to the left, 3 to the right.
        is_text_turned: an upright page with turned text, instead of a page that says it is turned.
        has_furniture: a running header, a footer and page numbers.
        drops_blanks: a blank at which a line is wrapped is not printed, as in browsers.
        cuts_words: a Latin word that does not fit is cut, not wrapped.
        font_size: of the cells.
        leading: from line to line inside a cell.
        padding: between a cell's edge and its text.
    """

    name: str
    is_ruled: bool = True
    has_sides: bool = True
    are_lines_filled: bool = False
    repeats_heading: bool = True
    splits_rows: bool = False
    closes_pages: bool = True
    is_centred: bool = False
    quarter_turns: int = 0
    is_text_turned: bool = False
    has_furniture: bool = False
    drops_blanks: bool = False
    cuts_words: bool = False
    font_size: float = 9.0
    leading: float = 12.0
    padding: float = 4.0


LOOKS = (
    Look(name="ruled"),
    Look(name="heading_once", repeats_heading=False),
    Look(name="filled_lines", are_lines_filled=True, is_centred=True),
    Look(name="open_sides", has_sides=False, drops_blanks=True),
    Look(name="rows_cut", splits_rows=True),
    Look(name="rows_cut_open", splits_rows=True, closes_pages=False, repeats_heading=False),
    Look(name="words_cut", splits_rows=True, repeats_heading=False, cuts_words=True),
    Look(name="rotated", quarter_turns=1),
    Look(name="turned_text", quarter_turns=3, is_text_turned=True),
    Look(name="furniture", has_furniture=True, splits_rows=True),
    Look(name="unruled", is_ruled=False),
    Look(name="unruled_once", is_ruled=False, repeats_heading=False),
    Look(name="unruled_furniture", is_ruled=False, has_furniture=True),
    Look(name="unruled_centred", is_ruled=False, is_centred=True),
)
