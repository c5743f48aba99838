"""The verbs of a self-check: one person beside one post, or beside all posts of all cities."""

from collections.abc import Collection
from datetime import UTC, date, datetime

from jinque import eligibility
from jinque.api.criteria import post_criteria
from jinque.api.eligibility_readings import readings
from jinque.api.lookup import find_edition
from jinque.api.workspace import Workspace
from jinque.eligibility import Wish
from jinque.errors import InvalidOptionError
from jinque.model.assessment import Assessment, Verdict
from jinque.model.assessment_overview import Overview
from jinque.model.person import Person
from jinque.model.post_criteria import CriteriaAnswer
from jinque.text import fold


def assess(
    workspace: Workspace, person: Person, post_id: str, on: date | None = None
) -> Assessment:
    """Return how a person stands to the printed requirements of one post.

    Args:
        workspace: whose newest editions are looked at.
        person: what they tell; nothing of it is kept.
        post_id: as in `show`.
        on: the day as of which years count; None means today.

    Raises:
        UnknownEditionError: the identifier begins with no edition.
        UnknownPostError: the edition has no such post; the hint names near ones.
    """
    answer = post_criteria(workspace, post_id)
    return eligibility.assess(eligibility.coded(person), answer, on or today())


def assess_all(  # noqa: PLR0913 - each narrows what is shown
    workspace: Workspace,
    person: Person,
    on: date | None = None,
    *,
    aim: str | None = None,
    places: Collection[str] = (),
    editions: Collection[str] = (),
    verdicts: Collection[Verdict] = (),
) -> Overview:
    """Return how a person stands to all posts, the nearest occupation first.

    Args:
        workspace: whose newest editions are looked at.
        person: what they tell; nothing of it is kept.
        on: the day as of which years count; None means today.
        aim: occupation or code aimed at; None takes the person's own work.
        places: cities, counties, or parts of their names; none means all.
        editions: identifiers of catalogues; none means all.
        verdicts: verdicts to show; counts are of all.

    Raises:
        UnknownEditionError: there is no edition of that identifier; the hint names near ones.
        InvalidOptionError: no edition is of a place; the hint names the places that there are.
    """
    every = readings(workspace)
    _check_places(every, places)
    wanted = {find_edition(workspace, typed).edition.id for typed in editions}
    chosen = [
        answer
        for answer in every
        if (not editions or answer.edition.id in wanted)
        and (not places or any(_is_in(place, places) for place in _places(answer)))
    ]
    published = [workspace.published(each.id) for each in workspace.summaries()]
    wish = Wish(aim=aim, verdicts=verdicts)
    return eligibility.overview(person, chosen, published, on or today(), wish)


def today() -> date:
    """Return the day of the clock of this machine."""
    return datetime.now(UTC).astimezone().date()


def _places(answer: CriteriaAnswer) -> tuple[str | None, str | None]:
    return answer.edition.metadata.place.value, answer.post.region


def _check_places(answers: Collection[CriteriaAnswer], places: Collection[str]) -> None:
    known = dict.fromkeys(each for answer in answers for each in _places(answer) if each)
    for place in places:
        if not any(_is_in(each, [place]) for each in known):
            names = "、".join(known)
            raise InvalidOptionError(
                f"没有“{place}”的目录。",
                f"There is no catalogue of “{place}”.",
                where="place",
                hint_zh=f"有这些地方的目录：{names}。",
                hint_en=f"There are catalogues of: {names}.",
            )


def _is_in(place: str | None, places: Collection[str]) -> bool:
    return place is not None and any(fold(each) in fold(place) for each in places)
