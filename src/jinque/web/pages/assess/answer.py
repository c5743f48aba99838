"""The findings of one post, each with the printed words, our reading, and what to bring.

What stands around the posts of a self-check: counts, paths, wanted lists, places.

One person beside one post, clause by clause; nothing of it is kept.

Posts of a self-check in lists: one line a post, its verdict, what is short.

The self-assessment sheet of one post, to be printed and taken along.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from jinque import api
from jinque.locale import Sentence, Translator, phrases, say
from jinque.model.matching import (
    NOT_YET_CONDITION,
    SELF_CHECK_NOTICE,
    VALIDITY_NAMES,
    VERDICT_NAMES,
    Assessment,
    Brief,
    CareerPath,
    Distance,
    Explained,
    Overview,
    PostFinding,
    Verdict,
)
from jinque.model.paper import Grid, Line, Paper
from jinque.web.forms import FieldError
from jinque.web.named import NAMES
from jinque.web.pages.assess.form import (
    CONTROLS,
    HAS,
    AssessQuestion,
    FieldsView,
    all_questions,
    missing_questions,
)
from jinque.web.shown import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class PostFindingView:
    """What was found of one demand.

    Attributes:
        outcome: `met`, `not_met` or `unknown`.
        mark: the same, but `to_show` for what only people judge and `to_judge` for what no fact
            of the person's settles.
        block: block of the row in which the words stand.
        kind: kind of the criterion.
        quote: the printed words.
        clause: the sentence in which they stand, where it says more; empty otherwise.
        reading: what they are read to demand.
        reason: why the outcome is what it is.
        line_start: first line of the words in the source.
        line_end: last line.
        questions: what would settle it.
        earliest_date: ISO 8601; empty where time alone does not meet it.
        bring: key of what may prove it.
    """

    outcome: str
    mark: str
    block: str
    kind: str
    quote: str
    clause: str
    reading: Sentence
    reason: Sentence
    line_start: int
    line_end: int
    questions: tuple[Sentence, ...]
    earliest_date: str
    bring: str

    @classmethod
    def of(cls, found: PostFinding) -> "PostFindingView":
        """Flatten `found`."""
        demand, span = found.demand, found.demand.citation.span
        return cls(
            outcome=found.outcome.value,
            mark=_mark(found),
            block=demand.block,
            kind=demand.criterion.kind,
            quote=demand.quote,
            clause=demand.clause if demand.clause != demand.quote else "",
            reading=api.describe(demand.criterion),
            reason=found.reason,
            line_start=span.line_start,
            line_end=span.line_end,
            questions=tuple(dict.fromkeys(fact.question for fact in found.missing)),
            earliest_date=found.earliest_date.isoformat() if found.earliest_date else "",
            bring=bring_of(demand.criterion.kind),
        )


_BRING = {
    "education_level": "diploma",
    "academic_degree": "diploma",
    "full_time": "diploma",
    "majors": "diploma",
    "background": "diploma",
    "experience_years": "work",
    "years_by_degree": "work",
    "industry_experience": "work",
    "management_years": "management",
    "certificate": "certificate",
    "licence": "certificate",
    "title_level": "title",
    "language": "language",
    "tool": "ability",
    "evidence": "ability",
    "award": "award",
    "graduate_of_year": "graduate",
    "place": "statement",
    "approval": "approval",
    "scope": "identity",
}


def bring_of(kind: str) -> str:
    """Return the key of what may prove a demand of this kind."""
    return _BRING.get(kind, "several")


def things_to_bring(findings: Iterable[PostFindingView]) -> tuple[str, ...]:
    """Return what may prove the demands that are not ruled out, each once, in their order."""
    return tuple(dict.fromkeys(each.bring for each in findings if each.mark != "not_met"))


def _mark(found: PostFinding) -> str:
    if found.is_evidence:
        return "to_show"
    is_open = found.outcome.value == "unknown"
    return "to_judge" if is_open and not found.missing else found.outcome.value


ROWS_OF_GROUP = 12
ROWS_OF_FAR = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessRow:
    """How one person stands to one post, in one line.

    Attributes:
        id: identifier of the post.
        name: as printed.
        place: None where the catalogue prints none.
        shortage: label as printed; empty where none is.
        near: why the post is near; None where it is not.
        short: what is not met, at most two reasons.
        questions: what is lacking, at most two.
        earliest_date: with `not_yet`, as ISO 8601; empty otherwise.
        to_judge: undecided demands that only people can settle.
        evidence: demands that are left to people and decide nothing.
    """

    id: str
    name: str
    place: str | None
    edition: str
    section: str
    shortage: str
    verdict: str
    verdict_name: Sentence
    distance: int
    near: Sentence | None
    short: tuple[Sentence, ...]
    questions: tuple[Sentence, ...]
    earliest_date: str
    to_judge: int
    evidence: int

    @classmethod
    def of(cls, each: Assessment) -> "AssessRow":
        """Shorten an assessment."""
        post = each.post
        return cls(
            id=post.id,
            name=post.name_printed,
            place=each.edition.metadata.place.value,
            edition=each.edition.id,
            section=next((head for head in reversed(post.section) if head), ""),
            shortage=post.shortage.printed if post.shortage else "",
            verdict=each.verdict.value,
            verdict_name=VERDICT_NAMES[each.verdict],
            distance=int(each.nearness.distance),
            near=each.nearness.reason,
            short=tuple(found.reason for found in each.unmet[:2]),
            questions=tuple(fact.question for fact in each.missing[:2]),
            earliest_date=each.earliest_date.isoformat() if each.earliest_date else "",
            to_judge=len(each.to_judge),
            evidence=len(each.evidence),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessGroup:
    """Posts under one heading.

    Attributes:
        key: distance, place or verdict that they share; empty for a place that is not printed.
        total: how many there are; `rows` may be the first of them only.
    """

    key: str
    total: int
    rows: tuple[AssessRow, ...]

    @property
    def is_cut(self) -> bool:
        """Whether some posts are not shown."""
        return len(self.rows) < self.total


_KEYS: dict[str, Callable[[Brief], str]] = {
    "nearness": lambda each: str(int(each.nearness.distance)),
    "place": lambda each: each.edition.metadata.place.value or "",
    "verdict": lambda each: each.verdict.value,
}


def grouped(several: Explained[Assessment], group: str, show: str) -> tuple[AssessGroup, ...]:
    """Put posts under headings, in the order in which the first of each comes.

    Args:
        several: in the order to be shown.
        group: one of `GROUPINGS`.
        show: key of the group that is shown whole; `all` shows every one whole.
    """
    sorted_in: dict[str, list[Brief]] = {}
    for each in several.briefs:
        sorted_in.setdefault(_KEYS[group](each), []).append(each)
    return tuple(group_of(key, several.of(found), show) for key, found in sorted_in.items())


def group_of(key: str, found: Sequence[Assessment], show: str) -> AssessGroup:
    """Return one group, cut to its first rows unless it is to be shown whole."""
    most = ROWS_OF_FAR if key == str(int(Distance.FAR)) else ROWS_OF_GROUP
    shown = found if show in (key, "all") else found[:most]
    return AssessGroup(key=key, total=len(found), rows=tuple(map(AssessRow.of, shown)))


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictCount:
    """How many posts come to a verdict; `is_chosen` where the list shows these."""

    verdict: str
    name: Sentence
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PathsView:
    """Near posts to which nothing but so many years of work is in the way."""

    years: int
    rows: tuple[AssessRow, ...]


def places_of(workspace: api.Workspace) -> tuple[str, ...]:
    """Return the cities that catalogues of posts print, in their order."""
    editions = [each for each in api.catalogues(workspace) if each.counts.get("post")]
    places = (each.metadata.place.value for each in editions)
    return tuple(dict.fromkeys(place for place in places if place))


def counts_of(view: Overview, chosen: Sequence[Verdict]) -> tuple[VerdictCount, ...]:
    """Return the posts by verdict, in the order of the verdicts."""
    return tuple(
        VerdictCount(
            verdict=verdict.value, name=VERDICT_NAMES[verdict], count=n, is_chosen=verdict in chosen
        )
        for verdict, n in view.counts.items()
    )


def paths_of(paths: Sequence[CareerPath]) -> tuple[PathsView, ...]:
    """Return the paths under the years that they need."""
    several = groupby(paths, key=lambda path: path.years)
    return tuple(
        PathsView(years=years, rows=tuple(AssessRow.of(path.assessment) for path in found))
        for years, found in several
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """Whether the catalogue holds, as it says itself.

    Attributes:
        text_year: year of the text; None where it states none.
        reason: what that rests on.
    """

    validity: str
    name: Sentence
    text_year: str | None
    reason: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessPostContext:
    """What `/assess/posts/{post_id}` answers.

    Attributes:
        on: the day as of which years count.
        notice: what the result is not.
        condition: on which an earliest date rests.
        given: the fields as sent.
        errors: fields that could not be read; then there are no findings.
        post: the post in one line; None where there are errors.
        standing: None as `post`.
        findings: every demand, scope first, then in printed order.
        none_stated: blocks that print "none".
        blank: blocks that are blank, which is not "none".
        doubts: what could not be read safely.
        bring: keys of what may prove the demands.
        questions: fields for the facts that would settle the verdict.
        form: every other field, to be changed.
        entitlements: what the rules of the place come to with these facts alone.
    """

    on: date
    notice: Sentence = SELF_CHECK_NOTICE
    condition: Sentence = NOT_YET_CONDITION
    given: dict[str, tuple[str, ...]]
    errors: tuple[FieldError, ...] = ()
    post: AssessRow | None = None
    standing: StandingView | None = None
    findings: tuple[PostFindingView, ...] = ()
    none_stated: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    doubts: tuple[Row, ...] = ()
    bring: tuple[str, ...] = ()
    questions: tuple[FieldsView, ...] = ()
    form: tuple[FieldsView, ...] = ()
    entitlements: tuple[Row, ...] = ()


def assess_post_context(
    workspace: api.Workspace, question: AssessQuestion, post_id: str
) -> AssessPostContext:
    """Answer a question about one post.

    Raises:
        UnknownPostError: no post is called so.
    """
    if question.errors:
        form = all_questions(question.given, question.add, frozenset())
        return AssessPostContext(
            on=question.on, given=question.given, errors=question.errors, form=form
        )
    found = api.assess(workspace, question.person, post_id, question.on)
    given = api.entitle_for_post(workspace, question.person, found)
    return replace(_told(question, found), entitlements=tuple(map(api.entitlement_dict, given)))


def _told(question: AssessQuestion, each: Assessment) -> AssessPostContext:
    asked = missing_questions(question.given, each.missing)
    but = frozenset(field.name for one in asked for field in one.fields)
    findings = tuple(map(PostFindingView.of, each.findings))
    return AssessPostContext(
        on=each.on,
        given=question.given,
        post=AssessRow.of(each),
        standing=_standing(each),
        findings=findings,
        none_stated=each.none_stated,
        blank=each.blank,
        doubts=tuple(api.to_json(issue) for issue in each.doubts),
        bring=things_to_bring(findings),
        questions=asked,
        form=all_questions(question.given, question.add, but),
    )


def _standing(each: Assessment) -> StandingView:
    standing = each.standing
    return StandingView(
        validity=standing.validity.value,
        name=VALIDITY_NAMES[standing.validity],
        text_year=standing.text_year,
        reason=standing.reason,
    )


_BLOCKS = NAMES["block"]


_PARTS = {
    "not_met": say("Not met"),
    "unknown": say("Not known yet"),
    "to_judge": say("For people to judge (related majors, related work)"),
    "met": say("Met"),
    "to_show": say("Abilities and the like, to be shown"),
}
"""The parts of the sheet, by the mark of the findings in them."""


_SIGNS, _MARKS = NAMES["assess.sign"], NAMES["assess.mark"]
_TO_BRING = NAMES["assess.bring"]

_CLAUSES = (22, 62, 60, 30)
_SAID = (52, 122)


def assess_sheet(context: AssessPostContext, post: AssessRow, t: Translator) -> Paper:
    """Lay out the sheet: verdict, every clause with what to bring, and what was told.

    Args:
        context: of the post, without errors.
        post: the post in one line.
        t: puts it into the language of the sheet.
    """
    blocks = (
        *_head(context, post, t),
        *_clauses(context, t),
        *_bring(context, t),
        Line(kind="heading", text=t(say("What was told"))),
        Grid(rows=tuple(_said(context, t)), widths=_SAID),
    )
    return Paper(
        title=t(say("Self-assessment sheet: {post}", post=post.name)),
        footer=t(context.notice),
        blocks=blocks,
        language=t.code,
    )


def _head(context: AssessPostContext, post: AssessRow, t: Translator) -> Iterator[Line]:
    places = [post.place or t(say("no place printed")), post.section, post.id]
    yield Line(text=" › ".join(part for part in places if part))
    yield Line(text=t(say("As of {day}", day=context.on.isoformat())))
    if context.standing:
        standing = phrases((context.standing.name, context.standing.reason))
        yield Line(text=t(say("The catalogue is: {standing}", standing=standing)))
    yield Line(kind="strong", text=f"{t(_SIGNS[post.verdict])} {t(post.verdict_name)}")
    yield Line(text=t(NAMES["assess.means"][post.verdict]))
    if post.earliest_date:
        told = say(
            "at the earliest on {day}, {condition}",
            day=post.earliest_date,
            condition=context.condition,
        )
        yield Line(kind="strong", text=t(told))
    yield Line(text=t(context.notice))


def _clauses(context: AssessPostContext, t: Translator) -> Iterator[Line | Grid]:
    columns = NAMES["assess.column"]
    header = tuple(t(columns[key]) for key in ("result", "printed", "reading", "bring"))
    for mark, title in _PARTS.items():
        found = [each for each in context.findings if each.mark == mark]
        if found:
            rows = tuple(_row(each, t) for each in found)
            yield Line(kind="heading", text=t(title))
            yield Grid(header=header, rows=rows, widths=_CLAUSES)
    for name in context.none_stated:
        told = say("{block}: “none” is printed; nothing is asked.", block=_BLOCKS[name])
        yield Line(text=t(told))
    for name in context.blank:
        told = say("{block}: blank; not stated, which is not “none”.", block=_BLOCKS[name])
        yield Line(text=t(told))


def _row(each: PostFindingView, t: Translator) -> tuple[str, ...]:
    line = say("line {n}", n=str(each.line_start))
    said = [t(each.reading)]
    said += [t(each.reason)] if each.mark != "to_show" else []
    if each.outcome == "unknown":
        said += [t(say("Would settle it: {question}", question=one)) for one in each.questions]
    return (
        f"{t(_SIGNS[each.mark])} {t(_MARKS[each.mark])}",
        f"{each.quote}\n（{t(phrases((_BLOCKS[each.block], line)))}）",
        "\n".join(dict.fromkeys(said)),
        t(_TO_BRING[each.bring]),
    )


def _bring(context: AssessPostContext, t: Translator) -> Iterator[Line]:
    if context.bring:
        yield Line(kind="heading", text=t(say("What to bring")))
        yield Line(
            text=t(
                say(
                    "Our suggestion, not the catalogue’s: the accepting authority’s list for the "
                    "year prevails."
                )
            )
        )
    for each in context.bring:
        yield Line(kind="tick", text=t(_TO_BRING[each]))


def _said(context: AssessPostContext, t: Translator) -> Iterator[tuple[str, str]]:
    answers = NAMES["form"]
    for name, values in context.given.items():
        if name not in CONTROLS or name == "aim":
            told = [answers[value] if value in ("yes", "no") else value for value in values]
            yield _label(name, t), t(phrases(told))


def _label(name: str, t: Translator) -> str:
    if name.startswith(HAS):
        return name.split(".", 2)[-1]
    label = NAMES["assess.field"].get(name.rpartition(".")[2])
    return t(label) if label else name
