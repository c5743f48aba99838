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
from jinque.locale import Sentence, say
from jinque.model.shortage import Label, OccupationScore, Score

if TYPE_CHECKING:
    from rich.console import Console

    from jinque.api.shortage import ScoreRequest

_JSON = say("answer in JSON, for programs")
_MOST_PROCESSES = 64
_MOST_DRAWS = 9999

SHORTAGE_COMMANDS = {
    "score": say("Compute the shortage index of evidence"),
    "shortage": say("Show a published index and explain it"),
}
SHORTAGE_PARAMETERS = {
    "score NAME": say("name of the evidence, or a folder of Parquet files"),
    "score --method": say("jinque (default), or all: other ideas beside it"),
    "score --method-file": say("a file of parameters of one's own"),
    "score --show-method": say("print the file of parameters"),
    "score --changed": say("a changed file of parameters: which labels it would change"),
    "score --seed": say("seed of the draws (default 1)"),
    "score --draws": say("draws (499; 999 to publish)"),
    "score --reference": say("published index whose reference scale counts"),
    "score --previous": say("published index to stand beside"),
    "score --listed": say("edition in the record that lists them now"),
    "score --processes": say("processes (default 1)"),
    "score --spark": say("address of Spark, as local[2]"),
    "score --publish": say("take out what tells of single employers, publish"),
    "score --output": say("write a file: .xlsx, .docx (annex), .json"),
    "score --json": _JSON,
    "shortage NAME": say("a published index; all without it"),
    "shortage OCCUPATION": say("a code or whole name: explained item by item"),
    "shortage --weight": say("a weight of one's own, as x3=2; may be repeated; 0 takes it out"),
    "shortage --output": say("write a file: .xlsx, .docx (annex), .json"),
    "shortage --json": _JSON,
}

LABELS = {
    Label.SHORT: say("short"),
    Label.WATCH: say("watch"),
    Label.NOT_SHORT: say("not short"),
    Label.INSUFFICIENT: say("insufficient"),
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
        from jinque import api

        write_json(api.to_json(found))
    else:
        _print_score(session, found)
        if options.publish:
            sys.stdout.write(session.say("Published: /shortage/{name}\n", name=found.name))
    return DONE


def _request(session: Session, options: ScoreOptions) -> "ScoreRequest":
    from jinque.api.shortage import ScoreRequest

    if not options.name:
        raise WrongCallError(
            say("NAME is missing."), where="NAME", hint=say("jinque evidence lists what there is.")
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
            from jinque import api

            write_json(api.to_json(one))
        else:
            _print_occupation(session, found, one)
        return DONE
    if options.output:
        _save(session, found, options.output)
    if options.as_json:
        from jinque import api

        write_json(api.to_json(found))
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
                say("“{each}” is no weight.", each=each),
                where="--weight",
                hint=say("Write x3=2; there are block, x3, x4, x5, x6."),
            ) from None
    return weights


def _save(session: Session, found: Score, output: str) -> None:
    from jinque.api.shortage_report import save_score

    save_score(found, Path(output), session.language)
    sys.stderr.write(session.say("{output} written.\n", output=output))


def _list(session: Session, *, as_json: bool) -> int:
    from jinque.api import shortage as verbs
    from jinque.cli.console import console, plain, show_table

    found = verbs.published_scores()
    if as_json:
        write_json({"scores": [{"name": s.name, "quarter": s.quarter} for s in found]})
        return DONE
    screen = console(sys.stdout)
    if not found:
        screen.print(plain(session.say("No index is published yet.")))
        return DONE
    headings = (
        session.say_in("list", "Name"),
        session.say("Quarter"),
        session.say_in("list", "Short"),
        session.say("Insufficient"),
        session.say("Note"),
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
    return session.say("synthetic, not real") if found.is_synthetic else ""


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
        session.say("Rank"),
        session.say("Code"),
        session.say("Occupation"),
        session.say("Label"),
        "I",
        session.say("Interval"),
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
        screen.print(plain(f"{session.of(each.what)}{session.say(': ')}{each.count}", "dim"))


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
            "{of} (borderline: {names})", of=session.of(LABELS[each.label]), names=names
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
    _print_words(session, screen, session.say("Why"), each.reasons)
    names = indicator_names()
    if each.indicators:
        headings = (
            session.say("Indicator"),
            session.say("Value"),
            session.say("Percentile"),
            session.say("Note"),
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
    _print_words(session, screen, session.say("What would change it"), each.changes)
    _print_words(session, screen, session.say("Beside it"), each.findings)


def _print_words(
    session: Session, screen: "Console", title: str, words: Sequence[Sentence]
) -> None:
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
            session.say("{moved} of {n} labels would change", n=len(rows), moved=len(moved)),
            "bold",
        )
    )
    headings = (
        session.say("Code"),
        session.say("Occupation"),
        session.say("Now"),
        session.say("Then"),
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
