"""Small office files made by hand, and what a reader makes of them."""

import io
import zipfile
from collections.abc import Callable, Mapping

from jinque.documents import read
from jinque.model import Document, Paragraph, Table

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{_W}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def with_parts(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """Return a packed file with each part changed."""
    source = zipfile.ZipFile(io.BytesIO(data))
    return packed({name: change(source.read(name)) for name in source.namelist()})


def word(body: str, **parts: str) -> bytes:
    """Return a docx file.

    Args:
        body: XML of the blocks.
        parts: content of further parts by the last word of their type (`footnotes`, `styles`).
    """
    relations = "".join(
        f'<Relationship Id="r{kind}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for kind in parts
    )
    return packed(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}'
            "</Relationships>",
            "word/document.xml": f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>",
            **{
                f"word/{kind}.xml": f"<w:{kind} {_NAMESPACES}>{content}</w:{kind}>"
                for kind, content in parts.items()
            },
        }
    )


def p(text: str, properties: str = "") -> str:
    """Return a paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(content: str, properties: str = "") -> str:
    """Return a cell; content that is no XML is one paragraph."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tbl(*rows: tuple[str, ...]) -> str:
    """Return a table; a cell that is no XML is made of its text."""
    made = "".join(
        f"<w:tr>{''.join(one if one.startswith('<') else tc(one) for one in row)}</w:tr>"
        for row in rows
    )
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{made}</w:tbl>"


def texts(document: Document) -> list[str | list[list[str]]]:
    """Return paragraphs as words, tables as rows of words, in printed order."""
    found: list[str | list[list[str]]] = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        else:
            found.append([[cell.text for cell in row.cells] for row in block.rows])
    return found


def marks(table: Table) -> list[list[str]]:
    """Return, for each place, `.` where a cell begins and how it is carried elsewhere."""
    return [
        [
            ("d" if cell.is_carried_down else "") + ("a" if cell.is_carried_across else "") or "."
            for cell in row.cells
        ]
        for row in table.rows
    ]


def only_table(document: Document) -> Table:
    """Return the table of a document that holds one."""
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    return table


def codes(document: Document) -> list[str]:
    """Return the codes of what the reader noticed."""
    return [notice.code for notice in document.notices]


def word_texts(body: str, **parts: str) -> list[str | list[list[str]]]:
    """Return what is read of a docx file with that body."""
    return texts(read(word(body, **parts), name="某市.docx"))
