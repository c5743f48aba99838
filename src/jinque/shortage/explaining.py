"""Why an occupation has its label, and what would change it, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from jinque.locale import Sentence, say
from jinque.model.shortage import BLOCK, Label, Method
from jinque.shortage.rating import LABELS, Ratings

VOTE_NAMES = {
    BLOCK: say("demand and seekers"),
    "x3": say("unfilled share"),
    "x4": say("relative vacancy time"),
    "x5": say("breadth"),
    "x6": say("difficulty"),
    "x7": say("relative pay growth"),
}
INDICATOR_NAMES = {
    "x1": say("demand share"),
    "x2": say("relative gap"),
    **{name: words for name, words in VOTE_NAMES.items() if name != BLOCK},
}
LABEL_NAMES = {
    Label.SHORT: say("short"),
    Label.WATCH: say("watch"),
    Label.NOT_SHORT: say("not short"),
    Label.INSUFFICIENT: say("insufficient evidence"),
}
_A_FEW = 3

BORDERLINE = say("borderline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """What sufficient evidence lacks; all of it must be met."""

    employers: int
    kish: float
    largest: float
    has_market: bool
    has_trouble: bool


def insufficiency(
    found: Shortfall, method: Method
) -> tuple[tuple[Sentence, ...], tuple[Sentence, ...]]:
    """Return why evidence is insufficient and what would mend it; both empty where it is not."""
    pairs = [*_lacking(found), *_narrow(found, method)]
    return tuple(why for why, _ in pairs), tuple(mend for _, mend in pairs)


def _lacking(found: Shortfall) -> Iterator[tuple[Sentence, Sentence]]:
    if not found.has_market:
        yield (
            say("None of x1, x2, x3 is known."),
            say("Seekers beside places, or outcomes."),
        )
    if not found.has_trouble:
        yield (
            say("Neither x4 nor x6 is known."),
            say("Days of vacancies, or difficulty."),
        )


def _narrow(found: Shortfall, method: Method) -> Iterator[tuple[Sentence, Sentence]]:
    least = method.employers_least
    if found.employers < least:
        # How many there are may identify them; how many are lacking is told in a band.
        is_near = least - found.employers <= _A_FEW
        few, many = say("A few more"), say("Many more")
        band = few if is_near else many
        yield (
            say("Fewer than {least} employers have places or told a difficulty.", least=least),
            say("{band} employers answer.", band=band),
        )
    if found.kish < method.kish_least:
        yield (
            say(
                "The effective sample is below {kish_least:g} employers.",
                kish_least=method.kish_least,
            ),
            say("More employers of large weight answer."),
        )
    if found.largest > method.largest_share_most:
        yield (
            say(
                "One employer has over {largest_share_most:.0%} of weighted places.",
                largest_share_most=method.largest_share_most,
            ),
            say("Other employers have places as well."),
        )


def reasons(ratings: Ratings, at: int, method: Method) -> tuple[Sentence, ...]:
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
        say(
            "{what} = {value:.2f} (short from {cut:g}, watch from {watch:g}): {name}.",
            what=what,
            value=value,
            cut=cut,
            watch=watch,
            name=name,
        )
    ]
    if ratings.lacks_sign[at, 0]:
        told.append(
            say(
                "High enough for short, but no absolute sign (unfilled share below "
                "{unfilled_from:.0%}, no fewer persons registered than places): watch.",
                unfilled_from=method.unfilled_from,
            )
        )
    return tuple(told)


def changes(ratings: Ratings, at: int, method: Method) -> tuple[Sentence, ...]:
    """Return for each vote the nearest points that alone would give another label."""
    told: list[Sentence] = []
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
            say(
                "An unfilled share of {unfilled_from:.0%} would make it short.",
                unfilled_from=method.unfilled_from,
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
) -> Sentence:
    vote, label = VOTE_NAMES[name], LABEL_NAMES[after]
    now, then = points
    if then > now:
        return say(
            "“{vote}” at percentile {steps:g} or above instead of {percentile:.2f} ({then} "
            "points, not {now}) would make it {label}.",
            percentile=percentile,
            steps=steps[then],
            now=now,
            then=then,
            vote=vote,
            label=label,
        )
    return say(
        "“{vote}” below percentile {steps:g} instead of {percentile:.2f} ({then} points, "
        "not {now}) would make it {label}.",
        percentile=percentile,
        steps=steps[then + 1],
        now=now,
        then=then,
        vote=vote,
        label=label,
    )
