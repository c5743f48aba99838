"""Demands that stand in columns of their own: majors, degree, age, sex, and all that is unread.

A column of majors is a list without the words around it that a sentence has. What no kind of
criterion can hold, and what could not be read, stands as evidence, so that nothing is judged as if
it were not printed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jinque.extraction.criteria.found import one_of
from jinque.locale import Words
from jinque.model import Post, PrintedCell
from jinque.model.criterion import COLUMN_ROLES, AcademicDegree, Criterion, Evidence, Majors
from jinque.parameters.words import load_criteria_words
from jinque.text import split_list

_SEPARATORS = "、,，;；/\n"
_OPEN = re.compile(
    r"(?:等(?:相关|相近)?(?:专业|学科)?|(?:及|或|和)?(?:其他|其它)?(?:相关|相近)专业)[。.]?$"
)
_TAIL = re.compile(r"(?:专业|学科)?[。.]?$")
_NONE = re.compile(
    r"(?:专业|学位|年龄|性别|男女|学科)?(?:不限|无要求|无限制|均可|不作要求)(?:专业|性别)?[。.]?"
)
_LEAD = re.compile(r"^\d{1,2}[.．、]\s*")
_LONGEST_MAJOR = 24
_SENTENCE = re.compile(r"[：:。]|以上|经验|能力|证书|优先|学历|毕业|年")


@dataclass(frozen=True, slots=True, kw_only=True)
class CellDemand:
    """A demand of a cell.

    Attributes:
        quote: its words in the cell.
        clause: the words of the cell with what its column is about.
    """

    criterion: Criterion
    quote: str
    clause: str


def read_columns(post: Post) -> Iterator[tuple[PrintedCell, list[CellDemand]]]:
    """Yield each cell of a column of demands with what it demands."""
    values = {each.field: each.value for each in post.corrections}
    for role in COLUMN_ROLES:
        for cell in post.cells:
            text = values.get(role, cell.text).strip() if cell.role == role else ""
            if text and not is_none(text):
                yield cell, list(_read(role, cell, text))


def none_in_columns(post: Post) -> Iterator[str]:
    """Yield the roles of the columns that print "none" (专业不限)."""
    for cell in post.cells:
        if cell.role in COLUMN_ROLES and cell.text and is_none(cell.text):
            yield cell.role or ""


def is_none(text: str) -> bool:
    """Tell whether a cell prints that nothing is demanded."""
    bare = text.strip()
    return bare.rstrip("。") in load_criteria_words().none_words or bool(_NONE.fullmatch(bare))


def _read(role: str, cell: PrintedCell, text: str) -> Iterator[CellDemand]:
    clause = f"{cell.heading}：{text}"
    found = list(_majors(text) if role == "major" else _degrees(text) if role == "degree" else ())
    for criterion, quote in found:
        yield CellDemand(criterion=criterion, quote=quote, clause=clause)
    if not found:
        yield CellDemand(criterion=_evidence(cell, text), quote=text, clause=clause)


def _evidence(cell: PrintedCell, text: str) -> Evidence:
    en = f"to be judged by people ({cell.heading}): {text}"
    return Evidence(words=Words(zh=f"{cell.heading}：{text}", en=en))


def _majors(text: str) -> Iterator[tuple[Criterion, str]]:
    """Read a list of majors; nothing where the cell is a sentence that says more."""
    is_open = bool(_OPEN.search(text))
    bare = _TAIL.sub("", _OPEN.sub("", text))
    names = [_LEAD.sub("", name) for name in split_list(bare, _SEPARATORS)]
    parts = [part for name in names for part in _alternatives(name)]
    cleaned = tuple(dict.fromkeys(_TAIL.sub("", part).strip() for part in parts))
    if cleaned and all(map(_is_major, cleaned)):
        yield Majors(names=cleaned, is_open=is_open), text


def _alternatives(name: str) -> Sequence[str]:
    return [part for part in re.split("或者?", name) if part] or [name]


def _is_major(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_MAJOR and not _SENTENCE.search(name)


def _degrees(text: str) -> Iterator[tuple[Criterion, str]]:
    """Read a degree; nothing where several are named, or more than a degree."""
    degrees = one_of(load_criteria_words().degrees)
    above = "(?:及以上|以上)?"
    found = re.fullmatch(rf"(?P<degree>{degrees}){above}(?:学位)?{above}[。.]?", text)
    if found:
        yield AcademicDegree(at_least=found["degree"]), text
