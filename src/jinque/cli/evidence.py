"""`jinque evidence`: what a shortage index is computed from."""

import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import DONE, FAULTY_DATA, Session, bundled, whole_number
from jinque.cli.terminal import write_json
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.model import Words

if TYPE_CHECKING:
    from jinque.api.evidence import EvidenceSummary
    from jinque.model.evidence import EvidenceReport

ACTIONS = ("list", "show", "ingest", "example")
_JSON = Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs")

EVIDENCE_COMMANDS = {
    "evidence": Words(
        zh="紧缺证据：读入答卷和供求表，或生成样例", en="Evidence of shortage: read it in"
    ),
}
EVIDENCE_PARAMETERS = {
    "evidence ACTION": Words(
        zh="list（默认）、show、ingest（读入）、example（生成样例）",
        en="list (default), show, ingest (read in) or example (make up)",
    ),
    "evidence NAME": Words(
        zh="证据的名字，也是调查的名字", en="name of the evidence and its survey"
    ),
    "evidence FOLDER": Words(
        zh="ingest：答卷和供求表所在的文件夹", en="ingest: folder of returns and tables"
    ),
    "evidence --as-of": Words(
        zh="ingest：按哪一天查批准是否有效（默认今天）",
        en="ingest: day on which the approval must hold (default: today)",
    ),
    "evidence --questions": Words(
        zh="ingest：把要问各单位的问题写成一个工作簿",
        en="ingest: write a workbook of questions back",
    ),
    "evidence --seed": Words(zh="example：随机种子（默认 1）", en="example: seed (default 1)"),
    "evidence --parameters": Words(
        zh="example：自己的参数文件", en="example: a file of parameters of one's own"
    ),
    "evidence --plague": Words(
        zh="example：加一种干扰，可写几次：double_reporting、agencies、wrong_codes、nonresponse、small_cells",
        en="example: what goes wrong, may be repeated: double_reporting, agencies, wrong_codes, "
        "nonresponse, small_cells",
    ),
    "evidence --json": _JSON,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceOptions:
    """As typed; None is not said."""

    action: Annotated[str, typer.Argument()] = "list"
    name: Annotated[str | None, typer.Argument()] = None
    folder: Annotated[str | None, typer.Argument()] = None
    as_of: Annotated[str | None, typer.Option("--as-of")] = None
    questions: Annotated[str | None, typer.Option("--questions")] = None
    seed: Annotated[str, typer.Option("--seed")] = "1"
    parameters: Annotated[str | None, typer.Option("--parameters")] = None
    plague: Annotated[list[str] | None, typer.Option("--plague")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False


def add_evidence_command(app: typer.Typer) -> None:
    """Add it to the program."""
    app.command(name="evidence")(bundled(EvidenceOptions, run_evidence))


def run_evidence(session: Session, options: EvidenceOptions) -> int:
    """Carry out one action; return the exit code."""
    if options.action not in ACTIONS:
        raise InvalidOptionError(
            f"没有“{options.action}”这个动作。",
            f"There is no action “{options.action}”.",
            where="ACTION",
            hint_zh=f"可用：{'、'.join(ACTIONS)}。",
            hint_en=f"Choose one of: {', '.join(ACTIONS)}.",
        )
    if options.action == "list":
        return _list(session, options)
    if not options.name:
        raise WrongCallError("缺少 NAME。", "NAME is missing.", where="NAME")
    if options.action == "ingest":
        return _ingest(session, options)
    return _show(session, options, is_new=options.action == "example")


def _list(session: Session, options: EvidenceOptions) -> int:
    from jinque.api import evidence as verbs

    found = verbs.summaries()
    if options.as_json:
        write_json({"evidence": [asdict(each) for each in found]})
        return DONE
    from jinque.cli.console import console, plain, show_table

    screen = console(sys.stdout)
    if not found:
        screen.print(plain(session.say("还没有证据。", "There is no evidence yet.")))
        return DONE
    headings = (
        session.say("名字", "Name"),
        session.say("季度", "Quarter"),
        session.say("单位", "Employers"),
        session.say("答复行", "Answers"),
        session.say("说明", "Note"),
    )
    rows = [
        (
            each.name,
            each.quarter,
            str(each.rows["employers"]),
            str(each.rows["answers"]),
            _mark(session, each),
        )
        for each in found
    ]
    show_table(screen, headings, rows)
    return DONE


def _mark(session: Session, summary: "EvidenceSummary") -> str:
    return session.say("样例，非真实数据", "synthetic") if summary.is_synthetic else ""


def _show(session: Session, options: EvidenceOptions, *, is_new: bool) -> int:
    from jinque.api import evidence as verbs

    name = options.name or ""
    if is_new:
        found = verbs.example_evidence(
            name,
            whole_number("--seed", options.seed),
            parameters=Path(options.parameters) if options.parameters else None,
            plagues=tuple(options.plague or ()),
        )
    else:
        found = verbs.summary(name)
    if options.as_json:
        write_json(asdict(found))
        return DONE
    from jinque.cli.console import console, plain, show_fields

    screen = console(sys.stdout)
    screen.print(plain(found.name, "bold"), plain(_mark(session, found), "yellow"), sep="  ")
    show_fields(
        screen,
        [
            (session.say("季度", "Quarter"), found.quarter),
            (session.say("单位", "Employers"), str(found.rows["employers"])),
            (session.say("答复行", "Answers"), str(found.rows["answers"])),
            (session.say("空缺", "Vacancies"), str(found.rows["vacancies"])),
            (session.say("供求表行", "Rows of tables"), str(found.rows["market"])),
            (session.say("校验和", "Checksum"), found.sha256),
            (session.say("文件夹", "Folder"), found.folder),
        ],
    )
    return DONE


def _ingest(session: Session, options: EvidenceOptions) -> int:
    from jinque.api import evidence as verbs

    if not options.folder:
        raise WrongCallError("缺少 FOLDER。", "FOLDER is missing.", where="FOLDER")
    report = verbs.ingest_evidence(
        options.name or "",
        Path(options.folder),
        as_of=options.as_of,
        questions=Path(options.questions) if options.questions else None,
    )
    if options.as_json:
        write_json(verbs.report_dict(report))
    else:
        _print_report(session, report)
    return FAULTY_DATA if any(each.rows_reported for each in report.files) else DONE


def _print_report(session: Session, report: "EvidenceReport") -> None:
    from jinque.cli.console import console, plain, show_table

    screen = console(sys.stdout)
    screen.print(plain(report.name, "bold"))
    if not report.is_changed:
        screen.print(
            plain(session.say("没有新内容，证据没有改变。", "Nothing new: unchanged."), "dim")
        )
    headings = (
        session.say("文件", "File"),
        session.say("类别", "Kind"),
        session.say("行", "Rows"),
        session.say("采用", "Kept"),
        session.say("待问", "Reported"),
    )
    kinds = {
        "return": session.say("答卷", "return"),
        "market": session.say("供求表", "table"),
        "refused": session.say("未采用", "refused"),
    }
    rows = [
        (
            each.name,
            kinds[each.kind],
            str(each.rows_in),
            str(each.rows_kept),
            str(each.rows_reported),
        )
        for each in report.files
    ]
    show_table(screen, headings, rows)
    for each in report.files:
        for issue in each.issues:
            where = _address(issue.place)
            screen.print(
                plain(f"{each.name} {where} ", "dim"), plain(session.of(issue.message)), sep=""
            )
    for words in report.duplicates:
        screen.print(plain(session.of(words), "yellow"))
    told = session.say(
        f"答卷 {report.returns} 份；机构 {report.agencies} 家；写“若干”的格 "
        f"{report.open_ended} 个。",
        f"Returns {report.returns}; agencies {report.agencies}; cells that say 若干 "
        f"{report.open_ended}.",
    )
    screen.print(plain(told))


def _address(place: object) -> str:
    sheet, row, column = (getattr(place, name, None) for name in ("sheet", "row", "column"))
    letters = ""
    number = column or 0
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{sheet or ''}!{letters}{row or ''}".strip("!")
