"""An issue in the shape of `issues --json`."""

from jinque.model import Issue, Place


def issue_dict(issue: Issue) -> dict[str, object]:
    """Return an issue with its message in both languages, keys in the contract's order."""
    return {
        "code": issue.code,
        "severity": issue.severity.value,
        "post": issue.post_id,
        "section": issue.section,
        "serial": issue.serial,
        "line_start": issue.line_start,
        "line_end": issue.line_end,
        "message": {"zh": issue.message.zh, "en": issue.message.en},
        "quote": issue.quote,
        "place": issue.place and place_dict(issue.place),
        "settled": issue.settled
        and {"reason": issue.settled.reason, "decided_on": issue.settled.decided_on},
    }


def place_dict(place: Place) -> dict[str, object]:
    """Return a place in an office file; what does not apply is null."""
    return {
        "page": place.page,
        "sheet": place.sheet,
        "table": place.table,
        "row": place.row,
        "column": place.column,
    }
