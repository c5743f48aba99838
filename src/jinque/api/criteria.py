"""What a post demands, read from its printed words.

Criteria as JSON objects (docs/reference/json.md).
"""

from dataclasses import fields
from typing import Any

from jinque.api.workspace import Workspace, find_post
from jinque.criteria.wording import describe
from jinque.dataset import issue_dict
from jinque.locale import Sentence, Translator, both
from jinque.model.criterion import CriteriaAnswer, Criterion, LevelYears, PostCriterion


def post_criteria(workspace: Workspace, post_id: str) -> CriteriaAnswer:
    """Return a post beside the reading of its requirements.

    Raises:
        UnknownEditionError: the identifier begins with no edition.
        UnknownPostError: the edition has no such post; the hint names near ones.
    """
    published, place = find_post(workspace, post_id)
    return workspace.rows_read(published.edition.id)[place]


_NAMES = {"bound_to": "in", "are_all": "all"}
_BOUND_LATER = {
    "experience_years": {"occupations"},
    "years_by_degree": {"occupations"},
    "tool": {"is_open"},
}
"""Fields that the print does not fill: they are set when a person is judged for a post."""


def criteria_dict(answer: CriteriaAnswer) -> dict[str, object]:
    """Return the reading of a post's requirements."""
    reading = answer.reading
    return {
        "post": reading.post_id,
        "name": answer.post.name,
        "states_requirements": reading.states_requirements,
        "criteria": [_post_criterion(each) for each in reading.criteria],
        "none_stated": list(reading.none_stated),
        "blank": list(reading.blank),
        "issues": [issue_dict(issue) for issue in reading.issues],
    }


def criterion_dict(criterion: Criterion) -> dict[str, object]:
    """Return a criterion with its kind; an empty scope field is left out."""
    values = {each.name: getattr(criterion, each.name) for each in fields(_dataclass(criterion))}
    if criterion.kind == "scope":
        values = {name: value for name, value in values.items() if value}
    later = _BOUND_LATER.get(criterion.kind, set())
    named = {_NAMES.get(name, name): _plain(values[name]) for name in values if name not in later}
    return {"kind": criterion.kind, **named}


def _post_criterion(each: PostCriterion) -> dict[str, object]:
    span, reading = each.citation.span, describe(each.criterion)
    return {
        "block": each.block,
        "clause": each.clause,
        "quote": each.quote,
        "criterion": criterion_dict(each.criterion),
        "reading": both(reading),
        "citation": {
            "source_sha256": each.citation.source_sha256,
            "line_start": span.line_start,
            "line_end": span.line_end,
            "start": span.start,
            "end": span.end,
            "quote": each.citation.quote,
        },
    }


def _dataclass(criterion: Criterion) -> Any:  # noqa: ANN401 - `fields` asks for a dataclass
    return criterion


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Criterion):
        return criterion_dict(value)
    if isinstance(value, LevelYears):
        return {"for": list(value.levels), "at_least": value.at_least}
    return Translator("zh")(value) if isinstance(value, Sentence) else value
