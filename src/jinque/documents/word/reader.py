"""The one function of this package, and the notes and notices that go with a document."""

from collections.abc import Iterator

from lxml import etree

from jinque.documents.archive import damaged
from jinque.documents.content import Item
from jinque.documents.flattening import Flattener
from jinque.documents.layout import pour
from jinque.documents.source import Source
from jinque.documents.word.body import BodyReader
from jinque.documents.word.names import CHANGES, IDENTIFIER, w
from jinque.documents.word.numbering import Numbering
from jinque.documents.word.package import WordPackage
from jinque.documents.word.paragraphs import ParagraphReader
from jinque.documents.word.styles import Styles
from jinque.model import Document

_NOTE = "注"
_NOTE_PARTS = {"footnotes": w("footnote"), "endnotes": w("endnote")}


def read_docx(source: Source) -> Document:
    """Read a Word document as it prints with all changes accepted.

    A footnote stands as a paragraph of its own (`注1：…`) behind the paragraph or table that
    refers to it. Headers, footers, comments and a table of contents are left out.

    Raises:
        NotReadableError: the file is damaged.
        EncryptedSourceError: a part is locked.
        EmptySourceError: it prints no words.
        LimitError: it exceeds the budget.
    """
    package = WordPackage(source)
    body = package.main().find(w("body"))
    if body is None:
        raise damaged(source.name)
    changes = sum(1 for _ in body.iter(*CHANGES))
    styles = Styles(package.related("styles"))
    words = ParagraphReader(Numbering(package.related("numbering"), styles), styles)
    reader = BodyReader(words, source.budget, is_tracked=changes > 0)
    flattener = Flattener(source)
    pour(_with_notes(reader, words, body, _notes(package)), flattener, source.budget)
    _report(flattener, words, changes)
    return flattener.document("docx")


def _notes(package: WordPackage) -> dict[tuple[str, str], etree._Element]:
    found = {}
    for kind, tag in _NOTE_PARTS.items():
        root = package.related(kind)
        for note in root.iterfind(tag) if root is not None else ():
            found[kind, note.get(IDENTIFIER) or ""] = note
    return found


def _with_notes(
    reader: BodyReader,
    words: ParagraphReader,
    body: etree._Element,
    notes: dict[tuple[str, str], etree._Element],
) -> Iterator[Item]:
    """Yield the body with each footnote behind the block that refers to it, numbered anew."""
    count = 0
    for item in reader.items(body):
        yield item
        references, words.references = words.references, []
        for reference in references:
            note = notes.pop(reference, None)
            text = "\n".join(_lines(reader, note)) if note is not None else ""
            if text:
                count += 1
                yield text if text.startswith(_NOTE) else f"{_NOTE}{count}：{text}"


def _lines(reader: BodyReader, note: etree._Element) -> Iterator[str]:
    for item in reader.items(note, depth=1):
        if isinstance(item, str) and item:
            yield item


def _report(flattener: Flattener, words: ParagraphReader, changes: int) -> None:
    if changes:
        flattener.notice(
            "tracked_changes",
            zh=f"文件里有 {changes} 处未定的修订，按全部接受读取。",
            en=f"The file holds {changes} tracked changes; it is read as if all were accepted.",
        )
    if words.hidden:
        flattener.notice(
            "hidden_text",
            zh=f"文件里有 {words.hidden} 处文字设为隐藏，未读取。",
            en=f"{words.hidden} pieces of text are formatted as hidden; they are not read.",
        )
    if words.pictures:
        flattener.notice(
            "pictures_not_read",
            zh=f"文件里有 {words.pictures} 张图片，图片里的文字未读取。",
            en=f"The file holds {words.pictures} pictures; words inside them are not read.",
        )
