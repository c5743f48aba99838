"""One person beside one post, clause by clause; nothing of it is kept."""

from dataclasses import dataclass
from datetime import date

from jinque import api
from jinque.model import Words
from jinque.model.assessment import Assessment
from jinque.model.assessment_words import NOT_YET_CONDITION, SELF_CHECK_NOTICE, VALIDITY_NAMES
from jinque.web.contexts.assess_field import FieldsView
from jinque.web.contexts.assess_findings import PostFindingView, things_to_bring
from jinque.web.contexts.assess_form import all_questions
from jinque.web.contexts.assess_next import missing_questions
from jinque.web.contexts.assess_question import AssessQuestion
from jinque.web.contexts.assess_rows import AssessRow
from jinque.web.contexts.cards import Row
from jinque.web.contexts.ladder_reader import FieldError


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """Whether the catalogue holds, as it says itself.

    Attributes:
        text_year: year of the text; None where it states none.
        reason: what that rests on.
    """

    validity: str
    name: Words
    text_year: str | None
    reason: Words


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
    """

    on: date
    notice: Words = SELF_CHECK_NOTICE
    condition: Words = NOT_YET_CONDITION
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
    return _told(question, api.assess(workspace, question.person, post_id, question.on))


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
        doubts=tuple(api.issue_dict(issue) for issue in each.doubts),
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
