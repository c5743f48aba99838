"""The reading process from outside: started, fed, listened to, ended.

Why the reading process gives up, in words for the owner of the file.
"""

import json
import math
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, cast

from jinque.documents.pdf.page import Page, PdfLimits, page_from
from jinque.documents.source import Source
from jinque.errors import (
    EncryptedSourceError,
    JinqueError,
    NotReadableError,
    ScannedSourceError,
    TooManyElementsError,
    TooManyPagesError,
)

_RECOGNISE = (
    "请先做文字识别（OCR），或向发布单位索取 Word、Excel 版。",
    "Recognise its text first (OCR), or ask the publisher for Word or Excel.",
)
_REPAIR = (
    "请用 PDF 阅读器打开确认，另存（打印为 PDF）后再导入。",
    "Open it in a PDF viewer, save it anew (print it to PDF) and ingest that.",
)
_SPLIT = (
    "目录很少这样大；请只导出需要的页。",
    "Catalogues are rarely so large; export only the pages that are needed.",
)
_LIMITS = PdfLimits()
_FAULTS: dict[str, tuple[type[JinqueError], str, str, tuple[str, str]]] = {
    "locked": (
        EncryptedSourceError,
        "PDF 设有打开密码。",
        "The PDF is locked with a password.",
        ("请先用密码打开，另存为不加密的文件。", "Open it with its password and save it unlocked."),
    ),
    "damaged": (NotReadableError, "PDF 已损坏，打不开。", "The PDF is damaged.", _REPAIR),
    "crashed": (
        NotReadableError,
        "读取 PDF 时出错：文件已损坏，或占用内存过多。",
        "Reading the PDF failed: it is damaged, or takes too much memory.",
        _REPAIR,
    ),
    "scanned": (
        ScannedSourceError,
        "这是扫描件：页面是图片，没有文字。",
        "This is a scan: its pages are pictures without text.",
        _RECOGNISE,
    ),
    "strange": (
        ScannedSourceError,
        "PDF 的字体没有文字编码，读出的是乱码。",
        "The fonts of the PDF do not say which characters they print.",
        _RECOGNISE,
    ),
    "pages": (
        TooManyPagesError,
        f"PDF 超过 {_LIMITS.pages} 页。",
        f"The PDF has more than {_LIMITS.pages} pages.",
        _SPLIT,
    ),
    "characters": (
        TooManyElementsError,
        f"PDF 有一页超过 {_LIMITS.characters} 字。",
        f"A page of the PDF has more than {_LIMITS.characters} characters.",
        _REPAIR,
    ),
    "pieces": (
        TooManyElementsError,
        f"PDF 的单元格和文字超过 {_LIMITS.pieces} 处。",
        f"The PDF has more than {_LIMITS.pieces} cells and runs of words.",
        _SPLIT,
    ),
    "objects": (
        TooManyElementsError,
        f"PDF 有一页超过 {_LIMITS.objects} 个图形对象。",
        f"A page of the PDF has more than {_LIMITS.objects} drawn objects.",
        _REPAIR,
    ),
}


def fault(key: str, where: str) -> JinqueError:
    """Return the error to raise.

    Args:
        key: what the reading process said, or the reader found.
        where: name of the file.
    """
    kind, zh, en, (hint_zh, hint_en) = _FAULTS[key]
    return kind(zh, en, where=where, hint_zh=hint_zh, hint_en=hint_en)


_COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("launch.py")))


def pages_of(source: Source) -> Iterator[Page]:
    """Yield the pages of a PDF as another process reads them.

    Raises:
        EncryptedSourceError: a password is needed to read it.
        NotReadableError: it is damaged, or so made that the engine fails.
        TooManyPagesError, TooManyElementsError, TooSlowError: at the limit.
    """
    budget = source.budget
    with _started(source.data, budget.limits.seconds) as answers:
        for line in answers:
            if not line.endswith(b"\n"):
                break  # the process was ended in the middle of it
            answer = json.loads(line)
            if isinstance(answer, list):
                yield page_from(answer)
                budget.check_time()
            elif answer["fault"]:
                raise fault(answer["fault"], source.name)
            else:
                return
    budget.check_time()
    raise fault("crashed", source.name)


@contextmanager
def _started(data: bytes, seconds: float) -> Iterator[IO[bytes]]:
    process = subprocess.Popen(  # noqa: S603 - a fixed command of our own
        (*_COMMAND, str(math.ceil(seconds))),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    watch = threading.Timer(seconds, process.kill)
    watch.start()
    with process:
        try:
            with suppress(BrokenPipeError), cast("IO[bytes]", process.stdin) as entry:
                entry.write(data)
            yield cast("IO[bytes]", process.stdout)
        finally:
            watch.cancel()
            process.kill()
