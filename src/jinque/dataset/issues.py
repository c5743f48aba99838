"""An issue in the shape of `issues --json`."""

from jinque.model import Issue


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
    }
