"""What was read with decisions in it, told apart from what is printed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from jinque.extraction import Reading
from jinque.ingestion.review_places import PlaceKey, key_of
from jinque.ingestion.review_replay import Replay
from jinque.model import Issue, Post, PrintedCell, Severity, Words
from jinque.model.correction import Correction, GivenRole
from jinque.model.review_decision import Action, Decision
from jinque.text import drop_blanks

_DAY = len("2026-01-01")


def day_of(decision: Decision) -> str:
    """Return the day of a decision, ISO 8601."""
    return decision.at[:_DAY]


def marked(reading: Reading, replay: Replay, roles: Mapping[str, Decision]) -> Reading:
    """Return a reading whose cells are as printed, with the corrections beside them.

    Args:
        reading: read from the changed document.
        replay: what was changed in it.
        roles: decisions about columns, by heading.
    """
    edition = replace(
        reading.edition,
        posts=tuple(_marked_post(post, replay) for post in reading.edition.posts),
        given_roles=tuple(
            GivenRole(heading=h, role=d.value, reason=d.reason, decided_on=day_of(d))
            for h, d in roles.items()
        ),
    )
    return replace(reading, edition=edition)


def with_rejects(reading: Reading, left_out: Iterable[Decision]) -> Reading:
    """Return a reading that counts the rows which a person left out, an issue for each."""
    issues = [_left_out(decision) for decision in left_out]
    report = reading.report
    return replace(
        reading,
        report=replace(
            report,
            rows_in=report.rows_in + len(issues),
            rows_rejected=report.rows_rejected + len(issues),
            issues=_in_order((*report.issues, *issues)),
        ),
    )


def with_lost(reading: Reading, lost: Iterable[Decision]) -> Reading:
    """Return a reading with an error for each decision that could not be followed."""
    issues = tuple(_lost(decision) for decision in lost)
    report = reading.report
    return replace(reading, report=replace(report, issues=(*issues, *report.issues)))


def _marked_post(post: Post, replay: Replay) -> Post:
    missing = replay.missing.get(key_of(post.citation.span), {})
    made = tuple(_corrections(post, replay.cells, missing))
    if not made:
        return post
    printed = {each.field: each.printed for each in made}
    serial = drop_blanks(printed.get("serial", ""))
    was_serial = int(serial) if serial.isdecimal() else None
    return replace(
        post,
        cells=tuple(_as_printed(cell, replay.cells, missing) for cell in post.cells),
        name_printed=printed.get("name", post.name_printed),
        serial_printed=was_serial if "serial" in printed else post.serial_printed,
        corrections=made,
    )


def _corrections(
    post: Post, cells: Mapping[PlaceKey, Decision], missing: Mapping[str, Decision]
) -> Iterator[Correction]:
    for cell in post.cells:
        decision = _decision_of(cell, cells, missing)
        if decision and decision.target:
            yield Correction(
                field=cell.role or cell.heading,
                printed=decision.target.printed,
                value=decision.value or "",
                reason=decision.reason,
                decided_on=day_of(decision),
            )


def _as_printed(
    cell: PrintedCell, cells: Mapping[PlaceKey, Decision], missing: Mapping[str, Decision]
) -> PrintedCell:
    decision = _decision_of(cell, cells, missing)
    if decision is None or decision.target is None:
        return cell
    is_missing = not decision.target.printed
    return replace(cell, text=decision.target.printed, span=None if is_missing else cell.span)


def _decision_of(
    cell: PrintedCell, cells: Mapping[PlaceKey, Decision], missing: Mapping[str, Decision]
) -> Decision | None:
    own = cells.get(key_of(cell.span)) if cell.span else None
    return own or (missing.get(cell.role) if cell.role else None)


def _left_out(decision: Decision) -> Issue:
    target = decision.target
    return Issue(
        code="row_left_out",
        severity=Severity.INFO,
        message=Words(
            zh=f"经办人认定这一行不是条目，未收入：{decision.reason}",
            en=f"A reviewer settled that this row is no entry and left it out: {decision.reason}",
        ),
        line_start=target.line_start if target else None,
        line_end=target.line_end if target else None,
        quote=target.printed if target else "",
        place=target.place if target else None,
    )


def _lost(decision: Decision) -> Issue:
    printed = decision.target.printed if decision.target else ""
    value = decision.value or ""
    zh, en = ("更正", "correction") if decision.action is Action.CORRECT else ("决定", "decision")
    return Issue(
        code="correction_lost",
        severity=Severity.ERROR,
        message=Words(
            zh=f"第 {decision.number} 号{zh}（“{printed}”→“{value}”）所指的位置已找不到，或那里"
            "的文字已不同；没有套用。请撤销它，或接受本条。",
            en=f"The place of {en} {decision.number} (“{printed}” → “{value}”) is not there any "
            "more, or prints other words; it was not applied. Undo it, or accept this.",
        ),
        quote=printed,
    )


def _in_order(issues: tuple[Issue, ...]) -> tuple[Issue, ...]:
    return tuple(sorted(issues, key=lambda issue: issue.line_start or 0))
