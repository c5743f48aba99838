"""Nouns as JSON for the faces: the codec's forms, with what only the rooms above it can say.

A key is worked out here where it needs more than the noun: our reading of a criterion in words,
the totals of a roster, the notice beside an answer. The room that says it is loaded only then.
The names stand in docs/reference/json.md.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Any

import msgspec

from jinque.codec import NOUNS, Codec, Form, Spread, Told
from jinque.locale import Sentence, sentences
from jinque.model import EditionSummary, IngestAnswer, Kind, PublishedEdition
from jinque.model.answers import short_names
from jinque.model.comparison import (
    PERCENTILE_MEANS,
    SCALES_APART,
    SCALES_DIFFER,
    ChangeKind,
    Comparison,
    EditionDiff,
    IndustryRow,
    Listing,
    NearPair,
    OccupationRow,
    PlaceProfile,
    PostPair,
)
from jinque.model.criterion import CriteriaAnswer, PostCriterion, PostReading
from jinque.model.ladder import BridgeAnswer
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
)
from jinque.model.post import Post
from jinque.model.review import Draft, DraftEdition, DraftIssue
from jinque.model.roster import (
    ROSTER_NOTICE,
    LargeAnswer,
    PersonScreened,
    PostTotals,
    RosterAnswer,
    RosterGroup,
    RosterPerson,
    ScreeningAnswer,
)

_RANGE_DIGITS = 4


def to_json(noun: object) -> Any:  # noqa: ANN401 - objects, arrays and plain values
    """Return an answer, or what is in it, as objects, arrays and plain values."""
    return FACES.encode(noun)


def to_json_bytes(noun: object) -> bytes:
    """Return the same as a JSON text in UTF-8."""
    return msgspec.json.encode(FACES.encode(noun))


def json_keys(kind: type) -> dict[str, Any]:
    """Return the keys of a noun's form in their order, each with the type of its value."""
    return FACES.keys_of(kind)


def rows_read(editions: Iterable[PublishedEdition]) -> dict[str, int]:
    """Return how many rows were read and what they became; what is read is the sum of the rest.

    `other` are title mappings, entries of running lists and clauses.
    """
    published = tuple(editions)
    read = sum(one.report.rows_in for one in published)
    rejected = sum(one.report.rows_rejected for one in published)
    posts = sum(post.kind is Kind.POST for one in published for post in one.edition.posts)
    return {"read": read, "posts": posts, "other": read - rejected - posts, "rejected": rejected}


def diff_counts(found: EditionDiff) -> dict[str, int]:
    """Return how many posts were added, removed, changed and left, and the changes by kind.

    A post with two changes counts once in `changed` and once under each kind.
    """
    kinds = Counter(change.kind for pair in found.changed for change in pair.changes)
    return {
        "added": len(found.added),
        "removed": len(found.removed),
        "changed": len(found.changed),
        "unchanged": len(found.unchanged),
        **{kind.value: kinds[kind] for kind in ChangeKind if kinds[kind]},
    }


# Editions.


_ROWS = ("rows_in", "rows_out", "rows_rejected")


def _first_edition(answer: IngestAnswer) -> str:
    return answer.editions[0].summary.id


def _rows_of_all(answer: IngestAnswer) -> dict[str, int]:
    return rows_read(answer.editions)


def _columns_of_all(answer: IngestAnswer) -> list[Told]:
    return [
        Told(noun=column, more={"edition": one.summary.id})
        for one in answer.editions
        for column in one.report.columns
    ]


def _issues_of_all(answer: IngestAnswer) -> list[Told]:
    return [
        Told(noun=issue, more={"edition": one.summary.id})
        for one in answer.editions
        for issue in one.report.issues
    ]


_EDITIONS: dict[type, Form] = {
    PublishedEdition: Form(splices=("summary",), omits=("edition",), excerpts={"report": _ROWS}),
    IngestAnswer: Form(
        adds={
            "edition": _first_edition,
            "rows": _rows_of_all,
            "columns": _columns_of_all,
            "issues": _issues_of_all,
        }
    ),
}


# Criteria and who meets them.


def _reading(each: PostCriterion) -> Sentence:
    from jinque.criteria.wording import describe

    return describe(each.criterion)


def _verdict_words(each: Assessment) -> Sentence:
    return VERDICT_NAMES[each.verdict]


def _condition(each: Assessment) -> Sentence | None:
    return NOT_YET_CONDITION if each.verdict is Verdict.NOT_YET else None


def _self_check(_answer: object) -> Sentence:
    return SELF_CHECK_NOTICE


_HEAD = (
    *("post", "name", "place", "on", "verdict", "verdict_words", "earliest_date", "condition"),
    *("validity", "nearness"),
)
_AMONG_OTHERS = (*_HEAD, "unmet", "to_judge", "missing")
_ON_A_PATH = ("post", "name", "place", "verdict")


def _among_others(each: Assessment, **more: object) -> Told:
    count = len(each.evidence)
    return Told(noun=each, keys=_AMONG_OTHERS, more={"evidence_count": count, **more})


def _posts(view: Overview) -> list[Told]:
    near = {each.post.id for each in view.near_misses}
    return [_among_others(each, is_near_miss=each.post.id in near) for each in view.assessments]


def _no_stated(view: Overview) -> list[Told]:
    return [_among_others(each) for each in view.no_stated]


def _on_paths(view: Overview) -> list[Told]:
    return [
        Told(noun=each.assessment, keys=_ON_A_PATH, more={"years": each.years})
        for each in view.paths
    ]


_MATCHING: dict[type, Form] = {
    PostCriterion: Form(adds={"reading": _reading}),
    PostReading: Form(
        names={"post_id": "post"}, adds={"states_requirements": "states_requirements"}
    ),
    CriteriaAnswer: Form(
        omits=("post", "edition"), splices=("reading",), adds={"name": "post.name"}
    ),
    PostFinding: Form(splices=("demand",), adds={"kind": "demand.criterion.kind"}),
    Assessment: Form(
        names={"standing": "validity"},
        omits=("post", "edition"),
        adds={
            "post": "post.id",
            "name": "post.name_printed",
            "place": "edition.metadata.place.value",
            "verdict_words": _verdict_words,
            "condition": _condition,
            "unmet": "unmet",
            "to_judge": "to_judge",
            "evidence": "evidence",
            "notice": _self_check,
        },
    ),
    NextFact: Form(splices=("fact",)),
    CareerPath: Form(omits=("assessment",)),
    Overview: Form(
        omits=("assessments", "no_stated", "paths"),
        adds={
            "posts": _posts,
            "no_stated_requirements": _no_stated,
            "paths": _on_paths,
            "notice": _self_check,
        },
    ),
}


# A roster held against posts.


def _of_roster(_answer: object) -> Sentence:
    notices = (SELF_CHECK_NOTICE, ROSTER_NOTICE)
    return sentences(each for each in notices)


def _rows(answer: ScreeningAnswer | RosterAnswer) -> int:
    people = answer.people if isinstance(answer, ScreeningAnswer) else answer.results
    return len(people) + len(answer.rejects)


def _shown(post: PostTotals) -> tuple[int | None, int | None, int | None]:
    from jinque.matching.sheets import totals_shown

    return totals_shown(post)


def _matches(post: PostTotals) -> int | None:
    return _shown(post)[0]


def _undecided(post: PostTotals) -> int | None:
    return _shown(post)[1]


def _not_matching(post: PostTotals) -> int | None:
    return _shown(post)[2]


def _write_counts(counts: tuple[int, int, int]) -> dict[str, object]:
    return dict(zip(_HOW_MANY, counts, strict=True))


def _read_counts(told: Mapping[str, Any]) -> tuple[object, ...]:
    return tuple(told[key] for key in _HOW_MANY)


_HOW_MANY = ("matches", "undecided", "not_matching")
_COUNTS = Spread(keys=dict.fromkeys(_HOW_MANY, int), write=_write_counts, read=_read_counts)
_FOR_A_PERSON = ("post", "verdict", "missing", "earliest_date")


def _quotes(findings: Iterable[PostFinding]) -> list[str]:
    return [one.demand.quote for one in findings]


def _worth_reading(each: PersonScreened) -> list[Told]:
    return [
        Told(
            noun=found,
            keys=_FOR_A_PERSON,
            more={
                "unmet_quotes": _quotes(found.unmet),
                "undecided_quotes": _quotes(found.undecided),
                "evidence_quotes": _quotes(found.evidence),
            },
        )
        for found in each.worth_reading
    ]


_SCREENING: dict[type, Form] = {
    PostTotals: Form(
        names={"post_id": "post"},
        omits=("matches", "undecided", "not_matching"),
        adds={"matches": _matches, "undecided": _undecided, "not_matching": _not_matching},
    ),
    RosterPerson: Form(omits=("place", "person"), adds={"row": "place.address"}),
    PersonScreened: Form(
        splices=("who",),
        spreads={"counts": _COUNTS},
        omits=("worth_reading",),
        adds={"posts": _worth_reading},
    ),
    ScreeningAnswer: Form(
        names={"no_stated": "posts_without_requirements"},
        adds={"rows": _rows, "notice": _of_roster},
    ),
    LargeAnswer: Form(
        names={"no_stated": "posts_without_requirements", "before": "kept_from_before"},
        adds={"notice": _of_roster},
    ),
}


# The ladder.


def _summary(answer: RosterAnswer) -> tuple[RosterGroup, ...]:
    from jinque.ladder.roster import summarise

    return summarise(answer)


def _missing_of_people(missing: Iterable[tuple[Sentence, int | None]]) -> dict[str, object]:
    return {"missing": [{"question": asked, "people": people} for asked, people in missing]}


def _read_missing(told: Mapping[str, Any]) -> list[tuple[object, object]]:
    return [(each["question"], each["people"]) for each in told["missing"]]


_LADDER: dict[type, Form] = {
    BridgeAnswer: Form(
        excerpts={"request": ("direction", "on", "occupation")},
    ),
    RosterGroup: Form(
        spreads={
            "missing": Spread(
                keys={"missing": list[dict[str, Any]]},
                write=_missing_of_people,
                read=_read_missing,
            )
        }
    ),
    RosterAnswer: Form(adds={"rows": _rows, "summary": _summary}),
}


# Editions side by side.

Range = dict[str, float] | None


def _range(numbers: Sequence[float]) -> Range:
    if not numbers:
        return None
    middle = round(median(numbers), _RANGE_DIGITS)
    return {"lowest": numbers[0], "median": middle, "highest": numbers[-1], "posts": len(numbers)}


def _pay(each: PlaceProfile | IndustryRow) -> Range:
    return _range(each.pay)


def _years(each: IndustryRow) -> Range:
    return _range(each.years)


def profiles_told(found: Comparison) -> list[Told]:
    """Return the catalogues of a comparison, each with its short name among them."""
    names = short_names(profile.edition for profile in found.profiles)
    return [Told(noun=each, more={"name": names[each.edition.id]}) for each in found.profiles]


def _compare_notes(_found: Comparison) -> tuple[Sentence, ...]:
    return SCALES_APART, PERCENTILE_MEANS


def _write_group(group: tuple[str, str] | None) -> dict[str, object]:
    return {"group": group and dict(zip(("code", "name"), group, strict=True))}


def _read_group(told: Mapping[str, Any]) -> object:
    return told["group"] and tuple(told["group"].values())


def _how_many_editions(row: OccupationRow) -> int:
    return len(row.editions)


_LISTED = ("name", "industry", "region", "shortage", "pay_cny_10k_year")


_COMPARED: dict[type, Form] = {
    PlaceProfile: Form(
        omits=("pay",),
        excerpts={"edition": ("id", "version")},
        adds={"title": "edition.metadata.title.value", "pay_cny_10k_year": _pay},
    ),
    OccupationRow: Form(
        spreads={
            "group": Spread(
                keys={"group": dict[str, str] | None}, write=_write_group, read=_read_group
            )
        },
        adds={"editions": _how_many_editions},
    ),
    Listing: Form(
        omits=("edition",),
        excerpts={"post": _LISTED},
        adds={"edition": "edition.id", "post": "post.id"},
    ),
    IndustryRow: Form(
        omits=("edition", "years", "pay"),
        adds={"edition": "edition.id", "years": _years, "pay_cny_10k_year": _pay},
    ),
    Comparison: Form(
        omits=("profiles",), adds={"editions": profiles_told, "notes": _compare_notes}
    ),
}

_DIFFERING = ("id", "code", "name", "industry", "shortage")


def _differing(post: Post) -> Told:
    return Told(noun=post, keys=_DIFFERING)


def _former(pair: PostPair | NearPair) -> Told:
    return _differing(pair.former)


def _later(pair: PostPair | NearPair) -> Told:
    return _differing(pair.later)


def _edition_in_short(summary: EditionSummary) -> Told:
    title = summary.metadata.title.value
    return Told(noun=summary, keys=("id", "version"), more={"title": title})


def _former_edition(found: EditionDiff) -> Told:
    return _edition_in_short(found.former)


def _later_edition(found: EditionDiff) -> Told:
    return _edition_in_short(found.later)


def _added(found: EditionDiff) -> list[Told]:
    return [_differing(post) for post in found.added]


def _removed(found: EditionDiff) -> list[Told]:
    return [_differing(post) for post in found.removed]


def _scales_note(found: EditionDiff) -> Sentence | None:
    return None if found.is_one_scale else SCALES_DIFFER


_POSTS_OF_TWO = Form(omits=("former", "later"), adds={"former": _former, "later": _later})
_DIFF: dict[type, Form] = {
    PostPair: _POSTS_OF_TWO,
    NearPair: _POSTS_OF_TWO,
    EditionDiff: Form(
        omits=("former", "later", "unchanged", "added", "removed"),
        adds={
            "former": _former_edition,
            "later": _later_edition,
            "added": _added,
            "removed": _removed,
            "note": _scales_note,
            "counts": diff_counts,
        },
    ),
}


# Reviews.


def _settled_by(each: DraftIssue) -> int | None:
    return each.settled_by.number if each.settled_by else None


def _draft_rows(draft: Draft) -> int:
    return draft.summary().rows


def _draft_titles(draft: Draft) -> tuple[str, ...]:
    return draft.summary().titles


def _draft_open(draft: Draft) -> int:
    return len(draft.open_issues)


def _draft_blocking(draft: Draft) -> int:
    return len(draft.blocking)


_REVIEW: dict[type, Form] = {
    DraftIssue: Form(
        splices=("issue",),
        omits=("settled_by",),
        excerpts={"extract": ("lines", "cells")},
        adds={"is_open": "is_open", "settled_by": _settled_by},
    ),
    DraftEdition: Form(
        excerpts={
            "edition": ("id", "given_roles", "sections", "facts", "scale", "posts"),
            "report": (*_ROWS, "columns"),
        },
    ),
    Draft: Form(
        adds={
            "titles": _draft_titles,
            "rows": _draft_rows,
            "open_issues": _draft_open,
            "blocking": _draft_blocking,
        },
    ),
}

FACES = Codec(
    {
        **NOUNS,
        **_EDITIONS,
        **_MATCHING,
        **_SCREENING,
        **_LADDER,
        **_COMPARED,
        **_DIFF,
        **_REVIEW,
    }
)
