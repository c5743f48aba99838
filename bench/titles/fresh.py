"""The fresh titles: totals of today's coder, never a title.

python bench/coding.py --part fresh [calibrate|test]
"""

import csv
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Literal

from bench.titles.measures import told, wilson
from jinque.coding import clean, load_coder, read_lexicon
from jinque.model import CodedTitle, CodingOutcome, EvidenceKind, TitleRequest

FILE = Path(__file__).with_name("fresh.csv")
SEED = 20261130
PARTS = ("calibrate", "test")
EXAMPLES = frozenset(
    (
        "高级工程师（电气）",
        "C++嵌入式开发",
        "儿科护士长",
        "跨境电商运营",
        "行政前台",
        "国企党建干事",
        "数控车工（三级）",
        "管工（二级）",
        "店长",
        "助理",
        "主管",
    )
)
"""Titles that were named as examples of what the coder should do; they are no test of it."""
MOST = 5

Kind = Literal["one", "several", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreshTitle:
    """A title with what it may be coded to, settled before the coder was run.

    Attributes:
        kind: whether it codes to one occupation, to no single one, or to no national code.
        codes: the right ones; for `several` the class that holds all readings, if any does.
        acceptable: as defensible, beside `codes`.
        plausible: for `several`, the occupations that it may mean.
    """

    title: str
    kind: Kind
    codes: frozenset[str]
    acceptable: frozenset[str]
    plausible: frozenset[str]
    split: str

    def accepts(self, code: str) -> bool:
        """Tell whether a careful coder could have chosen a code; of `none` no code is right."""
        return code in self.codes or (self.kind == "one" and code in self.acceptable)

    def is_readable_as(self, code: str) -> bool:
        """Tell whether a code is right or one reading of a title that has several."""
        return self.accepts(code) or code in self.plausible


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A title beside the coder's answer."""

    title: FreshTitle
    answer: CodedTitle

    @property
    def codes(self) -> list[str]:
        """Its candidates, at most five."""
        return [each.code for each in self.answer.candidates[:MOST]]

    @property
    def is_coded(self) -> bool:
        """Whether it was coded lower than a major group, which is no coding."""
        return self.answer.outcome is CodingOutcome.CODED and "-" in self.codes[0]


def fresh(*parts: str) -> tuple[FreshTitle, ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(_title(row) for row in csv.DictReader(file) if row["split"] in parts)


def _title(row: dict[str, str]) -> FreshTitle:
    return FreshTitle(
        title=row["title"],
        kind="one" if row["kind"] == "one" else "several" if row["kind"] == "several" else "none",
        codes=_codes(row["code"]),
        acceptable=_codes(row["acceptable"]),
        plausible=_codes(row["plausible"]),
        split=row["split"],
    )


def _codes(joined: str) -> frozenset[str]:
    return frozenset(filter(None, joined.split(";")))


def calibration_half(titles: Iterable[str]) -> frozenset[str]:
    """Return the titles that calibration may see: the examples, and by lot up to a half."""
    every = sorted(titles)
    free = [title for title in every if title not in EXAMPLES]
    random.Random(SEED).shuffle(free)  # noqa: S311 - a fixed seed for a split
    return EXAMPLES | frozenset(free[: len(every) // 2 - len(EXAMPLES)])


def known_texts() -> tuple[frozenset[str], frozenset[str]]:
    """Return the folded aliases and the folded names, derived ones included."""
    known = read_lexicon()
    aliases = frozenset(each.folded for each in known if each.kind is EvidenceKind.ALIAS)
    return aliases, frozenset(each.folded for each in known) - aliases


def forms(title: str) -> frozenset[str]:
    """Return the forms in which a title is looked up."""
    cleaned = clean(title)
    return frozenset((cleaned.whole, cleaned.bare, *cleaned.cores))


def measure_fresh(part: str) -> None:
    """Print the figures of one half: all titles, aliases, and titles that are none."""
    titles = fresh(part)
    answers = load_coder().code_all([TitleRequest(title=each.title) for each in titles])
    judged = [Judged(title=t, answer=a) for t, a in zip(titles, answers, strict=True)]
    aliases, names = known_texts()
    spelt = [each for each in judged if forms(each.title.title) & aliases]
    rest = [each for each in judged if not forms(each.title.title) & aliases]
    print(f"== engine, fresh titles, {part}: {len(judged)} titles coded blind")
    _figures("all", judged)
    _figures("aliases", spelt)
    _figures("not aliases", rest)
    _figures(
        "neither aliases nor names",
        [each for each in rest if not forms(each.title.title) & names],
    )
    _open_titles(judged)


def _figures(name: str, judged: Sequence[Judged]) -> None:
    ones = [each for each in judged if each.title.kind == "one"]
    coded = [each for each in judged if each.is_coded]
    print(f"-- {name}: {len(judged)} titles, {len(ones)} of them of one occupation")
    print(f"  top-1 strict             {told(_hits(ones, 1, is_strict=True), len(ones))}")
    print(f"  top-1 lenient            {told(_hits(ones, 1, is_strict=False), len(ones))}")
    print(f"  top-5 strict             {told(_hits(ones, MOST, is_strict=True), len(ones))}")
    print(f"  top-5 lenient            {told(_hits(ones, MOST, is_strict=False), len(ones))}")
    print(f"  coverage of coded        {told(len(coded), len(judged))}")
    print(f"   … of one occupation     {told(sum(e.is_coded for e in ones), len(ones))}")
    _precision(coded)


def _hits(judged: Iterable[Judged], most: int, *, is_strict: bool) -> int:
    return sum(
        any(
            code in each.title.codes if is_strict else each.title.accepts(code)
            for code in each.codes[:most]
        )
        for each in judged
    )


def _precision(coded: Sequence[Judged]) -> None:
    right = sum(each.title.accepts(each.codes[0]) for each in coded)
    print(f"  precision of coded       {told(right, len(coded))}")
    print(f"   … the very code         {told(_hits(coded, 1, is_strict=True), len(coded))}")
    readable = sum(each.title.is_readable_as(each.codes[0]) for each in coded)
    print(f"   … or one reading of it  {told(readable, len(coded))}")
    if not coded:
        return
    claimed = fmean(each.answer.candidates[0].probability for each in coded)
    low, high = wilson(right, len(coded))
    verdict = "inside" if low <= claimed <= high else "outside"
    print(f"  mean claim of coded      {100 * claimed:5.1f} %, {verdict} the interval of precision")


def _open_titles(judged: Sequence[Judged]) -> None:
    several = [each for each in judged if each.title.kind == "several"]
    left = [e for e in several if not e.is_coded or e.title.accepts(e.codes[0])]
    shown = sum(any(code in each.title.plausible for code in each.codes) for each in left)
    print(f"-- titles of no single occupation: {len(several)}")
    print(f"  not coded to one         {told(len(left), len(several))}")
    print(f"   … a reading among five  {told(shown, len(left))}")
    none = [each for each in judged if each.title.kind == "none"]
    said = [each for each in judged if each.answer.outcome is CodingOutcome.NO_NATIONAL_CODE]
    print(f"-- titles of no national code: {len(none)}")
    print(f"  said so                  {told(sum(e in said for e in none), len(none))}")
    print(
        f"  precision of no code     {told(sum(e.title.kind == 'none' for e in said), len(said))}"
    )
    major = sum(each.answer.outcome is CodingOutcome.CODED and not each.is_coded for each in judged)
    print(f"-- coded to a major group or to nothing: {major}")
