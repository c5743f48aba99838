"""What a workbook refers to beside the values of its cells, against what is read of it.

Comments are marks at their cells; pictures, text boxes, charts and inserted files are told by
sheet. Rich values tell a picture in a cell from an error.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from jinque.documents.flattening import Flattener
from jinque.documents.workbook.cells import Place, column_number
from jinque.locale import Sentence, say, say_in

_PICTURE_KINDS = ("_localImage", "_webImage", "_imageFromUrl")
_CELL_NAME = "ref"
_SHOWN = 60
_MOST_COMMENTS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What a worksheet shows beside its cells.

    Attributes:
        comments: cells that a comment hangs on.
        pictures: how many pictures lie on the sheet.
        boxes: words of each text box.
        others: what else was not read, with its name.
    """

    comments: tuple[Place, ...] = ()
    pictures: int = 0
    boxes: tuple[str, ...] = ()
    others: tuple[tuple[Sentence, str], ...] = ()


NOTHING_BESIDE = Beside()

Links = Mapping[str, tuple[str, str]]
"""Kind and part by identifier."""

_OTHERS = {
    "oleObject": say("an embedded object"),
    "package": say("an embedded object"),
    "chart": say("a chart"),
    "chartEx": say("a chart"),
    "diagramData": say("a diagram (SmartArt)"),
    "control": say_in("inventory", "a control"),
}


def beside(links: Links, roots: Mapping[str, etree._Element], drawn: Mapping[str, Links]) -> Beside:
    """Take stock of a worksheet.

    Args:
        links: what the worksheet refers to.
        roots: the parts among them that were parsed (comments, drawings), by name.
        drawn: what each drawing refers to, by the name of the drawing.
    """
    comments: list[Place] = []
    pictures = 0
    boxes: list[str] = []
    others = [(_OTHERS[kind], part) for kind, part in links.values() if kind in _OTHERS]
    for kind, part in links.values():
        root = roots.get(part)
        if root is None:
            continue
        if kind in ("comments", "threadedComment"):
            comments += _commented(root)
        elif kind == "drawing":
            pictures += sum(1 for _ in root.iter("{*}pic"))
            boxes += _boxes(root)
            inside = drawn.get(part, {}).values()
            others += [(_OTHERS[each], name) for each, name in inside if each in _OTHERS]
    return Beside(
        comments=tuple(dict.fromkeys(comments[:_MOST_COMMENTS])),
        pictures=pictures,
        boxes=tuple(boxes),
        others=tuple(dict.fromkeys(others)),
    )


def _commented(root: etree._Element) -> Iterator[Place]:
    for one in root.iter("{*}comment", "{*}threadedComment"):
        name = one.get(_CELL_NAME) or ""
        letters = name.rstrip("0123456789")
        digits = name[len(letters) :]
        if letters.isascii() and letters.isalpha() and digits:
            yield int(digits), column_number(letters.encode())


def _boxes(root: etree._Element) -> Iterator[str]:
    for shape in root.iter("{*}sp"):
        words = "".join(text.text or "" for text in shape.iter("{*}t")).strip()
        if words:
            yield words


def tell_beside(flattener: Flattener, sheet: str, found: Beside) -> None:
    """Say what was not read of a sheet; comments are told at their cells."""
    if found.pictures:
        flattener.notice(
            "pictures_not_read",
            message=say(
                "“{sheet}” holds {pictures:d} pictures; words inside them are not read.",
                sheet=sheet,
                pictures=found.pictures,
            ),
        )
    for words in found.boxes:
        shown = words[:_SHOWN] + ("…" if len(words) > _SHOWN else "")
        flattener.notice(
            "part_not_read",
            message=say(
                "“{sheet}” has a text box whose words are not read: “{shown}”.",
                sheet=sheet,
                shown=shown,
            ),
        )
    for message, part in found.others:
        name = posixpath.basename(part)
        flattener.notice(
            "part_not_read",
            message=say(
                "“{sheet}” holds {message} ({name}), which is not read.",
                sheet=sheet,
                name=name,
                message=message,
            ),
        )


def picture_values(
    metadata: etree._Element | None,
    values: etree._Element | None,
    structures: etree._Element | None,
) -> frozenset[int]:
    """Return the numbers (`vm`, from 1) of the rich values that are pictures in cells."""
    if metadata is None or values is None or structures is None:
        return frozenset()
    kinds = [one.get("t") or "" for one in structures.iter("{*}s")]
    made = [_number(one.get("s")) for one in values.iter("{*}rv")]
    rich = [_number(one.get("i")) for one in metadata.iter("{*}rvb")]
    found = set()
    for number, block in enumerate(metadata.iterfind("{*}valueMetadata/{*}bk"), 1):
        record = block.find("{*}rc")
        at = _number(record.get("v")) if record is not None else -1
        value = rich[at] if 0 <= at < len(rich) else -1
        kind = made[value] if 0 <= value < len(made) else -1
        if 0 <= kind < len(kinds) and kinds[kind] in _PICTURE_KINDS:
            found.add(number)
    return frozenset(found)


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdecimal() else -1
