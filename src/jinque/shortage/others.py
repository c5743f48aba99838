"""Ideas of other publishers on the same evidence; none of them is that publisher's result."""

from collections.abc import Callable

import numpy as np

from jinque.model.shortage import Label, MethodView, OtherMethod
from jinque.shortage.indicators import share
from jinque.shortage.scoring import Computed
from jinque.shortage.sensitivity import ranks
from jinque.shortage.statistics import Floats

View = tuple[Floats, Callable[[int, Floats], Label]]


def other_views(computed: Computed, methods: tuple[OtherMethod, ...]) -> tuple[MethodView, ...]:
    """Return what each method says of every occupation that it can rank."""
    return tuple(_view(computed, method) for method in methods)


def method_values(computed: Computed, method: OtherMethod) -> Floats:
    """Return what a method ranks occupations by; NaN for those it cannot rank."""
    return _METHODS[method.id](computed, method)[0]


def _view(computed: Computed, method: OtherMethod) -> MethodView:
    values, label = _METHODS[method.id](computed, method)
    codes = computed.laid.panel.codes
    known = ~np.isnan(values)
    found = ranks(values, known)
    present = sum(_is_present(computed, name) for name in method.has)
    return MethodView(
        method=method,
        ranks={codes[at]: int(found[at]) for at in np.flatnonzero(known)},
        labels={
            codes[at]: label(int(found[at]), values[at]) if known[at] else Label.INSUFFICIENT
            for at in range(len(codes))
        },
        has=present,
        of=len(method.has) + len(method.lacks),
    )


def _is_present(computed: Computed, name: str) -> bool:
    if name in {"gap", "demand"}:
        return bool((computed.found.demand[:, 0] > 0).any())
    return not bool(np.isnan(computed.found.values[name][:, 0]).all())


def _mohrss(computed: Computed, method: OtherMethod) -> View:
    gap = computed.found.demand[:, 0] - computed.found.seekers[:, 0]
    first = method.parameters["first"]
    return gap, lambda rank, gap: Label.SHORT if rank <= first and gap > 0 else Label.NOT_SHORT


def _ba(computed: Computed, method: OtherMethod) -> View:
    """Points 0 to 3 by quarters of all occupations; X where too few indicators are there."""
    points = []
    for name in method.has:
        values = computed.found.values[name][:, 0]
        known = values[~np.isnan(values)]
        if len(known):
            cuts = np.quantile(known, (0.25, 0.5, 0.75))
            points.append(
                np.where(np.isnan(values), np.nan, np.searchsorted(cuts, values, "right"))
            )
    stacked = np.stack(points) if points else np.full((1, len(computed.rated)), np.nan)
    count = (~np.isnan(stacked)).sum(axis=0)
    enough = count >= method.parameters["least"]
    mean = np.where(enough, np.nan_to_num(stacked).sum(axis=0) / np.maximum(count, 1), np.nan)
    return mean, lambda _, mean: _banded(float(mean), method)


def _jsa(computed: Computed, method: OtherMethod) -> View:
    unfilled = computed.found.raw["x3"][:, 0]
    below = method.parameters["fill_rate_below"]
    return unfilled, lambda _, value: Label.SHORT if 1 - value < below else Label.NOT_SHORT


def _hangzhou(computed: Computed, method: OtherMethod) -> View:
    demand, seekers = computed.found.demand[:, 0], computed.found.seekers[:, 0]
    gap = demand - seekers
    largest = np.nanmax(np.abs(gap)) if (~np.isnan(gap)).any() else np.nan
    ratio = np.maximum(0.0, share(gap, demand + seekers))
    value = (ratio + np.maximum(0.0, gap / largest)) / 2
    return value, lambda _, value: _banded(float(value), method)


def _demand(computed: Computed, method: OtherMethod) -> View:
    short = sum(each.label is Label.SHORT for each in computed.score.occupations)
    demand = np.where(computed.found.demand[:, 0] > 0, computed.found.demand[:, 0], np.nan)
    del method
    return demand, lambda rank, _: Label.SHORT if rank <= short else Label.NOT_SHORT


def _banded(value: float, method: OtherMethod) -> Label:
    if value >= method.parameters["short_from"] - 1e-12:
        return Label.SHORT
    return Label.WATCH if value >= method.parameters["watch_from"] - 1e-12 else Label.NOT_SHORT


_METHODS: dict[str, Callable[[Computed, OtherMethod], View]] = {
    "mohrss": _mohrss,
    "ba": _ba,
    "jsa": _jsa,
    "hangzhou": _hangzhou,
    "demand": _demand,
}
