"""The empty roster that an employer fills in, with explanations and lists to choose from."""

from collections.abc import Sequence

from jinque.bridge.rulebook import Rulebook
from jinque.dataset import Sheet
from jinque.parameters import RosterColumn, load_roster_terms

_YES_NO = ("是", "否")
_WIDTH = 18
_ADVICE = (
    ("", "不要填写身份证号、手机号：有这样的列或内容，整份名单不会读取。", ""),
    ("", "每人一行；不知道的留空，留空是“未知”，不是“否”。名单不会被保存。", ""),
)


def template_sheets(books: Sequence[Rulebook]) -> tuple[Sheet, ...]:
    """Return the roster, and what to write in each column.

    Args:
        books: the rules whose levels and series can be chosen.
    """
    columns = load_roster_terms().columns
    lists = [_choices(column, books) for column in columns]
    roster = Sheet(
        name="名单",
        headings=tuple(column.heading for column in columns),
        rows=(),
        widths=(_WIDTH,) * len(columns),
        choices={number: choices for number, choices in enumerate(lists) if choices},
        dates=tuple(number for number, column in enumerate(columns) if column.is_day),
    )
    explained = (_explain(*each) for each in zip(columns, lists, strict=True))
    explanations = Sheet(
        name="填写说明",
        headings=("列", "怎样填", "可以填"),
        rows=(*_ADVICE, *explained),
        widths=(26, 80, 60),
    )
    return roster, explanations


def _explain(column: RosterColumn, choices: tuple[str, ...]) -> tuple[str, str, str]:
    meaning = f"{column.meaning.zh}（{column.meaning.en}）"
    return column.heading, meaning, "、".join(choices)


def _choices(column: RosterColumn, books: Sequence[Rulebook]) -> tuple[str, ...]:
    if column.is_yes_no:
        return _YES_NO
    series = (one.name for book in books for row in book.rows.values() for one in row.series)
    found = {
        "skill_level": (level for book in books for level in book.ladder.skill_order),
        "title": (level for book in books for level in book.ladder.title_order),
        "series": series,
    }
    return tuple(dict.fromkeys(found.get(column.key, ())))
