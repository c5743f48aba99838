"""The charts that a comparison has numbers for.

Heat map: which share of a catalogue's posts stands in which class of occupations.

Dumbbells: from which to which education and how many years each industry asks.

How the heat map of classes and catalogues is drawn.

How the dumbbells of education and years are drawn: two panels with the same rows.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from jinque.comparison.charts_index import (
    BLUE,
    FROM_LIGHT,
    INK,
    ORANGE,
    QUIET,
    TO_DARK,
    Told,
    framed,
    index_chart,
    middle,
    number,
    pay_chart,
    specs_of,
    values,
)
from jinque.criteria.study import education_rank
from jinque.locale import Sentence, clauses, joined, say, say_in, say_n, sentences
from jinque.model.answers import short_names
from jinque.model.comparison import Cell, Chart, Comparison, IndustryRow, PlaceProfile, Share

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


_MOST_GROUPS = 15
_MOST_TOLD = 3

_NO_CODE = say("no code of the classification")
_OTHERS = say("other classes")
_GROUPS_TITLE = say("Posts by class of occupations, in per cent of each catalogue's own posts")
_GROUPS_NOTE = say(
    "Each column adds up to 100 per cent of the catalogue's posts. Posts without a code "
    "and without an entry of their very name count as such. The chart draws the 15 largest "
    "classes, the table holds all."
)

_Counts = Mapping[str | None, int]


def groups_chart(comparison: Comparison) -> Chart | None:
    """Return the heat map; None without a catalogue that has posts."""
    profiles = comparison.profiles
    if not profiles:
        return None
    names = short_names(profile.edition for profile in profiles)
    counts = [{share.value: share.posts for share in profile.groups} for profile in profiles]
    groups = _ordered(profiles, counts)
    alt = _groups_alt(profiles, names)
    specs = specs_of(
        Told(language="zh", title=_GROUPS_TITLE, alt=alt),
        lambda told: drawn_groups(list(_cells(profiles, counts, groups, told)), told),
    )
    return Chart(
        name="groups",
        edition_ids=tuple(profile.edition.id for profile in profiles),
        title=_GROUPS_TITLE,
        alt=alt,
        note=_GROUPS_NOTE,
        headings=_headings(profiles, names),
        rows=tuple(_groups_row(group, profiles, counts) for group in groups),
        specs=specs,
    )


def _headings(
    profiles: Sequence[PlaceProfile], names: Mapping[str, Sentence]
) -> tuple[Sentence, ...]:
    listed = [names[profile.edition.id] for profile in profiles]
    return (
        say_in("chart", "class"),
        *(say("{each}, posts", each=each) for each in listed),
        *(say("{each}, per cent", each=each) for each in listed),
    )


def _groups_row(
    group: str | None, profiles: Sequence[PlaceProfile], counts: Sequence[_Counts]
) -> tuple[Cell, ...]:
    posts = [each.get(group, 0) for each in counts]
    shares = (_per_cent(n, each.posts) for n, each in zip(posts, profiles, strict=True))
    return (group or _NO_CODE, *posts, *shares)


def _per_cent(posts: int, of: int) -> float:
    return round(100 * posts / of, 1)


def _ordered(profiles: Sequence[PlaceProfile], counts: Sequence[_Counts]) -> list[str | None]:
    """Return the classes by their largest share anywhere, falling; None last."""

    def most(group: str | None) -> float:
        pairs = zip(counts, profiles, strict=True)
        return max(each.get(group, 0) / profile.posts for each, profile in pairs)

    found = {group: None for each in counts for group in each}
    return sorted(found, key=lambda group: (group is None, -most(group), group or ""))


def _groups_alt(profiles: Sequence[PlaceProfile], names: Mapping[str, Sentence]) -> Sentence:
    return say(
        "Heat map, classes of occupations by catalogue. {profiles}",
        profiles=sentences(_group_told(each, names[each.edition.id]) for each in profiles),
    )


def _group_told(profile: PlaceProfile, name: Sentence) -> Sentence:
    coded = [share for share in profile.groups if share.value is not None]
    bare = profile.posts - sum(share.posts for share in coded)
    most = [
        f"{share.value} {_per_cent(share.posts, profile.posts):g}%" for share in coded[:_MOST_TOLD]
    ]
    none = say("{no_code} {share:g}%", no_code=_NO_CODE, share=_per_cent(bare, profile.posts))
    return say_n(
        "{name}, {n} post: {shares}.",
        "{name}, {n} posts: {shares}.",
        n=profile.posts,
        name=name,
        shares=joined([*most, none]),
    )


def _cells(
    profiles: Sequence[PlaceProfile],
    counts: Sequence[_Counts],
    groups: Sequence[str | None],
    told: Told,
) -> Iterator[tuple[str, str, float]]:
    names = short_names(profile.edition for profile in profiles)
    shown = [group for group in groups if group is not None][:_MOST_GROUPS]
    for profile, each in zip(profiles, counts, strict=True):
        bare = each.get(None, 0)
        drawn = {group: each.get(group, 0) for group in shown}
        drawn[told.of(_OTHERS)] = profile.posts - bare - sum(drawn.values())
        drawn[told.of(_NO_CODE)] = bare
        name = told.of(names[profile.edition.id])
        for group, posts in drawn.items():
            yield group, name, _per_cent(posts, profile.posts)


_STEP = {"step": 27}
_EDUCATION = say("education")
_YEARS = say("years of work")


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


_REQUIREMENTS_TITLE = say("Education and years asked, by industry")
_KEY = say("○ lowest   ┃ most common level, median of years   ■ highest")
_REQUIREMENTS_NOTE = say(
    "Industries whose posts state education or years. A post counts with the lowest level "
    "that may do; a degree asked for alone stands apart. Catalogues word this differently: "
    "a wider span says nothing of how strict employers are."
)
_HEADINGS = (
    say("catalogue"),
    say("industry"),
    say("posts"),
    say("posts with education"),
    say("lowest education"),
    say("most common education"),
    say("highest education"),
    say("posts with years"),
    say("fewest years"),
    say("median years"),
    say("most years"),
)


def requirements_chart(comparison: Comparison) -> Chart | None:
    """Return the dumbbells; None where no post states education or years."""
    told = [each for each in comparison.industries if _levels(each) or each.years]
    if not told:
        return None
    names = short_names(each.edition for each in comparison.profiles)
    alt = _requirements_alt(told, names)
    places = tuple(dict.fromkeys(each.edition.id for each in told))
    title = _title([names[place] for place in places])
    return Chart(
        name="requirements",
        edition_ids=places,
        title=title,
        alt=alt,
        note=_REQUIREMENTS_NOTE,
        headings=_HEADINGS,
        rows=tuple(_requirements_row(each, names) for each in told),
        specs=specs_of(
            Told(language="zh", title=title, alt=alt, key=_KEY),
            lambda t: drawn_requirements(list(_drawn(told, names, t)), t),
        ),
    )


def _title(places: Sequence[Sentence]) -> Sentence:
    """Return the title; it names the catalogue where the rows do not."""
    if len(places) > 1:
        return _REQUIREMENTS_TITLE
    return say(
        "{places}: {requirements_title}", places=places[0], requirements_title=_REQUIREMENTS_TITLE
    )


def _levels(industry: IndustryRow) -> list[Share]:
    return [share for share in industry.educations if share.value is not None]


def _most(shares: Sequence[Share]) -> str | None:
    return max(shares, key=lambda share: share.posts).value if shares else None


def _requirements_row(industry: IndustryRow, names: Mapping[str, Sentence]) -> tuple[Cell, ...]:
    levels, years = _levels(industry), industry.years
    return (
        names[industry.edition.id],
        industry.name,
        industry.posts,
        sum(share.posts for share in levels),
        levels[0].value if levels else None,
        _most(levels),
        levels[-1].value if levels else None,
        len(years),
        years[0] if years else None,
        middle(years) if years else None,
        years[-1] if years else None,
    )


def _drawn(
    told: Sequence[IndustryRow], names: Mapping[str, Sentence], drawing: Told
) -> Iterator[Asked]:
    are_many = len({each.edition.id for each in told}) > 1
    for each in told:
        place = f"{drawing.of(names[each.edition.id])} · " if are_many else ""
        levels = sorted((share.value or "" for share in _levels(each)), key=education_rank)
        yield Asked(
            label=place + (each.name or "–"),
            levels=tuple(levels),
            common=_most(_levels(each)),
            years=each.years,
        )


def _requirements_alt(told: Sequence[IndustryRow], names: Mapping[str, Sentence]) -> Sentence:
    places = dict.fromkeys(each.edition.id for each in told)
    parts = [
        _requirements_told([each for each in told if each.edition.id == place], names[place])
        for place in places
    ]
    return sentences((say("Dumbbells by industry."), *parts))


def _requirements_told(told: Sequence[IndustryRow], name: Sentence) -> Sentence:
    levels = sorted({s.value or "" for each in told for s in _levels(each)}, key=education_rank)
    years = [year for each in told for year in each.years]
    asked = []
    if levels:
        asked.append(say("education {least}–{most}", least=levels[0], most=levels[-1]))
    if years:
        span = f"{min(years)}–{max(years)}"
        asked.append(say("{span} years, median {mid}", span=span, mid=number(middle(years))))
    return say_n(
        "{name}, {n} industry: {asked}.",
        "{name}, {n} industries: {asked}.",
        n=len(told),
        name=name,
        asked=clauses(asked),
    )


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
