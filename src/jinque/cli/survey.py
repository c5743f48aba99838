"""`jinque survey`: the forms and the scheme of a survey of employers."""

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from jinque.cli.call import DONE, Session, bundled
from jinque.cli.terminal import write_json
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.model import Words
from jinque.model.evidence import Marks, SurveyRequest

SURVEY_COMMANDS = {
    "survey": Words(zh="生成用人单位调查表和统计调查制度", en="Make forms and scheme of a survey"),
}
SURVEY_PARAMETERS = {
    "survey ACTION": Words(zh="new：生成", en="new: make it"),
    "survey NAME": Words(
        zh="调查代码：字母、数字、横线", en="code of the survey: letters, digits, hyphens"
    ),
    "survey --quarter": Words(zh="季度，如 2026Q3", en="quarter, as 2026Q3"),
    "survey --title": Words(zh="表的标题", en="title of the form"),
    "survey --reference-day": Words(
        zh="标准时点（默认季末）", en="reference day (default: end of quarter)"
    ),
    "survey --rule": Words(
        zh="标识规定：law 统计法四项（默认）、fujian 福建六项",
        en="rule on marks: law, four (default), or fujian, six",
    ),
    "survey --form-number": Words(zh="表号", en="form number"),
    "survey --maker": Words(zh="制定机关", en="maker"),
    "survey --document-number": Words(zh="文号", en="document number"),
    "survey --approver": Words(zh="批准（备案）机关", en="approver"),
    "survey --approval-number": Words(zh="批准（备案）文号", en="approval or filing number"),
    "survey --valid-until": Words(zh="有效期至，如 2027-06-30", en="valid until, as 2027-06-30"),
    "survey --occupation": Words(
        zh="调查的职业：编码或全称，可写几次", en="occupation: code or whole name, may be repeated"
    ),
    "survey --occupations-file": Words(
        zh="职业清单文件，一行一个或一张表", en="file of occupations, one a line or a table"
    ),
    "survey --frame": Words(
        zh="抽样框文件：样本编号、名称、行业、规模、层；逐家预填",
        en="frame of employers: number, name, industry, size, layer; a form for each",
    ),
    "survey --contact": Words(zh="联系人和电话，印在表上", en="contact, printed on the form"),
    "survey --output": Words(
        zh="写到这个文件夹（默认同调查代码）", en="folder to write to (default: the code)"
    ),
    "survey --json": Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyOptions:
    """As typed; None is not said."""

    action: Annotated[str, typer.Argument()] = "new"
    name: Annotated[str | None, typer.Argument()] = None
    quarter: Annotated[str, typer.Option("--quarter")] = ""
    title: Annotated[str, typer.Option("--title")] = ""
    reference_day: Annotated[str | None, typer.Option("--reference-day")] = None
    rule: Annotated[str, typer.Option("--rule")] = "law"
    form_number: Annotated[str, typer.Option("--form-number")] = ""
    maker: Annotated[str, typer.Option("--maker")] = ""
    document_number: Annotated[str, typer.Option("--document-number")] = ""
    approver: Annotated[str, typer.Option("--approver")] = ""
    approval_number: Annotated[str, typer.Option("--approval-number")] = ""
    valid_until: Annotated[str | None, typer.Option("--valid-until")] = None
    occupation: Annotated[list[str] | None, typer.Option("--occupation")] = None
    occupations_file: Annotated[str | None, typer.Option("--occupations-file")] = None
    frame: Annotated[str | None, typer.Option("--frame")] = None
    contact: Annotated[str, typer.Option("--contact")] = ""
    output: Annotated[str | None, typer.Option("--output", "-o")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False


def add_survey_command(app: typer.Typer) -> None:
    """Add it to the program."""
    app.command(name="survey")(bundled(SurveyOptions, run_survey))


def run_survey(session: Session, options: SurveyOptions) -> int:
    """Make the files of a survey; return the exit code."""
    if options.action != "new":
        raise InvalidOptionError(
            f"没有“{options.action}”这个动作。",
            f"There is no action “{options.action}”.",
            where="ACTION",
            hint_zh="可用：new。",
            hint_en="There is: new.",
        )
    if not options.name:
        raise WrongCallError("缺少 NAME。", "NAME is missing.", where="NAME")
    from jinque.api import evidence as verbs

    request = _request(options, options.name)
    folder = Path(options.output or options.name)
    survey, files = verbs.new_survey(request, folder)
    missing = verbs.missing_marks_of(survey)
    if options.as_json:
        write_json(
            {
                "name": survey.name,
                "folder": str(folder),
                "files": list(files),
                "missing": list(missing),
            }
        )
        return DONE
    say = session.say
    lines = [
        say(f"已写入 {folder}：{len(files)} 个文件。", f"{len(files)} files written to {folder}.")
    ]
    lines += [f"  {name}" for name in files[:8]]
    if missing:
        lines.append(
            say(
                f"缺少法定标识：{'、'.join(missing)}。表上印“草表，不得下发”，答卷不收。",
                f"Marks of the law are missing: {', '.join(missing)}. It is a draft; its "
                "returns are "
                "refused.",
            )
        )
    sys.stdout.write("\n".join(lines) + "\n")
    return DONE


def _request(options: SurveyOptions, name: str) -> SurveyRequest:
    return SurveyRequest(
        name=name,
        quarter=options.quarter,
        title=options.title,
        rule=options.rule,
        marks=Marks(
            form_number=options.form_number,
            maker=options.maker,
            document_number=options.document_number,
            approver=options.approver,
            approval_number=options.approval_number,
            valid_until=_day("--valid-until", options.valid_until),
        ),
        reference_day=_day("--reference-day", options.reference_day),
        occupations=tuple(options.occupation or ()),
        occupations_file=options.occupations_file or "",
        frame=options.frame or "",
        contact=options.contact,
    )


def _day(option: str, typed: str | None) -> date | None:
    try:
        return date.fromisoformat(typed) if typed else None
    except ValueError:
        raise InvalidOptionError(
            f"“{typed}”不是日期。",
            f"“{typed}” is no day.",
            where=option,
            hint_zh="写成 2027-06-30。",
            hint_en="Write 2027-06-30.",
        ) from None
