"""`jinque score` and `jinque shortage`: compute the index, publish it, show and explain it."""

import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import DONE, Session, bundled, whole_number
from jinque.cli.terminal import write, write_json
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.model import Words
from jinque.model.shortage import Label, OccupationScore, Score

if TYPE_CHECKING:
    from rich.console import Console

    from jinque.api.shortage import ScoreRequest

_JSON = Words(zh="输出 JSON，供程序使用", en="answer in JSON, for programs")
_MOST_PROCESSES = 64
_MOST_DRAWS = 9999

SHORTAGE_COMMANDS = {
    "score": Words(
        zh="由证据计算紧缺指数，可公布到网站", en="Compute the shortage index of evidence"
    ),
    "shortage": Words(zh="查看已公布的紧缺指数", en="Show a published index and explain it"),
}
SHORTAGE_PARAMETERS = {
    "score NAME": Words(
        zh="证据的名字，或 Parquet 文件夹", en="name of the evidence, or a folder of Parquet files"
    ),
    "score --method": Words(
        zh="jinque（默认）或 all（并列其他做法）",
        en="jinque (default), or all: other ideas beside it",
    ),
    "score --method-file": Words(zh="自己的方法参数文件", en="a file of parameters of one's own"),
    "score --show-method": Words(zh="打印方法参数文件", en="print the file of parameters"),
    "score --changed": Words(
        zh="改动后的参数文件：列出哪些职业的标签会变",
        en="a changed file of parameters: which labels it would change",
    ),
    "score --seed": Words(zh="随机种子（默认 1）", en="seed of the draws (default 1)"),
    "score --draws": Words(zh="重抽次数（默认 499，公布时 999）", en="draws (499; 999 to publish)"),
    "score --reference": Words(
        zh="用哪份已公布指数的对照尺度", en="published index whose reference scale counts"
    ),
    "score --previous": Words(
        zh="并列上一版：已公布指数的名字", en="published index to stand beside"
    ),
    "score --listed": Words(
        zh="现行目录（记录里的编号），标出已列入的职业",
        en="edition in the record that lists them now",
    ),
    "score --processes": Words(zh="同时用几个进程（默认 1）", en="processes (default 1)"),
    "score --spark": Words(zh="Spark 地址，如 local[2]", en="address of Spark, as local[2]"),
    "score --publish": Words(
        zh="去掉会泄露单个单位的格，公布到网站",
        en="take out what tells of single employers, publish",
    ),
    "score --output": Words(
        zh="写成文件：.xlsx 表格、.docx 方法附件、.json",
        en="write a file: .xlsx, .docx (annex), .json",
    ),
    "score --json": _JSON,
    "shortage NAME": Words(
        zh="已公布指数的名字；不写则列出", en="a published index; all without it"
    ),
    "shortage OCCUPATION": Words(
        zh="职业编码或全称：逐项解释", en="a code or whole name: explained item by item"
    ),
    "shortage --weight": Words(
        zh="自定权数，如 x3=2；可写几次；0 为不用",
        en="a weight of one's own, as x3=2; may be repeated; 0 takes it out",
    ),
    "shortage --output": Words(
        zh="写成文件：.xlsx 表格、.docx 方法附件、.json",
        en="write a file: .xlsx, .docx (annex), .json",
    ),
    "shortage --json": _JSON,
}

LABELS = {
    Label.SHORT: Words(zh="紧缺", en="short"),
    Label.WATCH: Words(zh="观察", en="watch"),
    Label.NOT_SHORT: Words(zh="不紧缺", en="not short"),
    Label.INSUFFICIENT: Words(zh="证据不足", en="insufficient"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreOptions:
    """As typed; None is not said."""

    name: Annotated[str | None, typer.Argument()] = None
    method: Annotated[str, typer.Option("--method")] = "jinque"
    method_file: Annotated[str | None, typer.Option("--method-file")] = None
    show_method: Annotated[bool, typer.Option("--show-method")] = False
    changed: Annotated[str | None, typer.Option("--changed")] = None
    seed: Annotated[str, typer.Option("--seed")] = "1"
    draws: Annotated[str | None, typer.Option("--draws")] = None
    reference: Annotated[str, typer.Option("--reference")] = ""
    previous: Annotated[str, typer.Option("--previous")] = ""
    listed: Annotated[str | None, typer.Option("--listed")] = None
    processes: Annotated[str, typer.Option("--processes")] = "1"
    spark: Annotated[str, typer.Option("--spark")] = ""
    publish: Annotated[bool, typer.Option("--publish")] = False
    output: Annotated[str | None, typer.Option("--output", "-o")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortageOptions:
    """As typed; None is not said."""

    name: Annotated[str | None, typer.Argument()] = None
    occupation: Annotated[str | None, typer.Argument()] = None
    weight: Annotated[list[str] | None, typer.Option("--weight")] = None
    output: Annotated[str | None, typer.Option("--output", "-o")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False


def add_shortage_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command(name="score")(bundled(ScoreOptions, run_score))
    app.command(name="shortage")(bundled(ShortageOptions, run_shortage))


def run_score(session: Session, options: ScoreOptions) -> int:
    """Score evidence; return the exit code."""
    from jinque.api import shortage as verbs

    if options.show_method:
        write([verbs.shipped_method()])
        return DONE
    request = _request(session, options)
    if options.changed:
        return _impact(session, request, options)
    found = verbs.publish_score(request) if options.publish else verbs.score(request)
    if options.output:
        _save(session, found, options.output)
    if options.as_json:
        write_json(verbs.score_dict(found))
    else:
        _print_score(session, found)
        if options.publish:
            sys.stdout.write(
                session.say(
                    f"已公布：/shortage/{found.name}\n", f"Published: /shortage/{found.name}\n"
                )
            )
    return DONE


def _request(session: Session, options: ScoreOptions) -> "ScoreRequest":
    from jinque.api.shortage import ScoreRequest

    if not options.name:
        raise WrongCallError(
            "缺少 NAME。",
            "NAME is missing.",
            where="NAME",
            hint_zh="jinque evidence 列出已有的证据。",
            hint_en="jinque evidence lists what there is.",
        )
    return ScoreRequest(
        evidence=options.name,
        method=options.method,
        method_file=Path(options.method_file) if options.method_file else None,
        seed=whole_number("--seed", options.seed),
        draws=None
        if options.draws is None
        else whole_number("--draws", options.draws, most=_MOST_DRAWS),
        is_publication=options.publish,
        reference=options.reference,
        previous=options.previous,
        listed=_listed(session, options.listed) if options.listed else None,
        processes=max(1, whole_number("--processes", options.processes, most=_MOST_PROCESSES)),
        spark=options.spark,
    )


def _listed(session: Session, edition_id: str) -> frozenset[str]:
    from jinque.api.shortage import listed_codes
    from jinque.cli.terminal import opened

    with opened(session) as workspace:
        return listed_codes(workspace, edition_id)


def run_shortage(session: Session, options: ShortageOptions) -> int:
    """Show published scores; return the exit code."""
    from jinque.api import shortage as verbs

    if not options.name:
        return _list(session, as_json=options.as_json)
    found = verbs.reweighted_score(options.name, weights_of(options.weight or ()))
    if options.occupation:
        one = verbs.score_of_occupation(found, options.occupation)
        if options.as_json:
            write_json(verbs.score_dict(one))
        else:
            _print_occupation(session, found, one)
        return DONE
    if options.output:
        _save(session, found, options.output)
    if options.as_json:
        write_json(verbs.score_dict(found))
    else:
        _print_score(session, found)
    return DONE


def weights_of(typed: Sequence[str]) -> dict[str, float]:
    """Read `x3=2` and the like.

    Raises:
        InvalidOptionError: one of them is none.
    """
    weights: dict[str, float] = {}
    for each in typed:
        name, _, value = each.partition("=")
        try:
            weights[name.strip()] = float(value)
        except ValueError:
            raise InvalidOptionError(
                f"“{each}”不是权数。",
                f"“{each}” is no weight.",
                where="--weight",
                hint_zh="写成 x3=2；可用 block、x3、x4、x5、x6。",
                hint_en="Write x3=2; there are block, x3, x4, x5, x6.",
            ) from None
    return weights


def _save(session: Session, found: Score, output: str) -> None:
    from jinque.api.shortage_report import save_score

    save_score(found, Path(output), session.language)
    sys.stderr.write(session.say(f"已写入 {output}。\n", f"{output} written.\n"))


def _list(session: Session, *, as_json: bool) -> int:
    from jinque.api import shortage as verbs
    from jinque.cli.console import console, plain, show_table

    found = verbs.published_scores()
    if as_json:
        write_json({"scores": [{"name": s.name, "quarter": s.quarter} for s in found]})
        return DONE
    screen = console(sys.stdout)
    if not found:
        screen.print(plain(session.say("还没有公布的指数。", "No index is published yet.")))
        return DONE
    headings = (
        session.say("名字", "Name"),
        session.say("季度", "Quarter"),
        session.say("紧缺", "Short"),
        session.say("证据不足", "Insufficient"),
        session.say("说明", "Note"),
    )
    rows = [
        (
            each.name,
            each.quarter,
            str(_count(each, Label.SHORT)),
            str(_count(each, Label.INSUFFICIENT)),
            _synthetic(session, each),
        )
        for each in found
    ]
    show_table(screen, headings, rows)
    return DONE


def _count(found: Score, label: Label) -> int:
    return sum(each.label is label for each in found.occupations)


def _synthetic(session: Session, found: Score) -> str:
    return session.say("样例，非真实数据", "synthetic, not real") if found.is_synthetic else ""


def _print_score(session: Session, found: Score) -> None:
    from jinque.cli.console import console, plain, show_table

    screen = console(sys.stdout)
    mark = _synthetic(session, found)
    screen.print(plain(f"{found.name} {found.quarter}", "bold"), plain(mark, "yellow"), sep="  ")
    counts = {label: _count(found, label) for label in Label}
    screen.print(
        plain("  ".join(f"{session.of(LABELS[label])} {n}" for label, n in counts.items()))
    )
    headings = [
        session.say("位次", "Rank"),
        session.say("编码", "Code"),
        session.say("职业", "Occupation"),
        session.say("标签", "Label"),
        "I",
        session.say("区间", "Interval"),
        "B*",
        "K",
    ]
    headings += [session.of(view.method.name) for view in found.others]
    ranked = sorted(
        found.occupations, key=lambda each: (each.rank is None, each.rank or 0, each.code)
    )
    show_table(screen, headings, [_row(session, found, each) for each in ranked])
    for note in found.notes:
        screen.print(plain(session.of(note), "dim"))
    for each in found.exclusions:
        screen.print(plain(f"{session.of(each.what)}{session.say('：', ': ')}{each.count}", "dim"))


def _row(session: Session, found: Score, each: OccupationScore) -> list[str]:
    row = [
        str(each.rank or "–"),
        each.code,
        each.name,
        label_of(session, each),
        _number(each.index),
        f"{each.index_interval.low:.2f}–{each.index_interval.high:.2f}"
        if each.index_interval
        else "–",
        _number(each.points),
        str(len(each.ballots) or "–"),
    ]
    for view in found.others:
        rank = view.ranks.get(each.code)
        label = view.labels.get(each.code, Label.INSUFFICIENT)
        row.append(f"{session.of(LABELS[label])}{f' #{rank}' if rank else ''}")
    return row


def label_of(session: Session, each: OccupationScore) -> str:
    """Return the label, or the labels between which it lies."""
    if each.is_borderline:
        names = "/".join(session.of(LABELS[label]) for label in each.labels)
        return session.say(
            f"{session.of(LABELS[each.label])}（边界：{names}）",
            f"{session.of(LABELS[each.label])} (borderline: {names})",
        )
    return session.of(LABELS[each.label])


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _print_occupation(session: Session, found: Score, each: OccupationScore) -> None:
    from jinque.api.shortage import indicator_names
    from jinque.cli.console import console, plain, show_table

    screen = console(sys.stdout)
    screen.print(
        plain(f"{each.code} {each.name}", "bold"),
        plain(_synthetic(session, found), "yellow"),
        sep="  ",
    )
    screen.print(plain(label_of(session, each), "bold"))
    if each.suppressed:
        screen.print(plain(session.of(each.suppressed)))
    _print_words(session, screen, session.say("为什么", "Why"), each.reasons)
    names = indicator_names()
    if each.indicators:
        headings = (
            session.say("指标", "Indicator"),
            session.say("值", "Value"),
            session.say("百分位", "Percentile"),
            session.say("说明", "Note"),
        )
        rows = [
            (
                f"{one.name} {session.of(names[one.name])}",
                _number(one.value),
                _number(one.percentile),
                session.of(one.missing) if one.missing else "",
            )
            for one in each.indicators
        ]
        show_table(screen, headings, rows)
    _print_words(session, screen, session.say("怎样会变", "What would change it"), each.changes)
    _print_words(session, screen, session.say("另外", "Beside it"), each.findings)


def _print_words(session: Session, screen: "Console", title: str, words: Sequence[Words]) -> None:
    from jinque.cli.console import plain

    if words:
        screen.print(plain(title, "bold underline"))
        for each in words:
            screen.print(plain(f"- {session.of(each)}"))


def _impact(session: Session, request: "ScoreRequest", options: ScoreOptions) -> int:
    from jinque.api import shortage as verbs
    from jinque.cli.console import console, plain, show_table

    _, rows = verbs.method_impact(request, Path(options.changed or ""))
    if options.as_json:
        write_json({"impact": [asdict(each) for each in rows]})
        return DONE
    moved = [each for each in rows if each.before is not each.after]
    screen = console(sys.stdout)
    screen.print(
        plain(
            session.say(
                f"{len(rows)} 个职业中 {len(moved)} 个的标签会变",
                f"{len(moved)} of {len(rows)} labels would change",
            ),
            "bold",
        )
    )
    headings = (
        session.say("编码", "Code"),
        session.say("职业", "Occupation"),
        session.say("现在", "Now"),
        session.say("改后", "Then"),
    )
    show_table(
        screen,
        headings,
        [
            (each.code, each.name, session.of(LABELS[each.before]), session.of(LABELS[each.after]))
            for each in moved
        ],
    )
    return DONE
