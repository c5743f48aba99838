"""The charts that a comparison has numbers for."""

from collections.abc import Callable, Mapping

from jinque.comparison.charts_groups import groups_chart
from jinque.comparison.charts_index import index_chart
from jinque.comparison.charts_pay import pay_chart
from jinque.comparison.charts_requirements import requirements_chart
from jinque.model.chart import Chart
from jinque.model.place_profile import Comparison

CHARTS: Mapping[str, Callable[[Comparison], Chart | None]] = {
    "groups": groups_chart,
    "requirements": requirements_chart,
    "index": index_chart,
    "pay": pay_chart,
}


def charts(comparison: Comparison) -> tuple[Chart, ...]:
    """Return every chart in fixed order; one that no catalogue has numbers for is left out."""
    made = (build(comparison) for build in CHARTS.values())
    return tuple(chart for chart in made if chart is not None)
