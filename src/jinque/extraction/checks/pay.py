"""Pay that can hardly be meant as printed."""

import re
from collections.abc import Iterator

from jinque.extraction.checks.places import at_post
from jinque.model import Edition, Issue, Post, PrintedCell, Severity
from jinque.parameters import load_vocabulary
from jinque.text import drop_blanks, fold

_RANGE = re.compile(r"(\d+(?:\.\d+)?)[^\d.]{0,3}[-~–—至到]+(\d+(?:\.\d+)?)\D*")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")


def check_pay(edition: Edition) -> Iterator[Issue]:
    """Report ranges printed the wrong way round, and pay outside all that is plausible."""
    for post in edition.posts:
        for cell in post.cells:
            if cell.role == "pay" and cell.text:
                yield from _reversed(post, cell)
                yield from _implausible(post, cell)


def _reversed(post: Post, cell: PrintedCell) -> Iterator[Issue]:
    found = _RANGE.fullmatch(fold(cell.text))
    if found and float(found[1]) > float(found[2]):
        yield at_post(
            post,
            "pay_range_reversed",
            Severity.WARNING,
            zh=f"“{cell.heading}”一栏的“{cell.text}”前大后小；照印保留，请核对两个数。",
            en=f"The range “{cell.text}” under “{cell.heading}” falls; it is kept as printed. "
            "Check both numbers.",
            cell=cell,
        )


def _implausible(post: Post, cell: PrintedCell) -> Iterator[Issue]:
    lowest, highest = load_vocabulary().pay_plausible
    compact = drop_blanks(cell.text)
    if _NUMBER.fullmatch(compact) and not lowest <= float(compact) <= highest:
        yield at_post(
            post,
            "pay_implausible",
            Severity.WARNING,
            zh=f"“{cell.heading}”一栏的“{cell.text}”按万元/年读取，不在 {lowest:g} 至 {highest:g} "
            "之间；可能用了别的单位（元、月薪）或小数点有误。照印保留，请核对。",
            en=f"“{cell.text}” under “{cell.heading}” is read as 10,000 CNY a year and lies "
            f"outside {lowest:g} to {highest:g}; another unit (CNY, a month) or a misplaced point "
            "is likely. It is kept as printed; check it.",
            cell=cell,
        )
