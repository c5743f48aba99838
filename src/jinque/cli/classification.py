"""The commands of the classification: `occupation`, `code` for titles, `code-file` for a table.

The words for levels, kinds and statuses of the classification.

`jinque code` and `jinque code-file`.

What the options of `code` and `code-file` mean, in both languages.

`jinque occupation`: what a code or a name means, and which posts name it.

The facts of one occupation as labels and values.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import AsJson, AsOf, CodeOrName, Session
from jinque.cli.terminal import NOT_STATED, opened, write_json
from jinque.locale import joined, say, say_in
from jinque.model import (
    Certainty,
    CodeCandidate,
    CodedTitle,
    CodingOutcome,
    Correspondence,
    CorrespondenceKind,
    EvidenceKind,
    Level,
    Likeness,
    Link,
    LinkStatus,
    Occupation,
    OccupationAnswer,
    OccupationEntry,
    OccupationPost,
    Standing,
)

if TYPE_CHECKING:
    from rich.console import Console


OUTCOMES = {
    CodingOutcome.CODED: say("coded"),
    CodingOutcome.REVIEW: say("for a person to review"),
    CodingOutcome.NO_NATIONAL_CODE: say("no national code"),
}
EVIDENCE = {
    EvidenceKind.NAME: say("name"),
    EvidenceKind.FORMER_NAME: say_in("coding", "former name"),
    EvidenceKind.ALIAS: say("alias"),
    EvidenceKind.DERIVED: say("variant"),
    EvidenceKind.CLASS_NAME: say("class"),
    EvidenceKind.DESCRIPTION: say("description"),
}
_UNUSABLE = say("not usable")
_LIMITS = say("Probabilities are calibrated on an open test set; no office has confirmed them.")
_NEW = say("The list of 2015 and its additions has nothing for it, and no code is attested.")
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
        write_json({"titles": api.to_json(answers)})
        return
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    for answer in answers:
        _print_answer(session, screen, answer)
        screen.print()
    screen.print(plain(session.of(_LIMITS), "dim"))


def code_table(session: Session, source: str, target: str, *, as_json: bool) -> None:
    """Code a table and tell how many rows came to what."""
    from jinque import api

    counts = api.code_file(Path(source), Path(target), session.language)
    if as_json:
        named = {outcome.value: counts[outcome] for outcome in OUTCOMES}
        write_json({"target": target, "rows": counts.total(), **named, "unusable": counts[None]})
        return
    from jinque.cli.console import console, plain

    words = [*OUTCOMES.items(), (None, _UNUSABLE)]
    outcomes = joined(
        say("{outcome} {n}", outcome=name, n=counts[each]) for each, name in words if counts[each]
    )
    screen = console(sys.stdout)
    told = session.say_n(
        "{n} row: {outcomes}", "{n} rows: {outcomes}", n=counts.total(), outcomes=outcomes
    )
    screen.print(plain(told))
    screen.print(plain(session.say("Written to {target}", target=target), "dim"))


def _print_answer(session: Session, screen: "Console", answer: CodedTitle) -> None:
    from rich.padding import Padding

    from jinque import api
    from jinque.cli.console import plain, show_side_by_side

    outcome = session.of(OUTCOMES[answer.outcome])
    screen.print(plain(answer.request.title, "bold"), plain(outcome, "yellow"), sep="  ")
    shown = [each for each in answer.candidates if each.probability >= _LEAST_SHOWN]
    show_side_by_side(screen, [_line(session, each) for each in shown])
    if answer.at_least:
        agreed = f"{answer.at_least} {api.entry_name(answer.at_least)}"
        text = session.say("At least {agreed}", agreed=agreed)
        screen.print(Padding(plain(text), (0, 0, 0, 2)))
    for notice in answer.notices:
        screen.print(Padding(plain(session.of(notice), "dim"), (0, 0, 0, 2)))


def _line(session: Session, candidate: CodeCandidate) -> tuple[str, str]:
    first = candidate.evidence[0]
    why = f"{session.of(EVIDENCE[first.kind])} {first.text}"
    chance = f"{min(100 * candidate.probability, _SUREST):.0f} %"
    return candidate.code, f"{candidate.name}  {chance}  {why}"


LEVELS = {
    Level.MAJOR: say("major group"),
    Level.SUB_MAJOR: say("sub-major group"),
    Level.MINOR: say("minor group"),
    Level.OCCUPATION: say("occupation"),
    Level.WORK_TYPE: say("work type"),
}
KINDS = {
    CorrespondenceKind.SAME: say("same"),
    CorrespondenceKind.RECODED: say("recoded"),
    CorrespondenceKind.RENAMED: say("renamed"),
    CorrespondenceKind.LIKELY_RENAMED: say("likely renamed"),
    CorrespondenceKind.SPLIT: say("split"),
    CorrespondenceKind.WORK_TYPE: say("became a work type"),
    CorrespondenceKind.GONE: say("gone"),
    CorrespondenceKind.UNKNOWN: say("unknown"),
}
STATUSES = {
    LinkStatus.AGREES: say("linked"),
    LinkStatus.NAMES_CLASS: say("linked (a class)"),
    LinkStatus.OTHER_EDITION: say("linked (other edition)"),
    LinkStatus.NAME_DIFFERS: say("linked (name differs)"),
    LinkStatus.CODE_REUSED: say("not linked (two occupations)"),
    LinkStatus.UNCONFIRMED: say("not linked (unconfirmed)"),
    LinkStatus.UNCHECKED: say("linked (unchecked)"),
    LinkStatus.CODE_UNKNOWN: say("not linked (unknown code)"),
    LinkStatus.NO_CODE_STATED: say("not linked (none stated)"),
    LinkStatus.PROPOSED: say("proposed"),
    LinkStatus.CONFIRMED: say("linked (confirmed by a person)"),
    LinkStatus.UNMATCHED: say("not linked"),
}
LIKENESSES = {
    Likeness.SAME_NAME: say("same name"),
    Likeness.FORMER_NAME: say("former name"),
    Likeness.NEAR_NAME: say("near name"),
}
CERTAINTIES = {
    Certainty.A: say("confirmed"),
    Certainty.B: say("confirmed by one source or by 2022"),
    Certainty.C: say("not confirmed by a second source"),
    Certainty.D: say("inferred from 2022, not confirmed"),
}
STANDINGS = {
    Standing.HOLDS: say("holds"),
    Standing.UNDECIDED: say("undecided"),
    Standing.NOT_YET: say("not yet added"),
    Standing.NO_LONGER: say("no longer listed"),
    Standing.UNATTESTED: say("not attested"),
}


def link_fields(session: Session, link: Link) -> list[tuple[str, str]]:
    """Return a link, its reason and its candidates as labels and values."""
    where = f"{link.code}（{link.edition}）" if link.code else "—"
    fields = [
        (session.say_in("link", "Code"), f"{where}  {session.of(STATUSES[link.status])}"),
        (session.say("Reason"), session.of(link.reason)),
    ]
    for candidate in link.candidates:
        label = session.say("May be")
        likeness = session.of(LIKENESSES[candidate.likeness])
        fields.append(
            (label, f"{candidate.code} {candidate.name}（{candidate.edition}，{likeness}）")
        )
    return fields


def occupation_facts(
    session: Session, entry: OccupationEntry, day: str | None
) -> list[tuple[str, str]]:
    """Return labels and values; what an entry does not have is left out.

    Args:
        session: whose language is spoken.
        entry: the occupation.
        day: the day asked for; None without one.
    """
    found, via = entry.found.entry, entry.found.via
    fields = [
        (session.say("Found by"), session.of(via.reason) if via else ""),
        (session.say("Edition"), _edition(session, found)),
        (session.say("Level"), session.of(LEVELS[found.level])),
        (session.say("Above"), _above(session, entry)),
        (session.say("Marks"), _marks(session, found)),
        (session.say("Former names"), "、".join(found.former_names)),
        (session.say("Since"), _since(session, found)),
        (session.say_in("occupation facts", "Sources"), _sources(session, entry)),
        (session.say("This code elsewhere"), _elsewhere(session, entry)),
        (day or "", session.of(STANDINGS[entry.standing]) if entry.standing else ""),
    ]
    return [field for field in fields if field[1]]


def _edition(session: Session, entry: Occupation) -> str:
    edition = session.say_in("classification", "{edition}", edition=entry.classification)
    if entry.edition in ("", entry.classification):
        return edition
    return edition + session.say(", added in {edition}", edition=entry.edition)


def _above(session: Session, entry: OccupationEntry) -> str:
    lost = session.of(NOT_STATED)
    return " › ".join(f"{step.code} {step.name or lost}" for step in entry.above)


def _marks(session: Session, entry: Occupation) -> str:
    green = [say("L green occupation")] if entry.is_green else []
    digital = [say("S digital occupation")] if entry.is_digital else []
    return session.of(joined([*green, *digital]))


def _sources(session: Session, entry: OccupationEntry) -> str:
    """Say what attests an entry of 2015, and how surely; 2022 is complete and says nothing."""
    certainty = entry.found.entry.certainty
    if certainty is None:
        return ""
    listed = session.of(joined(entry.sources))
    return f"{listed}（{certainty.value}：{session.of(CERTAINTIES[certainty])}）"


def _elsewhere(session: Session, entry: OccupationEntry) -> str:
    other = entry.elsewhere
    if other is None:
        return ""
    edition = session.say("{n} edition", n=other.classification)
    return f"{edition} {other.code} {other.name}"


def _since(session: Session, entry: Occupation) -> str:
    since = entry.effective_from
    if since is None:
        return session.of(NOT_STATED)
    first, stroke, last = since.partition("/")
    if not stroke:
        return since
    return session.say("some time from {first} to {last}", first=str(first), last=str(last))


def show_occupation(
    session: Session, typed: str, day: str | None, edition: str | None, *, as_json: bool
) -> None:
    """Print the occupations that a code or a name leads to."""
    from jinque import api

    with opened(session) as workspace:
        answer = api.occupation(workspace, typed, day, edition)
    if as_json:
        write_json(api.to_json(answer))
        return
    from jinque.cli.console import console, plain

    screen = console(sys.stdout)
    _print_meanings(session, screen, answer)
    count = len(answer.entries)
    if count > 1:
        several = session.say("It leads to {count} entries.", count=count)
        screen.print(plain(several, "yellow"))
        screen.print()
    for entry in answer.entries:
        _print_entry(session, screen, entry, answer)
    if answer.day_note:
        screen.print(plain(f"{answer.day}  {session.of(answer.day_note)}", "dim"))
    for limit in answer.entries[0].limits:
        screen.print(plain(session.of(limit), "dim"))


def _print_meanings(session: Session, screen: "Console", answer: OccupationAnswer) -> None:
    """Say what the code asked for is in each edition, where it is not the same."""
    from jinque.cli.console import plain, show_fields

    if not answer.is_code_shared:
        return
    code = answer.meanings[0].code
    title = session.say(
        "{code} has two names in the two editions; never join by it alone:", code=code
    )
    screen.print(plain(title, "yellow"))
    editions = ((each.classification, each.name) for each in answer.meanings)
    show_fields(screen, [(session.say("{n} edition", n=of), name) for of, name in editions])
    screen.print()


def _print_entry(
    session: Session, screen: "Console", entry: OccupationEntry, answer: OccupationAnswer
) -> None:
    from jinque.cli.console import plain, show_fields

    found = entry.found.entry
    screen.print(plain(found.code, "cyan"), plain(found.name, "bold"), sep="  ")
    show_fields(screen, occupation_facts(session, entry, answer.day))
    _print_correspondences(session, screen, entry)
    if entry.below:
        _title(screen, session.say("Below it (posts linked)"))
        rows = [(each.entry.code, f"{each.entry.name}  {each.posts or ''}") for each in entry.below]
        show_fields(screen, rows)
    _print_posts(session, screen, session.say("Posts that name it"), entry.posts)
    above = session.say("Posts that name a class above it")
    _print_posts(session, screen, above, entry.class_posts)
    proposed = session.say("Proposed by name, not confirmed")
    _print_posts(session, screen, proposed, entry.proposed)
    if not entry.posts:
        screen.print()
        none = session.say("No catalogue names it by its code.")
        screen.print(plain(none))
    screen.print()


def _print_correspondences(session: Session, screen: "Console", entry: OccupationEntry) -> None:
    from jinque.cli.console import plain, show_fields

    _title(screen, session.say("In the other edition"))
    if not entry.correspondences:
        screen.print(plain(f"  {session.of(_NEW)}"))
    for row in entry.correspondences:
        codes = " ".join(row.codes_2022) or "？"
        before = f"2015  {row.code_2015 or '？'} {row.name_2015}{_doubt(session, row)}"
        show_fields(
            screen,
            [
                (session.of(KINDS[row.kind]), f"{before} → 2022  {codes}"),
                ("", session.of(row.reason)),
            ],
        )


def _doubt(session: Session, row: Correspondence) -> str:
    if row.certainty in (None, Certainty.A, Certainty.B):
        return ""
    return f"（{row.certainty.value}：{session.of(CERTAINTIES[row.certainty])}）"


def _print_posts(
    session: Session, screen: "Console", title: str, posts: Sequence[OccupationPost]
) -> None:
    from jinque.cli.console import show_table

    if not posts:
        return
    _title(screen, f"{title}（{len(posts)}）")
    headings = (
        session.say("Post"),
        session.say("Place"),
        session.say("Name as printed"),
        session.say("Shortage"),
        session.say("Link"),
    )
    show_table(screen, headings, [_row(session, post) for post in posts])


def _row(session: Session, listed: OccupationPost) -> tuple[str, ...]:
    post = listed.post
    place = listed.place or session.of(NOT_STATED)
    return (
        post.id,
        " · ".join(filter(None, (place, post.region))),
        post.name_printed,
        post.shortage.printed if post.shortage else "",
        session.of(STATUSES[listed.link.status]),
    )


def _title(screen: "Console", title: str) -> None:
    from jinque.cli.console import plain

    screen.print()
    screen.print(plain(title, "bold underline"))


Titles = Annotated[list[str], typer.Argument()]
InEdition = Annotated[str | None, typer.Option("--edition")]
Description = Annotated[str, typer.Option("--description")]
Industry = Annotated[str, typer.Option("--industry")]
PathArgument = Annotated[str, typer.Argument()]


def add_classification_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command()(occupation)
    app.command()(code)
    app.command(name="code-file")(code_file)


def occupation(
    ctx: typer.Context,
    occupation: CodeOrName,
    *,
    as_of: AsOf = None,
    edition: InEdition = None,
    as_json: AsJson = False,
) -> None:
    """Show an occupation in both editions of the classification, and its posts."""
    show_occupation(ctx.obj, occupation, as_of, edition, as_json=as_json)


def code(
    ctx: typer.Context,
    title: Titles,
    *,
    description: Description = "",
    industry: Industry = "",
    as_json: AsJson = False,
) -> None:
    """Code titles to the national classification."""
    code_titles(ctx.obj, title, description, industry, as_json=as_json)


def code_file(
    ctx: typer.Context, source: PathArgument, target: PathArgument, *, as_json: AsJson = False
) -> None:
    """Code the titles of a table."""
    code_table(ctx.obj, source, target, as_json=as_json)


CODING_COMMANDS = {
    "code": say("Find national codes for job titles"),
    "code-file": say("Code the titles of a table"),
}

_JSON = say("answer in JSON, for programs")

CODING_PARAMETERS = {
    "code TITLE": say("job titles, one or more"),
    "code --description": say("duties or abilities"),
    "code --industry": say("industry; several joined by 、"),
    "code --json": _JSON,
    "code-file SOURCE": say("a table with a column of titles (.xlsx, .xls, .csv, .tsv, .parquet)"),
    "code-file TARGET": say("where to write it (.xlsx or .csv; .parquet for .parquet)"),
    "code-file --json": _JSON,
}
