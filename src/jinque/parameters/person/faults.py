"""What a file about a person gets wrong, in words that say where and what to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinque.errors import InvalidPersonError
from jinque.model import Words

_MOST_TOLD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One value that cannot be read.

    Attributes:
        path: of its key, `work[1].begun_on`, items counted from 1.
        line: None where lines are not known.
        message: what is wrong and what would be right.
    """

    path: str
    line: int | None
    message: Words


def several(name: str, faults: Sequence[Fault]) -> InvalidPersonError:
    """Return one error that tells of at most five faults and counts the others."""
    first = faults[0]
    told = faults[:_MOST_TOLD]
    rest = len(faults) - len(told)
    zh = "；".join(f"{_at_zh(each)}{each.message.zh}" for each in told)
    en = "; ".join(f"{_at_en(each)}{each.message.en}" for each in told)
    return InvalidPersonError(
        zh + (f"；另有 {rest} 处" if rest else "") + "。",
        en + (f"; and {rest} more" if rest else "") + ".",
        where=f"{name}:{first.line}" if first.line else f"{name} {first.path}".strip(),
        hint_zh="请改正后再试；不知道的项整行删去，就算未知。样例：jinque assess --example。",
        hint_en="Correct it and try again; leave out what you do not know, it then counts as "
        "unknown. An example: jinque assess --example.",
    )


def _at_zh(fault: Fault) -> str:
    line = f"第 {fault.line} 行" if fault.line else ""
    return " ".join(filter(None, (line, fault.path))) + ("：" if line or fault.path else "")


def _at_en(fault: Fault) -> str:
    line = f"line {fault.line}" if fault.line else ""
    return " ".join(filter(None, (line, fault.path))) + (": " if line or fault.path else "")


def refused(where: str, zh: str, en: str) -> InvalidPersonError:
    """Return the error for a file that is refused as a whole."""
    return InvalidPersonError(
        f"人员文件{zh}。",
        f"The file about the person: {en}.",
        where=where,
        hint_zh="请从样例改起：jinque assess --example。",
        hint_en="Begin with the example: jinque assess --example.",
    )


def not_json(name: str, line: int, column: int) -> InvalidPersonError:
    """Return the error for a text that is no JSON, with the place where it stops being any."""
    return InvalidPersonError(
        f"第 {line} 行第 {column} 个字起不是 JSON。",
        f"It is no JSON from line {line}, column {column}.",
        where=f"{name}:{line}",
        hint_zh="请检查引号、逗号和括号是否成对，是否用了中文标点。",
        hint_en="Check quotes, commas and brackets, and that the punctuation is not Chinese.",
    )


def not_yaml(name: str, line: int, lines: Sequence[str]) -> InvalidPersonError:
    """Return the error for a text that is no YAML.

    Args:
        name: of the file.
        line: in which the parser stopped.
        lines: of the text, to tell the usual slips.
    """
    near = "\n".join(lines[max(0, line - 2) : line])
    zh, en = "请检查缩进、冒号后的空格和引号", "Check indents, blanks behind colons and quotes"
    if "\t" in near:
        zh, en = "缩进请用空格，不要用制表符（Tab）", "Indent with blanks, not with tabs"
    elif "：" in near:
        zh, en = "键后请用英文冒号加空格“: ”", "Put “: ” behind a key, not a Chinese colon"
    elif "*" in near or "&" in near:
        zh, en = "不能用 & 和 * 引用", "References with & and * are not taken"
    return InvalidPersonError(
        f"第 {line} 行不是 YAML。",
        f"Line {line} is no YAML.",
        where=f"{name}:{line}",
        hint_zh=f"{zh}。",
        hint_en=f"{en}.",
    )
