"""Names to choose from while a query is typed.

The verb for an occupation, and the JSON shapes of it and of links.
"""

from datetime import date

from jinque import search
from jinque.api.workspace import Workspace
from jinque.dataset import row_dict
from jinque.errors import InvalidOptionError
from jinque.model import (
    Correspondence,
    Link,
    Occupation,
    OccupationAnswer,
    OccupationEntry,
    OccupationPost,
    Words,
)


def complete(workspace: Workspace, typed: str) -> tuple[str, ...]:
    """Return at most ten names of rows for the beginning of a query; none for an empty one."""
    return search.complete(workspace.index(), typed)


def occupation(workspace: Workspace, typed: str, day: str | None = None) -> OccupationAnswer:
    """Return what a code or a name means in both editions, and the posts that name it.

    Args:
        workspace: whose newest editions are looked through.
        typed: a code of one to five segments, or a whole name.
        day: ISO 8601; tells, besides, whether the occupation held on that day.

    Raises:
        InvalidOptionError: `day` is no day, or before every edition known.
        UnknownOccupationError: there is no such code or name; the hint names near ones.
    """
    return search.find_occupation(workspace.occupations(), typed, _day(day) if day else None)


def occupation_dict(answer: OccupationAnswer) -> dict[str, object]:
    """Return what is known of an occupation."""
    return {
        "query": answer.query,
        "day": answer.day,
        "day_edition": answer.day_edition,
        "day_note": answer.day_note and _words(answer.day_note),
        "entries": [_entry(entry) for entry in answer.entries],
    }


def link_dict(link: Link) -> dict[str, object]:
    """Return how a post stands to the classification."""
    return {
        "status": link.status.value,
        "code": link.code,
        "classification": link.edition,
        "reason": _words(link.reason),
        "candidates": [
            {
                "code": candidate.code,
                "name": candidate.name,
                "classification": candidate.edition,
                "likeness": candidate.likeness.value,
                "reason": _words(candidate.reason),
            }
            for candidate in link.candidates
        ],
    }


def _entry(entry: OccupationEntry) -> dict[str, object]:
    via = entry.found.via
    return {
        "occupation": _occupation(entry.found.entry),
        "via": via and _correspondence(via),
        "standing": entry.standing and entry.standing.value,
        "above": [{"code": step.code, "name": step.name} for step in entry.above],
        "below": [
            {"code": branch.entry.code, "name": branch.entry.name, "posts": branch.posts}
            for branch in entry.below
        ],
        "correspondences": [_correspondence(row) for row in entry.correspondences],
        "counterparts": [_occupation(each) for each in entry.counterparts],
        "posts": [_post(post) for post in entry.posts],
        "class_posts": [_post(post) for post in entry.class_posts],
        "proposed": [_post(post) for post in entry.proposed],
        "limits": [_words(words) for words in entry.limits],
    }


def _occupation(entry: Occupation) -> dict[str, object]:
    return {
        "code": entry.code,
        "name": entry.name,
        "level": entry.level.value,
        "classification": entry.classification,
        "edition": entry.edition,
        "effective_from": entry.effective_from,
        "is_green": entry.is_green,
        "is_digital": entry.is_digital,
        "attested_by": list(entry.attested_by),
        "former_names": list(entry.former_names),
        "note": entry.note,
    }


def _correspondence(row: Correspondence) -> dict[str, object]:
    return {
        "code_2015": row.code_2015,
        "name_2015": row.name_2015,
        "kind": row.kind.value,
        "codes_2022": list(row.codes_2022),
        "proposed_2022": list(row.proposed_2022),
        "reason": _words(row.reason),
        "attested_by": list(row.attested_by),
    }


def _post(post: OccupationPost) -> dict[str, object]:
    return {
        "post": row_dict(post.post),
        "edition_title": post.edition_title,
        "place": post.place,
        "link": link_dict(post.link),
    }


def _words(words: Words) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise InvalidOptionError(
            f"“{text}”不是日期。",
            f"“{text}” is not a day.",
            where="as_of",
            hint_zh="日期写作 2024-07-31。",
            hint_en="Write a day as 2024-07-31.",
        ) from fault
