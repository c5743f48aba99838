"""The shortage index: score evidence, publish what may be published, show it and explain it."""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import msgspec

from jinque.api.evidence import data_folder, evidence, place_of
from jinque.api.workspace import Workspace
from jinque.classification import correspondences
from jinque.dataset import save_bytes
from jinque.errors import (
    InvalidOptionError,
    NotReadableError,
    SourceNotFoundError,
    UnknownEditionError,
    UnknownOccupationError,
)
from jinque.locale import Sentence, read_words, say, write_words
from jinque.model import Correspondence
from jinque.model.shortage import ImpactRow, Method, OccupationScore, ReferenceScale, Score
from jinque.parameters.shortage import (
    load_methods,
    load_other_methods,
    method_text,
    read_methods,
)
from jinque.shortage.disclosure import control, published
from jinque.shortage.engines import in_pool, on_spark
from jinque.shortage.explaining import INDICATOR_NAMES, VOTE_NAMES
from jinque.shortage.others import other_views
from jinque.shortage.reweighting import impact, with_weights
from jinque.shortage.scoring import Computed, History, Summer, compute, sum_here

OURS, ALL = "jinque", "all"
_LARGEST_SEED = 2**63 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRequest:
    """How evidence is to be scored.

    Attributes:
        evidence: name, or folder of Parquet files.
        method: `jinque`, or `all` for other publishers' ideas beside it.
        method_file: a file of parameters of one's own; None means those that ship.
        seed: of the draws.
        draws: None means as many as a trial takes.
        is_publication: as many draws as a publication takes.
        reference: name of a published score whose scale counts; empty makes this the base.
        previous: name of a published score, to stand beside.
        listed: codes on the list in force; None where none was given.
        processes: that sum at once.
        spark: address of a Spark cluster; empty for none.
    """

    evidence: str
    method: str = OURS
    method_file: Path | None = None
    seed: int = 1
    draws: int | None = None
    is_publication: bool = False
    reference: str = ""
    previous: str = ""
    listed: frozenset[str] | None = None
    processes: int = 1
    spark: str = ""


def score(request: ScoreRequest) -> Score:
    """Score evidence; what comes out tells of single employers and is not for publication.

    Raises:
        SourceNotFoundError: there is no such evidence, or no such published score.
        InvalidOptionError: an option or the file of parameters is wrong.
        SparkMissingError: Spark was asked for and did not carry it out.
    """
    return _computed(request).score


def publish_score(request: ScoreRequest) -> Score:
    """Score evidence, take out what tells of single employers, and keep it for the site.

    Raises:
        what `score` raises.
        MachineError: the system refuses to write.
    """
    computed = _computed(request)
    name = computed.score.name
    before = _held_before(name, computed.score.quarter)
    disclosure = control(computed.laid.panel, computed.score.method, before)
    made = published(computed.score, disclosure)
    path = _path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    save_bytes([msgspec.json.encode(made, enc_hook=write_words)], path)
    return made


def method_of(method_file: Path | None = None) -> Method:
    """Return the newest method that ships, or the first of a file.

    Raises:
        InvalidOptionError: the file is wrong or empty.
        SourceNotFoundError: there is none.
    """
    if method_file is None:
        return load_methods()[0]
    try:
        found = read_methods(method_file.read_text("utf-8"), str(method_file))
    except FileNotFoundError:
        raise SourceNotFoundError(
            say("There is no such file of parameters."), where=str(method_file)
        ) from None
    if not found:
        raise InvalidOptionError(say("The file holds no method."), where=str(method_file))
    return found[0]


def shipped_method() -> str:
    """Return the file of parameters that ships, to be copied and changed."""
    return method_text()


def published_scores() -> tuple[Score, ...]:
    """Return every published score, the newest quarter first."""
    root = data_folder() / "shortage"
    names = sorted(path.stem for path in root.glob("*.json")) if root.is_dir() else []
    found = [published_score(name) for name in names]
    return tuple(sorted(found, key=lambda each: (each.quarter, each.name), reverse=True))


def published_score(name: str) -> Score:
    """Return a published score.

    Raises:
        UnknownEditionError: none of that name is published.
        NotReadableError: its file is damaged.
    """
    path = _path(name)
    if not path.is_file():
        raise UnknownEditionError(
            say("No index of “{name}” is published.", name=name),
            where=name,
            hint=say("Run jinque score NAME --publish first."),
        )
    stat = path.stat()
    return _read(path, stat.st_mtime_ns, stat.st_size)


def reweighted_score(name: str, weights: dict[str, float]) -> Score:
    """Return a published score under the weights of a reader; raises what its parts raise."""
    found = published_score(name)
    return with_weights(found, weights) if weights else found


def side_by_side(before: Score, after: Score) -> tuple[ImpactRow, ...]:
    """Return every occupation of two indices: labels, indices and ranks."""
    return impact(before, after)


def score_of_occupation(found: Score, code: str) -> OccupationScore:
    """Return one occupation of a score.

    Raises:
        UnknownOccupationError: the evidence has no such code.
    """
    for each in found.occupations:
        if code in {each.code, each.name}:
            return each
    raise UnknownOccupationError(
        say("The evidence has no “{code}”.", code=code),
        where=code,
        hint=say("Give a code as 2-02-10-09, or a whole name."),
    )


def method_impact(request: ScoreRequest, other: Path) -> tuple[Score, tuple[ImpactRow, ...]]:
    """Score the same evidence by a changed method; return it and what changed.

    Args:
        request: the evidence and the method that was in use.
        other: file of parameters of the changed method.

    Raises:
        what `score` raises.
    """
    before = _computed(request)
    changed = ScoreRequest(
        evidence=request.evidence, method_file=other, seed=request.seed, draws=request.draws
    )
    after = _computed(changed, reference=before.score.reference)
    return after.score, impact(before.score, after.score)


def listed_codes(workspace: Workspace, edition_id: str) -> frozenset[str]:
    """Return the codes of the 2022 classification that an edition's posts are linked to.

    Raises:
        UnknownEditionError: the record has no such edition.
    """
    codes: set[str] = set()
    for link in workspace.published(edition_id).edition.links:
        if link.code and link.edition == "2022":
            codes.add(link.code)
        elif link.code:
            codes |= {code for each in _of_2015(link.code) for code in each.codes_2022}
    return frozenset(codes)


def _of_2015(code: str) -> tuple[Correspondence, ...]:
    return tuple(each for each in correspondences() if each.code_2015 == code)


def indicator_names() -> dict[str, Sentence]:
    """Return what x1 to x7 are called."""
    return dict(INDICATOR_NAMES)


def vote_names() -> dict[str, Sentence]:
    """Return what the votes are called."""
    return dict(VOTE_NAMES)


def _computed(request: ScoreRequest, reference: ReferenceScale | None = None) -> Computed:
    _check(request)
    method = method_of(request.method_file)
    folder = place_of(request.evidence)
    draws = request.draws
    if draws is None:
        draws = method.draws_publication if request.is_publication else method.draws_trial
    summer: Summer = sum_here
    if request.spark:
        summer = on_spark(folder, method, request.spark)
    elif request.processes > 1:
        summer = in_pool(folder, method, request.processes)
    if reference is None and request.reference:
        reference = published_score(request.reference).reference
    previous = published_score(request.previous) if request.previous else None
    computed = compute(
        evidence(request.evidence),
        method,
        seed=request.seed,
        draws=draws,
        reference=reference,
        history=History(previous=previous, listed=request.listed),
        summer=summer,
    )
    if request.method == ALL:
        views = other_views(computed, load_other_methods())
        return replace(computed, score=replace(computed.score, others=views))
    return computed


def _check(request: ScoreRequest) -> None:
    if request.method not in {OURS, ALL}:
        raise InvalidOptionError(
            say("There is no method “{method}”.", method=request.method),
            where="--method",
            hint=say(
                "Choose {ours}, or {all} for other publishers' ideas beside it.", ours=OURS, all=ALL
            ),
        )
    if not 0 <= request.seed <= _LARGEST_SEED:
        raise InvalidOptionError(say("A seed is 0 or more."), where="--seed")


def _path(name: str) -> Path:
    if not name or "/" in name or "\\" in name or name.startswith("."):
        raise UnknownEditionError(say("No index of “{name}” is published.", name=name), where=name)
    return data_folder() / "shortage" / f"{name}.json"


def _held_before(name: str, quarter: str) -> tuple[str, ...]:
    path = _path(name)
    if not path.is_file():
        return ()
    before = published_score(name)
    if before.quarter != quarter:
        return ()
    return tuple(cell.code for cell in before.cells if cell.demand is None)


@lru_cache(maxsize=8)
def _read(path: Path, changed_ns: int, size: int) -> Score:
    del changed_ns, size
    try:
        return msgspec.json.decode(path.read_bytes(), type=Score, dec_hook=read_words)
    except (msgspec.DecodeError, OSError) as fault:
        raise NotReadableError(
            say("The file of the published index cannot be read."),
            where=path.name,
            hint=say("Run jinque score NAME --publish again."),
        ) from fault
