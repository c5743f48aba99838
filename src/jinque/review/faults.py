"""What a review says to decisions that do not go with the draft."""

from collections.abc import Iterable

from jinque.errors import DecisionError
from jinque.model import Post
from jinque.model.decision import SETTLING, Relation
from jinque.model.review import Draft

_MOST_NAMED = 12


def no_such_action(action: str) -> DecisionError:
    """Tell an action that settles nothing."""
    return _choice("action", "决定", "decision", action, (each.value for each in SETTLING))


def no_reason(longest: int) -> DecisionError:
    """Tell a decision without a reason, or with one that is too long."""
    return DecisionError(
        f"请写明理由，不超过 {longest} 字。",
        f"Give a reason, of {longest} characters at most.",
        where="reason",
        hint_zh="理由与决定一起保存并公布，例如“发布单位已电话确认为印刷错误”。",
        hint_en="It is kept and published with the decision, as “the publisher confirmed a "
        "misprint by telephone”.",
    )


def no_such_issue(key: str | None, draft: Draft) -> DecisionError:
    """Tell an issue that the draft has not, or not any more."""
    keys = [issue.key for issue in draft.open_issues]
    return _choice("issue", "待处理的问题", "open issue", key, keys)


def no_such_edition(edition_id: str | None, known: Iterable[str]) -> DecisionError:
    """Tell an edition that is not in the draft, or that has to be named."""
    return _choice("edition", "目录", "edition in the draft", edition_id, known)


def no_such_post(post_id: str | None) -> DecisionError:
    """Tell a row that is not in the draft."""
    return DecisionError(
        f"草稿里没有条目 {post_id or ''}。",
        f"The draft has no row {post_id or ''}.",
        where="post",
        hint_zh="条目编号见 jinque review show；更正序号或标题后编号会变。",
        hint_en="`jinque review show` tells the identifiers; they follow serials and headings.",
    )


def not_a_row(post: Post) -> DecisionError:
    """Tell an entry of a running list, which no row prints."""
    return DecisionError(
        f"“{post.name}”出自正文列举，不是表格的一行，不能逐格更正。",
        f"“{post.name}” stands in a running list and not in a row; it has no cell to correct.",
        where=post.id,
        hint_zh="请接受所印文字，或改正文件后重新送审。",
        hint_en="Accept what is printed, or put a corrected file under review.",
    )


def no_such_field(field: str | None, known: Iterable[str]) -> DecisionError:
    """Tell a column that the row's table has not."""
    return _choice("field", "栏目", "column of this row", field, known)


def no_such_column(heading: str | None, known: Iterable[str]) -> DecisionError:
    """Tell a heading that no table of the edition has."""
    return _choice("field", "表头", "heading", heading, known)


def no_such_role(role: str, known: Iterable[str]) -> DecisionError:
    """Tell a role that the vocabulary has not."""
    return _choice("value", "栏目含义", "role", role, known)


def no_such_fact(fact: str | None, known: Iterable[str]) -> DecisionError:
    """Tell a fact that an edition has not."""
    return _choice("field", "目录信息", "fact of an edition", fact, known)


def no_such_relation(relation: str | None) -> DecisionError:
    """Tell a relation that there is not."""
    return _choice("value", "关系", "relation", relation, (each.value for each in Relation))


def no_such_other(other: str | None, known: Iterable[str]) -> DecisionError:
    """Tell an edition that the record has not."""
    return _choice("other", "已有目录", "edition of the record", other, known)


def bad_identifier(named: str, *, is_taken: bool) -> DecisionError:
    """Tell an identifier that is taken or not well formed."""
    zh, en = ("已被占用", "is taken") if is_taken else ("写法不对", "is not well formed")
    return DecisionError(
        f"编号“{named}”{zh}。",
        f"The identifier “{named}” {en}.",
        where="named",
        hint_zh="用字母、数字、汉字和连字符，例如 dalian-2025。",
        hint_en="Use letters, digits, Chinese characters and hyphens, as dalian-2025.",
    )


def bad_value(field: str | None, longest: int) -> DecisionError:
    """Tell a value that is blank, too long or cannot be shown."""
    return DecisionError(
        f"请给出 1 到 {longest} 个可显示的字符。",
        f"Give 1 to {longest} characters that can be shown.",
        where=field or "value",
        hint_zh="要表示这一格不取值，请用“拒绝”（reject）。",
        hint_en="To leave the cell without a value, reject it.",
    )


def bad_date(field: str, value: str) -> DecisionError:
    """Tell a value that is no date."""
    return DecisionError(
        f"“{value}”不是日期。",
        f"“{value}” is no date.",
        where=field,
        hint_zh="写成 2026-05-01。",
        hint_en="Write it as 2026-05-01.",
    )


def _choice(where: str, zh: str, en: str, value: str | None, known: Iterable[str]) -> DecisionError:
    named = list(known)
    shown = named[:_MOST_NAMED]
    more = len(named) - len(shown)
    rest_zh, rest_en = (f" 等 {len(named)} 个", f" and {more} more") if more else ("", "")
    return DecisionError(
        f"没有这个{zh}：“{value or ''}”。",
        f"There is no such {en}: “{value or ''}”.",
        where=where,
        hint_zh=f"可用：{'、'.join(shown)}{rest_zh}。" if shown else "现在一个也没有。",
        hint_en=f"There are: {', '.join(shown)}{rest_en}." if shown else "There is none now.",
    )
