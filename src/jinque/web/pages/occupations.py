"""The classification from its root.

The national classification: its root, and one occupation.

One occupation: place in the tree, both editions, the posts of every catalogue.
"""

from dataclasses import dataclass
from typing import cast
from urllib.parse import quote

from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from jinque import api
from jinque.locale import Sentence
from jinque.model import (
    Correspondence,
    EditionSummary,
    Occupation,
    OccupationAnswer,
    OccupationEntry,
    OccupationPost,
    Post,
    TreeStep,
)
from jinque.web.shown import ladder_hrefs
from jinque.web.visit import FAULTS, FAULTS_OF_ONE, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchView:
    """An entry below, with the number of posts linked to it or below it."""

    code: str
    name: str
    posts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """An entry that the address leads to.

    Attributes:
        via: the row by which an old code or name led here; None where the entry itself has it.
        standing: on the day asked for; None without one.
        correspondences: rows to the other edition; empty where nothing is known.
        counterparts: the entries of 2022 that these rows name or propose.
        posts: linked to the entry, in every catalogue.
        class_posts: linked to a class above it.
        proposed: not linked; the name suggests it, or a row merely proposes it.
        elsewhere: what the entry's own code is in the other edition, where nothing attests that it
            is the same there.
        sources: what attests an entry of 2015, in words; empty for one of 2022.
        limits: what is missing from the lists.
    """

    occupation: Occupation
    via: Correspondence | None
    standing: str | None
    above: tuple[TreeStep, ...]
    below: tuple[BranchView, ...]
    correspondences: tuple[Correspondence, ...]
    counterparts: tuple[Occupation, ...]
    posts: tuple[OccupationPost, ...]
    class_posts: tuple[OccupationPost, ...]
    proposed: tuple[OccupationPost, ...]
    elsewhere: Occupation | None
    sources: tuple[Sentence, ...]
    limits: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationContext:
    """What `/occupations/{occupation}` shows.

    Attributes:
        query: the code or name in the address.
        classification: edition that was asked for alone; None for both.
        meanings: what the code in the address is in each edition; empty for a name.
        is_code_shared: the editions give that code to two entries that nothing attests to be one.
        day: ISO 8601; None where no day was asked for.
        day_edition: edition in force on that day.
        day_note: what stays undecided about that day.
        entries: several where two editions disagree about a code.
        editions: those of the posts, by identifier.
        ladder_hrefs: addresses of the ladder pages of those posts that have one, by identifier.
    """

    query: str
    classification: str | None
    meanings: tuple[Occupation, ...]
    is_code_shared: bool
    day: str | None
    day_edition: str | None
    day_note: Sentence | None
    entries: tuple[EntryView, ...]
    editions: dict[str, EditionSummary]
    ladder_hrefs: dict[str, str]


def occupation_context(
    workspace: api.Workspace, typed: str, day: str | None, classification: str | None = None
) -> OccupationContext:
    """Gather an occupation.

    Raises:
        InvalidOptionError: `day` is no day, or before every edition known; no such edition.
        UnknownOccupationError: there is no such code or name.
    """
    answer = api.occupation(workspace, typed, day, classification)
    posts = _posts(answer)
    return OccupationContext(
        query=answer.query,
        classification=answer.edition,
        meanings=answer.meanings,
        is_code_shared=answer.is_code_shared,
        day=answer.day,
        day_edition=answer.day_edition,
        day_note=answer.day_note,
        entries=tuple(_entry(entry) for entry in answer.entries),
        editions={
            summary.id: summary
            for summary in api.catalogues(workspace)
            if summary.id in {post.edition_id for post in posts}
        },
        ladder_hrefs=ladder_hrefs(workspace, (post.id for post in posts)),
    )


def _posts(answer: OccupationAnswer) -> list[Post]:
    lists = ((each.posts, each.class_posts, each.proposed) for each in answer.entries)
    return [each.post for three in lists for listed in three for each in listed]


def _entry(entry: OccupationEntry) -> EntryView:
    branches = ((each.entry, each.posts) for each in entry.below)
    return EntryView(
        occupation=entry.found.entry,
        via=entry.found.via,
        standing=entry.standing.value if entry.standing else None,
        above=entry.above,
        below=tuple(
            BranchView(code=below.code, name=below.name, posts=posts) for below, posts in branches
        ),
        correspondences=entry.correspondences,
        counterparts=entry.counterparts,
        posts=entry.posts,
        class_posts=entry.class_posts,
        proposed=entry.proposed,
        elsewhere=entry.elsewhere,
        sources=entry.sources,
        limits=entry.limits,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationsContext:
    """What `/occupations` shows.

    Attributes:
        classification: edition whose tree it is.
        majors: its major groups with the number of posts linked to them or below.
        limits: what is missing from the lists.
    """

    classification: str
    majors: tuple[BranchView, ...]
    limits: tuple[Sentence, ...]


def occupations_context(workspace: api.Workspace, classification: str) -> OccupationsContext:
    """Gather the major groups of an edition.

    Raises:
        InvalidOptionError: there is no such edition.
    """
    codes = api.major_groups(classification)
    answers = (api.occupation(workspace, code, edition=classification) for code in codes)
    entries = [answer.entries[0] for answer in answers]
    return OccupationsContext(
        classification=classification,
        majors=tuple(
            BranchView(
                code=entry.found.entry.code,
                name=entry.found.entry.name,
                posts=len(entry.posts) + sum(branch.posts for branch in entry.below),
            )
            for entry in entries
        ),
        limits=entries[0].limits,
    )


@get("/occupations", media_type=MediaType.JSON, operation_id="occupations", responses=FAULTS)
async def occupations_page(
    visit: NamedDependency[Visit], q: FromQuery[str] = "", classification: FromQuery[str] = "2022"
) -> Response[OccupationsContext]:
    """The major groups of an edition; with `q`, a code or a name, the way to that occupation."""
    typed = q.strip()
    if typed:
        ending = ".json" if visit.view.wants_json else ""
        place = f"/occupations/{quote(typed, safe='')}{ending}"
        moved = Response(b"", status_code=303, headers={"location": place})
        return cast("Response[OccupationsContext]", moved)
    return visit.answer(
        "occupations.html", lambda workspace: occupations_context(workspace, classification)
    )


@get(
    "/occupations/{occupation:str}",
    media_type=MediaType.JSON,
    operation_id="occupation",
    responses=FAULTS_OF_ONE,
)
async def occupation_page(
    visit: NamedDependency[Visit],
    occupation: FromPath[str],
    as_of: FromQuery[str] = "",
    classification: FromQuery[str] = "",
) -> Response[OccupationContext]:
    """An occupation: its place in the tree, both editions, the posts of every catalogue."""
    return visit.answer(
        "occupation.html",
        lambda workspace: occupation_context(
            workspace, occupation, as_of or None, classification or None
        ),
    )
