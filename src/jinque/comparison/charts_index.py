"""Distribution of a printed index beside the bands that the catalogue prints for its labels."""

from collections import Counter
from collections.abc import Sequence

from jinque.comparison.chart_frame import Told, middle, number, specs_of
from jinque.comparison.drawn_index import Bar, drawn_index
from jinque.comparison.posts_of import posts_of
from jinque.model import Band, Post, Shortage
from jinque.model.chart import Chart
from jinque.model.edition_names import short_names
from jinque.model.place_profile import Comparison, PlaceProfile
from jinque.model.words import Words

# Bars of 0.05, counted in ten-thousandths: the index is printed with four decimals.
_WIDTH = 500
_FINE = 10_000

_NOTE = Words(
    zh="条的颜色是岗位自己印出的等级，虚线是目录印出的区间界限；两者不一致的岗位会显示在别的区间里。"
    "指数只在这份目录内可比。",
    en="A bar has the colour of the label that its posts print; dashed lines are the bounds that "
    "the catalogue prints. The index compares posts of this catalogue only.",
)
_HEADINGS = (
    Words(zh="指数从（含）", en="index from (included)"),
    Words(zh="指数到（不含）", en="index to (not included)"),
    Words(zh="等级（原文）", en="label as printed"),
    Words(zh="岗位数", en="posts"),
)


def index_chart(comparison: Comparison) -> Chart | None:
    """Return the distribution of the first catalogue that prints an index; None without one."""
    for profile in comparison.profiles:
        rated = [post.shortage for post in posts_of(comparison, profile) if _has_index(post)]
        if rated:
            return _chart(profile, [each for each in rated if each is not None])
    return None


def _has_index(post: Post) -> bool:
    return post.shortage is not None and post.shortage.index is not None


def _chart(profile: PlaceProfile, rated: Sequence[Shortage]) -> Chart:
    scale = profile.edition.metadata.scale
    bands = scale.bands if scale else ()
    named = scale.labels if scale else ()
    labels = tuple(dict.fromkeys([*named, *(each.printed for each in rated)]))
    name = short_names([profile.edition])[profile.edition.id]
    title = Words(
        zh=f"{name.zh}：紧缺指数分布和印出的区间",
        en=f"Shortage index of {name.en}: distribution and printed bands",
    )
    bars = _bars(rated, labels)
    alt = _alt(rated, bands, labels)
    return Chart(
        name="index",
        edition_ids=(profile.edition.id,),
        title=title,
        alt=alt,
        note=_NOTE,
        headings=_HEADINGS,
        rows=tuple((bar.low, bar.high, bar.label, bar.posts) for bar in bars),
        specs=specs_of(
            Told(language="zh", title=title, alt=alt),
            lambda told: drawn_index(bars, bands, labels, told),
        ),
    )


def _bars(rated: Sequence[Shortage], labels: Sequence[str]) -> list[Bar]:
    """Count posts by bar and label, in the order of both."""
    last = _FINE - _WIDTH
    fine = ((round((each.index or 0) * _FINE), each.printed) for each in rated)
    counts = Counter((min(last, value // _WIDTH * _WIDTH), label) for value, label in fine)
    ordered = sorted(counts, key=lambda bar: (bar[0], labels.index(bar[1])))
    return [
        Bar(low=low / _FINE, high=(low + _WIDTH) / _FINE, label=label, posts=counts[low, label])
        for low, label in ordered
    ]


def _alt(rated: Sequence[Shortage], bands: Sequence[Band], labels: Sequence[str]) -> Words:
    found = [each.index for each in rated if each.index is not None]
    posts = Counter(each.printed for each in rated)
    spans = {band.label: f"{band.lower:g}–{band.upper:g}" for band in bands}
    told = [
        f"{label}{f'（{spans[label]}）' if label in spans else ''} {posts[label]}"
        for label in labels
    ]
    low, mid, high = number(min(found)), number(middle(found)), number(max(found))
    return Words(
        zh=f"直方图，{len(found)} 个岗位：最低 {low}，中位数 {mid}，最高 {high}。"
        f"按印出的等级：{'、'.join(told)}。",
        en=f"Histogram of {len(found)} posts: lowest {low}, median {mid}, highest {high}. "
        f"By printed label: {', '.join(told)}.",
    )
