"""How the dumbbells of education and years are drawn: two panels with the same rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from jinque.comparison.chart_frame import BLUE, INK, ORANGE, QUIET, Told, framed, middle, values
from jinque.criteria.asked import education_rank
from jinque.model.words import Words

_STEP = {"step": 27}
_EDUCATION = Words(zh="学历", en="education")
_YEARS = Words(zh="年限（年）", en="years of work")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One row.

    Attributes:
        levels: education levels asked, the lowest first; may be empty.
        common: the level of most posts; None without any.
        years: ascending; may be empty.
    """

    label: str
    levels: tuple[str, ...]
    common: str | None
    years: tuple[int, ...]


def drawn_requirements(rows: Sequence[Asked], told: Told) -> dict[str, object]:
    """Return the specification, rows in the order given."""
    order = [row.label for row in rows]
    known = sorted({level for row in rows for level in row.levels}, key=education_rank)
    left = {
        "data": values(_level_points(rows)),
        "width": max(2, len(known)) * 62,
        "height": _STEP,
        "encoding": {"y": _rows_axis(order, has_labels=True)},
        "layer": _dumbbell(
            {"type": "ordinal", "scale": {"domain": known}, **_above(told.of(_EDUCATION))}
        ),
    }
    right = {
        "data": values(_year_points(rows)),
        "width": 250,
        "height": _STEP,
        "encoding": {"y": _rows_axis(order, has_labels=False)},
        "layer": _dumbbell({"type": "quantitative", **_above(told.of(_YEARS))}),
    }
    panels = [left] * bool(known) + [right] * any(row.years for row in rows)
    if len(panels) == 1:
        panels[0]["encoding"] = {"y": _rows_axis(order, has_labels=True)}
    return framed(told, {"hconcat": panels, "spacing": 24})


def _level_points(rows: Sequence[Asked]) -> list[dict[str, object]]:
    return [
        {"row": row.label, "low": row.levels[0], "mid": row.common, "high": row.levels[-1]}
        for row in rows
        if row.levels
    ]


def _year_points(rows: Sequence[Asked]) -> list[dict[str, object]]:
    return [
        {"row": row.label, "low": row.years[0], "mid": middle(row.years), "high": row.years[-1]}
        for row in rows
        if row.years
    ]


def _rows_axis(order: Sequence[str], *, has_labels: bool) -> dict[str, object]:
    axis = {"title": None, "domain": False, "ticks": False, "labels": has_labels, "grid": True}
    scale = {"domain": list(order)}
    return {"field": "row", "type": "nominal", "sort": None, "scale": scale, "axis": axis}


def _above(title: str) -> dict[str, object]:
    return {"axis": {"orient": "top", "title": title, "labelAngle": 0, "grid": True}}


def _dumbbell(scale: dict[str, object]) -> list[dict[str, object]]:
    """Draw a line, hollow and full ends and a tick between, told apart by shape and colour."""

    def at(field: str) -> dict[str, object]:
        return {"x": {"field": field, **scale}}

    low = {"type": "point", "size": 110, "stroke": BLUE, "fill": "#ffffff", "strokeWidth": 2.5}
    high = {"type": "point", "size": 110, "stroke": ORANGE, "fill": ORANGE, "shape": "square"}
    return [
        {
            "mark": {"type": "rule", "color": QUIET, "strokeWidth": 2},
            "encoding": {**at("low"), "x2": {"field": "high"}},
        },
        {"mark": {"opacity": 1, **high}, "encoding": at("high")},
        {"mark": {"opacity": 1, **low}, "encoding": at("low")},
        {
            "mark": {"type": "tick", "color": INK, "thickness": 3, "size": 18},
            "encoding": at("mid"),
        },
    ]
