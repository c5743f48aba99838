"""Distribution of a printed index beside the bands that the catalogue prints for its labels.

What all charts look like: letters, colours, sizes. Plain dicts, no drawing.

Printed pay against the printed rating, post by post.

How the distribution of an index is drawn.

How pay against rating is drawn.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from jinque.comparison.compare import posts_of
from jinque.locale import LANGUAGES, Sentence, Translator, clauses, joined, say, say_in, say_n
from jinque.model import Band, Post, Shortage
from jinque.model.answers import short_names
from jinque.model.comparison import Cell, Chart, Comparison, PlaceProfile

# Browsers take the first of these that the machine has; all know simplified Chinese.
FONTS = (
    "'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', "
    "'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif"
)
INK, QUIET, RULE = "#17211f", "#4c5957", "#d5dcda"

# Okabe and Ito, "Color universal design" (2008): told apart with any colour vision.
BLUE, ORANGE, GREEN = "#0072b2", "#e69f00", "#009e73"

# Light to dark of one hue, told apart by lightness alone.
FROM_LIGHT, TO_DARK = "#eef4f4", "#0b4f5c"

_LETTERS = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The words of a drawing in one language.

    Attributes:
        title: above the drawing.
        alt: spoken by readers.
        key: what the marks mean; None where a legend or the axes say it.
    """

    language: str
    title: Sentence
    alt: Sentence
    key: Sentence | None = None

    def of(self, sentence: Sentence) -> str:
        """Return a sentence in the language of the drawing."""
        return Translator(self.language)(sentence)


def specs_of(told: Told, draw: Callable[[Told], dict[str, object]]) -> dict[str, dict[str, object]]:
    """Return the specification of each language."""
    return {language: draw(replace(told, language=language)) for language in LANGUAGES}


def framed(told: Told, drawing: Mapping[str, object]) -> dict[str, object]:
    """Return a whole specification; the alternative text is its description."""
    title: dict[str, object] = {"text": told.of(told.title)}
    if told.key:
        title["subtitle"] = told.of(told.key)
    return {
        "background": "#ffffff",
        "padding": 12,
        "description": told.of(told.alt),
        "title": {**title, "anchor": "start", "frame": "bounds", "offset": 16},
        **drawing,
        "config": _CONFIG,
    }


def values(rows: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """Return rows as the inline data of a specification: nothing is ever fetched."""
    return {"values": list(rows)}


def number(value: float) -> str:
    """Return a number without zeros at its end."""
    return f"{round(value, 4):g}"


def middle(numbers: Iterable[float]) -> float:
    """Return the median, rounded to what is shown."""
    return round(median(numbers), 4)


_CONFIG: dict[str, object] = {
    "font": FONTS,
    "title": {
        "fontSize": 17,
        "fontWeight": 600,
        "color": INK,
        "subtitleFontSize": _LETTERS,
        "subtitleColor": INK,
        "subtitlePadding": 8,
    },
    "axis": {
        "labelFontSize": _LETTERS,
        "titleFontSize": _LETTERS,
        "titleFontWeight": 400,
        "labelColor": INK,
        "titleColor": QUIET,
        "gridColor": RULE,
        "domainColor": QUIET,
        "tickColor": QUIET,
        "labelLimit": 320,
        "titlePadding": 10,
    },
    "legend": {
        "labelFontSize": _LETTERS,
        "titleFontSize": _LETTERS,
        "titleFontWeight": 400,
        "labelColor": INK,
        "titleColor": QUIET,
        "labelLimit": 320,
        "orient": "top",
        "direction": "horizontal",
    },
    "header": {"labelFontSize": _LETTERS, "titleFontSize": _LETTERS},
    "text": {"fontSize": _LETTERS, "color": INK},
    "view": {"stroke": None},
}


# Light to dark, weakest to strongest label; the lightness alone tells them apart.
_SHADES = ("#a9d3d8", "#4f9aa6", "#0b4f5c", "#06313a", "#021a1f")

_INDEX = say("shortage index")
_POSTS = say("posts")
_LABEL = say("label as printed")
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
        "layer": [_drawn_bars(bars, labels, told), _bounds(bands), _names(bands)],
    }
    return framed(told, drawing)


def _drawn_bars(bars: Sequence[Bar], labels: Sequence[str], told: Told) -> dict[str, object]:
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


# Bars of 0.05, counted in ten-thousandths: the index is printed with four decimals.
_WIDTH = 500
_FINE = 10_000

_INDEX_NOTE = say(
    "A bar has the colour of the label that its posts print; dashed lines are the bounds "
    "that the catalogue prints. The index compares posts of this catalogue only."
)
_INDEX_HEADINGS = (
    say("index from (included)"),
    say("index to (not included)"),
    say("label as printed"),
    say("posts"),
)


def index_chart(comparison: Comparison) -> Chart | None:
    """Return the distribution of the first catalogue that prints an index; None without one."""
    for profile in comparison.profiles:
        rated = [post.shortage for post in posts_of(comparison, profile) if _has_index(post)]
        if rated:
            return _index_chart(profile, [each for each in rated if each is not None])
    return None


def _has_index(post: Post) -> bool:
    return post.shortage is not None and post.shortage.index is not None


def _index_chart(profile: PlaceProfile, rated: Sequence[Shortage]) -> Chart:
    scale = profile.edition.metadata.scale
    bands = scale.bands if scale else ()
    named = scale.labels if scale else ()
    labels = tuple(dict.fromkeys([*named, *(each.printed for each in rated)]))
    name = short_names([profile.edition])[profile.edition.id]
    title = say("Shortage index of {name}: distribution and printed bands", name=name)
    bars = _index_bars(rated, labels)
    alt = _index_alt(rated, bands, labels)
    return Chart(
        name="index",
        edition_ids=(profile.edition.id,),
        title=title,
        alt=alt,
        note=_INDEX_NOTE,
        headings=_INDEX_HEADINGS,
        rows=tuple((bar.low, bar.high, bar.label, bar.posts) for bar in bars),
        specs=specs_of(
            Told(language="zh", title=title, alt=alt),
            lambda told: drawn_index(bars, bands, labels, told),
        ),
    )


def _index_bars(rated: Sequence[Shortage], labels: Sequence[str]) -> list[Bar]:
    """Count posts by bar and label, in the order of both."""
    last = _FINE - _WIDTH
    fine = ((round((each.index or 0) * _FINE), each.printed) for each in rated)
    counts = Counter((min(last, value // _WIDTH * _WIDTH), label) for value, label in fine)
    ordered = sorted(counts, key=lambda bar: (bar[0], labels.index(bar[1])))
    return [
        Bar(low=low / _FINE, high=(low + _WIDTH) / _FINE, label=label, posts=counts[low, label])
        for low, label in ordered
    ]


def _index_alt(rated: Sequence[Shortage], bands: Sequence[Band], labels: Sequence[str]) -> Sentence:
    found = [each.index for each in rated if each.index is not None]
    posts = Counter(each.printed for each in rated)
    spans = {band.label: f"{band.lower:g}–{band.upper:g}" for band in bands}
    told = [
        f"{label}{f'（{spans[label]}）' if label in spans else ''} {posts[label]}"
        for label in labels
    ]
    low, mid, high = number(min(found)), number(middle(found)), number(max(found))
    return say(
        "Histogram of {n} posts: lowest {low}, median {mid}, highest {high}. By printed "
        "label: {told}.",
        n=len(found),
        low=low,
        mid=mid,
        high=high,
        told=joined(told),
    )


_ROW_HEIGHT = 104
_PAY = say("median pay, 10,000 CNY a year")
_MEDIAN = say("median")


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


_PAY_NOTE = say(
    "One point a post, a stroke the median. Pay is the median pay a year that the "
    "catalogue prints. Pay and rating stand side by side; neither is said to cause the "
    "other."
)
_PAY_HEADINGS = (
    say_in("chart", "post"),
    say("name"),
    say("industry"),
    say("label as printed"),
    say("median pay, 10,000 CNY a year"),
)


def pay_chart(comparison: Comparison) -> Chart | None:
    """Return the points of the first catalogue that prints pay and a rating; None without one."""
    for profile in comparison.profiles:
        paid = [post for post in posts_of(comparison, profile) if _is_paid(post)]
        if paid:
            return _pay_chart(profile, paid)
    return None


def _is_paid(post: Post) -> bool:
    return post.pay_cny_10k_year is not None and post.shortage is not None


def _pay_chart(profile: PlaceProfile, paid: Sequence[Post]) -> Chart:
    name = short_names([profile.edition])[profile.edition.id]
    title = say("Median pay and rating in {name}", name=name)
    grouped = _by_label(paid)
    alt = _pay_alt(grouped, len(paid))
    points = [
        Paid(label=label, pay=pay, offset=offset)
        for label, pays in grouped.items()
        for pay, offset in _spread(pays)
    ]
    return Chart(
        name="pay",
        edition_ids=(profile.edition.id,),
        title=title,
        alt=alt,
        note=_PAY_NOTE,
        headings=_PAY_HEADINGS,
        rows=tuple(_row(post) for post in paid),
        specs=specs_of(
            Told(language="zh", title=title, alt=alt),
            lambda told: drawn_pay(points, list(grouped), told),
        ),
    )


def _row(post: Post) -> tuple[Cell, ...]:
    label = post.shortage.printed if post.shortage else None
    return (post.id, post.name, post.industry, label, post.pay_cny_10k_year)


def _by_label(paid: Sequence[Post]) -> Mapping[str, list[float]]:
    """Return the pay of posts by label, the strongest label first, pay ascending."""
    strength = {post.shortage.printed: post.shortage.value or 0 for post in paid if post.shortage}
    grouped: dict[str, list[float]] = {
        label: [] for label in sorted(strength, key=lambda label: -strength[label])
    }
    for post in paid:
        if post.shortage and post.pay_cny_10k_year is not None:
            grouped[post.shortage.printed].append(post.pay_cny_10k_year)
    return {label: sorted(pays) for label, pays in grouped.items()}


def _spread(pays: Sequence[float]) -> list[tuple[float, int]]:
    """Put posts of nearly one pay beside each other, at offsets 0, 1, -1, 2, -2 and on."""
    held: Counter[int] = Counter()
    placed = []
    for pay in pays:
        near = round(pay * 2)
        turn = held[near]
        placed.append((pay, (turn + 1) // 2 * (1 if turn % 2 else -1)))
        held[near] += 1
    return placed


def _pay_alt(grouped: Mapping[str, Sequence[float]], posts: int) -> Sentence:
    return say_n(
        "Point of {n} post, in 10,000 CNY a year. {labels}.",
        "Points of {n} posts, in 10,000 CNY a year. {labels}.",
        n=posts,
        labels=clauses(_of_label(label, pays) for label, pays in grouped.items()),
    )


def _of_label(label: str, pays: Sequence[float]) -> Sentence:
    return say_n(
        "{label} {n} post, {least}–{most}, median {median}",
        "{label} {n} posts, {least}–{most}, median {median}",
        n=len(pays),
        label=label,
        least=number(pays[0]),
        most=number(pays[-1]),
        median=number(middle(pays)),
    )
