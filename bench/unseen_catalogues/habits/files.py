"""What the file itself does: parts beside the text, encodings, pages, tables made of characters."""

import random

from bench.unseen_catalogues.habits.habit import Shelf
from bench.unseen_catalogues.sheet import Sheet

SHELF = Shelf()

_OPTIONS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "html_chunk": ("a part of the document is a chunk of HTML in the package", "file", ("docx",)),
    "embedded_workbook": ("the second half is a workbook put in as an object", "file", ("docx",)),
    "no_cell_references": ("cells and rows without references", "file", ("xlsx",)),
    "page_furniture": ("running heads, page numbers and 第 1 页 共 2 页", "furniture", ("pdf",)),
    "no_rules": ("no lines between the cells", "pdf_rules", ("pdf",)),
    "white_fills": ("three lines only, cells shaded in the colour of paper", "pdf_rules", ("pdf",)),
    "white_words": ("words in the colour of paper lie in some cells", "pdf_hidden", ("pdf",)),
    "clipped_words": ("words outside the clip lie over the head", "pdf_hidden", ("pdf",)),
    "filled_rules": ("lines as thin filled rectangles", "pdf_rules", ("pdf",)),
    "sep_line": ("a first line sep=; tells Excel the separator", "csv_file", ("csv",)),
    "semicolons": ("values parted by semicolons", "csv_file", ("csv",)),
    "tabs_in_csv": ("values parted by tabs, in UTF-16 as Excel saves it", "csv_file", ("csv",)),
    "gb18030": ("encoded in GB18030", "encoding", ("csv", "txt", "html")),
    "markdown": ("a table of Markdown", "text_table", ("txt",)),
    "pipes": ("values parted by |", "text_table", ("txt",)),
    "box_drawing": ("a table drawn with │ ─ ┼", "text_table", ("txt",)),
    "by_position": ("columns by position, padded with blanks", "text_table", ("txt",)),
    "one_cell_a_line": ("one cell a line, as pasted from a web page", "text_table", ("txt",)),
}

_COUNTED_ON = ("no_rules", "white_fills")
"""Options that leave a reader only positions: cells merged down would be guesswork."""


def _file_habits() -> None:
    for name, (about, slot, formats) in _OPTIONS.items():

        def apply(sheet: Sheet, _: random.Random, name: str = name) -> None:
            sheet.options.add(name)

        slots = f"{slot} rows" if name in _COUNTED_ON or slot == "text_table" else slot
        SHELF.put(name, about, slots, formats, apply)


_file_habits()


@SHELF.habit("text_table rows", ("txt",), may_refuse=True)
def wrapped_cells(sheet: Sheet, _: random.Random) -> None:
    """Tabs between cells whose words wrap over lines: rows, or a refusal."""
    sheet.options.add("wrapped")


@SHELF.habit("pdf_rules rows", ("pdf",))
def rows_cut_by_pages(sheet: Sheet, _: random.Random) -> None:
    """Rows that go on over the end of a page."""
    sheet.options.add("rows_cut")
    for post in sheet.posts:
        ability = post.truth["ability"]
        post.say("ability", ability + "熟悉本岗位相关的安全、环保和职业卫生规定，能配合上级检查。")
