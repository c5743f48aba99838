"""The published shortage index: ranking, one occupation, methods side by side, two editions.

Everything shown was released by disclosure control; weights that a reader moves stand in the
address, and nothing is kept.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, cast

import msgspec
from litestar import MediaType, Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath, FromQuery

from jinque.api import shortage as verbs
from jinque.api import shortage_report as report
from jinque.errors import InvalidOptionError, UnknownPageError
from jinque.locale import Sentence, say, say_in, write_words
from jinque.model.shortage import Label, Score
from jinque.web.forms import attached
from jinque.web.rendering import AnyRequest
from jinque.web.shown import Row
from jinque.web.visit import FAULTS, FAULTS_OF_ONE, Visit

WEIGHTS = ("block", "x3", "x4", "x5", "x6", "x7")
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortagesContext:
    """What `/shortage` shows.

    Attributes:
        scores: published indices, the newest quarter first, each with its counts by label.
    """

    scores: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortageContext:
    """What `/shortage/{name}` shows.

    Attributes:
        name: of the index.
        quarter: of its evidence.
        is_synthetic: made up; nothing of it is of a real place.
        label: label that the list is held to; empty for all.
        counts: label -> occupations, under the weights shown.
        total: occupations of the evidence.
        weights: vote -> weight as shown.
        declared: vote -> weight as declared.
        is_moved: a reader moved a weight.
        names: vote and indicator -> what it is called.
        occupations: the list, shortest first.
        level: indicator -> value over all occupations.
        calibration: shares that other cuts would give.
        exclusions: what was left out.
        notes: what a reader must know.
        method: every number of the method.
        has_others: other publishers' ideas were run beside it.
        draws: bootstrap draws.
        seed: of them.
    """

    name: str
    quarter: str
    is_synthetic: bool
    label: str
    counts: dict[str, int]
    total: int
    weights: dict[str, float]
    declared: dict[str, float]
    is_moved: bool
    names: dict[str, Sentence]
    occupations: tuple[Row, ...]
    level: dict[str, float | None]
    calibration: tuple[Row, ...]
    exclusions: tuple[Row, ...]
    notes: tuple[Sentence, ...]
    method: Row
    has_others: bool
    draws: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortageMethodsContext:
    """What `/shortage/{name}/methods` shows.

    Attributes:
        name: of the index.
        quarter: of its evidence.
        is_synthetic: made up.
        methods: each with what it has, what is missing, its source.
        rows: occupations with the label and rank of each method.
        disagreeing: occupations that some call short and others do not.
        only_disagreeing: the list is held to these.
    """

    name: str
    quarter: str
    is_synthetic: bool
    methods: tuple[Row, ...]
    rows: tuple[Row, ...]
    disagreeing: int
    only_disagreeing: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortageOccupationContext:
    """What `/shortage/{name}/occupations/{code}` shows.

    Attributes:
        name: of the index.
        quarter: of its evidence.
        is_synthetic: made up.
        occupation: everything that is published of it.
        names: vote and indicator -> what it is called.
        formulas: indicator -> how it is worked out.
        level: indicator -> value over all occupations.
        others: what other methods say of it.
        point_steps: percentiles from which a vote gives 1, 2, 3 points.
        of: occupations that are ranked.
    """

    name: str
    quarter: str
    is_synthetic: bool
    occupation: Row
    names: dict[str, Sentence]
    formulas: dict[str, Sentence]
    level: dict[str, float | None]
    others: tuple[Row, ...]
    point_steps: tuple[float, ...]
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortageImpactContext:
    """What `/shortage/{name}/impact` shows.

    Attributes:
        name: of the index.
        before: of the one it stands beside; empty before one is chosen.
        choices: published indices that it may stand beside.
        is_synthetic: one of them is made up.
        rows: occupations in both, those whose label differs first.
        moved: how many labels differ.
    """

    name: str
    before: str
    choices: tuple[str, ...]
    is_synthetic: bool
    rows: tuple[Row, ...]
    moved: int


def _plain(value: object) -> Row:
    return msgspec.convert(msgspec.to_builtins(value, enc_hook=write_words), Row)


def _rows(values: tuple[object, ...]) -> tuple[Row, ...]:
    return tuple(_plain(value) for value in values)


def shortages_context() -> ShortagesContext:
    """Gather every published index."""
    return ShortagesContext(
        scores=tuple(
            {
                "name": each.name,
                "quarter": each.quarter,
                "is_synthetic": each.is_synthetic,
                "counts": _counts(each),
                "total": len(each.occupations),
            }
            for each in verbs.published_scores()
        )
    )


def _counts(score: Score) -> dict[str, int]:
    return {label.value: sum(each.label is label for each in score.occupations) for label in Label}


def shortage_context(name: str, weights: dict[str, float], label: str) -> ShortageContext:
    """Gather the ranking of an index, under the weights of a reader where there are any.

    Raises:
        UnknownEditionError: there is no such index.
        InvalidOptionError: a weight or the label is wrong.
    """
    if label and label not in {each.value for each in Label}:
        raise InvalidOptionError(
            say("There is no label “{label}”.", label=label),
            where="label",
            hint=say("There are short, watch, not_short, insufficient."),
        )
    declared = verbs.published_score(name)
    moved = {v: w for v, w in weights.items() if declared.method.votes.get(v, 0) != w}
    score = verbs.reweighted_score(name, moved)
    ranked = sorted(
        score.occupations, key=lambda each: (each.rank is None, each.rank or 0, each.code)
    )
    shown = [each for each in ranked if label in {"", each.label.value}]
    return ShortageContext(
        name=score.name,
        quarter=score.quarter,
        is_synthetic=score.is_synthetic,
        label=label,
        counts=_counts(score),
        total=len(score.occupations),
        weights={v: score.method.votes.get(v, 0.0) for v in declared.method.votes},
        declared=dict(declared.method.votes),
        is_moved=bool(moved),
        names={**verbs.indicator_names(), **verbs.vote_names()},
        occupations=_rows(tuple(shown)),
        level=score.level,
        calibration=_rows(tuple(score.calibration[:12])),
        exclusions=_rows(score.exclusions),
        notes=score.notes,
        method=_plain(score.method),
        has_others=bool(score.others),
        draws=score.draws,
        seed=score.seed,
    )


def methods_context(name: str, *, only_disagreeing: bool) -> ShortageMethodsContext:
    """Gather what every method says of every occupation.

    Raises:
        UnknownEditionError: there is no such index.
    """
    score = verbs.published_score(name)
    rows: list[Row] = []
    disagreeing = 0
    for each in sorted(score.occupations, key=lambda one: (one.rank is None, one.rank or 0)):
        if each.suppressed:
            continue
        views = [
            {"label": view.labels.get(each.code), "rank": view.ranks.get(each.code)}
            for view in score.others
        ]
        short = {view["label"] is Label.SHORT for view in views} | {each.label is Label.SHORT}
        is_split = len(short) > 1
        disagreeing += is_split
        if is_split or not only_disagreeing:
            strongest = max(each.ballots, key=lambda one: one.percentile, default=None)
            weakest = min(each.ballots, key=lambda one: one.percentile, default=None)
            rows.append(
                _plain(
                    {
                        "code": each.code,
                        "name": each.name,
                        "label": each.label,
                        "rank": each.rank,
                        "views": views,
                        "is_split": is_split,
                        "high": strongest.name if strongest else "",
                        "low": weakest.name if weakest else "",
                    }
                )
            )
    return ShortageMethodsContext(
        name=score.name,
        quarter=score.quarter,
        is_synthetic=score.is_synthetic,
        methods=tuple(
            _plain({"method": view.method, "has": view.has, "of": view.of}) for view in score.others
        ),
        rows=tuple(rows),
        disagreeing=disagreeing,
        only_disagreeing=only_disagreeing,
    )


def occupation_context(name: str, code: str) -> ShortageOccupationContext:
    """Gather everything that is published of one occupation.

    Raises:
        UnknownEditionError: there is no such index.
        UnknownOccupationError: it has no such occupation.
    """
    score = verbs.published_score(name)
    each = verbs.score_of_occupation(score, code)
    return ShortageOccupationContext(
        name=score.name,
        quarter=score.quarter,
        is_synthetic=score.is_synthetic,
        occupation=_plain(each),
        names={**verbs.indicator_names(), **verbs.vote_names()},
        formulas=dict(report.FORMULAS),
        level=score.level,
        others=tuple(
            _plain(
                {
                    "name": view.method.name,
                    "label": view.labels.get(each.code),
                    "rank": view.ranks.get(each.code),
                    "has": view.has,
                    "of": view.of,
                }
            )
            for view in score.others
        ),
        point_steps=score.method.point_steps,
        of=sum(one.rank is not None for one in score.occupations),
    )


def impact_context(name: str, before: str) -> ShortageImpactContext:
    """Gather two indices side by side.

    Raises:
        UnknownEditionError: there is no such index.
    """
    score = verbs.published_score(name)
    choices = tuple(each.name for each in verbs.published_scores() if each.name != name)
    rows: tuple[Row, ...] = ()
    moved, is_synthetic = 0, score.is_synthetic
    if before:
        other = verbs.published_score(before)
        is_synthetic = is_synthetic or other.is_synthetic
        found = sorted(
            verbs.side_by_side(other, score),
            key=lambda each: (each.before is each.after, each.code),
        )
        moved = sum(each.before is not each.after for each in found)
        rows = _rows(tuple(found))
    return ShortageImpactContext(
        name=name,
        before=before,
        choices=choices,
        is_synthetic=is_synthetic,
        rows=rows,
        moved=moved,
    )


async def _answered(visit: Visit, template: str, build: Callable[[], Made]) -> Response[Made]:
    """Answer outside the event loop; nothing is kept, since indices change beside the record."""
    context = await asyncio.to_thread(build)
    return visit.private(template, context)


@get("/shortage", media_type=MediaType.JSON, operation_id="shortages", responses=FAULTS)
async def shortages_page(visit: NamedDependency[Visit]) -> Response[ShortagesContext]:
    """The published shortage indices."""
    return await _answered(visit, "shortages.html", shortages_context)


@get(
    "/shortage/{name:str}",
    media_type=MediaType.JSON,
    operation_id="shortage",
    responses=FAULTS_OF_ONE,
)
async def shortage_page(  # noqa: PLR0913, PLR0917 - a weight for each vote
    visit: NamedDependency[Visit],
    name: FromPath[str],
    label: FromQuery[str] = "",
    w_block: FromQuery[str] = "",
    w_x3: FromQuery[str] = "",
    w_x4: FromQuery[str] = "",
    w_x5: FromQuery[str] = "",
    w_x6: FromQuery[str] = "",
    w_x7: FromQuery[str] = "",
) -> Response[ShortageContext]:
    """The ranking of an index; `w_…` are weights of one's own, 0 takes a vote out."""
    typed = dict(zip(WEIGHTS, (w_block, w_x3, w_x4, w_x5, w_x6, w_x7), strict=True))
    weights = {vote: _weight(vote, words) for vote, words in typed.items() if words.strip()}
    return await _answered(visit, "shortage.html", lambda: shortage_context(name, weights, label))


def _weight(vote: str, words: str) -> float:
    try:
        return float(words)
    except ValueError:
        raise InvalidOptionError(
            say("“{words}” is no weight.", words=words),
            where=f"w_{vote}",
            hint=say("Write a number from 0 to 10."),
        ) from None


@get(
    "/shortage/{name:str}/methods",
    media_type=MediaType.JSON,
    operation_id="shortage_methods",
    responses=FAULTS_OF_ONE,
)
async def shortage_methods_page(
    visit: NamedDependency[Visit], name: FromPath[str], split: FromQuery[str] = ""
) -> Response[ShortageMethodsContext]:
    """Other publishers' ideas on the same evidence; `split=yes` shows where they disagree."""
    return await _answered(
        visit,
        "shortage_methods.html",
        lambda: methods_context(name, only_disagreeing=split == "yes"),
    )


@get(
    "/shortage/{name:str}/impact",
    media_type=MediaType.JSON,
    operation_id="shortage_impact",
    responses=FAULTS_OF_ONE,
)
async def shortage_impact_page(
    visit: NamedDependency[Visit], name: FromPath[str], before: FromQuery[str] = ""
) -> Response[ShortageImpactContext]:
    """Two indices side by side: which labels differ."""
    return await _answered(visit, "shortage_impact.html", lambda: impact_context(name, before))


@get(
    "/shortage/{name:str}/occupations/{code:str}",
    media_type=MediaType.JSON,
    operation_id="shortage_occupation",
    responses=FAULTS_OF_ONE,
)
async def shortage_occupation_page(
    visit: NamedDependency[Visit], name: FromPath[str], code: FromPath[str]
) -> Response[ShortageOccupationContext]:
    """One occupation: indicators, votes, interval, why, and what would change it."""
    return await _answered(
        visit, "shortage_occupation.html", lambda: occupation_context(name, code)
    )


@get("/shortage/{name:str}/files/{file:str}", include_in_schema=False)
async def shortage_file(
    visit: NamedDependency[Visit], request: AnyRequest, name: FromPath[str], file: FromPath[str]
) -> Response[bytes]:
    """A published index as a workbook, or the annex on its method as a Word file."""
    makers = {
        "index.xlsx": (report.score_workbook, WORKBOOK),
        "method.docx": (report.method_annex, WORD),
    }
    del request
    if file not in makers:
        raise UnknownPageError(
            say_in("shortage file", "There is no such file."),
            where=file,
            hint=say("There are index.xlsx and method.docx."),
        )
    make, media_type = makers[file]
    body = await asyncio.to_thread(lambda: make(verbs.published_score(name), visit.view.language))
    headers = {
        "content-disposition": attached(f"jinque-{file}"),
        "cache-control": "no-cache",
    }
    return cast("Response[bytes]", Response(body, media_type=media_type, headers=headers))


SHORTAGE_PAGES = (
    shortages_page,
    shortage_page,
    shortage_methods_page,
    shortage_impact_page,
    shortage_occupation_page,
    shortage_file,
)
