"""The words for what became of a post."""

from jinque.model.diff import Change, ChangeKind, PairedBy
from jinque.model.post import Marker
from jinque.model.words import Words

CHANGE_WORDS = {
    ChangeKind.UPGRADED: Words(zh="紧缺程度升级", en="upgraded"),
    ChangeKind.DOWNGRADED: Words(zh="紧缺程度降级", en="downgraded"),
    ChangeKind.INDEX_CHANGED: Words(zh="紧缺指数变化", en="index changed"),
    ChangeKind.RELABELLED: Words(zh="紧缺标注不可比", en="labels not comparable"),
    ChangeKind.REQUIREMENT_CHANGED: Words(zh="要求变化", en="requirement changed"),
    ChangeKind.RECODED: Words(zh="编码变更", en="recoded"),
    ChangeKind.RENAMED: Words(zh="更名", en="renamed"),
    ChangeKind.MOVED: Words(zh="行业调整", en="moved"),
    ChangeKind.PAY_CHANGED: Words(zh="薪酬变化", en="pay changed"),
    ChangeKind.MARKS_CHANGED: Words(zh="标记变化", en="marks changed"),
}

PAIRED_WORDS = {
    PairedBy.INDUSTRY_CODE_NAME: Words(
        zh="行业、编码、名称都相同", en="same industry, code and name"
    ),
    PairedBy.INDUSTRY_NAME: Words(zh="行业和名称相同", en="same industry and name"),
    PairedBy.INDUSTRY_CODE: Words(zh="行业和编码相同", en="same industry and code"),
    PairedBy.CODE_NAME: Words(zh="编码和名称相同，行业不同", en="same code and name elsewhere"),
    PairedBy.NAME: Words(zh="只有名称相同", en="same name only"),
    PairedBy.CODE: Words(zh="只有编码相同", en="same code only"),
}

MARK_WORDS = {
    Marker.SPECIAL_NEED: Words(zh="特需", en="special need"),
    Marker.GREEN: Words(zh="绿色职业", en="green"),
    Marker.DIGITAL: Words(zh="数字职业", en="digital"),
}

SCALES_DIFFER = Words(
    zh="两份目录的紧缺程度用不同的标尺，等级之间不可比较，只按原文并列。",
    en="The two catalogues print shortage by different scales; their labels cannot be compared "
    "and stand side by side as printed.",
)


def told_value(change: Change, value: str | None) -> Words | None:
    """Return one side of a change for people: as printed, marks in words; None stays None."""
    if value is None or change.kind is not ChangeKind.MARKS_CHANGED:
        return None if value is None else Words(zh=value, en=value)
    marks = [MARK_WORDS[Marker(mark)] for mark in value.split("、")]
    return Words(zh="、".join(mark.zh for mark in marks), en=", ".join(mark.en for mark in marks))
