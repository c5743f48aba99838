"""`jinque catalogues`."""

import sys

from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.cli.wording import KINDS, NOT_STATED, SEVERITIES, VALIDITY, counted, title_of
from jinque.model import Attested, EditionSummary


def show_catalogues(session: Session, *, as_json: bool) -> None:
    """Print the newest version of each edition in the record."""
    from jinque import api

    with opened(session) as workspace:
        summaries = api.catalogues(workspace)
    if as_json:
        write_json(api.catalogues_dict(summaries))
    else:
        _print(session, summaries)


def _print(session: Session, summaries: tuple[EditionSummary, ...]) -> None:
    from jinque.cli.screen import console, plain, show_table

    screen = console(sys.stdout)
    headings = (
        session.say("编号", "Id"),
        session.say("名称", "Title"),
        session.say("地方", "Place"),
        session.say("有效期", "Validity"),
        session.say("内容", "Rows"),
        session.say("读入问题", "Issues"),
    )
    show_table(screen, headings, [_row(session, summary) for summary in summaries])
    screen.print()
    screen.print(plain(session.of(VALIDITY), "dim"))


def _row(session: Session, summary: EditionSummary) -> tuple[str, ...]:
    facts = summary.metadata
    version = f" v{summary.version}" if summary.version > 1 else ""
    return (
        f"{summary.id}{version}",
        title_of(session, summary),
        _value(session, facts.place),
        _value(session, facts.effective_to),
        counted(session, summary.counts, KINDS),
        counted(session, summary.issues, SEVERITIES),
    )


def _value(session: Session, fact: Attested) -> str:
    return fact.value or session.of(NOT_STATED)
