"""Names to choose from while a query is typed.

The verb for an occupation, and the JSON shapes of it and of links.
"""

from datetime import date

from jinque import search
from jinque.api.workspace import Workspace
from jinque.dataset import row_dict
from jinque.errors import InvalidOptionError
from jinque.locale import both, say
from jinque.model import (
    Correspondence,
    FoundOccupation,
    Link,
    Occupation,
    OccupationAnswer,
    OccupationEntry,
    OccupationPost,
)


def complete(workspace: Workspace, typed: str) -> tuple[str, ...]:
    """Return at most ten names of rows for the beginning of a query; none for an empty one."""
    return search.complete(workspace.index(), typed)


def occupation(
    workspace: Workspace, typed: str, day: str | None = None, edition: str | None = None
) -> OccupationAnswer:
    """Return what a code or a name means in both editions, and the posts that name it.

    Args:
        workspace: whose newest editions are looked through.
        typed: a code of one to five segments, or a whole name.
        day: ISO 8601; tells, besides, whether the occupation held on that day.
        edition: `2022` or `2015`: the entries of that edition alone; None follows old codes and
            names to 2022.

    Raises:
        InvalidOptionError: `day` is no day, or before every edition known; no such edition.
        UnknownOccupationError: there is no such code or name; the hint names near ones.
    """
    asked = _day(day) if day else None
    return search.find_occupation(workspace.occupations(), typed, asked, edition)


def occupation_dict(answer: OccupationAnswer) -> dict[str, object]:
    """Return what is known of an occupation."""
    return {
        "query": answer.query,
        "classification": answer.edition,
        "meanings": [_occupation(each) for each in answer.meanings],
        "is_code_shared": answer.is_code_shared,
        "day": answer.day,
        "day_edition": answer.day_edition,
        "day_note": answer.day_note and both(answer.day_note),
        "entries": [_entry(entry) for entry in answer.entries],
    }


def link_dict(link: Link) -> dict[str, object]:
    """Return how a post stands to the classification."""
    return {
        "status": link.status.value,
        "code": link.code,
        "classification": link.edition,
        "reason": both(link.reason),
        "candidates": [
            {
                "code": candidate.code,
                "name": candidate.name,
                "classification": candidate.edition,
                "likeness": candidate.likeness.value,
                "reason": both(candidate.reason),
            }
            for candidate in link.candidates
        ],
    }


def found_dict(found: FoundOccupation) -> dict[str, object]:
    """Return an entry with the way that led to it."""
    return {"occupation": _occupation(found.entry), "via": found.via and _correspondence(found.via)}


def _entry(entry: OccupationEntry) -> dict[str, object]:
    via = entry.found.via
    return {
        "occupation": _occupation(entry.found.entry),
        "via": via and _correspondence(via),
        "standing": entry.standing and entry.standing.value,
        "elsewhere": entry.elsewhere and _occupation(entry.elsewhere),
        "sources": [both(words) for words in entry.sources],
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
        "limits": [both(words) for words in entry.limits],
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
        "certainty": entry.certainty and entry.certainty.value,
        "other_spellings": list(entry.other_spellings),
    }


def _correspondence(row: Correspondence) -> dict[str, object]:
    return {
        "code_2015": row.code_2015,
        "name_2015": row.name_2015,
        "kind": row.kind.value,
        "codes_2022": list(row.codes_2022),
        "proposed_2022": list(row.proposed_2022),
        "reason": both(row.reason),
        "attested_by": list(row.attested_by),
        "name_now": row.name_now,
        "is_code_reused": row.is_code_reused,
        "certainty": row.certainty and row.certainty.value,
    }


def _post(post: OccupationPost) -> dict[str, object]:
    return {
        "post": row_dict(post.post),
        "edition_title": post.edition_title,
        "place": post.place,
        "link": link_dict(post.link),
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise InvalidOptionError(
            say("“{text}” is not a day.", text=text),
            where="as_of",
            hint=say("Write a day as 2024-07-31."),
        ) from fault
