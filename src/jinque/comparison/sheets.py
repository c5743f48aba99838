"""The differences of two editions as sheets of a workbook, in Chinese."""

from collections.abc import Iterable

from jinque.dataset import Sheet
from jinque.model import Post
from jinque.model.diff import Change, EditionDiff, PostPair
from jinque.model.diff_words import CHANGE_WORDS, SCALES_DIFFER, told_value

_POST = ("编号", "行业", "编码", "名称", "紧缺程度（原文）")
_POST_WIDTHS = (32, 16, 14, 26, 16)


def diff_sheets(found: EditionDiff) -> tuple[Sheet, ...]:
    """Return four sheets: summary, changed (one row a change), added, removed."""
    return (
        _summary(found),
        _changed(found.changed),
        _posts("新增", found.added),
        _posts("删除", found.removed),
    )


def _summary(found: EditionDiff) -> Sheet:
    rows: list[tuple[str, str | int]] = [
        ("原目录", _title(found, is_former=True)),
        ("新目录", _title(found, is_former=False)),
        ("新增", len(found.added)),
        ("删除", len(found.removed)),
        ("有变化", len(found.changed)),
        ("未变", len(found.unchanged)),
    ]
    if not found.is_one_scale:
        rows.append(("说明", SCALES_DIFFER.zh))
    return Sheet(name="概要", headings=("项目", "内容"), rows=rows, widths=(14, 70))


def _changed(pairs: Iterable[PostPair]) -> Sheet:
    rows = [
        (
            pair.later.id,
            pair.later.name,
            CHANGE_WORDS[change.kind].zh,
            _told(change, change.former),
            _told(change, change.later),
            "\n".join(change.removed),
            "\n".join(change.added),
        )
        for pair in pairs
        for change in pair.changes
    ]
    headings = ("编号", "名称", "变化", "原为", "现为", "删去的条款", "增加的条款")
    widths = (32, 26, 16, 40, 40, 40, 40)
    return Sheet(name="变化", headings=headings, rows=rows, widths=widths)


def _told(change: Change, value: str | None) -> str | None:
    words = told_value(change, value)
    return words.zh if words else None


def _posts(name: str, posts: Iterable[Post]) -> Sheet:
    rows = [
        (
            post.id,
            post.industry,
            post.code,
            post.name,
            post.shortage.printed if post.shortage else None,
        )
        for post in posts
    ]
    return Sheet(name=name, headings=_POST, rows=rows, widths=_POST_WIDTHS)


def _title(found: EditionDiff, *, is_former: bool) -> str:
    summary = found.former if is_former else found.later
    title = summary.metadata.title.value
    return f"{title}（{summary.id} 第 {summary.version} 版）" if title else summary.id
