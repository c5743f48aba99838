"""Somebody beside rules: what they tell, what is listed, what the rules come to."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from jinque import documents, matching
from jinque.api.entitlement.road import road
from jinque.api.entitlement.rules import calendar, rule_set, rule_sets
from jinque.api.matching import today
from jinque.api.workspace import Workspace
from jinque.entitlement import Evaluator
from jinque.entitlement.evaluate import COUNTING_FACTS, facts_of
from jinque.entitlement.kernel import looks_of_set, named_facts
from jinque.errors import (
    InvalidPersonError,
)
from jinque.locale import Sentence, say
from jinque.model import EditionSummary
from jinque.model.criterion import CriteriaAnswer
from jinque.model.entitlement.answer import Applicant, Entitlement, FactValue, Listing
from jinque.model.entitlement.rules import (
    CatalogueDay,
    FactAsked,
    RuleSet,
    Subject,
    Window,
)
from jinque.model.matching import Assessment, Distance, Verdict
from jinque.model.person import Outcome, Person
from jinque.model.post import Post
from jinque.parameters.entitlement.cases import OUTCOME_WORDS
from jinque.parameters.entitlement.facts import fact_names, load_facts, read_told, refuse_faults
from jinque.parameters.entitlement.tree import Tree
from jinque.parameters.person_file import read_person_told
from jinque.parameters.person_values import several, told
from jinque.text import fold

PersonTree = Tree
"""A person's file taken apart: keys with texts, lists and further keys."""


_LISTINGS = ("listings", "目录")


_OUTCOMES = {
    Verdict.MATCHES: Outcome.MET,
    Verdict.INCOMPLETE: Outcome.UNKNOWN,
    Verdict.NOT_YET: Outcome.NOT_MET,
    Verdict.DOES_NOT_MATCH: Outcome.NOT_MET,
    Verdict.NO_STATED_REQUIREMENTS: Outcome.UNKNOWN,
}


def read_applicant(content: str | bytes, name: str, own: Sequence[FactAsked] = ()) -> Applicant:
    """Read a file about a person with what rules ask beyond a catalogue.

    The keys of a person's file and the names of facts stand side by side; `目录` (`listings`) says
    for an edition whether it lists a post that is matched.

    Args:
        content: YAML or JSON.
        name: of the file, for errors.
        own: facts of the rule sets asked about, beside the vocabulary.

    Raises:
        InvalidPersonError: it cannot be read; it says which keys, why, and what to do.
    """
    source = told(_decoded(content, name), name)
    tree = source.tree if isinstance(source.tree, dict) else {}
    return read_applicant_told(tree, name, own)


def read_applicant_file(path: Path, own: Sequence[FactAsked] = ()) -> Applicant:
    """Read a file about a person with what rules ask; raises what `read_applicant` raises."""
    return read_applicant(documents.load(path), path.name, own)


def read_applicant_told(
    tree: Mapping[str, Tree], name: str, own: Sequence[FactAsked] = ()
) -> Applicant:
    """Read the same of a form or of JSON that was taken apart; see `read_applicant`."""
    known = fact_names((*load_facts(), *own))
    listings: Tree = None
    facts: dict[str, Tree] = {}
    person: dict[str, Tree] = {}
    for key, value in tree.items():
        if fold(key) in {fold(each) for each in _LISTINGS}:
            listings = value
        elif fold(key) in known:
            facts[key] = value
        else:
            person[key] = value
    read, faults = read_person_told(person)
    if faults:
        raise several(name, faults)
    told_facts = refuse_faults(read_told(facts, (*load_facts(), *own)), name)
    _refuse_impossible(told_facts, name)
    return Applicant(person=read, facts=told_facts, listings=_listings(listings, name))


def _decoded(content: str | bytes, name: str) -> str:
    if isinstance(content, str):
        return content
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _wrong_person(name, say("it is no text"))


def _refuse_impossible(facts: Mapping[str, FactValue], name: str) -> None:
    run, total, back = (
        facts.get(f"insured_months_{part}") for part in ("continuous", "total", "back_paid")
    )
    most = total if isinstance(total, int) else None
    if isinstance(run, int) and most is not None and run > most:
        raise _wrong_person(name, say("more months in a run than in total"))
    if isinstance(back, int) and most is not None and back > most:
        raise _wrong_person(name, say("more months paid later than in total"))


def _wrong_person(name: str, message: Sentence) -> InvalidPersonError:
    return InvalidPersonError(
        say("{message}.", message=message),
        where=name,
        hint=say("Correct it; leave out what is not known."),
    )


def _listings(tree: Tree, name: str) -> tuple[Listing, ...]:
    if tree is None:
        return ()
    if not isinstance(tree, dict):
        raise _wrong_person(name, say("listings: write edition: met"))
    found = []
    for edition, value in tree.items():
        inner = value if isinstance(value, dict) else {"岗位": value}
        outcome = next((inner[key] for key in ("岗位", "outcome") if key in inner), None)
        if outcome not in OUTCOME_WORDS or not isinstance(outcome, str):
            words = "、".join(OUTCOME_WORDS)
            raise _wrong_person(name, say("{edition}: {words}", edition=edition, words=words))
        label = next((inner[key] for key in ("紧缺程度", "label") if key in inner), None)
        post = next((inner[key] for key in ("岗位名称", "post") if key in inner), None)
        found.append(
            Listing(
                edition=edition,
                outcome=OUTCOME_WORDS[outcome],
                label=label if isinstance(label, str) else None,
                name=post if isinstance(post, str) else "所列岗位",
            )
        )
    return tuple(found)


def entitle(
    workspace: Workspace | None,
    applicant: Applicant,
    rules: str | RuleSet,
    on: date | None = None,
    *,
    post_id: str | None = None,
) -> Entitlement:
    """Return what a rule set comes to for somebody, clause by clause.

    Args:
        workspace: whose catalogues tell what is listed; None leaves that to what is told.
        applicant: what they tell; nothing of it is kept.
        rules: a rule set or its identifier.
        on: the day asked about; None means today.
        post_id: the post in question; None looks at all posts near to the person's occupation.

    Raises:
        UnknownRuleSetError: there is no such rule set.
        UnknownPostError: there is no such post.
    """
    chosen = rule_set(rules) if isinstance(rules, str) else rules
    day = on or today()
    if workspace is not None:
        found = _looked_up(workspace, chosen, applicant, day, post_id)
        applicant = replace(applicant, listings=(*applicant.listings, *found))
    answer = Evaluator(chosen, day, calendar()).entitle(applicant)
    if workspace is None:
        return answer
    way = road(workspace, answer, applicant, post_id)
    return replace(answer, road=way or answer.road)


def entitle_for_post(
    workspace: Workspace, person: Person, assessment: Assessment
) -> tuple[Entitlement, ...]:
    """Return what every rule set of a post's place comes to, beside a self-check of the post."""
    place = assessment.edition.metadata.place.value
    post = assessment.post
    return tuple(
        entitle(workspace, Applicant(person=person), each, assessment.on, post_id=post.id)
        for each in rules_of_place([place, post.region])
    )


def rules_of_place(
    places: Collection[str | None], subjects: Collection[Subject] | None = None
) -> tuple[RuleSet, ...]:
    """Return the rule sets of some places; of a province those of its cities are not among them."""
    names = [fold(each) for each in places if each]
    wanted = set(subjects) if subjects is not None else set(Subject) - {Subject.TITLE_APPRAISAL}
    return tuple(
        each
        for each in rule_sets()
        if each.subject in wanted
        and any(
            name.startswith(fold(each.place)) or fold(each.place).startswith(name) for name in names
        )
    )


def rule_facts(rules: RuleSet) -> tuple[FactAsked, ...]:
    """Return the facts that a rule set may name: the vocabulary and its own."""
    return tuple(facts_of(rules).values())


def asked_facts(rules: RuleSet) -> tuple[FactAsked, ...]:
    """Return the facts that a rule set turns on, in the order in which its lines need them."""
    known = facts_of(rules)
    days = {each.rule for each in rules.lines if isinstance(each.rule, CatalogueDay)}
    unused = {"tax_year", "hired_on", "second_hired_on"} - {
        COUNTING_FACTS[day]
        for rule in days
        for day in (rule.day, rule.or_day)
        if day in COUNTING_FACTS
    }
    windows = {each.rule.year_of for each in rules.lines if isinstance(each.rule, Window)}
    own = named_facts(rules)
    names = [
        name
        for name in looks_of_set(rules)
        if name in known and (name not in unused or name in windows | own)
    ]
    if "major_code" in names and "major_code" not in own:
        names.remove("major_code")
    return tuple(known[name] for name in names)


def asked_of_person(rules: RuleSet) -> frozenset[str]:
    """Return the fields of a person's file that a rule set turns on."""
    person = "person."
    return frozenset(
        name.removeprefix(person) for name in looks_of_set(rules) if name.startswith(person)
    )


def _looked_up(
    workspace: Workspace,
    rules: RuleSet,
    applicant: Applicant,
    on: date,
    post_id: str | None,
) -> list[Listing]:
    """Look up in the record what the catalogues that the rules use come to for a person."""
    held = {each.id: each for each in workspace.summaries()}
    given = {each.edition for each in applicant.listings}
    readings = workspace.readings()
    asked = next((each.post for each in readings if each.post.id == post_id), None)
    used = [each.edition for each in rules.catalogues]
    if not used:
        with_posts = {each.edition.id for each in readings}
        of_place = [each.id for each in held.values() if _is_of(each, rules)]
        used = [name for name in of_place if name in with_posts]
        used = [asked.edition_id] if asked else used
    wanted = [name for name in used if name in held and name not in given]
    person = matching.coded(applicant.person)
    found = []
    for name in wanted:
        posts = [each for each in readings if each.edition.id == name]
        listing = (
            _of_post(asked, posts, person, on, name)
            if asked is not None
            else _of_near(posts, person, on, name)
        )
        if listing:
            found.append(listing)
    return found


def _is_of(summary: EditionSummary, rules: RuleSet) -> bool:
    place = summary.metadata.place.value
    return place is not None and fold(place).startswith(fold(rules.place))


def _of_post(
    asked: Post, posts: Sequence[CriteriaAnswer], person: Person, on: date, edition: str
) -> Listing:
    """Return whether an edition lists the very post, or one of its name and code."""
    same = [each for each in posts if each.post.id == asked.id] or [
        each
        for each in posts
        if fold(each.post.name) == fold(asked.name) and each.post.code == asked.code
    ]
    if not same:
        return Listing(edition=edition, outcome=Outcome.NOT_MET, name=asked.name)
    return best_listing([matching.assess(person, each, on) for each in same], edition)


def _of_near(
    posts: Sequence[CriteriaAnswer], person: Person, on: date, edition: str
) -> Listing | None:
    """Return what the posts near to a person's occupation come to; None where none is near."""
    view = matching.overview(person, posts, on)
    near = view.assessments.where(lambda each: each.nearness.distance is not Distance.FAR)
    return best_listing(near, edition) if near else None


def best_listing(several: Sequence[Assessment], edition: str) -> Listing:
    """Return the listing of an edition by the post that is matched best."""
    order = (Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_MET)
    best = min(several, key=lambda each: order.index(_OUTCOMES[each.verdict]))
    shortage = best.post.shortage
    index = shortage.index if shortage else None
    return Listing(
        edition=edition,
        outcome=_OUTCOMES[best.verdict],
        post=best.post.id,
        name=best.post.name_printed,
        label=shortage.printed if shortage else None,
        index=None if index is None else round(index * 1000),
        earliest_date=best.earliest_date,
    )
