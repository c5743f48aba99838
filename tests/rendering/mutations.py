"""Files of every format, and the ways in which they get damaged."""

import io
import random
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from tests.rendering.docx_printer import print_docx
from tests.rendering.html_printer import print_html
from tests.rendering.page import Block, Grid, Slot
from tests.rendering.pdf_mutations import splice_pdf
from tests.rendering.pdf_printer import print_ofd, print_pdf
from tests.rendering.xlsx_printer import print_xlsx

_XLS = Path(__file__).parents[1] / "unit" / "documents" / "data" / "formats-and-hidden-rows.xls"
_COMPOUND = b"\xd0\xcf\x11\xe0"
"""Old office files, whose sectors no longer fit once a byte is added."""

_SPLICES = (
    b"\x00",
    b"\xff\xff\xff\xff",
    b"999999999",
    b"<",
    b'"',
    b"</w:tc>",
    b"<tr><td rowspan=65000 colspan=9999>",
    b"&#0;&x;",
    b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    b"\xe7\xb4",
    b'\t\n,;"',
    b'" DeltaX="g 99999999 1e300 g',
    b"</ofd:TextObject><ofd:PageBlock>",
)


def _blocks() -> list[Block]:
    rows = [
        [Slot("序号"), Slot("行业"), Slot("岗位名称"), Slot("职业编号"), Slot("紧缺程度")],
        [Slot("1"), Slot("机械", down=3), Slot("电工"), Slot("2-02-07-13"), Slot("★★★")],
        [Slot("2"), Slot("焊工"), Slot("2-02-10"), Slot("★★")],
        [Slot("3"), Slot("车工\n（数控）"), Slot("—"), Slot("★")],
        [Slot("说明：须持证。", across=5)],
    ]
    return ["某市紧缺人才目录", "一、甲产业", Grid(5, rows)]


@cache
def seeds() -> dict[str, bytes]:
    """Return a small sound file of each format, by the ending of its name."""
    text = "序号,行业,岗位名称\n1,机械,电工\n2,,焊工\n"
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("目录/目录.csv", text)
    return {
        "pdf": print_pdf(_blocks()),
        "ofd": print_ofd(_blocks()),
        "docx": print_docx(_blocks()),
        "xlsx": print_xlsx(_blocks(), is_typed=True),
        "xls": _XLS.read_bytes(),
        "html": print_html(_blocks(), encoding="gbk"),
        "csv": text.encode("gb18030"),
        "tsv": text.replace(",", "\t").encode(),
        "txt": text.replace(",", "\t").encode(),
        "zip": packed.getvalue(),
    }


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return a damaged copy; of a packed file as often one of its parts as the whole is damaged."""
    if data.startswith(b"PK") and chance.random() < 0.6:
        return _mutate_part(data, chance)
    ways = (_flip,) if data.startswith(_COMPOUND) and chance.random() < 0.8 else _WAYS
    if data.startswith(b"%PDF"):
        ways = (*_WAYS, splice_pdf)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        data = chance.choice(ways)(data, chance)
    return data


def _mutate_part(data: bytes, chance: random.Random) -> bytes:
    source = zipfile.ZipFile(io.BytesIO(data))
    names = source.namelist()
    chosen = chance.choice([name for name in names if name.endswith((".xml", ".csv", ".rels"))])
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            part = source.read(name)
            if name == chosen:
                for _ in range(chance.choice((1, 1, 2, 6))):
                    part = chance.choice(_WAYS)(part, chance)
            if name != chosen or chance.random() < 0.95:
                archive.writestr(name, part)
    return made.getvalue()


def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    place = chance.randrange(len(data))
    return data[:place] + bytes((chance.randrange(256),)) + data[place + 1 :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    begin = chance.randrange(len(data) + 1)
    end = min(len(data), begin + chance.choice((1, 8, 64, 512, len(data))))
    return data[:begin] + data[end:]


def _repeat(data: bytes, chance: random.Random) -> bytes:
    begin = chance.randrange(len(data) + 1)
    end = min(len(data), begin + chance.choice((8, 64, 512)))
    return data[:begin] + data[begin:end] * chance.choice((2, 3, 50)) + data[end:]


def _splice(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data) + 1)
    return data[:place] + chance.choice(_SPLICES) + data[place:]


def _number(data: bytes, chance: random.Random) -> bytes:
    """Replace a digit by a large number."""
    places = [place for place, byte in enumerate(data) if chr(byte).isdigit()]
    if not places:
        return data
    place = chance.choice(places)
    large = chance.choice((b"0", b"-1", b"4294967295", b"99999999999999999999", b"16384"))
    return data[:place] + large + data[place + 1 :]


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _flip,
    _cut,
    _repeat,
    _splice,
    _number,
)
