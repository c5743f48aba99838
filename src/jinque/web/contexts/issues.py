"""What was found while an edition was read."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from jinque import api
from jinque.model import Issue
from jinque.web.contexts.cards import EditionCard, Row
from jinque.web.contexts.lists import Filter, Option, Paging

ISSUES_PER_PAGE = 100

# Name of the query parameter -> what it asks of an issue.
ASKED: Mapping[str, Callable[[Issue], str]] = {
    "severity": lambda issue: issue.severity.value,
    "check": lambda issue: issue.code,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuesContext:
    """What `/editions/{id}/issues` shows.

    Attributes:
        rows_in: rows, list entries and clauses that the source holds.
        rows_out: how many of them were read.
        total: issues that the filters let through.
        of: issues of the edition.
    """

    edition: EditionCard
    rows_in: int
    rows_out: int
    filters: tuple[Filter, ...]
    issues: tuple[Row, ...]
    total: int
    of: int
    paging: Paging


def issues_context(
    workspace: api.Workspace, edition_id: str, chosen: dict[str, str], page: int
) -> IssuesContext:
    """Gather the issues of an edition.

    Args:
        workspace: where the edition is.
        edition_id: identifier of the edition.
        chosen: `severity` and `check` to keep; an empty text keeps all.
        page: counted from 1.

    Raises:
        UnknownEditionError: no edition is called so.
        InvalidOptionError: the list has no such page.
    """
    published = api.edition(workspace, edition_id)
    issues = published.report.issues
    held = _holding(issues, chosen)
    paging = Paging.of(len(held), page, ISSUES_PER_PAGE)
    shown = held[paging.offset : paging.offset + ISSUES_PER_PAGE]
    return IssuesContext(
        edition=EditionCard.of(published.summary),
        rows_in=published.report.rows_in,
        rows_out=published.report.rows_out,
        filters=tuple(_filter(issues, chosen, name) for name in chosen),
        issues=tuple(api.issue_dict(issue) for issue in shown),
        total=len(held),
        of=len(issues),
        paging=paging,
    )


def _holding(issues: Iterable[Issue], chosen: dict[str, str], but: str = "") -> list[Issue]:
    wanted = {name: value for name, value in chosen.items() if value and name != but}
    return [
        issue
        for issue in issues
        if all(ASKED[name](issue) == value for name, value in wanted.items())
    ]


def _filter(issues: tuple[Issue, ...], chosen: dict[str, str], name: str) -> Filter:
    held = Counter(ASKED[name](issue) for issue in _holding(issues, chosen, but=name))
    every = dict.fromkeys(ASKED[name](issue) for issue in issues)
    value = chosen[name]
    options = tuple(Option(value=each, count=held[each], is_chosen=each == value) for each in every)
    return Filter(name=name, chosen=(value,) if value else (), options=options)
