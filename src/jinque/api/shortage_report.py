"""A score as files: a workbook of tables, the annex on the method in Word, JSON."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from jinque.dataset import Sheet, save_bytes, workbook_bytes
from jinque.dataset.files import Value, paper_docx
from jinque.errors import FormatNotOfferedError
from jinque.model import Words
from jinque.model.paper import Grid, Paper, Sentence
from jinque.model.shortage import INDICATORS, Method, MethodView, OccupationScore, Score
from jinque.shortage.explaining import BORDERLINE, INDICATOR_NAMES, LABEL_NAMES, VOTE_NAMES

SYNTHETIC = Words(
    zh="样例：由程序编造，不是任何地方的真实情况，不得作为依据。",
    en="Synthetic: made up by a program; it says nothing of a real place.",
)
FORMULAS: dict[str, Words] = {
    "x1": Words(
        zh="需求 ÷ (需求 + 求职)，按权数加总；对登记人数，0.5 为平衡；对应聘次数只排先后",
        en="places / (places + seekers), weighted; of persons 0.5 is balance, of applications "
        "it ranks",
    ),
    "x2": Words(
        zh="max(0, 需求 − 求职) ÷ (在岗 + 需求)，按权数加总",
        en="max(0, places - seekers) / (staff + places), weighted",
    ),
    "x3": Words(
        zh="1 − 招到 ÷ (招到 + 撤回 + 仍空缺)，观察窗口内开出的空缺，90 天后",
        en="1 - filled / (filled + withdrawn + open) of the cohort, after 90 days",
    ),
    "x4": Words(
        zh="空缺天数中位数（Kaplan-Meier：招到为事件，撤回和仍空缺为删失，季前已开的迟入）÷ "
        "全部职业的同一中位数",
        en="Kaplan-Meier median of days open (filled: event; withdrawn, open: censored; older ones "
        "enter late) / the same over all occupations",
    ),
    "x5": Words(
        zh="有这一空缺的单位占雇用、招聘它或属其行业的答复单位之比，按权数",
        en="share with places among respondents that have, seek it or stand in its industries",
    ),
    "x6": Words(
        zh="难度评 4 或 5 的单位占评过的单位之比，按权数", en="share that answers 4 or 5, weighted"
    ),
    "x7": Words(
        zh="年薪中位数一年的增长 − 全部职业的增长（可不用）",
        en="growth of median pay over a year less that of all occupations (optional)",
    ),
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
            f"不提供“{path.suffix}”格式。",
            f"There is no format “{path.suffix}”.",
            where=str(path),
            hint_zh="文件名请以 .xlsx、.docx 或 .json 结尾。",
            hint_en="Let the name end in .xlsx, .docx or .json.",
        )
    save_bytes([makers[path.suffix.lower()](score, language)], path)


def _json(score: Score, language: str) -> bytes:
    del language
    return msgspec.json.format(msgspec.json.encode(score))


def score_workbook(score: Score, language: str = "zh") -> bytes:
    """Return a score as a workbook: ranking, indicators, sums, other methods, notes."""
    say = _sayer(language)
    sheets = [_ranking(score, say), _indicator_sheet(score, say)]
    if score.cells:
        sheets.append(_cells(score, say))
    if score.others:
        sheets.append(_others(score, say))
    sheets.append(_notes(score, say))
    if score.is_synthetic:
        mark = say("（样例）", " (synthetic)")
        sheets = [replace(each, name=each.name + mark) for each in sheets]
    return workbook_bytes(sheets)


class _Sayer:
    def __init__(self, language: str) -> None:
        self._is_english = language == "en"

    def __call__(self, zh: str, en: str) -> str:
        return en if self._is_english else zh

    def of(self, words: Words) -> str:
        return words.en if self._is_english else words.zh


def _sayer(language: str) -> _Sayer:
    return _Sayer(language)


def _ranked(score: Score) -> list[OccupationScore]:
    return sorted(
        score.occupations, key=lambda each: (each.rank is None, each.rank or 0, each.code)
    )


def _label(each: OccupationScore, say: _Sayer) -> str:
    name = say.of(LABEL_NAMES[each.label])
    if not each.is_borderline:
        return name
    among = "/".join(say.of(LABEL_NAMES[label]) for label in each.labels)
    return say(f"{name}（{BORDERLINE.zh}：{among}）", f"{name} ({BORDERLINE.en}: {among})")


def _ranking(score: Score, say: _Sayer) -> Sheet:
    headings = (
        say("位次", "Rank"), say("职业编码", "Code"), say("职业", "Occupation"),
        say("标签", "Label"), say("指数 I", "Index I"), say("I 下限", "I from"),
        say("I 上限", "I to"), say("B*", "B*"), say("B* 下限", "B* from"), say("B* 上限", "B* to"),
        say("票数 K", "Votes K"), say("需求", "Places"), say("求职", "Seekers"), say("缺口", "Gap"),
        say("权数变动时位次", "Rank, weights moved"), say("上一版位次", "Rank before"),
        say("现行目录", "Listed"), say("说明", "Notes"),
    )  # fmt: skip
    rows = [_ranking_row(each, say) for each in _ranked(score)]
    if score.is_synthetic:
        mark = say("样例，非真实数据", "synthetic, not real")
        rows.insert(0, ("", "", mark, *[""] * (len(headings) - 3)))
    widths = (6, 13, 26, 22, 9, 8, 8, 8, 8, 8, 8, 10, 10, 10, 14, 12, 10, 60)
    return Sheet(name=say("指数", "Index"), headings=headings, rows=rows, widths=widths)


def _ranking_row(each: OccupationScore, say: _Sayer) -> tuple[Value, ...]:
    listed = {True: say("已列入", "yes"), False: say("未列入", "no"), None: ""}[each.was_listed]
    spread = f"{each.rank_low}–{each.rank_high}" if each.rank_low else ""
    told = [*([each.suppressed] if each.suppressed else []), *each.reasons, *each.findings]
    ends, points = each.index_interval, each.points_interval
    return (
        each.rank, each.code, each.name, _label(each, say), _round(each.index),
        _round(ends.low if ends else None), _round(ends.high if ends else None),
        _round(each.points), _round(points.low if points else None),
        _round(points.high if points else None), len(each.ballots) or None,
        _round(each.demand, 0), _round(each.seekers, 0), _round(each.gap, 0),
        spread, each.previous_rank, listed, " ".join(say.of(words) for words in told),
    )  # fmt: skip


def _round(value: float | None, digits: int = 3) -> float | None:
    return None if value is None else round(value, digits)


def _indicator_sheet(score: Score, say: _Sayer) -> Sheet:
    names = [f"{name} {say.of(INDICATOR_NAMES[name])}" for name in INDICATORS]
    headings = [say("职业编码", "Code"), say("职业", "Occupation")]
    for name in names:
        headings += [name, say(f"{name} 百分位", f"{name} percentile")]
    rows = []
    for each in _ranked(score):
        row: list[Value] = [each.code, each.name]
        found = {one.name: one for one in each.indicators}
        for name in INDICATORS:
            one = found.get(name)
            row += [_round(one.value) if one else None, _round(one.percentile) if one else None]
        rows.append(tuple(row))
    widths = (13, 26, *[14] * (2 * len(INDICATORS)))
    return Sheet(name=say("指标", "Indicators"), headings=tuple(headings), rows=rows, widths=widths)


def _cells(score: Score, say: _Sayer) -> Sheet:
    headings = (
        say("编码", "Code"), say("需求", "Places"), say("求职", "Seekers"),
        say("单位数", "Employers"), say("说明", "Note"),
    )  # fmt: skip
    held = say("为不泄露单个单位的情况，不公布", "held back, not to tell of single employers")
    rows = [
        (each.code or say("全部", "all"), each.demand, each.seekers, each.employers,
         held if each.demand is None else "")
        for each in score.cells
    ]  # fmt: skip
    return Sheet(
        name=say("合计", "Sums"), headings=headings, rows=rows, widths=(13, 12, 12, 12, 40)
    )


def _others(score: Score, say: _Sayer) -> Sheet:
    headings = (
        say("职业编码", "Code"), say("职业", "Occupation"), say("本方法", "Ours"),
        *(say(f"{v.method.name.zh}（有 {v.has}/{v.of} "
              "项）", f"{v.method.name.en} ({v.has} of {v.of})")
          for v in score.others),
    )  # fmt: skip
    rows = [
        (
            each.code, each.name, _label(each, say),
            *(_other_cell(v, each.code, say) for v in score.others),
        )
        for each in _ranked(score)
    ]  # fmt: skip
    widths = (13, 26, 22, *[22] * len(score.others))
    return Sheet(name=say("各做法", "Methods"), headings=headings, rows=rows, widths=widths)


def _other_cell(view: MethodView, code: str, say: _Sayer) -> str:
    label, rank = view.labels.get(code), view.ranks.get(code)
    if label is None:
        return ""
    return say.of(LABEL_NAMES[label]) + (f" #{rank}" if rank else "")


def _notes(score: Score, say: _Sayer) -> Sheet:
    rows: list[tuple[Value, ...]] = []
    if score.is_synthetic:
        rows.append((say("样例", "Synthetic"), say.of(SYNTHETIC)))
    rows += [
        (say("证据", "Evidence"), f"{score.name} {score.quarter}"),
        (say("证据校验和", "Checksum"), score.evidence_sha256),
        (say("种子与重抽", "Seed and draws"), f"{score.seed} / {score.draws}"),
        (say("对照尺度", "Reference"), f"{score.reference.edition} {score.reference.quarter}"),
    ]
    rows += [(say("注意", "Note"), say.of(words)) for words in score.notes]
    rows += [(say.of(each.what), each.count) for each in score.exclusions]
    rows += [
        (say(f"全部职业 {name}", f"over all: {name}"), _round(value))
        for name, value in score.level.items()
    ]
    rows += [(name, str(value)) for name, value in msgspec.to_builtins(score.method).items()]
    headings = (say("项目", "Item"), say("内容", "Content"))
    return Sheet(name=say("说明", "Notes"), headings=headings, rows=rows, widths=(34, 90))


def method_annex(score: Score, language: str = "zh") -> bytes:
    """Return the annex on the method as a Word file: formula, weights, sample, calibration."""
    say = _sayer(language)
    title = say("附件：紧缺指数的方法与参数", "Annex: method and parameters of the shortage index")
    footer = f"{score.name} {score.quarter}"
    if score.is_synthetic:
        footer += say(" · 样例，非真实数据", " · synthetic, not real")
    blocks: list[Sentence | Grid] = []
    if score.is_synthetic:
        blocks.append(Sentence(text=say.of(SYNTHETIC), kind="strong"))
    for heading, made in (
        (say("一、证据", "1 Evidence"), _evidence_part(score, say)),
        (say("二、指标", "2 Indicators"), _indicator_part(score, say)),
        (say("三、从指标到标签", "3 From indicators to labels"), _rating_part(score.method, say)),
        (say("四、分档的校准", "4 Calibration of the cuts"), _calibration_part(score, say)),
        (say("五、不确定性", "5 Uncertainty"), _uncertainty_part(score, say)),
        (say("六、没有计入的", "6 What was left out"), _exclusion_part(score, say)),
        (say("七、本版自行声明的选择", "7 Choices that this edition declares"), _choices(say)),
    ):
        blocks.append(Sentence(text=heading, kind="heading"))
        blocks += made
    paper = Paper(title=title, footer=footer, blocks=tuple(blocks), language=language)
    return paper_docx(paper)


def _evidence_part(score: Score, say: _Sayer) -> list[Sentence | Grid]:
    seekers = {
        "applications": say("单位收到的应聘（次）", "applications that employers received"),
        "persons": say("登记求职（人）", "persons registered"),
    }[score.method.seekers]
    rows = (
        (say("季度", "Quarter"), score.quarter),
        (say("求职口径", "Kind of seekers"), seekers),
        (
            say("抽样框", "Frame"),
            say("有，按层加权", "yes, weighted") if score.is_weighted else say("无，等权", "none"),
        ),
        (say("证据校验和", "Checksum"), score.evidence_sha256),
    )
    return [Grid(rows=rows, widths=(40, 134))]


def _indicator_part(score: Score, say: _Sayer) -> list[Sentence | Grid]:
    header = (
        say("指标", "Indicator"),
        say("名称", "Name"),
        say("算法", "Formula"),
        say("全部职业", "Over all"),
    )
    rows = tuple(
        (name, say.of(INDICATOR_NAMES[name]), say.of(FORMULAS[name]), _text(score.level.get(name)))
        for name in INDICATORS
    )
    method = score.method
    return [
        Grid(header=header, rows=rows, widths=(18, 32, 100, 24)),
        Sentence(
            text=say(
                "x1、x3、x6 向上级类收缩：(n·原值 + α·上级) ÷ (n + α)，α "
                "由同级的离散程度按方差分量矩法"
                f"（Henderson 1953）估计，限在 {method.alpha_least:g} 到 {method.alpha_most:g}；"
                f"上级类至少有 {method.parent_employers} 家单位，且不含本职业。",
                f"x1, x3, x6 are drawn towards the class above: (n raw + a parent) / (n + a); a by "
                f"moments of the variance components (Henderson 1953), in [{method.alpha_least:g}, "
                f"{method.alpha_most:g}]; a parent has {method.parent_employers} employers without "
                "the occupation itself.",
            )
        ),
    ]


def _rating_part(method: Method, say: _Sayer) -> list[Sentence | Grid]:
    weights = "；".join(
        f"{say.of(VOTE_NAMES[name])} {weight:g}" for name, weight in method.votes.items()
    )
    low, middle, high = method.point_steps
    told = (
        say(
            f"权数：{weights}。{method.weights_reason.zh}",
            f"Weights: {weights}. {method.weights_reason.en}",
        ),
        say(
            f"百分位 p 为对照尺度上的中位秩；{low:g}、{middle:g}、{high:g} 起各得 1、2、3 分。",
            f"p is the mid-rank on the reference; 1, 2, 3 points from {low:g}, {middle:g}, "
            f"{high:g}.",
        ),
        say(
            f"B* = (Σw·q + {method.prior_points:g}×{method.prior_votes:g}) ÷ (Σw + "
            f"{method.prior_votes:g})，"
            "w 的合计为票数 K；I = Σw·p ÷ Σw。",
            f"B* = (sum w q + {method.prior_points:g} x {method.prior_votes:g}) / (sum w + "
            f"{method.prior_votes:g}), weights summing to K; I = sum w p / sum w.",
        ),
        say(
            f"B* {method.short_from:g} 起为紧缺，{method.watch_from:g} 起为观察；"
            "紧缺还须有绝对依据："
            f"未招到占比达 {method.unfilled_from:.0%}，或登记求职少于需求。",
            f"Short from B* {method.short_from:g}, watch from {method.watch_from:g}; short "
            "needs an "
            f"absolute sign: an unfilled share of {method.unfilled_from:.0%}, or fewer persons "
            "registered than places.",
        ),
        say(
            f"证据不足：不到 {method.employers_least} 家单位，或有效样本不到 "
            f"{method.kish_least:g}，"
            f"或一家占加权空缺超过 {method.largest_share_most:.0%}，或缺少供求一类、"
            "时长难度一类的指标。",
            f"Insufficient: below {method.employers_least} employers or an effective "
            f"{method.kish_least:g}, one with over {method.largest_share_most:.0%} of places, "
            "or none "
            "of x1-x3 or of x4, x6.",
        ),
        say(
            f"过了这道门，一家单位在一个职业里最多按 {method.employer_cap:.0%} 计入。",
            f"Behind that gate one employer counts up to {method.employer_cap:.0%}.",
        ),
    )
    return [Sentence(text=each) for each in told]


def _calibration_part(score: Score, say: _Sayer) -> list[Sentence | Grid]:
    header = (
        say("紧缺自", "Short from"),
        say("观察自", "Watch from"),
        say("紧缺占", "Short"),
        say("观察占", "Watch"),
    )
    rows = tuple(
        (f"{each.short_from:g}", f"{each.watch_from:g}", f"{each.short:.1%}", f"{each.watch:.1%}")
        for each in score.calibration
    )
    told = say(
        "第一行是本版采用的分档；其余各行是换一种分档会有的占比（只看 B*，不看绝对依据）。",
        "The first line is in use; the others are what other cuts would give (of B* alone).",
    )
    return [Sentence(text=told), Grid(header=header, rows=rows, widths=(43, 43, 44, 44))]


def _uncertainty_part(score: Score, say: _Sayer) -> list[Sentence | Grid]:
    told = say(
        f"层内按单位重抽（Rao-Wu，n−1 次，含有限总体校正，全部调查的层不动），{score.draws} "
        "次，种子 "
        f"{score.seed}；区间取中间 {score.method.coverage:.0%}。重抽时收缩按总体单位数，"
        "因而区间说的是"
        "“全部单位都答复会是多少”。",
        f"Bootstrap of employers within strata (Rao-Wu, n-1 draws, finite-population correction, a "
        f"stratum taken whole stands still), {score.draws} draws, seed {score.seed}; middle "
        f"{score.method.coverage:.0%}. In the draws shrinkage weighs as in the population: the "
        "interval is of what a census would give.",
    )
    return [Sentence(text=told), *(Sentence(text=say.of(words)) for words in score.notes)]


def _exclusion_part(score: Score, say: _Sayer) -> list[Sentence | Grid]:
    rows = tuple((say.of(each.what), str(each.count)) for each in score.exclusions)
    if not rows:
        return [Sentence(text=say("没有。", "Nothing."))]
    return [Grid(rows=rows, widths=(134, 40))]


def _choices(say: _Sayer) -> list[Sentence | Grid]:
    told: Sequence[str] = (
        say("x2 缺而 x1 有时，供求一票只用 x1。", "Where x2 is missing the block is x1 alone."),
        say("有效样本 n 取样本的值，各次重抽不变；收缩在样本按 n、在重抽按总体单位数。",
            "n is of the sample in the sample and of the population in the draws."),
        say("绝对依据看收缩前的原值。", "Absolute signs are of raw values."),
        say("单位占比上限的缩减系数取样本的值。", "The factor of the cap is that of the sample."),
        say("指标先四舍五入到 12 位小数再比先后，以免算术上相等的值分出先后。",
            "Values are rounded to 12 decimals before they are ranked."),
        say("权数取在 2 的幂的格上，使合计与次序无关。",
            "Weights lie on a grid of powers of two, so that sums do not depend on order."),
    )  # fmt: skip
    return [Sentence(text=f"· {each}") for each in told]


def _text(value: float | None) -> str:
    return "–" if value is None else f"{value:.3g}"
