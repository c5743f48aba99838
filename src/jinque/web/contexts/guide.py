"""An occupation in plain words."""

from dataclasses import dataclass

from jinque import api
from jinque.model.guide import GuideAnswer
from jinque.web.contexts.cards import Row
from jinque.web.contexts.ladder_links import ladder_hrefs
from jinque.web.contexts.majors import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideContext:
    """What `/occupations/{occupation}/guide` shows.

    Attributes:
        query: the code or name in the address.
        foreign: posts for foreign nationals count.
        entries: several where two editions disagree about a code.
        ladder_hrefs: addresses of the rows of the rules' table that have its name, by row.
    """

    query: str
    foreign: bool
    entries: tuple[Row, ...]
    ladder_hrefs: dict[str, str]


def guide_context(workspace: api.Workspace, typed: str, *, foreign: bool) -> GuideContext:
    """Gather what the catalogues print of an occupation.

    Raises:
        UnknownOccupationError: there is no such code or name.
    """
    answer: GuideAnswer = api.guide(workspace, typed, foreign=foreign)
    entries = api.occupation(workspace, typed).entries
    named = [
        each.post.id
        for entry in entries
        for each in (*entry.posts, *entry.proposed)
        if each.post.name == entry.found.entry.name
    ]
    return GuideContext(
        query=answer.query,
        foreign=foreign,
        entries=rows(api.teaching_dict(answer)["entries"]),
        ladder_hrefs=ladder_hrefs(workspace, named),
    )
