"""How the heat map of classes and catalogues is drawn."""

from collections.abc import Sequence

from jinque.comparison.chart_frame import FROM_LIGHT, INK, TO_DARK, Told, framed, values

_DARK_PER_CENT = 45


def drawn_groups(cells: Sequence[tuple[str, str, float]], told: Told) -> dict[str, object]:
    """Return the specification of class, catalogue and share in per cent, in the rows' order."""
    rows = [{"group": group, "place": place, "share": share} for group, place, share in cells]
    order = list(dict.fromkeys(group for group, _, _ in cells))
    drawing = {
        "data": values(rows),
        "width": {"step": 108},
        "height": {"step": 27},
        "encoding": {"x": _X, "y": {**_Y, "sort": order}},
        "layer": [_TILES, _FIGURES],
    }
    return framed(told, drawing)


_X: dict[str, object] = {
    "field": "place",
    "type": "nominal",
    "sort": None,
    "axis": {
        "orient": "top",
        "title": None,
        "labelAngle": 0,
        "labelBaseline": "top",
        "labelPadding": 44,
        "labelExpr": "split(replace(datum.label, '（', '|（'), '|')",
        "domain": False,
        "ticks": False,
    },
}
_Y: dict[str, object] = {
    "field": "group",
    "type": "nominal",
    "axis": {"title": None, "domain": False, "ticks": False},
}
_TILES: dict[str, object] = {
    "mark": {"type": "rect", "stroke": "#ffffff", "strokeWidth": 1},
    "encoding": {
        "color": {
            "field": "share",
            "type": "quantitative",
            "scale": {"type": "sqrt", "range": [FROM_LIGHT, TO_DARK], "domain": [0, 100]},
            "legend": None,
        }
    },
}
_FIGURES: dict[str, object] = {
    "mark": {"type": "text"},
    "encoding": {
        "text": {
            "condition": {"test": "datum.share == 0", "value": "–"},
            "field": "share",
            "type": "quantitative",
            "format": ".1f",
        },
        "color": {
            "condition": {"test": f"datum.share > {_DARK_PER_CENT}", "value": "#ffffff"},
            "value": INK,
        },
    },
}
