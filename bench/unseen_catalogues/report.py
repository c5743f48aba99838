"""What a run found, as lines and as JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict

from bench.unseen_catalogues.measuring import Score

_TITLES = (
    "files  refused  rows exact        cells exact           invented  lost  facts     "
    "told    demands   questions"
)
_WIDTH = 28


def lines(title: str, scores: Mapping[str, Score], *, shows_faults: bool) -> Iterator[str]:
    """Yield a table with a line for each name, and what went wrong under it where asked for."""
    yield ""
    yield f"{title:{_WIDTH}}{_TITLES}"
    for name, score in scores.items():
        yield f"{name:{_WIDTH}}{_figures(score)}"
        if shows_faults and not score.is_whole:
            yield from (f"    {fault}" for fault in score.faults)


def _figures(score: Score) -> str:
    rows = f"{score.rows_exact:,}/{score.rows:,}"
    cells = f"{score.cells_exact:,}/{score.cells:,} {_share(score.cells_exact, score.cells)}"
    facts = f"{score.facts_exact}/{score.facts}"
    told = f"{score.notices_told}/{score.notices}"
    demands = f"{score.demands_shown}/{score.demands}"
    broken = f"  {score.broken} BROKEN" if score.broken else ""
    return (
        f"{score.files:5}  {score.refused:7}  {rows:16}  {cells:22}{score.invented:8}"
        f"{score.lost:6}  {facts:8}  {told:6}  {demands:8}  {score.questions:3} "
        f"({score.over} over 5){broken}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:7.2%}" if whole else "      -"


def as_json(scores: Mapping[str, Score]) -> dict[str, dict[str, object]]:
    """Return the figures by name."""
    return {name: asdict(score) for name, score in scores.items()}


def total(scores: Mapping[str, Score]) -> Score:
    """Return the sum."""
    found = Score()
    for score in scores.values():
        found.add(score)
    return found
