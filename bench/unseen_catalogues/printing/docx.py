"""Word documents, written by hand: what no library writes must be in them."""

import re
from collections.abc import Iterator
from html import escape

from bench.unseen_catalogues.printing.html import table as html_table
from bench.unseen_catalogues.printing.layout import blocks
from bench.unseen_catalogues.printing.xlsx import PNG, print_xlsx, zipped
from bench.unseen_catalogues.sheet import Block, Cell, Fill, Grid, Sheet, flat

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OPEN = (
    f'<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml"'
    f' xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:a="{_DRAWING}/main"'
    f' xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:pic="{_DRAWING}/picture">'
)
_TICKS = {
    "☑": '</w:t><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>',
    "□": '</w:t><w:sym w:font="Wingdings 2" w:char="F0A3"/><w:t>',
}
_NUMBERING = (
    f'{_HEAD}<w:numbering xmlns:w="{_WORD}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
_KINDS = {
    "rIdN": "numbering",
    "rIdC": "comments",
    "rIdH": "aFChunk",
    "rIdX": "package",
    "rIdP": "image",
}


def print_docx(sheet: Sheet) -> bytes:
    """Return the package."""
    return _Document(sheet).data()


class _Document:
    """Gathers the parts while the body is written."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._options = sheet.options
        self._comments: list[str] = []
        self._parts: dict[str, tuple[str, bytes]] = {}

    def data(self) -> bytes:
        body = "".join(self._block(block) for block in blocks(self._sheet))
        if "nested" in self._options:
            body = self._nested(body)
        body = f"{_HEAD}{_OPEN}<w:body>{body}<w:sectPr/></w:body></w:document>"
        if self._comments:
            listed = f'{_HEAD}<w:comments xmlns:w="{_WORD}">{"".join(self._comments)}</w:comments>'
            self._parts["comments.xml"] = ("rIdC", listed.encode())
        related = "".join(
            f'<Relationship Id="{key}" Type="{_OFFICE}/{_KINDS[key]}" Target="{name}"/>'
            for name, (key, _) in self._parts.items()
        )
        top = (
            f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        )
        parts = {
            "[Content_Types].xml": self._types(),
            "_rels/.rels": _relations(top),
            "word/document.xml": body,
            "word/_rels/document.xml.rels": _relations(related),
        }
        encoded = {name: text.encode() for name, text in parts.items()}
        return zipped(encoded | {f"word/{name}": data for name, (_, data) in self._parts.items()})

    def _types(self) -> str:
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        numbers = (
            f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{name}+xml"/>'
            for name in ("comments", "numbering")
            if f"{name}.xml" in self._parts
        )
        return (
            f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="html" ContentType="text/html"/>'
            '<Default Extension="png" ContentType="image/png"/><Default Extension="xlsx"'
            ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
            '<Override PartName="/word/document.xml" ContentType="'
            f'{kind}.document.main+xml"/>{"".join(numbers)}</Types>'
        )

    def _block(self, block: Block) -> str:
        if isinstance(block, str):
            return _paragraph(block)
        if self._options & {"html_chunk", "embedded_workbook"} and not self._parts:
            return self._apart(block)
        return self._table(block)

    def _apart(self, grid: Grid) -> str:
        """Keep the first half as a table; the second, with the head, goes into another part."""
        half = (len(grid.rows) + grid.heads) // 2
        heads = grid.rows[: grid.heads]
        first = Grid(width=grid.width, rows=grid.rows[:half], heads=grid.heads)
        rest = Grid(width=grid.width, rows=[*heads, *grid.rows[half:]], heads=grid.heads)
        if "html_chunk" in self._options:
            page = f'<html><head><meta charset="utf-8"></head><body>{html_table(rest, self._sheet)}'
            self._parts["chunk1.html"] = ("rIdH", f"{page}</body></html>".encode())
            return f'{self._table(first)}<w:altChunk r:id="rIdH"/>'
        inner = Sheet(number=0, city="", title="", columns=[], posts=[], options={"no_title"})
        self._parts["embeddings/s1.xlsx"] = ("rIdX", print_xlsx(inner, only=rest))
        self._parts["media/image1.png"] = ("rIdP", PNG)
        shape = (
            '<w:p><w:r><w:object w:dxaOrig="9000" w:dyaOrig="3000"><v:shape id="s1"'
            ' style="width:450pt;height:150pt" o:ole=""><v:imagedata r:id="rIdP"/></v:shape>'
            '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="s1" DrawAspect="Content"'
            ' ObjectID="_1" r:id="rIdX"/></w:object></w:r></w:p>'
        )
        return f"{self._table(first)}{shape}"

    def _nested(self, body: str) -> str:
        menu = _paragraph("人才服务") + _paragraph("信息公开")
        cells = f"<w:tc><w:tcPr/>{menu}</w:tc><w:tc><w:tcPr/>{body}{_paragraph('')}</w:tc>"
        return f"{_grid_start(2)}<w:tr>{cells}</w:tr></w:tbl>"

    def _table(self, grid: Grid) -> str:
        rows = "".join(
            f"<w:tr>{''.join(self._cells(grid, number))}</w:tr>" for number in range(len(grid.rows))
        )
        return f"{_grid_start(grid.width)}{rows}</w:tbl>{_paragraph('')}"

    def _cells(self, grid: Grid, number: int) -> Iterator[str]:
        """Yield the cells of a row, those that a merge continues from above among them."""
        above = _covering(grid)
        column = 0
        line = flat(grid)[number]
        while column < grid.width:
            cell = line[column]
            if cell is None:
                cell = above[number, column]
                content, merge = _paragraph(""), "<w:vMerge/>"
            else:
                is_counted = "auto_serials" in self._options and number >= grid.heads
                content = self._content(cell, is_counted=is_counted and column == 0)
                restart = "" if "no_restart" in self._options else ' w:val="restart"'
                merge = f"<w:vMerge{restart}/>" if cell.down > 1 else ""
            span = f'<w:gridSpan w:val="{cell.across}"/>' if cell.across > 1 else ""
            yield f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{content}</w:tc>"
            column += cell.across

    def _content(self, cell: Cell, *, is_counted: bool) -> str:
        if is_counted and cell.text.isdigit():
            self._parts["numbering.xml"] = ("rIdN", _NUMBERING.encode())
            return (
                '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
                "</w:p>"
            )
        if cell.fill is Fill.PICTURE:
            self._parts["media/image1.png"] = ("rIdP", PNG)
            return f"<w:p><w:r>{_PICTURE}</w:r></w:p>"
        struck = f"<w:r><w:rPr><w:strike/></w:rPr><w:t>{cell.struck}</w:t></w:r>"
        runs = struck if cell.struck else ""
        looks = "<w:rPr><w:strike/></w:rPr>" if cell.fill is Fill.STRUCK else ""
        text = escape(cell.text).replace("\n", "</w:t><w:br/><w:t>")
        if cell.fill is Fill.TICK:
            text = re.sub("[☑□]", lambda found: _TICKS[found.group()], text)
        runs += f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'
        return f"<w:p>{runs}{self._commented(cell)}</w:p>"

    def _commented(self, cell: Cell) -> str:
        if not cell.comment:
            return ""
        number = len(self._comments)
        self._comments.append(
            f'<w:comment w:id="{number}" w:author="审">{_paragraph(cell.comment)}</w:comment>'
        )
        return f'<w:r><w:commentReference w:id="{number}"/></w:r>'


_PICTURE = (
    '<w:drawing><wp:inline><wp:extent cx="90000" cy="90000"/><wp:docPr id="1" name="p"/>'
    f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1"'
    ' name="p"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdP"/></pic:blipFill>'
    "<pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
)


def _covering(grid: Grid) -> dict[tuple[int, int], Cell]:
    """Return for each place that a merged cell covers from above that cell."""
    found = {}
    for y, row in enumerate(flat(grid)):
        for x, cell in enumerate(row):
            for below in range(1, cell.down if cell else 1):
                if cell:
                    found[y + below, x] = cell
    return found


def _grid_start(width: int) -> str:
    columns = '<w:gridCol w:w="1300"/>' * width
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    looks = f'<w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edges}</w:tblBorders>'
    return f"<w:tbl><w:tblPr>{looks}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"


def _paragraph(text: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{run}</w:p>"


def _relations(shown: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{shown}</Relationships>'
