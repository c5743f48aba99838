"""The empty roster that an employer fills in, with explanations and lists to choose from."""

from jinque.dataset import Sheet
from jinque.parameters import RosterColumn
from jinque.parameters.bridge_roster import load_screening_columns
from jinque.parameters.criteria_words import load_criteria_words

_WIDTH = 18
_NONE = "无"
_ADVICE = (
    ("", "不要填写身份证号、手机号：有这样的列或内容，整份名单不会读取。", ""),
    ("", "每人一行；不知道的留空，留空是“未知”，不是“否”。名单不会被保存。", ""),
)


def template_sheets() -> tuple[Sheet, ...]:
    """Return the roster, and what to write in each column."""
    columns = load_screening_columns()
    lists = [_choices(column) for column in columns]
    roster = Sheet(
        name="名单",
        headings=tuple(column.heading for column in columns),
        rows=(),
        widths=(_WIDTH,) * len(columns),
        choices={number: choices for number, choices in enumerate(lists) if choices},
    )
    explained = (_explain(*each) for each in zip(columns, lists, strict=True))
    explanations = Sheet(
        name="填写说明",
        headings=("列", "怎样填", "可以填"),
        rows=(*_ADVICE, *explained),
        widths=(30, 90, 60),
    )
    return roster, explanations


def _explain(column: RosterColumn, choices: tuple[str, ...]) -> tuple[str, str, str]:
    return column.heading, f"{column.meaning.zh}（{column.meaning.en}）", "、".join(choices)


def _choices(column: RosterColumn) -> tuple[str, ...]:
    words = load_criteria_words()
    if column.is_yes_no:
        return ("是", "否")
    found = {
        "level": (*words.education_ranks, _NONE),
        "degree": (*words.degree_ranks, _NONE),
        "title": (*words.title_ranks, _NONE),
    }
    return found.get(column.key, ())
