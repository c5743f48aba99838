"""Two editions, or two versions of one, beside each other.

What became of the posts of one edition in another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlencode

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromQuery

from jinque import api
from jinque.api.workspace import edition_reference
from jinque.errors import InvalidOptionError
from jinque.locale import Sentence, joined, say, say_in
from jinque.model.comparison import CHANGE_WORDS, PAIRED_WORDS, EditionDiff
from jinque.web.forms import Paging, workbook
from jinque.web.pages.editions import PageNumber
from jinque.web.shown import Row
from jinque.web.visit import FAULTS_OF_ONE, Visit

ROWS_PER_PAGE = 50
LISTS = ("changed", "added", "removed", "near")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionChoice:
    """An edition to choose; `value` is its identifier, with `@` and the version of an old one."""

    value: str
    title: str | None
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DiffContext:
    """What `/diff` shows.

    Attributes:
        former: as asked for; empty before anything is.
        later: as above.
        choices: every version of every edition.
        summary: `former`, `later`, `is_one_scale`, `note` and `counts` of the diff; None before
            two editions are chosen.
        kind: the list shown: `changed`, `added`, `removed`, `near`, or one kind of change.
        kinds: what the kinds of change are called.
        signs: what showed that two rows are one, in words.
        rows: of this page: posts, pairs with their changes, or near pairs.
        total: rows of the list.
        workbook: address of the whole as a workbook; empty before two editions are chosen.
    """

    former: str
    later: str
    choices: tuple[EditionChoice, ...]
    summary: Row | None
    kind: str
    kinds: dict[str, Sentence]
    signs: dict[str, Sentence]
    rows: tuple[Row, ...]
    total: int
    workbook: str
    paging: Paging


def diff_context(
    workspace: api.Workspace, former: str, later: str, kind: str, page: int
) -> DiffContext:
    """Gather one list of what became of the posts.

    Raises:
        InvalidOptionError: a version is no number, or there is no such kind or page.
        UnknownEditionError: there is no such edition or version.
    """
    both = api.to_json(diff_of(workspace, former, later)) if former and later else None
    shown = kind or (_first(both) if both else LISTS[0])
    listed = _listed(both, shown) if both else []
    paging = Paging.of(len(listed), page, ROWS_PER_PAGE)
    return DiffContext(
        former=former,
        later=later,
        choices=_choices(workspace),
        summary={key: both[key] for key in both if key not in LISTS} if both else None,
        kind=shown,
        kinds={kind.value: words for kind, words in CHANGE_WORDS.items()},
        signs={sign.value: words for sign, words in PAIRED_WORDS.items()},
        rows=tuple(listed[paging.offset : paging.offset + ROWS_PER_PAGE]),
        total=len(listed),
        workbook=f"/diff.xlsx?{urlencode({'former': former, 'later': later})}" if both else "",
        paging=paging,
    )


def diff_of(workspace: api.Workspace, former: str, later: str) -> EditionDiff:
    """Return the whole diff of two editions, each perhaps with its version.

    Raises:
        InvalidOptionError: a version is no number.
        UnknownEditionError: there is no such edition or version.
    """
    (old, old_version), (new, new_version) = map(edition_reference, (former, later))
    return api.diff(workspace, old, new, former_version=old_version, later_version=new_version)


def _first(both: Row) -> str:
    return next((name for name in LISTS if both[name]), LISTS[0])


def _listed(both: Row, kind: str) -> Sequence[Row]:
    if kind in LISTS:
        return cast("list[Row]", both[kind])
    known = [each.value for each in CHANGE_WORDS]
    if kind not in known:
        raise InvalidOptionError(
            say_in("difference", "There is no kind “{kind}”.", kind=kind),
            where="kind",
            hint=say("The values are: {value}.", value=joined([*LISTS, *known])),
        )
    pairs = cast("list[dict[str, list[Row]]]", both["changed"])
    return [
        cast("Row", pair) for pair in pairs if any(each["kind"] == kind for each in pair["changes"])
    ]


def _choices(workspace: api.Workspace) -> tuple[EditionChoice, ...]:
    made = []
    for summary in api.catalogues(workspace):
        title = summary.metadata.title.value
        made.append(EditionChoice(value=summary.id, title=title, version=summary.version))
        made += [
            EditionChoice(value=f"{old.id}@{old.version}", title=title, version=old.version)
            for old in api.versions(workspace, summary.id)
            if old.version != summary.version
        ]
    return tuple(made)


@get("/diff", media_type=MediaType.JSON, operation_id="diff", responses=FAULTS_OF_ONE)
async def diff_page(
    visit: NamedDependency[Visit],
    former: FromQuery[str] = "",
    later: FromQuery[str] = "",
    kind: FromQuery[str] = "",
    page: PageNumber = 1,
) -> Response[DiffContext]:
    """Two editions, or two versions of one: what was added, removed and changed."""
    return visit.answer(
        "diff.html", lambda workspace: diff_context(workspace, former, later, kind, page)
    )


@get("/diff.xlsx", include_in_schema=False)
async def diff_workbook(
    visit: NamedDependency[Visit], former: FromQuery[str] = "", later: FromQuery[str] = ""
) -> Response[bytes]:
    """The same as a workbook, in full."""
    return await workbook(
        visit,
        "jinque-diff.xlsx",
        lambda workspace: api.diff_workbook(diff_of(workspace, former, later), visit.view.language),
    )
