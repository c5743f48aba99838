"""Answers of a self-check as JSON objects (docs/reference/json.md#a-self-check)."""

from collections.abc import Iterable

from jinque.api.ladder_parts import citation_dict, day, facts, words
from jinque.criteria.wording import describe
from jinque.dataset import issue_dict, row_dict
from jinque.model.assessment import Assessment, PostFinding, Verdict
from jinque.model.assessment_overview import CareerPath, NextFact, Overview, WantedItem
from jinque.model.assessment_words import NOT_YET_CONDITION, SELF_CHECK_NOTICE, VERDICT_NAMES


def assessment_dict(each: Assessment) -> dict[str, object]:
    """Return how a person stands to one post, finding by finding."""
    return {
        **_head(each),
        "findings": [finding_dict(found) for found in each.findings],
        "evidence": [finding_dict(found) for found in each.evidence],
        "to_judge": [finding_dict(found) for found in each.to_judge],
        "missing": facts(each.missing),
        "none_stated": list(each.none_stated),
        "blank": list(each.blank),
        "doubts": [issue_dict(issue) for issue in each.doubts],
        "notice": words(SELF_CHECK_NOTICE),
    }


def overview_dict(view: Overview) -> dict[str, object]:
    """Return how a person stands to all posts, in short; each post alone gives its findings."""
    near_misses = {each.post.id for each in view.near_misses}
    return {
        "on": view.on.isoformat(),
        "aim": view.aim,
        "counts": {verdict.value: count for verdict, count in view.counts.items()},
        "posts": [
            {**short_dict(each), "is_near_miss": each.post.id in near_misses}
            for each in view.assessments
        ],
        "no_stated_requirements": [short_dict(each) for each in view.no_stated],
        "next_facts": [_next(each) for each in view.next_facts],
        "paths": [_path(each) for each in view.paths],
        "wanted": {
            "titles": list(view.wanted.titles),
            "asked": list(view.wanted.asked),
            "items": [_wanted(item) for item in view.wanted.items],
        },
        "notice": words(SELF_CHECK_NOTICE),
    }


def short_dict(each: Assessment) -> dict[str, object]:
    """Return how a person stands to one post among others: what is unmet, open and lacking."""
    return {
        **_head(each),
        "unmet": _clauses(each.unmet),
        "to_judge": _clauses(each.to_judge),
        "evidence": len(each.evidence),
        "missing": facts(each.missing),
    }


def finding_dict(found: PostFinding) -> dict[str, object]:
    """Return one finding: printed words and our reading of them told apart."""
    return {
        "clause": found.demand.clause,
        "quote": found.demand.quote,
        "block": found.demand.block,
        "kind": found.demand.criterion.kind,
        "reading": words(describe(found.demand.criterion)),
        "outcome": found.outcome.value,
        "bearing": found.bearing.value,
        "reason": words(found.reason),
        "missing": facts(found.missing),
        "earliest_date": day(found.earliest_date),
        "citation": citation_dict(found.demand.citation),
    }


def _head(each: Assessment) -> dict[str, object]:
    facts_of, standing, near = each.edition.metadata, each.standing, each.nearness
    is_not_yet = each.verdict is Verdict.NOT_YET
    return {
        "post": each.post.id,
        "name": each.post.name_printed,
        "place": facts_of.place.value,
        "on": each.on.isoformat(),
        "verdict": each.verdict.value,
        "verdict_words": words(VERDICT_NAMES[each.verdict]),
        "earliest_date": day(each.earliest_date),
        "condition": words(NOT_YET_CONDITION) if is_not_yet else None,
        "validity": {
            "status": standing.validity.value,
            "text_year": standing.text_year,
            "reason": words(standing.reason),
        },
        "nearness": {
            "distance": int(near.distance),
            "reason": words(near.reason) if near.reason else None,
        },
    }


def _clauses(several: Iterable[PostFinding]) -> list[dict[str, object]]:
    return [
        {
            "clause": found.demand.clause,
            "kind": found.demand.criterion.kind,
            "reason": words(found.reason),
        }
        for found in several
    ]


def _next(each: NextFact) -> dict[str, object]:
    [fact] = facts([each.fact])
    return {**fact, "posts": each.posts, "settles": each.settles, "nearest": each.nearest}


def _path(path: CareerPath) -> dict[str, object]:
    each = path.assessment
    return {
        "post": each.post.id,
        "name": each.post.name_printed,
        "place": each.edition.metadata.place.value,
        "years": path.years,
        "verdict": each.verdict.value,
    }


def _wanted(each: WantedItem) -> dict[str, object]:
    return {
        "item": row_dict(each.item),
        "place": each.place,
        "held": each.held,
        "is_same": each.is_same,
        "reason": words(each.reason),
    }
