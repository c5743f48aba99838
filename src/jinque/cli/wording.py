"""Words of the trade that several commands print, in the language of the session."""

from jinque.cli.session import Session
from jinque.model import EditionSummary, Issue, Kind, Marker, Place, Severity, Words

AUTHORITY = Words(
    zh="以上转述目录原文；是否符合，由主管部门认定。",
    en="This repeats the printed text of the catalogue; only the authority decides who qualifies.",
)
VALIDITY = Words(
    zh="未载明有效期的目录可能已有新版，请以主管部门最新公布的为准。",
    en="Where no validity is stated a newer edition may exist; the authority's latest one counts.",
)
NOT_STATED = Words(zh="未载明", en="not stated")

KINDS = {
    Kind.POST.value: Words(zh="岗位", en="post"),
    Kind.TITLE_MAPPING.value: Words(zh="职称对应", en="title mapping"),
    Kind.LIST_ITEM.value: Words(zh="清单条目", en="list item"),
    "clause": Words(zh="条款", en="clause"),
}
SEVERITIES = {
    Severity.ERROR.value: Words(zh="错误", en="error"),
    Severity.WARNING.value: Words(zh="警告", en="warning"),
    Severity.INFO.value: Words(zh="提示", en="note"),
}
MARKERS = {
    Marker.SPECIAL_NEED: Words(zh="特需", en="special need"),
    Marker.GREEN: Words(zh="绿色职业", en="green occupation"),
    Marker.DIGITAL: Words(zh="数字职业", en="digital occupation"),
}


def counted(session: Session, counts: dict[str, int], words: dict[str, Words]) -> str:
    """Return counts with their words (`岗位 312`); a dash for none."""
    if session.language == "en":
        named = [
            f"{counts[key]} {name.en}{'s' if counts[key] > 1 else ''}"
            for key, name in words.items()
            if counts.get(key)
        ]
        return ", ".join(named) or "-"
    named = [f"{name.zh} {counts[key]}" for key, name in words.items() if counts.get(key)]
    return "、".join(named) or "-"


def title_of(session: Session, summary: EditionSummary) -> str:
    """Return the title of an edition as printed, or that the document states none."""
    title = summary.metadata.title
    return title.value or f"（{session.say(title.basis_zh, title.basis_en)}）"


def headings_of(session: Session, section: tuple[str | None, ...]) -> str:
    """Return the headings above a row, outermost first, a lost one named as such."""
    lost = session.say("（标题缺失）", "(heading lost)")
    return " › ".join(heading or lost for heading in section)


def place_of_issue(session: Session, issue: Issue) -> str:
    """Return where an issue is: section, number, lines or place; empty for the whole edition."""
    parts = [issue.section or ""]
    if issue.serial is not None:
        parts.append(session.say(f"第 {issue.serial} 项", f"no. {issue.serial}"))
    if issue.place is not None:
        parts.append(place_of(session, issue.place))
    elif issue.line_start is not None:
        parts.append(lines_of(session, issue.line_start, issue.line_end or issue.line_start))
    return " ".join(filter(None, parts))


def place_of(session: Session, place: Place | None) -> str:
    """Return page, sheet, table, row and column in an office file; empty for a text."""
    if place is None:
        return ""
    parts = (
        (place.page, "第 {} 页", "page {}"),
        (place.sheet, "工作表“{}”", "sheet “{}”"),
        (place.table, "表 {}", "table {}"),
        (place.row, "第 {} 行", "row {}"),
        (place.column, "第 {} 列", "column {}"),
    )
    return " · ".join(
        session.say(zh, en).format(value) for value, zh, en in parts if value is not None
    )


def lines_of(session: Session, first: int, last: int) -> str:
    """Return a range of lines in words."""
    if first == last:
        return session.say(f"第 {first} 行", f"line {first}")
    return session.say(f"第 {first}–{last} 行", f"lines {first}–{last}")
