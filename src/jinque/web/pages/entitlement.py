"""What being listed gives: rule sets as they are cited, and what they come to for somebody.

Facts of a person are sent by POST only and kept nowhere; no address holds them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, cast
from urllib.parse import parse_qsl

from litestar import MediaType, Response, get, post
from litestar.di import NamedDependency
from litestar.enums import RequestEncodingType
from litestar.exceptions import SerializationException
from litestar.exceptions.http_exceptions import RequestEntityTooLarge
from litestar.params import FromPath

from jinque import api
from jinque.api import entitlement as verbs
from jinque.api.entitlement import PersonTree
from jinque.api.entitlement.shapes import (
    COMPUTED_NOTICE,
    entitlement_dict,
    rule_set_dict,
    rule_set_lines_dict,
)
from jinque.errors import InvalidOptionError, JinqueError, SourceTooLargeError, WrongCallError
from jinque.locale import Sentence, say
from jinque.model.entitlement.answer import Applicant
from jinque.model.entitlement.rules import FactAsked, RuleSet
from jinque.web.forms import FieldError, attached, from_form
from jinque.web.pages.assess.form import AssessQuestion, read_assess_question
from jinque.web.pages.assess.pages import MOST_BYTES, worked
from jinque.web.rendering import AnyRequest
from jinque.web.shown import Row
from jinque.web.visit import FAULTS, FAULTS_OF_ONE, Visit

FACT, LISTING, LABEL = "fact.", "listing.", "label."
_OWN = (FACT, LISTING, LABEL)
_STATES = (("符合", "met"), ("不符合", "not_met"), ("待定", "unknown"))
_LEVELS = ("大专", "本科", "硕士", "博士")
_DEGREES = ("无", "学士", "硕士", "博士")
_TITLES = ("助理级", "中级", "副高级", "正高级")
_SKILLS = ("初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师")
YAML = "text/yaml; charset=utf-8"

Given = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementField:
    """One field of a form.

    Attributes:
        kind: `yes_no`, `choice`, `day` or `text`.
        options: of a choice, as they are sent.
        hint: how to write it; None where it needs none.
    """

    name: str
    question: Sentence
    kind: str
    options: tuple[str, ...] = ()
    value: str = ""
    hint: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementsContext:
    """What `/entitlement` shows.

    Attributes:
        sets: rule sets in short, those of the bureau's own folder among them.
        faults: what could not be read in that folder.
        years: years whose working days are announced in the data.
    """

    sets: tuple[Row, ...]
    faults: tuple[Row, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementContext:
    """What `/entitlement/{id}` shows.

    Attributes:
        on: the day asked about.
        notice: what an answer is not.
        rules: the set with every line.
        fields: of the form, as filled in.
        errors: fields that could not be read; then nothing is answered.
        answer: None before anything is sent, and where something is wrong.
    """

    on: date
    rules: Row
    fields: tuple[EntitlementField, ...]
    notice: Sentence = COMPUTED_NOTICE
    errors: tuple[FieldError, ...] = ()
    answer: Row | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementPostContext:
    """What `/entitlement/posts/{post_id}` answers: every rule set of the post's place.

    Attributes:
        on: the day asked about.
        notice: what an answer is not.
        post: identifier, name and place.
        given: the fields of the self-check as sent, carried along.
        fields: facts that the rules ask beyond it.
        errors: fields that could not be read; then nothing is answered.
        answers: empty where no rule set is of the place.
    """

    on: date
    post: Row
    given: dict[str, tuple[str, ...]]
    fields: tuple[EntitlementField, ...]
    notice: Sentence = COMPUTED_NOTICE
    errors: tuple[FieldError, ...] = ()
    answers: tuple[Row, ...] = ()


def entitlements_context() -> EntitlementsContext:
    """List the rule sets as they lie at this moment."""
    from jinque.api.entitlement.shapes import faults_dict

    shelf = verbs.rule_shelf()
    return EntitlementsContext(
        sets=tuple(rule_set_dict(each) for each in shelf.sets),
        faults=tuple(faults_dict(shelf.faults)),
        years=tuple(sorted({each.year for each in shelf.years})),
    )


def entitlement_context(
    workspace: api.Workspace, name: str, given: Given | None, tree: Row | None = None
) -> EntitlementContext:
    """Show a rule set and, where something was sent, what it comes to.

    Args:
        workspace: whose catalogues tell what is listed.
        name: of the rule set.
        given: fields of the form; None before it is sent.
        tree: the same as JSON, with the keys of a person's file; None for a form.

    Raises:
        UnknownRuleSetError: there is no such set.
        InvalidPersonError: JSON that cannot be read.
    """
    rules = verbs.rule_set(name)
    sent = given or {}
    context = EntitlementContext(
        on=_day(sent, tree) or date.today(),  # noqa: DTZ011
        rules=rule_set_lines_dict(rules, verbs.asked_facts(rules)),
        fields=_fields(rules, sent),
    )
    if given is None and tree is None:
        return context
    try:
        if tree is not None:
            applicant = verbs.read_applicant_told(_texts(tree), "JSON", rules.facts)
        else:
            applicant = verbs.read_applicant_told(_tree_of(sent, rules), "form", rules.facts)
    except WrongCallError as fault:
        if tree is not None:
            raise
        return replace(context, errors=(_field_error(fault),))
    found = verbs.entitle(workspace, applicant, rules, context.on)
    return replace(context, answer=entitlement_dict(found))


def entitlement_post_context(
    workspace: api.Workspace, question: AssessQuestion, post_id: str, own: Given
) -> EntitlementPostContext:
    """Say what every rule set of a post's place comes to for who answered the self-check.

    Raises:
        UnknownPostError: no post is called so.
    """
    shown = api.show(workspace, post_id)
    place = shown.edition.metadata.place.value
    sets = verbs.rules_of_place([place, shown.post.region])
    context = EntitlementPostContext(
        on=question.on,
        post={"id": shown.post.id, "name": shown.post.name_printed, "place": place},
        given=question.given,
        fields=_facts_of(sets, own),
        errors=question.errors,
    )
    if question.errors:
        return context
    try:
        facts: dict[str, PersonTree] = {
            name.removeprefix(FACT): values[0] for name, values in own.items()
        }
        every = tuple(dict.fromkeys(fact for each in sets for fact in each.facts))
        told = verbs.read_applicant_told(facts, "form", every)
    except WrongCallError as fault:
        return replace(context, errors=(_field_error(fault),))
    applicant = Applicant(person=question.person, facts=told.facts)
    answers = [
        entitlement_dict(
            verbs.entitle(workspace, applicant, each, question.on, post_id=shown.post.id)
        )
        for each in sets
    ]
    return replace(context, answers=tuple(answers))


class Asked(Protocol):
    """What a program asks: rules, a person, a day and a post."""

    @property
    def rules(self) -> str:
        """Identifier of a rule set."""

    @property
    def person(self) -> dict[str, object]:
        """Keys of a person's file."""

    @property
    def on(self) -> str | None:
        """The day of application."""

    @property
    def post(self) -> str | None:
        """Identifier of a post."""


def entitlement_question(workspace: api.Workspace, asked: Asked) -> Row:
    """Answer a program.

    Raises:
        WrongCallError: no such rules or post, or a value that cannot be read.
    """
    found = verbs.rule_set(asked.rules)
    applicant = verbs.read_applicant_told(_texts(asked.person), "person", found.facts)
    on = api.read_day(asked.on, "on") if asked.on else None
    return entitlement_dict(
        verbs.entitle(workspace, applicant, found, on, post_id=asked.post or None)
    )


def _day(given: Given, tree: Row | None) -> date | None:
    typed = (given.get("on") or ("",))[0] if tree is None else str(tree.get("on") or "")
    return api.read_day(typed, "on") if typed else None


def _texts(tree: Row) -> dict[str, PersonTree]:
    """Return JSON with every value as a text, as a person's file is read."""
    return {key: _text(value) for key, value in tree.items() if key != "on"}


def _text(value: object) -> PersonTree:
    if isinstance(value, dict):
        return {str(key): _text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_text(each) for each in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return None if value is None else str(value)


def _field_error(fault: JinqueError) -> FieldError:
    return FieldError(field="form", value="", message=fault.message)


def _value(given: Given, name: str) -> str:
    return (given.get(name) or ("",))[0]


def _tree_of(given: Given, rules: RuleSet) -> dict[str, PersonTree]:
    """Return the fields of the form as the keys of a person's file."""
    tree: dict[str, PersonTree] = {
        name.removeprefix(FACT): values[0]
        for name, values in given.items()
        if name.startswith(FACT)
    }
    study: dict[str, PersonTree] = {
        key: _value(given, f"study.{key}")
        for key in ("level", "degree", "is_full_time", "majors")
        if _value(given, f"study.{key}")
    }
    if study:
        tree["educations"] = [study]
    for key, field in (("titles", "title"), ("skills", "skill")):
        if _value(given, field):
            tree[key] = [{"level": _value(given, field)}]
    listings: dict[str, PersonTree] = {
        used.edition: {
            "outcome": _value(given, f"{LISTING}{used.edition}"),
            "label": _value(given, f"{LABEL}{used.edition}") or None,
        }
        for used in rules.catalogues
        if _value(given, f"{LISTING}{used.edition}")
    }
    if listings:
        tree["listings"] = listings
    return tree


def _fields(rules: RuleSet, given: Given) -> tuple[EntitlementField, ...]:
    """Return the fields of a set's own form: day, person, listings, facts."""
    asked = verbs.asked_of_person(rules)
    found = [_field("on", _ON, "day")]
    if "educations" in asked:
        found += [
            _field("study.level", _LEVEL, "choice", _LEVELS),
            _field("study.degree", _DEGREE, "choice", _DEGREES),
            _field("study.is_full_time", _FULL_TIME, "yes_no"),
            _field("study.majors", _MAJOR, "text"),
        ]
    if "titles" in asked:
        found.append(_field("title", _TITLE, "choice", _TITLES))
    if "skills" in asked:
        found.append(_field("skill", _SKILL, "choice", _SKILLS))
    for used in rules.catalogues:
        words = say(
            "Does the catalogue “{edition}” list a post that you match?", edition=used.edition
        )
        label = say("The shortage that “{edition}” prints (as 五星)", edition=used.edition)
        states = tuple(zh for zh, _ in _STATES)
        found.append(_field(f"{LISTING}{used.edition}", words, "choice", states))
        found.append(_field(f"{LABEL}{used.edition}", label, "text"))
    found += [_fact_field(each) for each in verbs.asked_facts(rules)]
    return tuple(replace(each, value=_value(given, each.name)) for each in found)


def _facts_of(sets: Sequence[RuleSet], own: Given) -> tuple[EntitlementField, ...]:
    """Return the fields of the facts that several sets ask, each once."""
    facts = dict.fromkeys(fact for each in sets for fact in verbs.asked_facts(each))
    found = [_fact_field(each) for each in facts]
    return tuple(replace(each, value=_value(own, each.name)) for each in found)


def _field(
    name: str, question: Sentence, kind: str, options: tuple[str, ...] = ()
) -> EntitlementField:
    return EntitlementField(name=name, question=question, kind=kind, options=options)


def _fact_field(fact: FactAsked) -> EntitlementField:
    kind = {"yes_no": "yes_no", "choice": "choice", "day": "day"}.get(fact.kind, "text")
    return EntitlementField(
        name=f"{FACT}{fact.id}",
        question=fact.question,
        kind=kind,
        options=fact.values,
        hint=_HINTS.get(fact.kind),
    )


_HINTS = {
    "partial_day": say("as 1990-09-30, or 1990-09, or 1990 where no more is known"),
    "amount": say("yuan, as 12000; 0 where there was none"),
    "number": say("a whole number; 0 where there is none"),
}
_ON = say("Day of application (today where left out)")
_LEVEL = say("Highest education")
_DEGREE = say("Its degree")
_FULL_TIME = say("Was it full-time?")
_MAJOR = say("Major, as on the diploma")
_TITLE = say("Level of professional title")
_SKILL = say("Skill level")


async def _sent(request: AnyRequest) -> tuple[Given | None, Row | None]:
    """Return what was sent: fields of a form, or a JSON object.

    Raises:
        InvalidOptionError: the body is no JSON object.
        SourceTooLargeError: it is too large.
    """
    try:
        if request.content_type[0] == MediaType.JSON:
            body = await request.json()
            if not isinstance(body, dict):
                raise _no_object()
            return None, cast("Row", body)
        if request.content_type[0] == RequestEncodingType.URL_ENCODED:
            text = (await request.body()).decode(errors="replace")
            return from_form(parse_qsl(text)), None
        return from_form((await request.form()).multi_items()), None
    except RequestEntityTooLarge:
        raise SourceTooLargeError(
            say(
                "The answers are longer than {most_bytes} KB and were not read.",
                most_bytes=MOST_BYTES // 1024,
            )
        ) from None
    except (SerializationException, RecursionError) as fault:
        raise _no_object() from fault


def _no_object() -> InvalidOptionError:
    return InvalidOptionError(
        say("The body is no JSON object"),
        hint=say("Check quotes and commas; docs/reference/rules.md lists the keys"),
    )


@get("/entitlement", media_type=MediaType.JSON, operation_id="entitlements", responses=FAULTS)
async def entitlements_page(visit: NamedDependency[Visit]) -> Response[EntitlementsContext]:
    """The rule sets: those that ship and those in the folder of rules at this moment."""
    return visit.private("entitlement.html", await worked(entitlements_context))


@get(
    "/entitlement/{rules:str}",
    media_type=MediaType.JSON,
    operation_id="entitlement_rules",
    responses=FAULTS_OF_ONE,
)
async def entitlement_rules_page(
    visit: NamedDependency[Visit], rules: FromPath[str]
) -> Response[EntitlementContext]:
    """One rule set, line by line with its source, and the form that asks for the facts."""
    context = await worked(entitlement_context, visit.site.workspace, rules, None)
    return visit.private("entitlement_rules.html", context)


@get("/entitlement/{rules:str}/file", include_in_schema=False)
async def entitlement_file(rules: FromPath[str]) -> Response[bytes]:
    """The rule file itself, to be copied for another city."""
    found = await worked(verbs.rule_file, rules)
    headers = {
        "content-disposition": attached(f"{rules}.yaml"),
        "cache-control": "no-store",
    }
    return Response(found, media_type=YAML, headers=headers)


@post(
    "/entitlement/{rules:str}",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="entitlement",
    responses=FAULTS_OF_ONE,
    request_max_body_size=MOST_BYTES,
)
async def entitlement_page(
    visit: NamedDependency[Visit], request: AnyRequest, rules: FromPath[str]
) -> Response[EntitlementContext]:
    """What a rule set comes to for somebody; takes a form or a JSON object."""
    given, tree = await _sent(request)
    context = await worked(entitlement_context, visit.site.workspace, rules, given, tree)
    status = 400 if context.errors else 200
    return visit.private("entitlement_rules.html", context, status=status)


@post(
    "/entitlement/posts/{post_id:path}",
    media_type=MediaType.JSON,
    status_code=200,
    operation_id="entitlement_post",
    responses=FAULTS_OF_ONE,
    request_max_body_size=MOST_BYTES,
)
async def entitlement_post_page(
    visit: NamedDependency[Visit], request: AnyRequest, post_id: FromPath[str]
) -> Response[EntitlementPostContext]:
    """What being listed gives for a post of a self-check; takes its form with further facts."""
    given, tree = await _sent(request)
    if tree is not None:
        from jinque.web.pages.assess.form import from_json

        told = tree.pop("facts", None)
        facts = told if isinstance(told, dict) else {}
        given = {
            **from_json(tree),
            **{f"{FACT}{key}": (str(_text(each)),) for key, each in facts.items()},
        }
    sent = given or {}
    own = {name: values for name, values in sent.items() if name.startswith(_OWN)}
    rest = {name: values for name, values in sent.items() if name not in own}
    question = read_assess_question(rest, date.today())  # noqa: DTZ011
    context = await worked(
        entitlement_post_context,
        visit.site.workspace,
        question,
        post_id.removeprefix("/"),
        own,
    )
    status = 400 if context.errors else 200
    return visit.private("entitlement_post.html", context, status=status)


ENTITLEMENT_PAGES = (
    entitlements_page,
    entitlement_rules_page,
    entitlement_file,
    entitlement_page,
    entitlement_post_page,
)
