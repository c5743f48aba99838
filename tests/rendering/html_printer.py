"""Prints web pages from strings."""

from collections.abc import Iterable
from html import escape

from tests.rendering.page import Block, Grid, Pair, Slot


def print_html(blocks: Iterable[Block], *, encoding: str = "utf-8") -> bytes:
    """Return a page; two tables side by side stand in a table that only lays out the page."""
    body = "\n".join(_block(block) for block in blocks)
    page = f"""<!DOCTYPE html>
<html><head><meta charset="{encoding}"><title>目录</title>
<style>td {{ border: 1px solid }}</style></head>
<body><div class="content">
{body}
</div><script>document.write("不算")</script></body></html>
"""
    return page.encode("gb18030" if encoding.startswith("gb") else encoding)


def _block(block: Block) -> str:
    if isinstance(block, str):
        return f"<p>{escape(block)}</p>"
    if isinstance(block, Pair):
        left, right = _grid(block.left), _grid(block.right)
        return f"<table><tr><td>{left}</td><td>{right}</td></tr></table>"
    return _grid(block)


def _grid(grid: Grid) -> str:
    rows = "\n".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in grid.rows)
    return f"<table>\n{rows}\n</table>"


def _cell(slot: Slot) -> str:
    across = f' colspan="{slot.across}"' if slot.across > 1 else ""
    down = f' rowspan="{slot.down}"' if slot.down > 1 else ""
    return f"<td{across}{down}>{escape(slot.text).replace(chr(10), '<br>')}</td>"
