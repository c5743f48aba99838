"""`jinque code` and `jinque code-file`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.model import CodeCandidate, CodedTitle, CodingOutcome, EvidenceKind, Words

if TYPE_CHECKING:
    from rich.console import Console

OUTCOMES = {
    CodingOutcome.CODED: Words(zh="已编码", en="coded"),
    CodingOutcome.REVIEW: Words(zh="需人工复核", en="for a person to review"),
    CodingOutcome.NO_NATIONAL_CODE: Words(zh="无国家职业编码", en="no national code"),
}
EVIDENCE = {
    EvidenceKind.NAME: Words(zh="名称", en="name"),
    EvidenceKind.FORMER_NAME: Words(zh="旧名", en="former name"),
    EvidenceKind.ALIAS: Words(zh="别名", en="alias"),
    EvidenceKind.DERIVED: Words(zh="名称变体", en="variant"),
    EvidenceKind.CLASS_NAME: Words(zh="类名", en="class"),
    EvidenceKind.DESCRIPTION: Words(zh="说明", en="description"),
}
_UNUSABLE = Words(zh="无法处理", en="not usable")
_LIMITS = Words(
    zh="概率由公开测试集校准，不是官方认定；需复核的请人工确认。",
    en="Probabilities are calibrated on an open test set; no office has confirmed them.",
)
_LEAST_SHOWN = 0.005
_SUREST = 99
"""Per cent: nothing that is guessed is shown as certain."""


def code_titles(
    session: Session, titles: Sequence[str], description: str, industry: str, *, as_json: bool
) -> None:
    """Print what each title may mean."""
    from jinque import api

    answers = api.code(titles, description, industry)
    if as_json:
        write_json(api.coding_dict(answers))
        return
    from jinque.cli.screen import console, plain

    screen = console(sys.stdout)
    for answer in answers:
        _print_answer(session, screen, answer)
        screen.print()
    screen.print(plain(session.of(_LIMITS), "dim"))


def code_table(session: Session, source: str, target: str, *, as_json: bool) -> None:
    """Code a table and tell how many rows came to what."""
    from jinque import api

    counts = api.code_file(Path(source), Path(target))
    if as_json:
        named = {outcome.value: counts[outcome] for outcome in OUTCOMES}
        write_json({"target": target, "rows": counts.total(), **named, "unusable": counts[None]})
        return
    from jinque.cli.screen import console, plain

    words = [*OUTCOMES.items(), (None, _UNUSABLE)]
    told = [f"{session.of(name)} {counts[each]}" for each, name in words if counts[each]]
    total = session.say(f"共 {counts.total()} 行：", f"{counts.total()} rows: ")
    screen = console(sys.stdout)
    screen.print(plain(total + session.say("、", ", ").join(told)))
    screen.print(plain(session.say(f"已写入 {target}", f"Written to {target}"), "dim"))


def _print_answer(session: Session, screen: "Console", answer: CodedTitle) -> None:
    from rich.padding import Padding

    from jinque import api
    from jinque.cli.screen import plain, show_side_by_side

    outcome = session.of(OUTCOMES[answer.outcome])
    screen.print(plain(answer.request.title, "bold"), plain(outcome, "yellow"), sep="  ")
    shown = [each for each in answer.candidates if each.probability >= _LEAST_SHOWN]
    show_side_by_side(screen, [_line(session, each) for each in shown])
    if answer.at_least:
        agreed = f"{answer.at_least} {api.entry_name(answer.at_least)}"
        text = session.say(f"至少属于 {agreed}", f"At least {agreed}")
        screen.print(Padding(plain(text), (0, 0, 0, 2)))
    for notice in answer.notices:
        screen.print(Padding(plain(session.of(notice), "dim"), (0, 0, 0, 2)))


def _line(session: Session, candidate: CodeCandidate) -> tuple[str, str]:
    first = candidate.evidence[0]
    why = f"{session.of(EVIDENCE[first.kind])} {first.text}"
    chance = f"{min(100 * candidate.probability, _SUREST):.0f} %"
    return candidate.code, f"{candidate.name}  {chance}  {why}"
