"""The verbs of a self-check: one person beside one post, or beside all posts of all cities.

The file about a person, read from a path.

Answers of a self-check as JSON objects (docs/reference/json.md#a-self-check).

What a person tells of themself in a file.
"""

from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from jinque import documents, matching
from jinque.api.criteria import post_criteria
from jinque.api.ladder import citation_dict, day, facts
from jinque.api.workspace import Workspace, find_edition
from jinque.criteria.wording import describe
from jinque.dataset import issue_dict, row_dict
from jinque.errors import InvalidOptionError, InvalidPersonError
from jinque.locale import both, say
from jinque.matching import Wish
from jinque.matching.asked import Asked, AskedPost
from jinque.model import EditionSummary, Kind
from jinque.model.criterion import CriteriaAnswer
from jinque.model.matching import (
    NOT_YET_CONDITION,
    SELF_CHECK_NOTICE,
    VERDICT_NAMES,
    Assessment,
    CareerPath,
    NextFact,
    Overview,
    PostFinding,
    Verdict,
    WantedItem,
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


def assessment_dict(each: Assessment) -> dict[str, object]:
    """Return how a person stands to one post, finding by finding."""
    return {
        **_head(each),
        "findings": [finding_dict(found) for found in each.findings],
        "evidence": [finding_dict(found) for found in each.evidence],
        "to_judge": [finding_dict(found) for found in each.to_judge],
        "missing": facts(each.missing),
        "none_stated": list(each.none_stated),
        "blank": list(each.blank),
        "doubts": [issue_dict(issue) for issue in each.doubts],
        "notice": both(SELF_CHECK_NOTICE),
    }


def overview_dict(view: Overview) -> dict[str, object]:
    """Return how a person stands to all posts, in short; each post alone gives its findings."""
    near_misses = {each.post.id for each in view.near_misses}
    return {
        "on": view.on.isoformat(),
        "aim": view.aim,
        "counts": {verdict.value: count for verdict, count in view.counts.items()},
        "posts": [
            {**short_dict(each), "is_near_miss": each.post.id in near_misses}
            for each in view.assessments
        ],
        "no_stated_requirements": [short_dict(each) for each in view.no_stated],
        "next_facts": [_next(each) for each in view.next_facts],
        "paths": [_path(each) for each in view.paths],
        "wanted": {
            "titles": list(view.wanted.titles),
            "asked": list(view.wanted.asked),
            "items": [_wanted(item) for item in view.wanted.items],
        },
        "notice": both(SELF_CHECK_NOTICE),
    }


def short_dict(each: Assessment) -> dict[str, object]:
    """Return how a person stands to one post among others: what is unmet, open and lacking."""
    return {
        **_head(each),
        "unmet": _clauses(each.unmet),
        "to_judge": _clauses(each.to_judge),
        "evidence": len(each.evidence),
        "missing": facts(each.missing),
    }


def finding_dict(found: PostFinding) -> dict[str, object]:
    """Return one finding: printed words and our reading of them told apart."""
    return {
        "clause": found.demand.clause,
        "quote": found.demand.quote,
        "block": found.demand.block,
        "kind": found.demand.criterion.kind,
        "reading": both(describe(found.demand.criterion)),
        "outcome": found.outcome.value,
        "bearing": found.bearing.value,
        "reason": both(found.reason),
        "missing": facts(found.missing),
        "earliest_date": day(found.earliest_date),
        "citation": citation_dict(found.demand.citation),
    }


def _head(each: Assessment) -> dict[str, object]:
    facts_of, standing, near = each.edition.metadata, each.standing, each.nearness
    is_not_yet = each.verdict is Verdict.NOT_YET
    return {
        "post": each.post.id,
        "name": each.post.name_printed,
        "place": facts_of.place.value,
        "on": each.on.isoformat(),
        "verdict": each.verdict.value,
        "verdict_words": both(VERDICT_NAMES[each.verdict]),
        "earliest_date": day(each.earliest_date),
        "condition": both(NOT_YET_CONDITION) if is_not_yet else None,
        "validity": {
            "status": standing.validity.value,
            "text_year": standing.text_year,
            "reason": both(standing.reason),
        },
        "nearness": {
            "distance": int(near.distance),
            "reason": both(near.reason) if near.reason else None,
        },
    }


def _clauses(several: Iterable[PostFinding]) -> list[dict[str, object]]:
    return [
        {
            "clause": found.demand.clause,
            "kind": found.demand.criterion.kind,
            "reason": both(found.reason),
        }
        for found in several
    ]


def _next(each: NextFact) -> dict[str, object]:
    [fact] = facts([each.fact])
    return {**fact, "posts": each.posts, "settles": each.settles, "nearest": each.nearest}


def _path(path: CareerPath) -> dict[str, object]:
    each = path.assessment
    return {
        "post": each.post.id,
        "name": each.post.name_printed,
        "place": each.edition.metadata.place.value,
        "years": path.years,
        "verdict": each.verdict.value,
    }


def _wanted(each: WantedItem) -> dict[str, object]:
    return {
        "item": row_dict(each.item),
        "place": each.place,
        "held": each.held,
        "is_same": each.is_same,
        "reason": both(each.reason),
    }
