"""Bytes to text: the encodings in which Chinese office programs write, and what is not text."""

from jinque.errors import NotReadableError, UnsupportedFormatError

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SIGNATURES = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word/Excel/ZIP"),
    (b"\xd0\xcf\x11\xe0", "Word 97–2003 / Excel 97–2003 / WPS"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
)
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\v")
_PRIVATE_USE = frozenset(map(chr, range(0xE000, 0xF900)))
_LARGEST_STRANGE_SHARE = 0.001


def decode(data: bytes, where: str = "") -> tuple[str, str]:
    """Return the text with newlines as line breaks, and the encoding that decoded it.

    UTF-8, UTF-16 (with or without a byte order mark) and GB18030 (with GBK and GB2312 in it)
    are told apart by their marks and by what decodes without a fault.

    Raises:
        UnsupportedFormatError: the bytes are a picture, an archive, an office file.
        NotReadableError: no encoding decodes them to text.
    """
    _refuse_other_formats(data, where)
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_text(text):
            text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
            return text, encoding.removesuffix("-sig")
    raise NotReadableError(
        "这个文件不是文本，或者编码无法识别。",
        "The file is not text, or its encoding is not recognised.",
        where=where,
        hint_zh="请另存为 UTF-8 或 GB18030 编码的文本文件后再试。",
        hint_en="Save it as text in UTF-8 or GB18030 and try again.",
    )


def _refuse_other_formats(data: bytes, where: str) -> None:
    for signature, format_name in _SIGNATURES:
        if data.startswith(signature):
            raise UnsupportedFormatError(
                f"这是 {format_name} 文件，本版只读文本导出。",
                f"This is a {format_name} file; this version reads text exports only.",
                where=where,
                hint_zh="请在原软件里另存为纯文本（.txt），再导入。",
                hint_en="Save it as plain text (.txt) in its own program and ingest that.",
            )


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return (encoding,)
    if b"\x00" not in data:
        return ("utf-8", "gb18030", *_unmarked_utf16(data))
    return _unmarked_utf16(data)


def _unmarked_utf16(data: bytes) -> tuple[str, ...]:
    """Guess the byte order from line feeds, which every text of several lines holds."""
    little, big = data.count(b"\n\x00"), data.count(b"\x00\n")
    return ("utf-16-le", "utf-16-be") if little >= big else ("utf-16-be", "utf-16-le")


def _is_text(text: str) -> bool:
    """Tell text from bytes that merely decode: few control characters, none unassigned."""
    sample = text[:100_000]
    controls = sum(ord(character) in _CONTROL for character in sample)
    private = sum(character in _PRIVATE_USE for character in sample)
    return controls + private <= len(sample) * _LARGEST_STRANGE_SHARE
