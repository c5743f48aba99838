"""What the self-check's form offers to choose from: values as a person file has them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinque.model import Words
from jinque.web.contexts.assess_fields import NONE

EDUCATION_LEVELS = {
    "初中": "lower secondary",
    "高中": "upper secondary",
    "中专": "vocational secondary",
    "技校": "technical school",
    "大专": "junior college",
    "本科": "undergraduate",
    "硕士": "master",
    "博士": "doctor",
}
DEGREES = {"无": "none", "学士": "bachelor", "硕士": "master", "博士": "doctor"}
TITLE_LEVELS = {
    "无": "none",
    "初级": "junior",
    "中级": "intermediate",
    "副高级": "associate senior",
    "正高级": "senior",
}
NATIONALITIES = {"中国": "Chinese", "外籍": "foreign"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value that may be chosen, as sent, and what it is called."""

    value: str
    words: Words


def choices(known: Mapping[str, str], sent: Sequence[str] = ()) -> tuple[Choice, ...]:
    """Return what may be chosen, a value that was sent otherwise among it."""
    every = {**known, **{value: value for value in sent if value not in known}}
    return tuple(Choice(value=zh, words=Words(zh=zh, en=en)) for zh, en in every.items())


REST = (
    Choice(value="", words=Words(zh="可能还有别的", en="there may be others")),
    Choice(value="没有其他", words=Words(zh="就这些，没有别的", en="these are all")),
    Choice(value=NONE, words=Words(zh="一个也没有", en="I hold none")),
)
"""Whether a list of names is complete."""
