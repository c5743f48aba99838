"""`jinque assess`: one person against one post, or against all posts of all cities.

The command `assess`.

What the options of `assess` mean, in both languages.

The options of `jinque assess`; what they mean stands in `assess_help`.

A person beside all posts, in the shell.

A person beside one post, clause by clause, in the shell.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import DONE, Session, bundled, whole_number
from jinque.cli.editions import print_issue
from jinque.cli.posts import BLOCKS
from jinque.cli.terminal import lines_of, opened, write, write_json
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.locale import clauses, joined, say
from jinque.model.matching import (
    NOT_YET_CONDITION,
    SELF_CHECK_NOTICE,
    SHORT_VERDICTS,
    VALIDITY_NAMES,
    VERDICT_NAMES,
    Assessment,
    Distance,
    Overview,
    PostFinding,
    Verdict,
)
from jinque.model.person import Outcome, Person

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console


OptionalText = str | None
Several = list[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessOptions:
    """What is told to `jinque assess`, as typed."""

    person: Annotated[OptionalText, typer.Argument()] = None
    post: Annotated[OptionalText, typer.Option("--post")] = None
    on: Annotated[OptionalText, typer.Option("--on")] = None
    aim: Annotated[OptionalText, typer.Option("--aim")] = None
    place: Annotated[Several, typer.Option("--place")] = None
    edition: Annotated[Several, typer.Option("--edition")] = None
    verdict: Annotated[Several, typer.Option("--verdict")] = None
    limit: Annotated[str, typer.Option("--limit")] = "20"
    example: Annotated[bool, typer.Option("--example")] = False
    as_json: Annotated[bool, typer.Option("--json")] = False


_MOST_POSTS = 1000


def assess_person(session: Session, given: AssessOptions) -> int:
    """Assess a person, or print an example of their file; return the exit code.

    Raises:
        WrongCallError: no file is given, or a value is none that there is.
    """
    from jinque import api

    if given.example:
        write([api.example_person()])
        return DONE
    if given.person is None:
        raise _no_file()
    limit = whole_number("--limit", given.limit, most=_MOST_POSTS)
    on = api.read_day(given.on, "--on") if given.on else None
    person = api.read_person_file(Path(given.person))
    if given.post is not None:
        with opened(session) as workspace:
            found = api.assess(workspace, person, given.post, on)
        _tell_one(session, given, found)
        return DONE
    _tell_all(session, given, person, on, limit)
    return DONE


def _tell_all(
    session: Session, given: AssessOptions, person: Person, on: "date | None", limit: int
) -> None:
    from jinque import api

    verdicts = [_verdict(typed) for typed in given.verdict or ()]
    with opened(session) as workspace:
        view = api.assess_all(
            workspace,
            person,
            on,
            aim=given.aim,
            places=given.place or (),
            editions=given.edition or (),
            verdicts=verdicts,
        )
        # Each post is explained when it is told, which asks the record.
        if given.as_json:
            write_json(api.to_json(view))
            return
        from jinque.cli.console import console

        print_overview(session, console(sys.stdout), view, limit)


def _tell_one(session: Session, given: AssessOptions, found: Assessment) -> None:
    from jinque import api

    if given.as_json:
        write_json(api.to_json(found))
        return
    from jinque.cli.console import console

    print_assessment(session, console(sys.stdout), found)


def _verdict(typed: str) -> Verdict:
    try:
        return Verdict(typed.strip().lower())
    except ValueError as fault:
        raise InvalidOptionError(
            say("--verdict cannot be “{typed}”.", typed=typed),
            where="--verdict",
            hint=say("The values are: {values}.", values=joined(Verdict)),
        ) from fault


def _no_file() -> WrongCallError:
    return WrongCallError(
        say("The file about the person is missing."),
        where="PERSON",
        hint=say("Begin with: jinque assess --example > me.yaml, then jinque assess me.yaml."),
    )


def add_assess_command(app: typer.Typer) -> None:
    """Add it to the program."""
    app.command(name="assess")(bundled(AssessOptions, assess_person))


ASSESS_COMMANDS = {
    "assess": say("Self-check: a person against one post, or against all"),
}

ASSESS_PARAMETERS = {
    "assess PERSON": say("a file about the person (YAML or JSON); see jinque assess --example"),
    "assess --post": say("this post alone, as dalian:卫生:4"),
    "assess --on": say("as of a day, as 2026-03-01 (today)"),
    "assess --aim": say("occupation aimed at, name or code"),
    "assess --place": say("of this place; may be repeated"),
    "assess --edition": say("of this edition; may be repeated"),
    "assess --verdict": say(
        "matches, incomplete, not_yet or does_not_match alone; may be repeated"
    ),
    "assess --limit": say("posts shown (20)"),
    "assess --example": say("print an example of such a file"),
    "assess --json": say("answer in JSON, for programs"),
}


_MOST_QUESTIONS = 5
_MOST_PATHS = 8
_MOST_REASONS = 2


def print_overview(session: Session, screen: "Console", view: Overview, limit: int) -> None:
    """Print the counts, the nearest posts, near misses, paths, wanted lists, questions."""
    from jinque.cli.console import plain

    screen.print(plain(session.say("Posts by verdict:"), "bold"))
    _print_counts(session, screen, view)
    shown = view.assessments[:limit]
    title = session.say(
        "The nearest {n} of {assessments} posts with requirements:",
        n=len(shown),
        assessments=len(view.assessments),
    )
    _print_posts(session, screen, title, shown)
    left = (each for each in view.near_misses if each not in shown)
    misses = list(islice(left, _MOST_PATHS))
    _print_posts(session, screen, session.say("One demand short:"), misses)
    _print_posts_unstated(session, screen, view)
    _print_paths(session, screen, view)
    _print_wanted(session, screen, view)
    _print_questions(session, screen, view)
    screen.print()
    screen.print(plain(session.of(SELF_CHECK_NOTICE), "bold"))


def _print_counts(session: Session, screen: "Console", view: Overview) -> None:
    from jinque.cli.console import show_fields

    fields = [
        (session.of(SHORT_VERDICTS[verdict]), str(view.counts[verdict])) for verdict in Verdict
    ]
    show_fields(screen, [*fields, (session.say("As of"), view.on.isoformat())])


def _print_posts(
    session: Session,
    screen: "Console",
    title: str,
    several: Sequence[Assessment],
) -> None:
    from jinque.cli.console import plain, show_table

    if not several:
        return
    screen.print()
    screen.print(plain(title, "bold"))
    headings = [
        session.say("Post"),
        session.say("Requirements"),
        session.say("Why"),
    ]
    show_table(screen, headings, [_overview_row(session, each) for each in several])


def _overview_row(session: Session, each: Assessment) -> list[str]:
    place = each.edition.metadata.place.value or ""
    name = f"{each.post.name_printed} {place}\n{each.post.id}".strip()
    short = session.of(SHORT_VERDICTS[each.verdict])
    day = f"\n{each.earliest_date}" if each.earliest_date else ""
    return [name, f"{short}{day}", _why(session, each)]


def _why(session: Session, each: Assessment) -> str:
    reasons = [found.reason for found in each.unmet]
    if not reasons:
        reasons = [fact.question for fact in each.missing]
        reasons += [found.reason for found in each.to_judge]
    more = len(reasons) - _MOST_REASONS
    told = session.of(clauses(reasons[:_MOST_REASONS]))
    return told + (session.say("; {more} more", more=more) if more > 0 else "")


def _print_posts_unstated(session: Session, screen: "Console", view: Overview) -> None:
    """Name the nearest posts without requirements; the others are only counted."""
    from jinque.cli.console import plain

    near = view.no_stated.where(lambda each: each.nearness.distance is not Distance.FAR)
    if not near:
        return
    title = session.say(
        "{n} more posts are near; their catalogues state no requirements:", n=len(near)
    )
    screen.print()
    screen.print(plain(title, "bold"))
    for each in near[:_MOST_QUESTIONS]:
        screen.print(plain(f"  · {each.post.name_printed}  {each.post.id}"))


def _print_paths(session: Session, screen: "Console", view: Overview) -> None:
    from jinque.cli.console import plain

    paths = view.paths.where(lambda each: bool(each.years))[:_MOST_PATHS]
    if not paths:
        return
    screen.print()
    screen.print(plain(session.say("Open after some years:"), "bold"))
    for path in paths:
        post = path.assessment.post
        years = session.say("{years} years more", years=path.years)
        screen.print(plain(f"  · {years}  {post.name_printed}  {post.id}"))


def _print_wanted(session: Session, screen: "Console", view: Overview) -> None:
    from jinque.cli.console import plain

    if not view.wanted.asked:
        return
    titles = "、".join(view.wanted.titles)
    screen.print()
    screen.print(plain(session.say("On {titles}:", titles=titles), "bold"))
    for item in view.wanted.items[:_MOST_PATHS]:
        screen.print(plain(f"  · {item.item.name}（{session.of(item.reason)}）"))
    if not view.wanted.items:
        asked = "、".join(view.wanted.asked)
        screen.print(plain(session.say("  none of: {asked}", asked=asked)))


def _print_questions(session: Session, screen: "Console", view: Overview) -> None:
    from jinque.cli.console import plain

    if not view.next_facts:
        return
    screen.print()
    screen.print(plain(session.say("Most useful to add:"), "bold"))
    for each in view.next_facts[:_MOST_QUESTIONS]:
        bearing = session.say(" ({posts} posts)", posts=each.posts)
        screen.print(plain(f"  · {session.of(each.fact.question)}{bearing}"))


_TO_EVIDENCE = say("to evidence")
_TO_JUDGE = say("people judge")


def print_assessment(session: Session, screen: "Console", found: Assessment) -> None:
    """Print the verdict, then every clause with what was found, then what is to be done."""
    from jinque.cli.console import plain, show_table

    screen.print(plain(found.post.name_printed, "bold"), plain(found.post.id, "cyan"), sep="  ")
    screen.print(plain(verdict_line(session, found), "bold"))
    if found.findings:
        headings = [
            session.say("Found"),
            session.say("As printed"),
            session.say("Our reading and why (derived)"),
            session.say("Lines"),
        ]
        screen.print()
        show_table(screen, headings, [_finding_row(session, each) for each in found.findings])
    _print_unstated(session, screen, found)
    _print_todo(session, screen, found)
    for issue in found.doubts:
        print_issue(session, screen, issue, indent=2)
    screen.print()
    screen.print(plain(validity_line(session, found)))
    screen.print(plain(session.of(SELF_CHECK_NOTICE), "bold"))


def verdict_line(session: Session, found: Assessment) -> str:
    """Return the verdict, with its day where time alone is short."""
    line = session.of(VERDICT_NAMES[found.verdict])
    if found.verdict is not Verdict.NOT_YET:
        return line
    condition = session.of(NOT_YET_CONDITION)
    day = found.earliest_date
    return line + session.say(": on {day} ({condition})", day=day, condition=condition)


def validity_line(session: Session, found: Assessment) -> str:
    """Return what the catalogue says of its validity, and the year of its text."""
    standing = found.standing
    name = session.of(VALIDITY_NAMES[standing.validity])
    year = session.say("text of {text_year}, ", text_year=str(standing.text_year))
    told = f"{year if standing.text_year else ''}{session.of(standing.reason)}"
    return session.say(
        "As of {on}; validity of the catalogue: {name} ({told}).", on=found.on, name=name, told=told
    )


def _finding_row(session: Session, each: PostFinding) -> list[str]:
    span = each.demand.citation.span
    return [
        _result(session, each),
        each.demand.quote,
        session.of(each.reason),
        lines_of(session, span.line_start, span.line_end),
    ]


def _result(session: Session, each: PostFinding) -> str:
    from jinque.cli.ladder_answer import OUTCOMES

    if each.is_evidence:
        return session.of(_TO_EVIDENCE)
    if each.bearing is Outcome.UNKNOWN and not each.missing:
        return session.of(_TO_JUDGE)
    return session.of(OUTCOMES[each.bearing])


def _print_unstated(session: Session, screen: "Console", found: Assessment) -> None:
    from jinque.cli.console import plain

    for name in found.none_stated:
        block = session.of(BLOCKS[name])
        said = session.say("{block}: “none” is printed.", block=block)
        screen.print(plain(said))
    for name in found.blank:
        block = session.of(BLOCKS[name])
        said = session.say("{block}: blank, which is not “none”.", block=block)
        screen.print(plain(said))


def _print_todo(session: Session, screen: "Console", found: Assessment) -> None:
    asked = [session.of(fact.question) for fact in found.missing]
    _print_list(session.say("Still to answer:"), asked, screen)
    judged = [each.demand.quote for each in found.to_judge]
    _print_list(
        session.say("For the employer or the authority to judge:"),
        judged,
        screen,
    )
    evidence = [each.demand.quote for each in found.evidence]
    _print_list(session.say("Evidence to bring:"), evidence, screen)


def _print_list(title: str, items: Iterable[str], screen: "Console") -> None:
    from jinque.cli.console import plain

    lines = list(dict.fromkeys(items))
    if lines:
        screen.print()
        screen.print(plain(title, "bold"))
        for line in lines:
            screen.print(plain(f"  · {line}"))
