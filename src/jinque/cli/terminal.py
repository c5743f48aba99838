"""Errors on their way out: one JSON shape for programs, the same in words for people.

Tells how far the reading of a file is: a bar on a terminal, a line now and then elsewhere.

Opens the workspace for a command and tells how far the first reading of the corpus is.

Answers for programs on stdout: always UTF-8, line ends as written.

Tells how far a roster is: a bar on a terminal, a line now and then anywhere else.

Words of the trade that several commands print, in the language of the session.
"""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from time import monotonic
from typing import TYPE_CHECKING

import typer

from jinque.cli.call import Session
from jinque.errors import JinqueError, MachineError, WrongCallError
from jinque.model import EditionSummary, Issue, Kind, Marker, Place, Severity, Words

if TYPE_CHECKING:
    from jinque.api import Progress, Workspace


def tell(error: JinqueError, session: Session) -> None:
    """Write an error to stderr."""
    if session.is_json:
        import json

        line = json.dumps(error.to_dict(session.language), ensure_ascii=False)
        sys.stderr.write(line + "\n")
    else:
        _tell_in_words(error, session)


def usage_error(fault: typer.TyperException) -> WrongCallError:
    """Return a fault of the command line as an error of the tree, in both languages."""
    message = fault.format_message()
    option = str(getattr(fault, "option_name", ""))
    near = ", ".join(getattr(fault, "possibilities", None) or ())
    if type(fault).__name__ == "NoSuchOption":
        zh, en = f"没有选项 {option}。", f"There is no option {option}."
    elif type(fault).__name__ == "MissingParameter":
        name = str(getattr(getattr(fault, "param", None), "name", "")).upper()
        zh, en, option = f"缺少 {name}。", f"{name} is missing.", name
    elif option:
        zh, en = f"选项 {option} 的写法不对。（{message}）", message
    else:
        zh, en = f"命令的写法不对。（{message}）", message
    return WrongCallError(
        zh,
        en,
        where=option,
        hint_zh=f"是不是要写：{near}？" if near else "用 jinque --help 查看用法。",
        hint_en=f"Did you mean: {near}?" if near else "See jinque --help.",
    )


def breakdown(fault: Exception) -> MachineError:
    """Return an error for a fault that no code of ours foresaw."""
    what = f"{type(fault).__name__}: {fault}"
    if isinstance(fault, OSError) and fault.strerror:
        what = fault.strerror
    return MachineError(
        f"程序出错，没有完成。（{what}）",
        f"The program failed and did not finish. ({what})",
        hint_zh="已公布的记录没有改变。请把括号里的原话告诉维护者。",
        hint_en="What was published is unchanged. Report the words in brackets to the maintainers.",
    )


def _tell_in_words(error: JinqueError, session: Session) -> None:
    from rich.text import Text

    from jinque.cli.console import console, plain

    screen = console(sys.stderr)
    shape = error.to_dict(session.language)["error"]
    for label, style, value in (
        (session.say("错误：", "Error: "), "bold red", shape["message"]),
        (session.say("位置：", "Where: "), "dim", shape["where"]),
        (session.say("建议：", "Hint: "), "dim", shape["hint"]),
    ):
        if value:
            screen.print(Text.assemble(plain(label, style), plain(value)), soft_wrap=True)


_STEPS = {
    "read": Words(zh="读取文件", en="Reading the file"),
    "extract": Words(zh="识别各栏各行并检查", en="Recognising columns and rows, checking"),
    "keep": Words(zh="保存草稿", en="Keeping the draft"),
    "publish": Words(zh="写入记录", en="Writing the record"),
}
_SECONDS_BETWEEN_LINES = 5.0
"""A file read within this time needs no line about it."""


@contextmanager
def file_progress(session: Session) -> "Iterator[Progress | None]":
    """Give a callback for the steps of an ingestion; None for a program."""
    if session.is_json:
        yield None
    elif not sys.stderr.isatty():
        yield _ingest_lines(session)
    else:
        with _ingest_bar(session) as draw:
            yield draw


def _ingest_lines(session: Session) -> "Progress":
    last = time.monotonic()

    def tell(step: str, done: int, steps: int) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _SECONDS_BETWEEN_LINES and done < steps:
            last = now
            sys.stderr.write(f"{session.of(_STEPS[step])} {done / steps:.0%}\n")
            sys.stderr.flush()

    return tell


@contextmanager
def _ingest_bar(session: Session) -> "Iterator[Progress]":
    from rich.progress import Progress

    from jinque.cli.console import console

    with Progress(console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task("")

        def draw(step: str, done: int, steps: int) -> None:
            words = session.of(_STEPS[step])
            bar.update(task, completed=done, total=steps, description=words)

        yield draw


@contextmanager
def opened(session: Session) -> "Iterator[Workspace]":
    """Open the workspace that the settings name, and close it behind the command."""
    from jinque import api

    with _progress(session) as progress:
        workspace = api.open_workspace(progress=progress)
    with workspace:
        yield workspace


@contextmanager
def _progress(session: Session) -> "Iterator[Progress]":
    """Give a callback that draws a bar on a terminal, and writes one line anywhere else.

    To a program it says nothing: its stderr holds an error or is empty.
    """
    label = session.say(
        "首次使用或程序有更新，正在读入内置目录",
        "First use, or a new version: reading the built-in catalogues",
    )
    if not sys.stderr.isatty():
        yield _one_line("" if session.is_json else f"{label}…\n")
        return
    with ExitStack() as stack:
        yield _opening_bar(label, stack)


def _opening_bar(label: str, stack: ExitStack) -> "Progress":
    """Return a callback whose first call draws the bar; the stack takes it away again."""
    bars: list[Callable[[int, int], None]] = []

    def draw(_: str, done: int, total: int) -> None:
        if not bars:
            bars.append(_begin_bar(label, stack))
        bars[0](done, total)

    return draw


def _begin_bar(label: str, stack: ExitStack) -> Callable[[int, int], None]:
    from rich.progress import Progress as Bar

    from jinque.cli.console import console

    bar = stack.enter_context(Bar(console=console(sys.stderr), transient=True))
    task = bar.add_task(label)
    return lambda done, total: bar.update(task, completed=done, total=total)


def _one_line(line: str) -> "Progress":
    told: list[str] = []

    def tell(_: str, __: int, ___: int) -> None:
        if not told:
            told.append(line)
            sys.stderr.write(line)
            sys.stderr.flush()

    return tell


def write_json(value: object) -> None:
    """Write one JSON object, indented, Chinese as it is."""
    write([json.dumps(value, ensure_ascii=False, indent=2), "\n"])


def write(pieces: Iterable[str]) -> None:
    """Write pieces of a file to stdout, unchanged whatever the locale."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    for piece in pieces:
        sys.stdout.write(piece)


PeopleDone = Callable[[int, int], None]

# A roster below this many people is done before a line about it is read.
_LARGE = 1000
_LINES = 20


@contextmanager
def people_done(session: Session) -> Iterator[PeopleDone | None]:
    """Give a callback for the people done and how many there are; None for a program."""
    if session.is_json:
        yield None
    elif not sys.stderr.isatty():
        yield _people_lines(session)
    else:
        with _people_bar(session) as draw:
            yield draw


def _people_lines(session: Session) -> PeopleDone:
    rate_of, told = _rates(), 0

    def tell(done: int, total: int) -> None:
        nonlocal told
        rate = rate_of(done)
        step = max(_LARGE, total // _LINES)
        if total >= _LARGE and done and (done - told >= step or done == total):
            told = done
            sys.stderr.write(
                session.say(
                    f"{done}/{total} 人，每秒 {rate} 人\n",
                    f"{done}/{total} people, {rate} a second\n",
                )
            )
            sys.stderr.flush()

    return tell


@contextmanager
def _people_bar(session: Session) -> Iterator[PeopleDone]:
    from rich.progress import Progress

    from jinque.cli.console import console

    rate_of = _rates()
    with Progress(console=console(sys.stderr), transient=True) as bar:
        task = bar.add_task(session.say("逐人核对", "Checking"))

        def draw(done: int, total: int) -> None:
            rate = rate_of(done)
            label = session.say(
                f"逐人核对 {done}/{total} 人，每秒 {rate} 人",
                f"Checking {done}/{total} people, {rate} a second",
            )
            bar.update(task, completed=done, total=total, description=label)

        yield draw


def _rates() -> Callable[[int], int]:
    """Return a way to tell people a second since it was first asked; those before do not count."""
    first: list[tuple[int, float]] = []

    def rate(done: int) -> int:
        if not first:
            first.append((done, monotonic()))
        before, begun = first[0]
        return round((done - before) / max(monotonic() - begun, 1e-3))

    return rate


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
