"""Formats that are recognised and not read, each with words that help."""

from dataclasses import dataclass

from jinque.errors import UnsupportedFormatError


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a file is, and what its owner can do."""

    zh: str
    en: str
    hint_zh: str
    hint_en: str

    def error(self, where: str) -> UnsupportedFormatError:
        """Return the error to raise."""
        return UnsupportedFormatError(
            f"这是 {self.zh}，不能直接读取。",
            f"This is {self.en}, which cannot be read as it is.",
            where=where,
            hint_zh=self.hint_zh,
            hint_en=self.hint_en,
        )


_UNPACK = ("请解压后逐个导入里面的文件。", "Unpack it and ingest the files in it one by one.")
_RECOGNISE = (
    "图片里没有可读的文字；请先做文字识别（OCR），或向发布单位索取文字版。",
    "A picture holds no text; recognise it first (OCR), or ask the publisher for a text version.",
)
_AS_WORKBOOK = ("请在 Excel 或 WPS 里另存为 .xlsx。", "Save it as .xlsx in Excel or WPS.")

OFD = Refusal(
    "OFD 版式文件",
    "an OFD file",
    "请用 OFD 阅读器导出为 Word，或向发布单位索取 Word、Excel 版。",
    "Export it as Word from an OFD reader, or ask the publisher for Word or Excel.",
)
PRESENTATION = Refusal(
    "PowerPoint 演示文稿",
    "a PowerPoint presentation",
    "请把表格复制到 Word 或 Excel 再导入。",
    "Copy its tables to Word or Excel.",
)
BINARY_WORKBOOK = Refusal(
    "Excel 二进制工作簿（.xlsb）", "a binary Excel workbook (.xlsb)", *_AS_WORKBOOK
)
UNKNOWN_COMPOUND = Refusal(
    "旧格式的办公文件",
    "an office file of an old format",
    "请在 WPS 或 Office 里另存为 .docx 或 .xlsx。",
    "Save it as .docx or .xlsx in WPS or Office.",
)
EMPTY_ARCHIVE = Refusal(
    "压缩包，里面没有可读的文件",
    "an archive without a file that can be read",
    "可读的格式有 Word、Excel、网页和文本；里面的压缩包请先解压。",
    "Word, Excel, web pages and text can be read; unpack archives inside it first.",
)

_SIGNATURES = (
    (b"\x89PNG", Refusal("PNG 图片", "a PNG picture", *_RECOGNISE)),
    (b"\xff\xd8\xff", Refusal("JPEG 图片", "a JPEG picture", *_RECOGNISE)),
    (b"GIF8", Refusal("GIF 图片", "a GIF picture", *_RECOGNISE)),
    (b"II*\x00", Refusal("TIFF 图片", "a TIFF picture", *_RECOGNISE)),
    (b"MM\x00*", Refusal("TIFF 图片", "a TIFF picture", *_RECOGNISE)),
    (b"\x1f\x8b", Refusal("gzip 压缩文件", "a gzip file", *_UNPACK)),
    (b"Rar!", Refusal("RAR 压缩包", "a RAR archive", *_UNPACK)),
    (b"7z\xbc\xaf", Refusal("7z 压缩包", "a 7z archive", *_UNPACK)),
)


def refuse(data: bytes, where: str) -> None:
    """Raise for a format that its first bytes tell.

    Raises:
        UnsupportedFormatError: naming the format and what to do.
    """
    for signature, refusal in _SIGNATURES:
        if data.startswith(signature):
            raise refusal.error(where)
