"""Why an occupation has its label, and what would change it, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from jinque.model import Words
from jinque.model.shortage import BLOCK, Label, Method
from jinque.shortage.rating import LABELS, Ratings

VOTE_NAMES = {
    BLOCK: Words(zh="供求", en="demand and seekers"),
    "x3": Words(zh="未招到占比", en="unfilled share"),
    "x4": Words(zh="相对空缺时长", en="relative vacancy time"),
    "x5": Words(zh="广度", en="breadth"),
    "x6": Words(zh="招聘难度", en="difficulty"),
    "x7": Words(zh="相对薪酬增长", en="relative pay growth"),
}
INDICATOR_NAMES = {
    "x1": Words(zh="需求占比", en="demand share"),
    "x2": Words(zh="相对缺口", en="relative gap"),
    **{name: words for name, words in VOTE_NAMES.items() if name != BLOCK},
}
LABEL_NAMES = {
    Label.SHORT: Words(zh="紧缺", en="short"),
    Label.WATCH: Words(zh="观察", en="watch"),
    Label.NOT_SHORT: Words(zh="不紧缺", en="not short"),
    Label.INSUFFICIENT: Words(zh="证据不足", en="insufficient evidence"),
}
_A_FEW = 3

BORDERLINE = Words(zh="边界", en="borderline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """What sufficient evidence lacks; all of it must be met."""

    employers: int
    kish: float
    largest: float
    has_market: bool
    has_trouble: bool


def insufficiency(found: Shortfall, method: Method) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Return why evidence is insufficient and what would mend it; both empty where it is not."""
    pairs = [*_lacking(found), *_narrow(found, method)]
    return tuple(why for why, _ in pairs), tuple(mend for _, mend in pairs)


def _lacking(found: Shortfall) -> Iterator[tuple[Words, Words]]:
    if not found.has_market:
        yield (
            Words(zh="供求、缺口、未招到占比一项也没有。", en="None of x1, x2, x3 is known."),
            Words(zh="有需求和求职人数，或有招聘结果。", en="Seekers beside places, or outcomes."),
        )
    if not found.has_trouble:
        yield (
            Words(zh="空缺时长、招聘难度一项也没有。", en="Neither x4 nor x6 is known."),
            Words(zh="有空缺起止日期，或有难度评分。", en="Days of vacancies, or difficulty."),
        )


def _narrow(found: Shortfall, method: Method) -> Iterator[tuple[Words, Words]]:
    least = method.employers_least
    if found.employers < least:
        # How many there are may identify them; how many are lacking is told in a band.
        is_near = least - found.employers <= _A_FEW
        few, many = Words(zh="再有几家", en="A few more"), Words(zh="再有较多", en="Many more")
        band = few if is_near else many
        yield (
            Words(
                zh=f"有空缺或评过难度的单位不到 {least} 家。",
                en=f"Fewer than {least} employers have places or told a difficulty.",
            ),
            Words(zh=f"{band.zh}单位答复。", en=f"{band.en} employers answer."),
        )
    if found.kish < method.kish_least:
        yield (
            Words(
                zh=f"加权后的有效样本不到 {method.kish_least:g} 家。",
                en=f"The effective sample is below {method.kish_least:g} employers.",
            ),
            Words(zh="多答几家权数大的单位。", en="More employers of large weight answer."),
        )
    if found.largest > method.largest_share_most:
        yield (
            Words(
                zh=f"最大一家占加权空缺超过 {method.largest_share_most:.0%}。",
                en=f"One employer has over {method.largest_share_most:.0%} of weighted places.",
            ),
            Words(zh="别的单位也有这一职业的空缺。", en="Other employers have places as well."),
        )


def reasons(ratings: Ratings, at: int, method: Method) -> tuple[Words, ...]:
    """Return why a rated occupation has the label of the sample."""
    label = LABELS[int(ratings.labels[at, 0])]
    name = LABEL_NAMES[label]
    if method.mode == "points":
        value, cut, what = ratings.points[at, 0], method.short_from, "B*"
        watch = method.watch_from
    else:
        value, cut, what = ratings.index[at, 0], method.index_short_from, "I"
        watch = method.index_watch_from
    told = [
        Words(
            zh=f"{what} = {value:.2f}（{cut:g} 起为紧缺，{watch:g} 起为观察），标为{name.zh}。",
            en=f"{what} = {value:.2f} (short from {cut:g}, watch from {watch:g}): {name.en}.",
        )
    ]
    if ratings.lacks_sign[at, 0]:
        told.append(
            Words(
                zh=f"分数够紧缺，但没有绝对依据（未招到占比未达 {method.unfilled_from:.0%}，"
                "也没有求职登记少于需求的依据），只标观察。",
                en=f"High enough for short, but no absolute sign (unfilled share below "
                f"{method.unfilled_from:.0%}, no fewer persons registered than places): watch.",
            )
        )
    return tuple(told)


def changes(ratings: Ratings, at: int, method: Method) -> tuple[Words, ...]:
    """Return for each vote the nearest points that alone would give another label."""
    told: list[Words] = []
    cast = {n: float(p[at, 0]) for n, p in ratings.votes.items() if not np.isnan(p[at, 0])}
    total = sum(method.votes[name] for name in cast)
    before = LABELS[int(ratings.labels[at, 0])]
    count = len(cast)
    steps = (0.0, *method.point_steps)
    for name, percentile in cast.items():
        now = sum(percentile >= step - 1e-12 for step in method.point_steps)
        worth = method.votes[name] * count / total / (count + method.prior_votes)
        for points in sorted(range(4), key=lambda q: (abs(q - now), -q)):
            after = _label(float(ratings.points[at, 0]) + worth * (points - now), method)
            if after is Label.SHORT and not _has_sign(ratings, at, before):
                after = Label.WATCH
            if points != now and after is not before and method.mode == "points":
                told.append(_change(name, percentile, (now, points), steps, after))
                break
    if ratings.lacks_sign[at, 0]:
        told.append(
            Words(
                zh=f"未招到占比达到 {method.unfilled_from:.0%}，就标紧缺。",
                en=f"An unfilled share of {method.unfilled_from:.0%} would make it short.",
            )
        )
    return tuple(told)


def _has_sign(ratings: Ratings, at: int, before: Label) -> bool:
    return before is Label.SHORT or not ratings.lacks_sign[at, 0]


def _label(points: float, method: Method) -> Label:
    if points >= method.short_from - 1e-12:
        return Label.SHORT
    return Label.WATCH if points >= method.watch_from - 1e-12 else Label.NOT_SHORT


def _change(
    name: str, percentile: float, points: tuple[int, int], steps: tuple[float, ...], after: Label
) -> Words:
    vote, label = VOTE_NAMES[name], LABEL_NAMES[after]
    now, then = points
    if then > now:
        return Words(
            zh=f"“{vote.zh}”的百分位从 {percentile:.2f} 升到 {steps[then]:g} 或以上（{now} "
            f"分变 {then} 分），"
            f"就标{label.zh}。",
            en=f"“{vote.en}” at percentile {steps[then]:g} or above instead of {percentile:.2f} "
            f"({then} points, not {now}) would make it {label.en}.",
        )
    return Words(
        zh=f"“{vote.zh}”的百分位从 {percentile:.2f} 降到 {steps[then + 1]:g} 以下（{now} 分变 "
        f"{then} 分），"
        f"就标{label.zh}。",
        en=f"“{vote.en}” below percentile {steps[then + 1]:g} instead of {percentile:.2f} "
        f"({then} points, not {now}) would make it {label.en}.",
    )
