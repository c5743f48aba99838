"""The JSON shape of the answer for a roster held against posts (docs/reference/json.md)."""

from collections.abc import Sequence

from jinque.eligibility.screening_overview import totals_shown
from jinque.model.assessment import Assessment
from jinque.model.assessment_words import SELF_CHECK_NOTICE
from jinque.model.bridge_roster_row import RejectedRow
from jinque.model.screening import ROSTER_NOTICE, PersonScreened, PostTotals, ScreeningAnswer
from jinque.model.screening_large import LargeAnswer


def screening_dict(answer: ScreeningAnswer) -> dict[str, object]:
    """Return every person with the posts worth reading, the totals, and the rows not read."""
    return {
        **_head(answer.on.isoformat(), answer.posts, answer.no_stated),
        "rows": len(answer.people) + len(answer.rejects),
        "people": [_person(each) for each in answer.people],
        "rejects": [_reject(row) for row in answer.rejects],
        "unread": list(answer.unread),
    }


def large_dict(answer: LargeAnswer) -> dict[str, object]:
    """Return the totals of a roster in Parquet."""
    return {
        **_head(answer.on.isoformat(), answer.posts, answer.no_stated),
        "people": answer.people,
        "rejected": answer.rejected,
        "kept_from_before": answer.before,
        "unread": list(answer.unread),
    }


def _head(on: str, posts: Sequence[PostTotals], no_stated: int) -> dict[str, object]:
    notices = (SELF_CHECK_NOTICE, ROSTER_NOTICE)
    return {
        "on": on,
        "notice": {
            "zh": "".join(each.zh for each in notices),
            "en": " ".join(each.en for each in notices),
        },
        "posts": [_totals(post) for post in posts],
        "posts_without_requirements": no_stated,
    }


def _totals(post: PostTotals) -> dict[str, object]:
    matches, undecided, not_matching = totals_shown(post)
    return {
        "post": post.post_id,
        "name": post.name,
        "matches": matches,
        "undecided": undecided,
        "not_matching": not_matching,
    }


def _person(each: PersonScreened) -> dict[str, object]:
    matches, undecided, not_matching = each.counts
    return {
        "row": each.who.place.address,
        "staff_id": each.who.staff_id,
        "name": each.who.name,
        "matches": matches,
        "undecided": undecided,
        "not_matching": not_matching,
        "posts": [_post(found) for found in each.worth_reading],
    }


def _post(found: Assessment) -> dict[str, object]:
    return {
        "post": found.post.id,
        "verdict": found.verdict.value,
        "unmet": [one.demand.quote for one in found.unmet],
        "undecided": [one.demand.quote for one in found.undecided],
        "evidence": [one.demand.quote for one in found.evidence],
        "missing": [{"zh": one.question.zh, "en": one.question.en} for one in found.missing],
        "earliest_date": found.earliest_date.isoformat() if found.earliest_date else None,
    }


def _reject(row: RejectedRow) -> dict[str, object]:
    return {
        "row": row.place.address,
        "staff_id": row.staff_id,
        "name": row.name,
        "faults": [
            {
                "cell": fault.place.address,
                "heading": fault.heading or None,
                "message": {"zh": fault.message.zh, "en": fault.message.en},
            }
            for fault in row.faults
        ],
    }
