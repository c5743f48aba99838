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
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from io import TextIOWrapper
from time import monotonic
from typing import TYPE_CHECKING

import typer

from jinque.cli.call import Session
from jinque.errors import JinqueError, MachineError, WrongCallError
from jinque.locale import Said, joined, say, say_in, say_n_in
from jinque.model import EditionSummary, Issue, Kind, Marker, Place, Severity

if TYPE_CHECKING:
    from jinque.api import Progress, Workspace


def tell(error: JinqueError, session: Session) -> None:
    """Write an error to stderr."""
    if session.is_json:
        import json

        line = json.dumps(error.to_dict(session.translator), ensure_ascii=False)
        sys.stderr.write(line + "\n")
    else:
        _tell_in_words(error, session)


def usage_error(fault: typer.TyperException) -> WrongCallError:
    """Return a fault of the command line as an error of the tree, in both languages."""
    message = fault.format_message()
    option = str(getattr(fault, "option_name", ""))
    near = ", ".join(getattr(fault, "possibilities", None) or ())
    if type(fault).__name__ == "NoSuchOption":
        told = say("There is no option {option}.", option=option)
    elif type(fault).__name__ == "MissingParameter":
        option = str(getattr(getattr(fault, "param", None), "name", "")).upper()
        told = say("{name} is missing.", name=option)
    elif option:
        told = say(
            "Option {option} is not written as it should be. ({fault})",
            option=option,
            fault=message,
        )
    else:
        told = say("The command is not written as it should be. ({fault})", fault=message)
    return WrongCallError(
        told,
        where=option,
        hint=say_in("command", "Did you mean: {near}?", near=near)
        if near
        else say("See jinque --help."),
    )


def breakdown(fault: Exception) -> MachineError:
    """Return an error for a fault that no code of ours foresaw."""
    what = f"{type(fault).__name__}: {fault}"
    if isinstance(fault, OSError) and fault.strerror:
        what = fault.strerror
    return MachineError(
        say("The program failed and did not finish. ({what})", what=what),
        hint=say(
            "What was published is unchanged. Report the words in brackets to the maintainers."
        ),
    )


def _tell_in_words(error: JinqueError, session: Session) -> None:
    from rich.text import Text

    from jinque.cli.console import console, plain

    screen = console(sys.stderr)
    shape = error.to_dict(session.translator)["error"]
    for label, style, value in (
        (session.say("Error: "), "bold red", shape["message"]),
        (session.say("Where: "), "dim", shape["where"]),
        (session.say("Hint: "), "dim", shape["hint"]),
    ):
        if value:
            screen.print(Text.assemble(plain(label, style), plain(value)), soft_wrap=True)


_STEPS = {
    "read": say("Reading the file"),
    "extract": say("Recognising columns and rows, checking"),
    "keep": say("Keeping the draft"),
    "publish": say("Writing the record"),
    "word": say("Making the Word file"),
    "pdf": say("Making the PDF"),
    "sheets": say("Making the workbook and the page, reading back"),
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
    label = session.say("First use, or a new version: reading the built-in catalogues")
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
                    "{done}/{total} people, {rate} a second\n", done=done, total=total, rate=rate
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
        task = bar.add_task(session.say("Checking"))

        def draw(done: int, total: int) -> None:
            rate = rate_of(done)
            label = session.say(
                "Checking {done}/{total} people, {rate} a second", done=done, total=total, rate=rate
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


AUTHORITY = say(
    "This repeats the printed text of the catalogue; only the authority decides who qualifies."
)
VALIDITY = say(
    "Where no validity is stated a newer edition may exist; the authority's latest one counts."
)
NOT_STATED = say("not stated")

KINDS = {
    Kind.POST.value: say_n_in("count", "{n} post", "{n} posts"),
    Kind.TITLE_MAPPING.value: say_n_in("count", "{n} title mapping", "{n} title mappings"),
    Kind.LIST_ITEM.value: say_n_in("count", "{n} list item", "{n} list items"),
    "clause": say_n_in("count", "{n} clause", "{n} clauses"),
}
SEVERITIES = {
    Severity.ERROR.value: say("error"),
    Severity.WARNING.value: say("warning"),
    Severity.INFO.value: say_in("severity", "note"),
}


ISSUES = {
    Severity.ERROR.value: say_n_in("count", "{n} error", "{n} errors"),
    Severity.WARNING.value: say_n_in("count", "{n} warning", "{n} warnings"),
    Severity.INFO.value: say_n_in("count", "{n} note", "{n} notes"),
}
MARKERS = {
    Marker.SPECIAL_NEED: say("special need"),
    Marker.GREEN: say("green occupation"),
    Marker.DIGITAL: say("digital occupation"),
}


def counted(session: Session, counts: dict[str, int], words: Mapping[str, Said]) -> str:
    """Return counts with their words (`岗位 312`); a dash for none."""
    told = [words[key].filled(n=counts[key]) for key in words if counts.get(key)]
    return session.of(joined(told)) or "-"


def older_reading(session: "Session", summaries: Iterable[EditionSummary]) -> str:
    """Return that another version of the program read some editions; empty where none was."""
    older = [summary.id for summary in summaries if summary.is_read_by_older]
    if not older:
        return ""
    return session.say(
        "Read by another version of the program: {older}. To read a source again: jinque "
        "ingest --again ID",
        older=joined(older),
    )


def title_of(session: Session, summary: EditionSummary) -> str:
    """Return the title of an edition as printed, or that the document states none."""
    title = summary.metadata.title
    return title.value or (f"（{session.of(title.basis)}）" if title.basis else "")


def headings_of(session: Session, section: tuple[str | None, ...]) -> str:
    """Return the headings above a row, outermost first, a lost one named as such."""
    lost = session.say("(heading lost)")
    return " › ".join(heading or lost for heading in section)


def place_of_issue(session: Session, issue: Issue) -> str:
    """Return where an issue is: section, number, lines or place; empty for the whole edition."""
    parts = [issue.section or ""]
    if issue.serial is not None:
        parts.append(session.say("no. {serial}", serial=str(issue.serial)))
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
        (place.page, say("page {at}")),
        (place.sheet, say("sheet “{at}”")),
        (place.table, say("table {at}")),
        (place.row, say("row {at}")),
        (place.column, say("column {at}")),
    )
    return " · ".join(session.of(told.filled(at=str(at))) for at, told in parts if at is not None)


def lines_of(session: Session, first: int, last: int) -> str:
    """Return a range of lines in words."""
    if first == last:
        return session.say("line {first}", first=str(first))
    return session.say("lines {first}–{last}", first=str(first), last=str(last))
