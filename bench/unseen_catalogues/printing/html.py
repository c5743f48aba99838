"""Web pages."""

from collections.abc import Iterator
from html import escape

from bench.unseen_catalogues.printing import PNG_BASE64
from bench.unseen_catalogues.printing.layout import blocks
from bench.unseen_catalogues.sheet import Cell, Fill, Grid, Row, Sheet, flat

_PNG = f"data:image/png;base64,{PNG_BASE64}"
_COPIED = 3
"""Columns that a component fixes, and writes a second time."""

_ABOVE = (
    '<table width="980"><tr><td>网站首页</td><td>政务公开</td><td>新闻中心</td>'
    "<td>联系我们</td></tr></table><div>当前位置：首页 &gt; 政务公开</div>"
    "<ul><li>公示公告</li><li>下载专区</li><li>办事指南</li></ul>"
)
_BELOW = (
    "<div>【打印】【关闭】【字体：大 中 小】</div><ul><li>上一篇：招聘会安排</li>"
    "<li>下一篇：政策问答</li></ul><div>主办：（略）　版权所有　网站地图</div>"
)


def print_html(sheet: Sheet) -> bytes:
    """Return the page."""
    body = "\n".join(_body(sheet))
    if "nested" in sheet.options:
        menu = "<table><tr><td>公示公告</td></tr><tr><td>下载专区</td></tr></table>"
        body = f'<table width="980"><tr><td>{menu}</td><td>{body}</td></tr></table>'
    if "navigation" in sheet.options:
        body = f"{_ABOVE}{body}{_BELOW}"
    charset = "gb18030" if "gb18030" in sheet.options else "utf-8"
    title = "" if "no_title" in sheet.options else sheet.title
    head = f'<meta charset="{charset}"><title>{title}</title>'
    page = f"<!DOCTYPE html>\n<html><head>{head}</head><body>\n{body}\n</body></html>\n"
    return page.encode(charset)


def _body(sheet: Sheet) -> Iterator[str]:
    for block in blocks(sheet):
        if isinstance(block, Grid):
            yield from _tables(block, sheet)
        elif block == sheet.title:
            yield f"<h1>{escape(block)}</h1>"
        else:
            yield f"<p>{escape(block)}</p>"


def _tables(grid: Grid, sheet: Sheet) -> Iterator[str]:
    if "head_apart" in sheet.options:
        yield f'<div class="head"><table>{_rows(grid.rows[: grid.heads], sheet)}</table></div>'
        yield f'<div class="body"><table>{_rows(grid.rows[grid.heads :], sheet)}</table></div>'
        return
    yield table(grid, sheet)
    if "fixed_copy" in sheet.options:
        copied = [
            Row(cells=[cell for cell in laid[:_COPIED] if cell], begins_group=row.begins_group)
            for row, laid in zip(grid.rows, flat(grid), strict=True)
        ]
        fixed = Grid(width=_COPIED, rows=copied, heads=grid.heads)
        yield f'<div class="fixed">{table(fixed, sheet)}</div>'


def table(grid: Grid, sheet: Sheet) -> str:
    """Return the markup of one table."""
    if not sheet.options & {"rowspan_past", "rowspan_zero"}:
        return f'<table border="1">{_rows(grid.rows, sheet)}</table>'
    parts: list[list[Row]] = []
    for row in grid.rows[grid.heads :]:
        if row.begins_group or not parts:
            parts.append([])
        parts[-1].append(row)
    bodies = "".join(f"<tbody>{_rows(rows, sheet)}</tbody>" for rows in parts)
    heads = _rows(grid.rows[: grid.heads], sheet)
    return f'<table border="1"><thead>{heads}</thead>{bodies}</table>'


def _rows(rows: list[Row], sheet: Sheet) -> str:
    return "\n".join(
        f"<tr>{''.join(_cell(cell, sheet) for cell in row.cells)}</tr>" for row in rows
    )


def _cell(cell: Cell, sheet: Sheet) -> str:
    span = f' colspan="{cell.across}"' if cell.across > 1 else ""
    if cell.down > 1:
        down = 0 if "rowspan_zero" in sheet.options else cell.down
        span += f' rowspan="{99 if "rowspan_past" in sheet.options else down}"'
    text = escape(cell.text).replace("\n", "<br>")
    if cell.fill is Fill.STRUCK:
        text = f"<s>{text}</s>"
    elif cell.fill is Fill.PICTURE:
        text = f'<img src="{_PNG}">'
    if cell.struck:
        text = f"<del>{cell.struck}</del>{text}"
    return f"<td{span}>{text}</td>"
