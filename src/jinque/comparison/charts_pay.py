"""Printed pay against the printed rating, post by post."""

from collections import Counter
from collections.abc import Mapping, Sequence

from jinque.comparison.chart_frame import Told, middle, number, specs_of
from jinque.comparison.drawn_pay import Paid, drawn_pay
from jinque.comparison.posts_of import posts_of
from jinque.model import Post
from jinque.model.chart import Chart
from jinque.model.edition_names import short_names
from jinque.model.place_profile import Comparison, PlaceProfile
from jinque.model.words import Words

_NOTE = Words(
    zh="每点一个岗位，竖线是中位数。薪酬是目录印出的年薪中位数，城市和年份按目录写明的为准；"
    "薪酬高低与等级强弱并列展示，不说明谁决定谁。",
    en="One point a post, a stroke the median. Pay is the median pay a year that the catalogue "
    "prints. Pay and rating stand side by side; neither is said to cause the other.",
)
_HEADINGS = (
    Words(zh="岗位编号", en="post"),
    Words(zh="名称", en="name"),
    Words(zh="行业", en="industry"),
    Words(zh="等级（原文）", en="label as printed"),
    Words(zh="年薪中位数（万元）", en="median pay, 10,000 CNY a year"),
)


def pay_chart(comparison: Comparison) -> Chart | None:
    """Return the points of the first catalogue that prints pay and a rating; None without one."""
    for profile in comparison.profiles:
        paid = [post for post in posts_of(comparison, profile) if _is_paid(post)]
        if paid:
            return _chart(profile, paid)
    return None


def _is_paid(post: Post) -> bool:
    return post.pay_cny_10k_year is not None and post.shortage is not None


def _chart(profile: PlaceProfile, paid: Sequence[Post]) -> Chart:
    name = short_names([profile.edition])[profile.edition.id]
    title = Words(zh=f"{name.zh}：年薪中位数和紧缺等级", en=f"Median pay and rating in {name.en}")
    grouped = _by_label(paid)
    alt = _alt(grouped, len(paid))
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
        note=_NOTE,
        headings=_HEADINGS,
        rows=tuple(_row(post) for post in paid),
        specs=specs_of(
            Told(language="zh", title=title, alt=alt),
            lambda told: drawn_pay(points, list(grouped), told),
        ),
    )


def _row(post: Post) -> tuple[str | int | float | None, ...]:
    label = post.shortage.printed if post.shortage else None
    return (post.id, post.name, post.industry, label, post.pay_cny_10k_year)


def _by_label(paid: Sequence[Post]) -> Mapping[str, list[float]]:
    """Return the pay of posts by label, the strongest label first, pay ascending."""
    strength = {post.shortage.printed: post.shortage.value for post in paid if post.shortage}
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


def _alt(grouped: Mapping[str, Sequence[float]], posts: int) -> Words:
    zh = [
        f"{label} {len(pays)} 个，{number(pays[0])}–{number(pays[-1])}，"
        f"中位数 {number(middle(pays))}"
        for label, pays in grouped.items()
    ]
    en = [
        f"{label} {len(pays)} posts, {number(pays[0])}–{number(pays[-1])}, "
        f"median {number(middle(pays))}"
        for label, pays in grouped.items()
    ]
    return Words(
        zh=f"散点图，{posts} 个岗位，单位万元一年。{'；'.join(zh)}。",
        en=f"Points of {posts} posts, in 10,000 CNY a year. {'; '.join(en)}.",
    )
