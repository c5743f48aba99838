"""The small language in which a rule file writes what is asked (docs/reference/rules.md)."""

from collections.abc import Callable
from datetime import date

from jinque.locale import say
from jinque.model.criterion import (
    AcademicDegree,
    AllOf,
    AnyOf,
    Certificate,
    Criterion,
    EducationLevel,
    Evidence,
    FullTime,
    HoldsLevel,
    LevelScale,
    Negated,
    Open,
    TitleLevel,
)
from jinque.model.entitlement.criteria import (
    AgeLimit,
    AgeReached,
    Bound,
    ChoiceAmong,
    DayWithin,
    Governs,
    InsuredMonths,
    LeapBirthday,
    ListedPost,
    MajorIs,
    MajorReading,
    NumberWithin,
    PointsReach,
    RelatedYears,
    Says,
    Study,
)
from jinque.parameters.entitlement.tree import NO, YES, Record, RuleFile, Tree, fen_of
from jinque.parameters.words import load_criteria_words

# What 以上, 以下 … mean where the set does not say: Civil Code, article 1259.
BOUND_WORDS = {
    "以下": Bound.AT_MOST,
    "以内": Bound.AT_MOST,
    "不超过": Bound.AT_MOST,
    "以上": Bound.AT_LEAST,
    "年满": Bound.AT_LEAST,
    "未满": Bound.BELOW,
    "不满": Bound.BELOW,
    "超过": Bound.ABOVE,
    "以外": Bound.ABOVE,
}
_DEFINED = {"inclusive": True, "exclusive": False}
_EXCLUSIVE = {Bound.AT_MOST: Bound.BELOW, Bound.AT_LEAST: Bound.ABOVE}
SKILL_LEVELS = ("学徒工", "初级工", "中级工", "高级工", "技师", "高级技师", "特级技师", "首席技师")
_NOTHING = Evidence(words=say("not read"))


class CriterionReader:
    """Reads the criteria of one file; what is wrong is a fault of the file.

    Args:
        file: being read.
        facts: identifier of every fact that may be named -> its kind.
    """

    def __init__(self, file: RuleFile, facts: dict[str, str]) -> None:
        self._file, self._facts = file, facts
        self._readers: dict[str, Callable[[Tree, str], Criterion]] = {
            "states": self._says,
            "number": self._number,
            "amount": self._amount,
            "choice": self._choice,
            "day": self._day,
            "age": self._age,
            "insured_months": self._insured,
            "listed": self._listed,
            "major": self._major,
            "related_years": self._related,
            "points": self._points,
            "education_from": self._education,
            "degree_from": self._degree,
            "study": self._study,
            "full_time": lambda value, path: FullTime(full_time=self._flag(value, path)),
            "title_from": self._title,
            "skill_from": self._skill,
            "certificate": self._certificate,
            "not": lambda value, path: Negated(part=self.read(value, path)),
            "all_of": lambda value, path: AllOf(parts=self._parts(value, path)),
            "any_of": lambda value, path: AnyOf(parts=self._parts(value, path)),
            "evidence": self._evidence,
            "open": self._open,
        }

    def read(self, tree: Tree, path: str) -> Criterion:
        """Return the criterion that a mapping of one key writes."""
        if not isinstance(tree, dict) or len(tree) != 1:
            self._file.broken(path, say("a demand is written with exactly one key, as {states: …}"))
            return _NOTHING
        [(key, value)] = tree.items()
        within = f"{path}.{key}"
        if key not in self._readers:
            names = "、".join(self._readers)
            self._file.fault(
                "key_unknown",
                within,
                say("no such demand: {key}; there are: {names}", key=key, names=names),
            )
            return _NOTHING
        try:
            return self._readers[key](value, within)
        except ValueError as fault:
            self._file.broken(within, say("no such demand can be: {fault}", fault=fault))
            return _NOTHING

    def _parts(self, tree: Tree, path: str) -> tuple[Criterion, ...]:
        if not isinstance(tree, list) or not tree:
            self._file.broken(path, say("a list of demands should stand here"))
            return (_NOTHING,)
        return tuple(self.read(each, f"{path}[{i}]") for i, each in enumerate(tree, 1))

    def _record(self, tree: Tree, path: str) -> Record:
        return Record(self._file, tree, path)

    def _fact(self, fact: str, path: str, *kinds: str) -> str:
        if self._facts.get(fact) not in kinds:
            known = "、".join(name for name, kind in self._facts.items() if kind in kinds)
            self._file.fault(
                "fact_unknown",
                path,
                say(
                    "there is no fact “{fact}” of this kind; there are: {known}",
                    fact=fact,
                    known=known,
                ),
            )
        return fact

    def _flag(self, value: Tree, path: str) -> bool:
        if isinstance(value, str) and value.lower() in YES | NO:
            return value.lower() in YES
        self._file.broken(path, say("yes or no should stand here"))
        return True

    def _text(self, value: Tree, path: str) -> str:
        if isinstance(value, str):
            return value
        self._file.broken(path, say("a text should stand here"))
        return ""

    def _says(self, value: Tree, path: str) -> Criterion:
        return Says(fact=self._fact(self._text(value, path), path, "yes_no"))

    def _number(self, value: Tree, path: str) -> Criterion:
        each = self._record(value, path)
        fact = self._fact(each.text("fact"), path, "number")
        bounds = {name: each.number(name) for name in ("at_least", "above", "at_most", "below")}
        each.done()
        return NumberWithin(fact=fact, **bounds)

    def _amount(self, value: Tree, path: str) -> Criterion:
        each = self._record(value, path)
        fact = self._fact(each.text("fact"), path, "amount")
        bounds = {name: each.amount(name) for name in ("at_least", "above", "at_most", "below")}
        each.done()
        return NumberWithin(fact=fact, **bounds)

    def _choice(self, value: Tree, path: str) -> Criterion:
        each = self._record(value, path)
        fact = self._fact(each.text("fact"), path, "choice", "text")
        any_of = each.names("any_of")
        each.done()
        if not any_of:
            self._file.broken(path, say("any_of is missing"))
        return ChoiceAmong(fact=fact, any_of=any_of)

    def _day(self, value: Tree, path: str) -> Criterion:
        each = self._record(value, path)
        fact = self._fact(each.text("fact"), path, "day")
        found = DayWithin(fact=fact, not_before=each.day("not_before"), before=each.day("before"))
        each.done()
        return found

    def _age(self, value: Tree, path: str) -> Criterion:
        each = self._record(value, path)
        bound, is_derived = self._bound(each)
        first, last = self._born(each)
        governs = {name.value: name for name in Governs}
        found = AgeLimit(
            years=each.number("years", most=150),
            bound=bound,
            is_derived=is_derived,
            on=each.day("on"),
            reached=each.choice("reached", {a.value: a for a in AgeReached}, "on_birthday"),
            leap=each.choice("leap", {a.value: a for a in LeapBirthday}, "march_1"),
            born_from=first,
            born_until=last,
            governs=each.choice("governs", governs) if "governs" in each else None,
        )
        each.done()
        if found.years is None and first is None and last is None:
            self._file.broken(path, say("neither years nor born is there"))
        return found

    def _bound(self, each: Record) -> tuple[Bound, bool]:
        """Return the side of an age, and whether law fills in what the set leaves open."""
        bound = each.choice("bound", BOUND_WORDS, "以下")
        defined = each.choice("defined", _DEFINED) if "defined" in each else None
        if defined is False:
            bound = _EXCLUSIVE.get(bound, bound)
        return bound, defined is None and bound in _EXCLUSIVE

    def _born(self, each: Record) -> tuple[date | None, date | None]:
        """Return the first and the last birth date that are in.

        Whether 以后 and 以前 include their day is told by the file, which must say so.
        """
        printed = each.record("born")
        if printed is None:
            return None, None
        after, before = printed.day("after"), printed.day("before")
        includes = printed.flag("includes_day", default=False)
        if "includes_day" not in printed:
            self._file.broken(
                printed.path, say("say by includes_day whether the printed day itself is in")
            )
        printed.done()
        step = 0 if includes else 1
        return (
            date.fromordinal(after.toordinal() + step) if after else None,
            date.fromordinal(before.toordinal() - step) if before else None,
        )

    def _insured(self, value: Tree, path: str) -> Criterion:
        each = self._record(value, path)
        found = InsuredMonths(
            at_least=each.needed_number("at_least", most=1200),
            is_continuous=each.choice("counted", {"continuous": True, "total": False}),
            counts_back_paid=each.flag("counts_back_paid", default=False),
        )
        if "counts_back_paid" not in each:
            self._file.broken(path, say("say by counts_back_paid whether months paid later count"))
        each.done()
        return found

    def _listed(self, value: Tree, path: str) -> Criterion:
        if isinstance(value, str):
            self._flag(value, path)
            return ListedPost()
        each = self._record(value, path)
        found = ListedPost(labels=each.names("labels"), index_at_least=_permille(each))
        each.done()
        return found

    def _major(self, value: Tree, path: str) -> Criterion:
        each = self._record(value, path)
        found = MajorIs(
            names=each.names("names"),
            codes=each.names("codes"),
            reading=each.choice("reading", {a.value: a for a in MajorReading}),
        )
        each.done()
        if not found.names:
            self._file.broken(path, say("names is missing"))
        return found

    def _related(self, value: Tree, path: str) -> Criterion:
        each = self._record(value, path)
        study = each.record("study")
        counts = []
        if study is not None:
            ranks = load_criteria_words().education_ranks
            counts = [(level, study.needed_number(level, most=20)) for level in study.keys]
            unknown = [level for level, _ in counts if level not in ranks]
            if unknown:
                self._file.broken(study.path, say("no level: {unknown}", unknown=unknown))
            counts = [pair for pair in counts if pair[0] in ranks]
            counts.sort(key=lambda pair: -ranks[pair[0]])
        fact = self._fact(each.text("fact", "related_years"), path, "number")
        found = RelatedYears(
            fact=fact, at_least=each.needed_number("at_least", most=60), study=tuple(counts)
        )
        each.done()
        return found

    def _points(self, value: Tree, path: str) -> Criterion:
        each = self._record(value, path)
        found = PointsReach(at_least=each.needed_number("at_least"))
        each.done()
        return found

    def _education(self, value: Tree, path: str) -> Criterion:
        ranks = load_criteria_words().education_ranks
        return EducationLevel(at_least=self._ranked(value, path, ranks))

    def _degree(self, value: Tree, path: str) -> Criterion:
        return AcademicDegree(
            at_least=self._ranked(value, path, load_criteria_words().degree_ranks)
        )

    def _study(self, value: Tree, path: str) -> Criterion:
        each = self._record(value, path)
        words = load_criteria_words()
        found = Study(
            education=self._rank_at(each, "education_from", words.education_ranks),
            degree=self._rank_at(each, "degree_from", words.degree_ranks),
            is_full_time=each.flag("full_time", default=True) if "full_time" in each else None,
        )
        each.done()
        if found == Study():
            self._file.broken(path, say("nothing is asked"))
        return found

    def _rank_at(self, each: Record, key: str, ranks: dict[str, int]) -> str:
        value = each.raw(key)
        return "" if value is None else self._ranked(value, each.at(key), ranks)

    def _title(self, value: Tree, path: str) -> Criterion:
        return TitleLevel(at_least=self._ranked(value, path, load_criteria_words().title_ranks))

    def _skill(self, value: Tree, path: str) -> Criterion:
        lowest = self._ranked(value, path, dict.fromkeys(SKILL_LEVELS, 0))
        return HoldsLevel(
            scale=LevelScale.SKILL,
            levels=SKILL_LEVELS[SKILL_LEVELS.index(lowest) :],
            order=SKILL_LEVELS,
        )

    def _ranked(self, value: Tree, path: str, ranks: dict[str, int]) -> str:
        typed = self._text(value, path)
        if typed not in ranks:
            names = "、".join(ranks)
            self._file.broken(path, say("one of these should stand here: {names}", names=names))
            return next(iter(ranks))
        return typed

    def _certificate(self, value: Tree, _path: str) -> Criterion:
        names = value if isinstance(value, list) else [value]
        told = tuple(each for each in names if isinstance(each, str))
        return Certificate(names=told, are_all=len(told) == 1)

    def _evidence(self, value: Tree, path: str) -> Criterion:
        words = self._record({"evidence": value}, path.rpartition(".")[0]).words("evidence")
        return Evidence(words=words) if words else _NOTHING

    def _open(self, value: Tree, path: str) -> Criterion:
        each = self._record(value, path)
        found = Open(
            part=self.read(each.raw("part"), each.at("part")),
            reason=each.needed_words("reason"),
        )
        each.done()
        return found


def _permille(each: Record) -> int | None:
    """Return an index between 0 and 1 in thousandths."""
    typed = each.text("index_at_least", "")
    if not typed:
        return None
    fen = fen_of(typed)
    if fen is None or fen > 100:  # noqa: PLR2004 - an index of 1 in hundredths
        each.file.broken(each.at("index_at_least"), say("a number from 0 to 1"))
        return None
    return fen * 10
