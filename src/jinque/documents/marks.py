"""Marks that travel inside words from a reader to the flattener, and what becomes of them there.

Struck words, pictures and comments have a place that is known only when the text is laid out, so a
reader leaves a mark among the words: one of the characters that Unicode keeps for such inner use
(noncharacters, which no file means to print). The flattener takes every mark out again.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinque.documents.characters import private_in, standard
from jinque.documents.grid import Entry

STRUCK, STRUCK_END, PICTURE, COMMENT, SYMBOL = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3", "\ufdd4"
ERROR, FORMULA, UNSHOWN = "\ufdd5", "\ufdd6", "\ufdd7"
_ANY = re.compile("[\ufdd0-\ufdd7]")
_ODD = re.compile("[\ue000-\uf8ff\ufdd0-\ufdd7]")
_STRUCK_WORDS = re.compile(f"{STRUCK}([^{STRUCK}{STRUCK_END}]*){STRUCK_END}")
_SERIAL = re.compile(r"[\s\d.、（）()]*")
_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What marks said of a place.

    Attributes:
        code: of the notice.
        column: index of the cell in its row; None for a whole row or paragraph.
        zh, en: the sentence.
    """

    code: str
    column: int | None
    zh: str
    en: str


def struck(text: str) -> str:
    """Return words marked as struck through; blanks stay as they are."""
    return f"{STRUCK}{text}{STRUCK_END}" if text.strip() else text


def is_marked(text: str) -> bool:
    """Tell whether there is a mark, or a private use character, among the words."""
    return not text.isascii() and _ODD.search(text) is not None


def settle_row(entries: Sequence[Entry]) -> tuple[list[Entry], list[Found]]:
    """Return a row without marks, and what they said.

    A row that is struck as a whole keeps its words, so that a person can judge it; of any other
    one the struck words are no part of the value.
    """
    words = [entry for entry in entries if isinstance(entry, str)]
    if _is_struck_whole(words):
        return [_plain(entry) for entry in entries], [_struck_row()]
    settled: list[Entry] = []
    found: list[Found] = []
    for column, entry in enumerate(entries):
        if isinstance(entry, str) and is_marked(entry):
            text = _without_struck(entry) if _ANY.search(entry) else entry
            text, moved = standard(text)
            found += _found(entry, text, column)
            found += odd_characters(text, moved, column)
            settled.append(text)
        else:
            settled.append(entry)
    return settled, found


def settle_words(text: str) -> tuple[str, list[Found]]:
    """Return a paragraph without marks and struck words, and what the marks said."""
    if not is_marked(text):
        return text, []
    settled = _without_struck(text) if _ANY.search(text) else text
    settled, moved = standard(settled)
    return settled, [*_found(text, settled, None), *odd_characters(settled, moved, None)]


def odd_characters(text: str, moved: str, column: int | None) -> Iterator[Found]:
    """Say which characters were given their standard code points, and which stay private."""
    if moved:
        codes = "、".join(f"U+{ord(one):04X}" for one in dict.fromkeys(moved))
        yield Found(
            code="character_moved",
            column=column,
            zh=f"私用区字符 {codes} 已按 GB 18030-2022 换成标准字符，请核对。",
            en=f"Private use characters {codes} are given their standard code points of "
            "GB 18030-2022.",
        )
    rest = private_in(text)
    if rest:
        codes = "、".join(f"U+{ord(one):04X}" for one in rest)
        yield Found(
            code="character_private",
            column=column,
            zh=f"这里有私用区字符 {codes}，各机器显示不同，无法确定是什么字；请对照原文件。",
            en=f"Private use characters {codes} stand here, which each machine shows in its own "
            "way; compare the original.",
        )


def _is_struck_whole(words: Sequence[str]) -> bool:
    """Tell whether all cells are struck but for blank ones and serials, which Word counts."""
    cells = [word for word in words if word]
    wholly = [word for word in cells if STRUCK in word and not _without_struck(word)]
    rest = [word for word in cells if word not in wholly]
    return len(wholly) > 1 and all(_SERIAL.fullmatch(word) for word in rest)


def _plain(entry: Entry) -> Entry:
    return standard(_ANY.sub("", entry))[0] if isinstance(entry, str) else entry


def _without_struck(text: str) -> str:
    kept = _ANY.sub("", _STRUCK_WORDS.sub("", text))
    return "\n".join(filter(None, (line.strip() for line in kept.split("\n"))))


def _struck_row() -> Found:
    return Found(
        code="struck_text",
        column=None,
        zh="这一行整行带删除线，可能已经作废；已照样读取，请核对是否有效。",
        en="The whole row is struck through and may be void; it is read all the same.",
    )


def _found(marked: str, settled: str, column: int | None) -> Iterator[Found]:
    words = "".join(_STRUCK_WORDS.findall(marked)).strip()
    if words:
        shown = words[:_SHOWN] + ("…" if len(words) > _SHOWN else "")
        yield Found(
            code="struck_text",
            column=column,
            zh=f"“{shown}”带删除线，不算作内容；请核对。",
            en=f"“{shown}” is struck through and not read as part of the value.",
        )
    if PICTURE in marked and not settled and column is not None:
        yield Found(
            code="pictures_not_read",
            column=column,
            zh="这一格里是图片，图片里的内容未读取；不等于没有填写。",
            en="The cell holds a picture, which is not read; it is not blank.",
        )
    for sign, (code, zh, en) in _SENTENCES.items():
        if sign in marked:
            yield Found(
                code=code,
                column=column,
                zh=zh.format(shown=settled[:_SHOWN]),
                en=en.format(shown=settled[:_SHOWN]),
            )


_SENTENCES = {
    COMMENT: (
        "comments_not_read",
        "这里有批注，批注里的文字未读取。",
        "A comment is attached here; its words are not read.",
    ),
    SYMBOL: (
        "symbol_unknown",
        "这里有符号字体的字符，没有通用字符与它对应，未读取；请对照原文件。",
        "A character of a symbol font has no common counterpart and is not read.",
    ),
    ERROR: (
        "formula_error",
        "这一格显示的是错误值“{shown}”，公式没有算出结果；不等于没有填写。",
        "The cell shows the error “{shown}”: its formula came to no result; it is not blank.",
    ),
    FORMULA: (
        "formula_not_computed",
        "这一格是公式，文件里没有存结果；不等于没有填写。请用 Excel 或 WPS 打开、保存后再导入。",
        "A formula whose result the file does not store; open and save it in Excel or WPS first.",
    ),
    UNSHOWN: (
        "hidden_text",
        "这一格的数字格式设为不显示，存着的值未读取。",
        "The number format of the cell shows nothing; the stored value is not read.",
    ),
}
