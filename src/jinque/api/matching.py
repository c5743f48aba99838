"""The verbs of a self-check: one person beside one post, or beside all posts of all cities.

The file about a person, read from a path.

Answers of a self-check as JSON objects (docs/reference/json.md#a-self-check).

What a person tells of themself in a file.
"""

from collections.abc import Collection
from datetime import UTC, date, datetime
from pathlib import Path

from jinque import documents, matching
from jinque.api.criteria import post_criteria
from jinque.api.workspace import Workspace, find_edition
from jinque.errors import InvalidOptionError, InvalidPersonError
from jinque.locale import say
from jinque.matching import Wish
from jinque.matching.asked import Asked, AskedPost
from jinque.model import EditionSummary, Kind
from jinque.model.criterion import CriteriaAnswer
from jinque.model.matching import (
    Assessment,
    Overview,
    Verdict,
)
from jinque.model.person import Person
from jinque.parameters import person_file as files
from jinque.parameters.person_file import Fault, Tree
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
    return matching.assess(matching.coded(person), answer, on or today())


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
    asked = workspace.asked()
    if places:
        _check_places(asked, places)
    if editions:
        asked = asked.of_editions({find_edition(workspace, typed).edition.id for typed in editions})
    listing = (each.id for each in workspace.summaries() if each.counts.get(Kind.LIST_ITEM))
    published = [workspace.published(each) for each in listing]

    def answer_of(edition: EditionSummary, place: int) -> CriteriaAnswer:
        return workspace.rows_read(edition.id)[place]

    def covers(edition: EditionSummary, post: AskedPost) -> bool:
        return any(_is_in(place, places) for place in _places(edition, post))

    wish = Wish(aim=aim, verdicts=verdicts, covers=covers if places else None)
    return matching.overview_of(person, asked, answer_of, published, on or today(), wish)


def today() -> date:
    """Return the day of the clock of this machine."""
    return datetime.now(UTC).astimezone().date()


def _places(edition: EditionSummary, post: AskedPost) -> tuple[str | None, str | None]:
    return edition.metadata.place.value, post.region


def _check_places(asked: Asked, places: Collection[str]) -> None:
    every = (_places(part.edition, post) for part, post in asked.posts)
    known = dict.fromkeys(each for pair in every for each in pair if each)
    for place in places:
        if not any(_is_in(each, [place]) for each in known):
            names = "、".join(known)
            raise InvalidOptionError(
                say("There is no catalogue of “{place}”.", place=place),
                where="place",
                hint=say("There are catalogues of: {names}.", names=names),
            )


def _is_in(place: str | None, places: Collection[str]) -> bool:
    return place is not None and any(fold(each) in fold(place) for each in places)


_ENCODINGS = ("utf-8-sig", "gb18030")


def read_person(content: str | bytes, name: str) -> Person:
    """Read a file about a person: YAML or JSON with keys in Chinese or English.

    Args:
        content: text, or bytes in UTF-8 or GB 18030.
        name: of the file, which tells JSON from YAML and stands in errors.

    Raises:
        InvalidPersonError: it cannot be read; it says which lines and keys, why, and what to do.
    """
    return files.read_person(content if isinstance(content, str) else _text(content, name), name)


def read_person_told(tree: Tree) -> tuple[Person, tuple[Fault, ...]]:
    """Read the same of a form: keys and values as in a file, every value a text.

    Returns:
        The person without the facts at fault, and the faults, by path of the key.
    """
    return files.read_person_told(tree)


def with_english_keys(body: object) -> object:
    """Return a JSON object about a person with its Chinese keys in English."""
    return files.with_english_keys(body)


def example_person() -> str:
    """Return a commented example of such a file, in YAML."""
    return files.example_person()


def _text(content: bytes, name: str) -> str:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InvalidPersonError(
        say("The file about the person is no text."),
        where=name,
        hint=say("Save it as plain text in UTF-8."),
    )


def read_person_file(path: Path) -> Person:
    """Read a file about a person: YAML or JSON.

    Raises:
        WrongCallError: there is no such file, or it cannot be read; it says where and why.
    """
    return read_person(documents.load(path), path.name)
