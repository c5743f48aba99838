"""A score as files: a workbook of tables, the annex on the method in Word, JSON."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from jinque.dataset import Sheet, save_bytes, workbook_bytes
from jinque.dataset.files import Value
from jinque.errors import FormatNotOfferedError
from jinque.locale import Sentence, Translator, say, say_in, write_words
from jinque.model.paper import Grid, Line, Paper
from jinque.model.shortage import INDICATORS, Method, MethodView, OccupationScore, Score
from jinque.shortage.explaining import BORDERLINE, INDICATOR_NAMES, LABEL_NAMES, VOTE_NAMES

SYNTHETIC = say("Synthetic: made up by a program; it says nothing of a real place.")
FORMULAS: dict[str, Sentence] = {
    "x1": say(
        "places / (places + seekers), weighted; of persons 0.5 is balance, of applications it ranks"
    ),
    "x2": say("max(0, places - seekers) / (staff + places), weighted"),
    "x3": say("1 - filled / (filled + withdrawn + open) of the cohort, after 90 days"),
    "x4": say(
        "Kaplan-Meier median of days open (filled: event; withdrawn, open: censored; older "
        "ones enter late) / the same over all occupations"
    ),
    "x5": say("share with places among respondents that have, seek it or stand in its industries"),
    "x6": say("share that answers 4 or 5, weighted"),
    "x7": say("growth of median pay over a year less that of all occupations (optional)"),
}


def save_score(score: Score, path: Path, language: str = "zh") -> None:
    """Write a score to a file; its ending tells the format.

    Raises:
        FormatNotOfferedError: it ends in neither .xlsx, .docx nor .json.
        MachineError: the system refuses to write.
    """
    makers = {".xlsx": score_workbook, ".docx": method_annex, ".json": _json}
    if path.suffix.lower() not in makers:
        raise FormatNotOfferedError(
            say("There is no format “{suffix}”.", suffix=path.suffix),
            where=str(path),
            hint=say("Let the name end in .xlsx, .docx or .json."),
        )
    save_bytes([makers[path.suffix.lower()](score, language)], path)


def _json(score: Score, language: str) -> bytes:
    del language
    return msgspec.json.format(msgspec.json.encode(score, enc_hook=write_words))


def score_workbook(score: Score, language: str = "zh") -> bytes:
    """Return a score as a workbook: ranking, indicators, sums, other methods, notes."""
    tell = Translator(language)
    sheets = [_ranking(score, tell), _indicator_sheet(score, tell)]
    if score.cells:
        sheets.append(_cells(score, tell))
    if score.others:
        sheets.append(_others(score, tell))
    sheets.append(_notes(score, tell))
    if score.is_synthetic:
        mark = tell(say(" (synthetic)"))
        sheets = [replace(each, name=f"{each.name}{mark}") for each in sheets]
    return workbook_bytes(sheets, tell)


def _ranked(score: Score) -> list[OccupationScore]:
    return sorted(
        score.occupations, key=lambda each: (each.rank is None, each.rank or 0, each.code)
    )


def _label(each: OccupationScore, tell: Translator) -> str:
    name = tell(LABEL_NAMES[each.label])
    if not each.is_borderline:
        return name
    among = "/".join(tell(LABEL_NAMES[label]) for label in each.labels)
    return tell(
        say("{name} ({borderline}: {among})", name=name, among=among, borderline=BORDERLINE)
    )


def _ranking(score: Score, tell: Translator) -> Sheet:
    headings = (
        tell(say("Rank")), tell(say_in("link", "Code")), tell(say("Occupation")),
        tell(say("Label")), tell(say("Index I")), tell(say("I from")),
        tell(say("I to")), "B*", tell(say("B* from")), tell(say("B* to")),
        tell(say("Votes K")), tell(say("Places")), tell(say("Seekers")), tell(say("Gap")),
        tell(say("Rank, weights moved")), tell(say("Rank before")),
        tell(say_in("ranking", "Listed")), tell(say("Notes")),
    )  # fmt: skip
    rows = [_ranking_row(each, tell) for each in _ranked(score)]
    if score.is_synthetic:
        mark = tell(say("synthetic, not real"))
        rows.insert(0, ("", "", mark, *[""] * (len(headings) - 3)))
    widths = (6, 13, 26, 22, 9, 8, 8, 8, 8, 8, 8, 10, 10, 10, 14, 12, 10, 60)
    return Sheet(name=tell(say("Index")), headings=headings, rows=rows, widths=widths)


def _ranking_row(each: OccupationScore, tell: Translator) -> tuple[Value, ...]:
    listed = {
        True: tell(say_in("ranking row", "yes")),
        False: tell(say_in("ranking row", "no")),
        None: "",
    }[each.was_listed]
    spread = f"{each.rank_low}–{each.rank_high}" if each.rank_low else ""
    told = [*([each.suppressed] if each.suppressed else []), *each.reasons, *each.findings]
    ends, points = each.index_interval, each.points_interval
    return (
        each.rank, each.code, each.name, _label(each, tell), _round(each.index),
        _round(ends.low if ends else None), _round(ends.high if ends else None),
        _round(each.points), _round(points.low if points else None),
        _round(points.high if points else None), len(each.ballots) or None,
        _round(each.demand, 0), _round(each.seekers, 0), _round(each.gap, 0),
        spread, each.previous_rank, listed, " ".join(tell(words) for words in told),
    )  # fmt: skip


def _round(value: float | None, digits: int = 3) -> float | None:
    return None if value is None else round(value, digits)


def _indicator_sheet(score: Score, tell: Translator) -> Sheet:
    names = [f"{name} {tell(INDICATOR_NAMES[name])}" for name in INDICATORS]
    headings = [tell(say_in("link", "Code")), tell(say("Occupation"))]
    for name in names:
        headings += [name, tell(say("{name} percentile", name=name))]
    rows = []
    for each in _ranked(score):
        row: list[Value] = [each.code, each.name]
        found = {one.name: one for one in each.indicators}
        for name in INDICATORS:
            one = found.get(name)
            row += [_round(one.value) if one else None, _round(one.percentile) if one else None]
        rows.append(tuple(row))
    widths = (13, 26, *[14] * (2 * len(INDICATORS)))
    return Sheet(name=tell(say("Indicators")), headings=tuple(headings), rows=rows, widths=widths)


def _cells(score: Score, tell: Translator) -> Sheet:
    headings = (
        tell(say("Code")), tell(say("Places")), tell(say("Seekers")),
        tell(say_in("cells", "Employers")), tell(say("Note")),
    )  # fmt: skip
    held = tell(say("held back, not to tell of single employers"))
    rows = [
        (each.code or tell(say("all")), each.demand, each.seekers, each.employers,
         held if each.demand is None else "")
        for each in score.cells
    ]  # fmt: skip
    return Sheet(name=tell(say("Sums")), headings=headings, rows=rows, widths=(13, 12, 12, 12, 40))


def _others(score: Score, tell: Translator) -> Sheet:
    headings = (
        tell(say_in("link", "Code")), tell(say("Occupation")), tell(say("Ours")),
        *(tell(say("{name} ({has} of {of})", has=v.has, of=v.of, name=v.method.name))
          for v in score.others),
    )  # fmt: skip
    rows = [
        (
            each.code, each.name, _label(each, tell),
            *(_other_cell(v, each.code, tell) for v in score.others),
        )
        for each in _ranked(score)
    ]  # fmt: skip
    widths = (13, 26, 22, *[22] * len(score.others))
    return Sheet(name=tell(say("Methods")), headings=headings, rows=rows, widths=widths)


def _other_cell(view: MethodView, code: str, tell: Translator) -> str:
    label, rank = view.labels.get(code), view.ranks.get(code)
    if label is None:
        return ""
    return tell(LABEL_NAMES[label]) + (f" #{rank}" if rank else "")


def _notes(score: Score, tell: Translator) -> Sheet:
    rows: list[tuple[Value, ...]] = []
    if score.is_synthetic:
        rows.append((tell(say("Synthetic")), tell(SYNTHETIC)))
    rows += [
        (tell(say("Evidence")), f"{score.name} {score.quarter}"),
        (tell(say("Checksum")), score.evidence_sha256),
        (tell(say("Seed and draws")), f"{score.seed} / {score.draws}"),
        (tell(say("Reference")), f"{score.reference.edition} {score.reference.quarter}"),
    ]
    rows += [(tell(say_in("notes", "Note")), tell(words)) for words in score.notes]
    rows += [(tell(each.what), each.count) for each in score.exclusions]
    rows += [
        (tell(say("over all: {name}", name=name)), _round(value))
        for name, value in score.level.items()
    ]
    rows += [
        (name, str(value))
        for name, value in msgspec.to_builtins(score.method, enc_hook=write_words).items()
    ]
    headings = (tell(say("Item")), tell(say("Content")))
    return Sheet(name=tell(say("Notes")), headings=headings, rows=rows, widths=(34, 90))


def method_annex(score: Score, language: str = "zh") -> bytes:
    """Return the annex on the method as a Word file: formula, weights, sample, calibration."""
    from jinque.dataset.paper import paper_docx

    tell = Translator(language)
    title = tell(say("Annex: method and parameters of the shortage index"))
    footer = f"{score.name} {score.quarter}"
    if score.is_synthetic:
        footer += tell(say(" · synthetic, not real"))
    blocks: list[Line | Grid] = []
    if score.is_synthetic:
        blocks.append(Line(text=tell(SYNTHETIC), kind="strong"))
    for heading, made in (
        (tell(say("1 Evidence")), _evidence_part(score, tell)),
        (tell(say("2 Indicators")), _indicator_part(score, tell)),
        (tell(say("3 From indicators to labels")), _rating_part(score.method, tell)),
        (tell(say("4 Calibration of the cuts")), _calibration_part(score, tell)),
        (tell(say("5 Uncertainty")), _uncertainty_part(score, tell)),
        (tell(say("6 What was left out")), _exclusion_part(score, tell)),
        (tell(say("7 Choices that this edition declares")), _choices(tell)),
    ):
        blocks.append(Line(text=heading, kind="heading"))
        blocks += made
    paper = Paper(title=title, footer=footer, blocks=tuple(blocks), language=language)
    return paper_docx(paper)


def _evidence_part(score: Score, tell: Translator) -> list[Line | Grid]:
    seekers = {
        "applications": tell(say("applications that employers received")),
        "persons": tell(say("persons registered")),
    }[score.method.seekers]
    rows = (
        (tell(say("Quarter")), score.quarter),
        (tell(say("Kind of seekers")), seekers),
        (
            tell(say("Frame")),
            tell(say("yes, weighted"))
            if score.is_weighted
            else tell(say_in("evidence part", "none")),
        ),
        (tell(say("Checksum")), score.evidence_sha256),
    )
    return [Grid(rows=rows, widths=(40, 134))]


def _indicator_part(score: Score, tell: Translator) -> list[Line | Grid]:
    header = (
        tell(say("Indicator")),
        tell(say("Name")),
        tell(say("Formula")),
        tell(say("Over all")),
    )
    rows = tuple(
        (name, tell(INDICATOR_NAMES[name]), tell(FORMULAS[name]), _text(score.level.get(name)))
        for name in INDICATORS
    )
    method = score.method
    return [
        Grid(header=header, rows=rows, widths=(18, 32, 100, 24)),
        Line(
            text=tell(
                say(
                    "x1, x3, x6 are drawn towards the class above: (n raw + a parent) / (n "
                    "+ a); a by moments of the variance components (Henderson 1953), in "
                    "[{alpha_least:g}, {alpha_most:g}]; a parent has {parent_employers} "
                    "employers without the occupation itself.",
                    alpha_least=method.alpha_least,
                    alpha_most=method.alpha_most,
                    parent_employers=method.parent_employers,
                )
            )
        ),
    ]


def _rating_part(method: Method, tell: Translator) -> list[Line | Grid]:
    weights = "；".join(
        f"{tell(VOTE_NAMES[name])} {weight:g}" for name, weight in method.votes.items()
    )
    low, middle, high = method.point_steps
    told = (
        say(
            "Weights: {weights}. {weights_reason}",
            weights=weights,
            weights_reason=method.weights_reason,
        ),
        say(
            "p is the mid-rank on the reference; 1, 2, 3 points from {low:g}, "
            "{middle:g}, {high:g}.",
            low=low,
            middle=middle,
            high=high,
        ),
        say(
            "B* = (sum w q + {prior_points:g} x {prior_votes:g}) / (sum w + "
            "{prior_votes:g}), weights summing to K; I = sum w p / sum w.",
            prior_points=method.prior_points,
            prior_votes=method.prior_votes,
        ),
        say(
            "Short from B* {short_from:g}, watch from {watch_from:g}; short needs an "
            "absolute sign: an unfilled share of {unfilled_from:.0%}, or fewer persons "
            "registered than places.",
            short_from=method.short_from,
            watch_from=method.watch_from,
            unfilled_from=method.unfilled_from,
        ),
        *_gate(method),
    )
    return [Line(text=tell(each)) for each in told]


def _gate(method: Method) -> tuple[Sentence, ...]:
    return (
        say(
            "Insufficient: below {employers_least} employers or an effective "
            "{kish_least:g}, one with over {largest_share_most:.0%} of places, or none "
            "of x1-x3 or of x4, x6.",
            employers_least=method.employers_least,
            kish_least=method.kish_least,
            largest_share_most=method.largest_share_most,
        ),
        say(
            "Behind that gate one employer counts up to {employer_cap:.0%}.",
            employer_cap=method.employer_cap,
        ),
    )


def _calibration_part(score: Score, tell: Translator) -> list[Line | Grid]:
    header = (
        tell(say("Short from")),
        tell(say("Watch from")),
        tell(say("Short")),
        tell(say("Watch")),
    )
    rows = tuple(
        (f"{each.short_from:g}", f"{each.watch_from:g}", f"{each.short:.1%}", f"{each.watch:.1%}")
        for each in score.calibration
    )
    told = tell(
        say("The first line is in use; the others are what other cuts would give (of B* alone).")
    )
    return [Line(text=told), Grid(header=header, rows=rows, widths=(43, 43, 44, 44))]


def _uncertainty_part(score: Score, tell: Translator) -> list[Line | Grid]:
    told = tell(
        say(
            "Bootstrap of employers within strata (Rao-Wu, n-1 draws, finite-population "
            "correction, a stratum taken whole stands still), {draws} draws, seed {seed}; "
            "middle {coverage:.0%}. In the draws shrinkage weighs as in the population: "
            "the interval is of what a census would give.",
            draws=score.draws,
            seed=score.seed,
            coverage=score.method.coverage,
        )
    )
    return [Line(text=told), *(Line(text=tell(words)) for words in score.notes)]


def _exclusion_part(score: Score, tell: Translator) -> list[Line | Grid]:
    rows = tuple((tell(each.what), str(each.count)) for each in score.exclusions)
    if not rows:
        return [Line(text=tell(say("Nothing.")))]
    return [Grid(rows=rows, widths=(134, 40))]


def _choices(tell: Translator) -> list[Line | Grid]:
    told: Sequence[str] = (
        tell(say("Where x2 is missing the block is x1 alone.")),
        tell(say("n is of the sample in the sample and of the population in the draws.")),
        tell(say("Absolute signs are of raw values.")),
        tell(say("The factor of the cap is that of the sample.")),
        tell(say("Values are rounded to 12 decimals before they are ranked.")),
        tell(say("Weights lie on a grid of powers of two, so that sums do not depend on order.")),
    )  # fmt: skip
    return [Line(text=f"· {each}") for each in told]


def _text(value: float | None) -> str:
    return "–" if value is None else f"{value:.3g}"
