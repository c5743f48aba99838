"""How the distribution of an index is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinque.comparison.chart_frame import INK, QUIET, Told, framed, values
from jinque.model import Band
from jinque.model.words import Words

# Light to dark, weakest to strongest label; the lightness alone tells them apart.
_SHADES = ("#a9d3d8", "#4f9aa6", "#0b4f5c", "#06313a", "#021a1f")

_INDEX = Words(zh="紧缺指数", en="shortage index")
_POSTS = Words(zh="岗位数", en="posts")
_LABEL = Words(zh="等级（原文）", en="label as printed")
_TENTHS = {"format": ".1f", "grid": False, "values": [tenth / 10 for tenth in range(11)]}

_LOW = {"field": "low", "type": "quantitative", "bin": "binned", "scale": {"domain": [0, 1]}}
_COUNT = {"field": "posts", "type": "quantitative", "stack": "zero"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Posts of one label whose index is at least `low` and below `high`."""

    low: float
    high: float
    label: str
    posts: int


def drawn_index(
    bars: Sequence[Bar],
    bands: Sequence[Band],
    labels: Sequence[str],
    told: Told,
) -> dict[str, object]:
    """Return the specification; `labels` from weakest to strongest."""
    drawing = {
        "width": 620,
        "height": 300,
        "layer": [_bars(bars, labels, told), _bounds(bands), _names(bands)],
    }
    return framed(told, drawing)


def _bars(bars: Sequence[Bar], labels: Sequence[str], told: Told) -> dict[str, object]:
    rows = [
        {"low": b.low, "high": b.high, "label": b.label, "posts": b.posts, "rank": _rank(b, labels)}
        for b in bars
    ]
    return {
        "data": values(rows),
        "mark": {"type": "bar", "stroke": "#ffffff", "strokeWidth": 1},
        "encoding": {
            "x": {**_LOW, "axis": {**_TENTHS, "title": told.of(_INDEX)}},
            "x2": {"field": "high"},
            "y": {**_COUNT, "title": told.of(_POSTS)},
            "color": {
                "field": "label",
                "type": "nominal",
                "scale": {"domain": list(labels), "range": list(_SHADES[: len(labels)])},
                "legend": {"title": told.of(_LABEL), "titleOrient": "left", "offset": 36},
            },
            "order": {"field": "rank", "type": "quantitative"},
        },
    }


def _rank(bar: Bar, labels: Sequence[str]) -> int:
    return list(labels).index(bar.label)


def _bounds(bands: Sequence[Band]) -> dict[str, object]:
    inner = sorted({band.upper for band in bands} & {band.lower for band in bands})
    return {
        "data": values({"at": bound} for bound in inner),
        "mark": {"type": "rule", "color": INK, "strokeDash": [5, 4], "strokeWidth": 1.5},
        "encoding": {"x": {"field": "at", "type": "quantitative"}},
    }


def _names(bands: Sequence[Band]) -> dict[str, object]:
    rows = [
        {"at": (band.lower + band.upper) / 2, "name": f"{band.label} {_interval(band)}"}
        for band in bands
    ]
    return {
        "data": values(rows),
        "mark": {"type": "text", "color": QUIET, "baseline": "bottom", "dy": -8},
        "encoding": {
            "x": {"field": "at", "type": "quantitative"},
            "y": {"value": 0},
            "text": {"field": "name", "type": "nominal"},
        },
    }


def _interval(band: Band) -> str:
    left, right = "[" if band.includes_lower else "(", "]" if band.includes_upper else ")"
    return f"{left}{band.lower:g}-{band.upper:g}{right}"
