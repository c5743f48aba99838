"""How pay against rating is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinque.comparison.chart_frame import BLUE, ORANGE, Told, framed, middle, number, values
from jinque.model.words import Words

_ROW_HEIGHT = 104
_LABEL = Words(zh="等级（原文）", en="label as printed")
_PAY = Words(zh="年薪中位数（万元）", en="median pay, 10,000 CNY a year")
_MEDIAN = Words(zh="中位数", en="median")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """One post; `offset` is its place above or below the middle of its row, in steps."""

    label: str
    pay: float
    offset: int


def drawn_pay(points: Sequence[Paid], labels: Sequence[str], told: Told) -> dict[str, object]:
    """Return the specification, labels from the top down."""
    widest = max(abs(point.offset) for point in points) + 1
    y = {
        "field": "label",
        "type": "nominal",
        "sort": list(labels),
        "axis": {"title": told.of(_LABEL), "grid": True, "ticks": False},
    }
    drawing = {
        "width": 560,
        "height": {"step": _ROW_HEIGHT, "for": "position"},
        "encoding": {"y": y},
        "layer": [_points(points, widest, told), *_medians(points, labels, told)],
    }
    return framed(told, drawing)


def _points(points: Sequence[Paid], widest: int, told: Told) -> dict[str, object]:
    rows = [{"label": each.label, "pay": each.pay, "offset": each.offset} for each in points]
    spread = {"domain": [-widest, widest]}
    return {
        "data": values(rows),
        "mark": {"type": "point", "size": 70, "fill": BLUE, "stroke": "#ffffff", "opacity": 0.9},
        "encoding": {
            "x": {
                "field": "pay",
                "type": "quantitative",
                "title": told.of(_PAY),
                "scale": {"zero": False, "nice": True},
            },
            "yOffset": {"field": "offset", "type": "quantitative", "scale": spread},
        },
    }


def _medians(points: Sequence[Paid], labels: Sequence[str], told: Told) -> list[dict[str, object]]:
    rows = [
        {"label": label, "median": pay, "text": f"{told.of(_MEDIAN)} {number(pay)}"}
        for label in labels
        for pay in [middle(each.pay for each in points if each.label == label)]
    ]
    at = {"field": "median", "type": "quantitative"}
    return [
        {
            "data": values(rows),
            "mark": {"type": "tick", "color": ORANGE, "thickness": 4, "size": 74},
            "encoding": {"x": at},
        },
        {
            "data": values(rows),
            "mark": {"type": "text", "align": "left", "dx": 4, "dy": -44},
            "encoding": {"x": at, "text": {"field": "text", "type": "nominal"}},
        },
    ]
