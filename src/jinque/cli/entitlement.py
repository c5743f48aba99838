"""`jinque rules` and `jinque entitle`: rules of recognition and benefit in the shell."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import DONE, FAULTY_DATA, Session, bundled, whole_number
from jinque.cli.terminal import opened, write_json
from jinque.errors import WrongCallError
from jinque.locale import clauses, joined, say, say_in

if TYPE_CHECKING:
    from datetime import date

    from rich.console import Console

    from jinque.model.entitlement.answer import Entitlement
    from jinque.model.entitlement.impact import Impact
    from jinque.model.entitlement.roster import RosterGiven, SetTotals
    from jinque.model.entitlement.rules import RuleFault, RuleSet

Text = str | None
_MOST_PEOPLE = 100_000
_MOST_SEED = 10**9

ENTITLEMENT_COMMANDS = {
    "entitle": say("What being listed gives: who decides, what is asked, how much, by when"),
    "rules": say("Rules of recognition and benefit: check, test, impact, show"),
}
RULES_ACTIONS = {
    "show [RULES]": say("list the rules, or show one set"),
    "check FOLDER": say("check schema, citations, contradictions"),
    "test FOLDER [OTHER]": say("run the cases; against the rules of OTHER where given"),
    "impact OLD NEW": say("what a change does to made-up people: who moves, how many, how much"),
    "add FILE": say("check it and put it to use at once"),
    "example FOLDER": say("write a made-up city as an example"),
}
ENTITLEMENT_PARAMETERS = {
    "entitle PERSON": say("a file about the person; see rules example"),
    "entitle --rules": say("which rules, see jinque rules show; else those of the place of --post"),
    "entitle --post": say("which post, as dalian:卫生:4"),
    "entitle --on": say("day of application (today)"),
    "entitle --json": say("answer in JSON, for programs"),
    "rules ACTION": say("see the actions below; show by default"),
    "rules WHAT": say("a folder, a file or an identifier"),
    "rules OTHER": say("another folder, or the new rules"),
    "rules --on": say("impact: as of a day (today)"),
    "rules --people": say("impact: people made up (2000)"),
    "rules --seed": say("impact: seed of the draw (19)"),
    "rules --json": say("answer in JSON, for programs"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitleOptions:
    """What is told to `jinque entitle`, as typed."""

    person: Annotated[Text, typer.Argument()] = None
    rules: Annotated[Text, typer.Option("--rules")] = None
    post: Annotated[Text, typer.Option("--post")] = None
    on: Annotated[Text, typer.Option("--on")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesOptions:
    """What is told to `jinque rules`, as typed."""

    action: Annotated[str, typer.Argument()] = "show"
    what: Annotated[Text, typer.Argument()] = None
    other: Annotated[Text, typer.Argument()] = None
    on: Annotated[Text, typer.Option("--on")] = None
    people: Annotated[str, typer.Option("--people")] = "2000"
    seed: Annotated[str, typer.Option("--seed")] = "19"
    as_json: Annotated[bool, typer.Option("--json")] = False


def add_entitlement_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command(name="entitle")(bundled(EntitleOptions, entitle_person))
    app.command(name="rules")(bundled(RulesOptions, rules_step))


def rules_step(session: Session, options: RulesOptions) -> int:
    """Carry out an action on rules; return the exit code."""
    step = _STEPS.get(options.action)
    if step is None:
        raise WrongCallError(
            say("There is no action “{action}”.", action=options.action),
            where="ACTION",
            hint=say("The actions are: {steps}.", steps=joined(_STEPS)),
        )
    return step(session, options)


def _needed(value: str | None, name: str, action: str) -> str:
    if value is None:
        raise WrongCallError(
            say("{name} is missing.", name=name),
            where=name,
            hint=say("Write: jinque rules {action}.", action=action),
        )
    return value


def _check(session: Session, options: RulesOptions) -> int:
    from jinque.api import entitlement as verbs
    from jinque.api.entitlement.shapes import faults_dict, rule_set_dict

    found = verbs.check_rules(Path(_needed(options.what, "FOLDER", "check FOLDER")))
    if options.as_json:
        sets = [rule_set_dict(each) for each in found.sets]
        write_json({"passed": found.passed, "sets": sets, "faults": faults_dict(found.faults)})
    else:
        screen = _console()
        for fault in found.faults:
            _print_fault(session, screen, fault)
        errors = sum(each.is_error for each in found.faults)
        doubts = len(found.faults) - errors
        lines = sum(len(each.lines) for each in found.sets)
        screen.print(
            session.say(
                "{n} rule sets with {lines} lines; {errors} errors, {doubts} doubts.",
                n=len(found.sets),
                lines=str(lines),
                errors=errors,
                doubts=doubts,
            )
        )
    return DONE if found.passed else FAULTY_DATA


def _print_fault(session: Session, screen: "Console", fault: "RuleFault") -> None:
    from jinque.cli.console import plain

    kind = session.say("error") if fault.is_error else session.say("doubt")
    place = ":".join(str(each) for each in (fault.file, fault.line or fault.path) if each)
    screen.print(plain(f"{place}  {kind} {fault.code}", "bold red" if fault.is_error else "yellow"))
    screen.print(plain(f"  {session.of(fault.message)}"))


def _test(session: Session, options: RulesOptions) -> int:
    from jinque.api import entitlement as verbs
    from jinque.api.entitlement.shapes import conformance_dict

    folder = Path(_needed(options.what, "FOLDER", "test FOLDER"))
    report = verbs.conformance(folder, Path(options.other) if options.other else None)
    if options.as_json:
        write_json(conformance_dict(report))
        return DONE if report.passed else FAULTY_DATA
    from jinque.cli.console import plain

    screen = _console()
    for fault in report.faults:
        _print_fault(session, screen, fault)
    for run in report.runs:
        if run.passed:
            continue
        screen.print(plain(f"{run.file}:{run.case.line or ''}  {run.case.name}", "bold red"))
        for each in run.differences:
            told = session.say(
                "  {what}: expected {expected}, found {found}",
                what=each.what,
                expected=each.expected,
                found=each.found,
            )
            screen.print(plain(told))
    for name in report.unmatched:
        screen.print(plain(session.say("no rules for: {name}", name=name), "red"))
    passed = sum(each.passed for each in report.runs)
    screen.print(
        session.say(
            "{n} cases, {passed} passed, {runs} failed.",
            n=len(report.runs),
            passed=passed,
            runs=len(report.runs) - passed,
        )
    )
    return DONE if report.passed else FAULTY_DATA


def _impact(session: Session, options: RulesOptions) -> int:
    from jinque import api
    from jinque.api import entitlement as verbs
    from jinque.api.entitlement.shapes import impact_dict

    old = _needed(options.what, "OLD", "impact OLD NEW")
    new = _needed(options.other, "NEW", "impact OLD NEW")
    on = api.read_day(options.on, "--on") if options.on else None
    count = whole_number("--people", options.people, most=_MOST_PEOPLE)
    seed = whole_number("--seed", options.seed, most=_MOST_SEED)
    found = verbs.rules_impact(old, new, on=on, count=count, seed=seed)
    if options.as_json:
        write_json(impact_dict(found))
        return DONE
    _print_impact(session, _console(), found)
    return DONE


def _print_impact(session: Session, screen: "Console", found: "Impact") -> None:
    from jinque.api.entitlement.shapes import amount_words, state_words
    from jinque.cli.console import plain, show_fields, show_table

    note = session.say(
        "{people} made-up people as of {on}; changed: {changed}",
        people=found.people,
        on=found.on,
        changed=joined(found.changed) if found.changed else say_in("lines", "none"),
    )
    screen.print(plain(note, "bold"))
    rows = [
        [
            " → ".join(session.of(state_words(each)) for each in (move.before, move.after)),
            str(move.people),
            session.of(amount_words(move.money_before)),
            session.of(amount_words(move.money_after)),
            "、".join(move.examples),
        ]
        for move in found.moves
    ]
    headings = [
        session.say("Recognition"),
        session.say("People"),
        session.say("Before"),
        session.say("After"),
        session.say("As"),
    ]
    show_table(screen, headings, rows)
    before, after = session.of(amount_words(found.before)), session.of(amount_words(found.after))
    fields = [
        (session.say("Money in all, before"), before),
        (session.say("Money in all, after"), after),
        (session.say("Surely more"), str(found.gain)),
        (session.say("Surely less"), str(found.loss)),
    ]
    show_fields(screen, fields)
    for each in found.lines:
        told = session.say(
            "{line} {words}: keeps out {out_before} → {out_after}",
            line=str(each.line),
            out_before=each.out_before,
            out_after=each.out_after,
            words=each.words,
        )
        screen.print(plain(f"  {told}"))


def _show(session: Session, options: RulesOptions) -> int:
    from jinque.api import entitlement as verbs
    from jinque.api.entitlement.shapes import faults_dict, rule_set_dict, rule_set_lines_dict

    if options.what is None:
        shelf = verbs.rule_shelf()
        if options.as_json:
            sets = [rule_set_dict(each) for each in shelf.sets]
            write_json({"sets": sets, "faults": faults_dict(shelf.faults)})
        else:
            _print_sets(session, shelf.sets)
            for fault in shelf.faults:
                _print_fault(session, _console(), fault)
        return DONE
    rules = verbs.rule_set(options.what)
    if options.as_json:
        write_json(rule_set_lines_dict(rules, verbs.rule_facts(rules)))
    else:
        _print_set(session, rules)
    return DONE


def _print_sets(session: Session, sets: Sequence["RuleSet"]) -> None:
    from jinque.api.entitlement.shapes import FORCE_NAMES, TRUST_NAMES
    from jinque.cli.console import show_table

    rows = [
        [
            each.id,
            session.of(each.name),
            each.place,
            session.of(FORCE_NAMES[each.force.value]),
            session.of(TRUST_NAMES[each.trust.value]),
        ]
        for each in sets
    ]
    headings = [
        session.say_in("fact", "Identifier"),
        session.say("Name"),
        session.say("Place"),
        session.say("Force"),
        session.say("Trust"),
    ]
    show_table(_console(), headings, rows)


def _print_set(session: Session, rules: "RuleSet") -> None:
    from jinque.api.entitlement.shapes import FORCE_NAMES, KIND_NAMES, KIND_OF_RULE, say_rule
    from jinque.cli.console import plain, show_table

    screen = _console()
    screen.print(plain(session.of(rules.name), "bold"), plain(rules.id, "cyan"), sep="  ")
    screen.print(plain(session.of(FORCE_NAMES[rules.force.value]), "yellow"))
    for source in rules.sources:
        told = " ".join(filter(None, (source.title, source.number, source.address)))
        screen.print(plain(f"  {told}"))
    rows = [
        [
            session.of(KIND_NAMES[KIND_OF_RULE[type(line.rule)]]),
            session.of(say_rule(line, rules)),
            line.citation.quote or session.say("told: ") + line.citation.told,
            line.citation.clause or session.say("not stated"),
        ]
        for line in rules.lines
    ]
    headings = [
        session.say_in("print set", "Rule"),
        session.say("Our reading"),
        session.say("Words, or what is told"),
        session.say("Clause"),
    ]
    show_table(screen, headings, rows)


def _add(session: Session, options: RulesOptions) -> int:
    from jinque.api import entitlement as verbs
    from jinque.api.entitlement.shapes import rule_set_dict

    found = verbs.add_rules(Path(_needed(options.what, "FILE", "add FILE")))
    if options.as_json:
        write_json({"sets": [rule_set_dict(each) for each in found]})
    else:
        names = "、".join(each.id for each in found)
        _console().print(
            session.say(
                "Put into {rules_dir}: {names}; the next answer uses it.",
                rules_dir=verbs.rules_dir(),
                names=names,
            )
        )
    return DONE


def _example(session: Session, options: RulesOptions) -> int:
    from jinque.api import entitlement as verbs

    written = verbs.write_example(Path(_needed(options.what, "FOLDER", "example FOLDER")))
    if options.as_json:
        write_json({"files": [path.name for path in written]})
    else:
        names = "、".join(path.name for path in written)
        _console().print(session.say("Written: {names}", names=names))
    return DONE


_STEPS: dict[str, Callable[[Session, RulesOptions], int]] = {
    "show": _show,
    "check": _check,
    "test": _test,
    "impact": _impact,
    "add": _add,
    "example": _example,
}


def entitle_person(session: Session, options: EntitleOptions) -> int:
    """Say what rules come to for a person; return the exit code."""
    from jinque import api
    from jinque.api.entitlement.shapes import entitlement_dict

    if options.person is None:
        raise WrongCallError(
            say("The file about the person is missing."),
            where="PERSON",
            hint=say("Begin with: jinque rules example FOLDER, and change its person.yaml."),
        )
    on = api.read_day(options.on, "--on") if options.on else None
    found = _entitled(session, options, on)
    if options.as_json:
        write_json(
            {"entitlements": [entitlement_dict(each) for each in found]}
            if len(found) != 1
            else entitlement_dict(found[0])
        )
        return DONE
    screen = _console()
    for each in found:
        print_entitlement(session, screen, each)
    if not found:
        told = session.say(
            "No rule file is of the post's place: what it gives is not stated. Add one by "
            "jinque rules add."
        )
        screen.print(told)
    return DONE


def _entitled(session: Session, options: EntitleOptions, on: "date | None") -> list["Entitlement"]:
    from jinque import api
    from jinque.api import entitlement as verbs

    path = Path(options.person or "")
    if options.rules is None and options.post is None:
        raise WrongCallError(
            say("Say --rules or --post."),
            where="--rules",
            hint=say("Which rules there are: jinque rules show."),
        )
    with opened(session) as workspace:
        if options.rules is not None:
            sets = [verbs.rule_set(options.rules)]
        else:
            post = api.show(workspace, options.post or "")
            place = post.edition.metadata.place.value
            sets = list(verbs.rules_of_place([place, post.post.region]))
        return [
            verbs.entitle(
                workspace,
                verbs.read_applicant_file(path, rules.facts),
                rules,
                on,
                post_id=options.post,
            )
            for rules in sets
        ]


def print_entitlement(session: Session, screen: "Console", found: "Entitlement") -> None:
    """Print an answer: recognition, clauses, sums, days, what is left unsaid."""
    from jinque.api.entitlement.shapes import COMPUTED_NOTICE, FORCE_NAMES, amount_words
    from jinque.cli.console import plain

    screen.print(plain(session.of(found.rules.name), "bold"))
    screen.print(plain(session.of(FORCE_NAMES[found.rules.force.value]), "yellow"))
    state = {
        "met": session.say("as told, every condition is met"),
        "not_met": session.say("a condition is not met"),
        "unknown": session.say("open: facts or judgements are missing"),
    }[found.recognition.value]
    screen.print(plain(f"{session.say('Recognition')}：{state}", "bold"))
    _print_conditions(session, screen, found)
    _print_benefits(session, screen, found)
    net, gross = amount_words(found.net), amount_words(found.gross)
    told = session.say(
        "In all: net {net} (before exclusions and deductions {gross})", net=net, gross=gross
    )
    screen.print(plain(told, "bold"))
    _print_days(session, screen, found)
    _print_lists(session, screen, found)
    screen.print(plain(session.of(COMPUTED_NOTICE), "bold"))


def _print_conditions(session: Session, screen: "Console", found: "Entitlement") -> None:
    from jinque.api.entitlement.shapes import outcome_words
    from jinque.cli.console import show_table

    rows = [
        [
            session.of(outcome_words(each.judged)),
            each.line.citation.clause or each.line.id,
            each.line.citation.quote or each.line.citation.told,
            session.of(each.judged.reason),
        ]
        for each in found.findings
    ]
    headings = [
        session.say("Found"),
        session.say("Clause"),
        session.say_in("print conditions", "Words"),
        session.say("Why (derived)"),
    ]
    show_table(screen, headings, rows)


def _print_benefits(session: Session, screen: "Console", found: "Entitlement") -> None:
    from jinque.api.entitlement.shapes import amount_words, benefit_name, taken_words
    from jinque.cli.console import show_table

    rows = [
        [
            session.of(benefit_name(each)),
            session.of(amount_words(each.net)) if each.steps else "",
            session.of(taken_words(each)),
            session.of(clauses(step.reason for step in each.steps)),
        ]
        for each in found.benefits
    ]
    headings = [
        session.say("Benefit"),
        session.say("Net"),
        session.say("Taken"),
        session.say("How"),
    ]
    if rows:
        show_table(screen, headings, rows)


def _print_days(session: Session, screen: "Console", found: "Entitlement") -> None:
    from jinque.api.entitlement.shapes import authority_lines, day_lines
    from jinque.cli.console import plain

    for line in (*authority_lines(found), *day_lines(found)):
        screen.print(plain(f"  · {session.of(line)}"))


def _print_lists(session: Session, screen: "Console", found: "Entitlement") -> None:
    from jinque.api.entitlement.shapes import KIND_NAMES, say_rule
    from jinque.cli.console import plain

    lists = [
        (
            session.say("Bring:"),
            [session.of(say_rule(each.line, found.rules)) for each in found.materials],
        ),
        (session.say("Still unmet:"), [session.of(each.words) for each in found.road]),
        (
            session.say("Still to answer:"),
            [session.of(each.question) for each in found.missing],
        ),
        (
            session.say("For people to judge:"),
            [session.of(each.judged.reason) for each in found.to_judge],
        ),
        (
            session.say("Not stated:"),
            [session.of(KIND_NAMES[kind]) for kind in found.not_stated],
        ),
    ]
    for title, items in lists:
        if items:
            screen.print(plain(title, "bold"))
            for item in items:
                screen.print(plain(f"  · {item}"))


def print_given(session: Session, gives: "RosterGiven") -> None:
    """Print what being listed gives the people of a roster, rule set by rule set."""
    from jinque.api.entitlement.shapes import COMPUTED_NOTICE, amount_words
    from jinque.cli.console import plain, show_table

    if not gives.totals:
        return
    screen = _console()
    screen.print()
    screen.print(plain(session.say("What being listed gives:"), "bold"))
    headings = [
        session.say("Rules"),
        session.say_in("print given", "Met"),
        session.say_in("print given", "Open"),
        session.say_in("print given", "Not met"),
        session.say("Net in all"),
    ]
    few = session.say("too few to be shown")
    rows = [
        [
            each.name,
            *(few if count is None else str(count) for count in _counts(each)),
            session.of(amount_words(each.net)) if each.net else few,
        ]
        for each in gives.totals
    ]
    show_table(screen, headings, rows)
    for place in gives.unread:
        screen.print(plain(session.say("not read: {place}", place=place), "yellow"))
    screen.print(plain(session.of(COMPUTED_NOTICE), "bold"))


def _counts(each: "SetTotals") -> tuple[int | None, ...]:
    return each.met, each.unknown, each.not_met


def _console() -> "Console":
    from jinque.cli.console import console

    return console(sys.stdout)
