"""Why a column is what it is, in words."""

from jinque.extraction.columns.naming import Named, Naming
from jinque.model import Words
from jinque.parameters import load_vocabulary


def by_heading(named: Named, heading: str) -> Words:
    """Return what the heading says."""
    name = load_vocabulary().role_names[named.role]
    match named.how:
        case Naming.SETTLED:
            return Words(
                zh=f"“{heading}”由人指定为{name.zh}", en=f"a person settled “{heading}”: {name.en}"
            )
        case Naming.SYNONYM:
            return Words(
                zh=f"表头“{heading}”是{name.zh}的已知写法",
                en=f"“{heading}” is a known heading for the {name.en}",
            )
        case Naming.DECORATED:
            return Words(
                zh=f"表头去掉标记和括号后是“{named.synonym}”，即{name.zh}",
                en=f"without marks and brackets the heading is “{named.synonym}”: {name.en}",
            )
        case Naming.CONTAINED:
            return Words(
                zh=f"表头里有“{named.synonym}”，可能是{name.zh}",
                en=f"the heading has “{named.synonym}” in it, perhaps the {name.en}",
            )


def by_cells(role: str, share: float, count: int) -> Words:
    """Return what the cells say, for the role or against it.

    Args:
        role: the role in question.
        share: of the cells that look like it.
        count: cells looked at.
    """
    name, fitting = load_vocabulary().role_names[role], round(share * count)
    return Words(
        zh=f"看过的 {count} 个单元格中 {fitting} 个像{name.zh}",
        en=f"{fitting} of {count} cells looked at are like the {name.en}",
    )


def like_another(role: str) -> Words:
    """Return that the cells look like another role than the heading says."""
    name = load_vocabulary().role_names[role]
    return Words(zh=f"单元格却像{name.zh}", en=f"but the cells are like the {name.en}")


def left_over() -> Words:
    """Return that this is the only column that can hold the names."""
    return Words(
        zh="其余各列都已认出，只有这一列像名称",
        en="it is the only column left that can hold names",
    )


def taken(role: str, heading: str) -> Words:
    """Return that another column already has the role."""
    name = load_vocabulary().role_names[role]
    return Words(zh=f"“{heading}”一栏已作为{name.zh}", en=f"“{heading}” already is the {name.en}")


def unknown() -> Words:
    """Return that neither heading nor cells say anything."""
    return Words(
        zh="表头不在词表里，单元格也看不出是什么",
        en="the heading is not in the vocabulary and the cells do not tell either",
    )


def settled_as_none() -> Words:
    """Return that a person said that the column has no meaning here."""
    return Words(zh="由人指定为不取值", en="a person settled that it is not read")
