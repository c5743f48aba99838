"""Workbooks, written by hand: what no library writes must be in them."""

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from html import escape

from bench.unseen_catalogues.printing import PNG_BASE64
from bench.unseen_catalogues.printing.layout import blocks
from bench.unseen_catalogues.sheet import Block, Cell, Fill, Grid, Row, Sheet, flat

PNG = base64.b64decode(PNG_BASE64)

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WPS = "http://www.wps.cn/officeDocument"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_FORMATS = ('0"人"', "0%", "0.0", "0.00", "0.000")
_STYLES = ("", "struck", "centred", *_FORMATS)
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_PICTURE = "ID_0000000000000000000000000000000A"


def print_xlsx(sheet: Sheet, *, only: Grid | None = None) -> bytes:
    """Return the workbook: one worksheet, or one for each named grid.

    Args:
        sheet: the catalogue.
        only: print this grid and nothing else.
    """
    pages: list[list[Block]] = [[]]
    names = ["目录"]
    for block in blocks(sheet) if only is None else [only]:
        if isinstance(block, Grid) and block.name and "section_sheets" in sheet.options:
            if any(isinstance(each, Grid) for each in pages[-1]):
                pages.append([])
                names.append("")
            names[-1] = block.name
            title = pages[-2].pop() if len(pages) > 1 and "title_each" in sheet.options else None
            pages[-1] += [title] if title else []
        pages[-1].append(block)
    return package([_Worksheet(page, sheet) for page in pages], names)


class _Worksheet:
    """One worksheet: lines become rows, those before the table merged over its width."""

    def __init__(self, page: list[Block], sheet: Sheet) -> None:
        self._hides = "hidden_column" in sheet.options
        self._hidden = 1 + sheet.place_of("内部意见")
        self._has_places = "no_cell_references" not in sheet.options
        self._merges: list[str] = []
        self.comments: list[tuple[str, str]] = []
        self.has_pictures = False
        self._rows: list[str] = []
        width = max((block.width for block in page if isinstance(block, Grid)), default=1)
        for block in page:
            if isinstance(block, Grid):
                self._grid(block)
            else:
                line = Row(cells=[Cell(text=block, across=width)])
                self._grid(Grid(width=width, rows=[line]))

    def _grid(self, grid: Grid) -> None:
        for row, cells in zip(grid.rows, flat(grid), strict=True):
            number = len(self._rows) + 1
            shown = "".join(self._cell(cell, at, number) for at, cell in enumerate(cells))
            where = f' r="{number}"' if self._has_places else ""
            hidden = ' hidden="1"' if row.is_hidden else ""
            self._rows.append(f"<row{where}{hidden}>{shown}</row>")

    def _cell(self, cell: Cell | None, column: int, row: int) -> str:
        place = f"{chr(65 + column)}{row}"
        at = f' r="{place}"' if self._has_places else ""
        if cell is None:
            return f"<c{at}/>"
        if cell.across > 1 or cell.down > 1:
            end = f"{chr(64 + column + cell.across)}{row + cell.down - 1}"
            self._merges.append(f'<mergeCell ref="{place}:{end}"/>')
        if cell.comment:
            self.comments.append((place, cell.comment))
        style = f' s="{_style(cell)}"'
        self.has_pictures |= cell.fill is Fill.PICTURE
        return f"<c{at}{style}{_content(cell)}</c>"

    def xml(self) -> str:
        merges = f"<mergeCells>{''.join(self._merges)}</mergeCells>" if self._merges else ""
        rows = "".join(self._rows)
        legacy = '<legacyDrawing r:id="rIdV"/>' if self.comments else ""
        at = self._hidden
        hidden = f'<cols><col min="{at}" max="{at}" hidden="1"/></cols>' if self._hides else ""
        return (
            f'{_HEAD}<worksheet xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{hidden}'
            f"<sheetData>{rows}</sheetData>"
            f"{merges}{legacy}</worksheet>"
        )


def _style(cell: Cell) -> int:
    if cell.fill is Fill.STRUCK:
        return 1
    if cell.is_centred_across:
        return 2
    places = len(cell.text.partition(".")[2]) if _NUMBER.fullmatch(cell.text) else 0
    return _STYLES.index(cell.number_format or (f"0.{'0' * places}" if places else ""))


def _content(cell: Cell) -> str:
    """Return the rest of the opening tag and what the cell holds."""
    call = escape(f'DISPIMG("{_PICTURE}",1)')
    special = {
        Fill.ERROR: f' t="e"><v>{cell.text}</v>',
        Fill.FORMULA: f"><f>{escape(cell.text)}</f>",
        Fill.PICTURE: f' t="str"><f>_xlfn.{call}</f><v>={call}</v>',
    }
    if cell.fill in special:
        return special[cell.fill]
    if cell.number_format or _NUMBER.fullmatch(cell.text):
        return f"><v>{cell.text}</v>"
    if cell.struck:
        runs = f"<r><rPr><strike/></rPr><t>{cell.struck}</t></r><r><t>{escape(cell.text)}</t></r>"
        return f' t="inlineStr"><is>{runs}</is>'
    if not cell.text:
        return ">"
    return f' t="inlineStr"><is><t xml:space="preserve">{escape(cell.text)}</t></is>'


def package(worksheets: list[_Worksheet], names: list[str]) -> bytes:
    """Return the package of a workbook."""
    parts = {
        "xl/styles.xml": _styles(),
        "_rels/.rels": _related([("officeDocument", "xl/workbook.xml")]),
    }
    listed, relations = "", []
    for number, (worksheet, name) in enumerate(zip(worksheets, names, strict=True), start=1):
        listed += f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        relations.append(("worksheet", f"worksheets/sheet{number}.xml"))
        parts[f"xl/worksheets/sheet{number}.xml"] = worksheet.xml()
        parts |= _commented(worksheet, number)
    parts["xl/workbook.xml"] = (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'
    )
    relations.append(("styles", "styles.xml"))
    media: dict[str, bytes] = {}
    if any(worksheet.has_pictures for worksheet in worksheets):
        relations.append((f"{_WPS}/2020/cellImage", "cellimages.xml"))
        parts["xl/cellimages.xml"] = _cell_images()
        parts["xl/_rels/cellimages.xml.rels"] = _related([("image", "media/image1.png")])
        media["xl/media/image1.png"] = PNG
    parts["xl/_rels/workbook.xml.rels"] = _related(relations)
    parts = {"[Content_Types].xml": _types(parts)} | parts
    return zipped({name: text.encode() for name, text in parts.items()} | media)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return a zip whose bytes depend on nothing but the parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2030, 1, 1, 0, 0, 0)), data)
    return buffer.getvalue()


def _related(relations: list[tuple[str, str]], *, start: int = 1) -> str:
    shown = "".join(
        f'<Relationship Id="rId{number}" Target="{target}"'
        f' Type="{kind if kind.startswith("http") else f"{_OFFICE}/{kind}"}"/>'
        for number, (kind, target) in enumerate(relations, start=start)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{shown}</Relationships>'


def _commented(worksheet: _Worksheet, number: int) -> dict[str, str]:
    if not worksheet.comments:
        return {}
    shown = "".join(
        f'<comment ref="{place}" authorId="0"><text><r><t>{text}</t></r></text></comment>'
        for place, text in worksheet.comments
    )
    related = _related([("comments", f"../comments{number}.xml")]).replace(
        "</Relationships>",
        f'<Relationship Id="rIdV" Type="{_OFFICE}/vmlDrawing" Target="../drawings/v{number}.vml"/>'
        "</Relationships>",
    )
    return {
        f"xl/comments{number}.xml": (
            f'{_HEAD}<comments xmlns="{_MAIN}"><authors><author>审</author></authors>'
            f"<commentList>{shown}</commentList></comments>"
        ),
        f"xl/drawings/v{number}.vml": '<xml xmlns:v="urn:schemas-microsoft-com:vml"/>',
        f"xl/worksheets/_rels/sheet{number}.xml.rels": related,
    }


def _cell_images() -> str:
    return (
        f'{_HEAD}<etc:cellImages xmlns:xdr="{_DRAWING}/spreadsheetDrawing" xmlns:r="{_OFFICE}"'
        f' xmlns:a="{_DRAWING}/main" xmlns:etc="{_WPS}/2017/etCustomData"><etc:cellImage><xdr:pic>'
        f'<xdr:nvPicPr><xdr:cNvPr id="2" name="{_PICTURE}"/><xdr:cNvPicPr/></xdr:nvPicPr>'
        '<xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill><xdr:spPr/></xdr:pic>'
        "</etc:cellImage></etc:cellImages>"
    )


def _styles() -> str:
    formats = "".join(
        f'<numFmt numFmtId="{170 + at}" formatCode="{escape(code)}"/>'
        for at, code in enumerate(_FORMATS)
    )
    xfs = [
        '<xf fontId="0"/>',
        '<xf fontId="1" applyFont="1"/>',
        '<xf fontId="0" applyAlignment="1"><alignment horizontal="centerContinuous"/></xf>',
        *(f'<xf numFmtId="{170 + at}" applyNumberFormat="1"/>' for at in range(len(_FORMATS))),
    ]
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(_FORMATS)}">{formats}</numFmts>'
        '<fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        f'<cellXfs count="{len(xfs)}">{"".join(xfs)}</cellXfs></styleSheet>'
    )


def _types(parts: dict[str, str]) -> str:
    kinds = {
        "workbook": "sheet.main",
        "styles": "styles",
        "sheet": "worksheet",
        "comments": "comments",
    }
    shown = "".join(_overrides(parts, kinds))
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
        '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument'
        '.vmlDrawing"/><Default Extension="png" ContentType="image/png"/>'
        f"{shown}</Types>"
    )


def _overrides(parts: dict[str, str], kinds: dict[str, str]) -> Iterator[str]:
    for name in parts:
        stem = re.sub(r"\d*\.xml$", "", name.rsplit("/", 1)[-1])
        if name.endswith(".xml") and stem in kinds:
            kind = f"application/vnd.openxmlformats-officedocument.spreadsheetml.{kinds[stem]}+xml"
            yield f'<Override PartName="/{name}" ContentType="{kind}"/>'
