"""A rule file into a `RuleSet`: every key known, every line cited, or a fault that says where."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from jinque.locale import Words, say
from jinque.model.criterion import Criterion
from jinque.model.entitlement.rules import (
    RULE_KINDS,
    Authority,
    Basis,
    Benefit,
    CatalogueDay,
    CatalogueUsed,
    Condition,
    Counted,
    CountingDay,
    Deduction,
    Exclusion,
    Filer,
    Force,
    LineCitation,
    Material,
    Period,
    PointRow,
    Points,
    Quota,
    Remedy,
    Renewal,
    Revocation,
    Route,
    Rule,
    RuleFault,
    RuleLine,
    RuleSet,
    RuleSource,
    Step,
    Subject,
    Tier,
    Trust,
    Window,
)
from jinque.parameters.entitlement.criteria import CriterionReader
from jinque.parameters.entitlement.facts import load_facts, read_facts
from jinque.parameters.entitlement.tree import NOT_STATED, Record, parse
from jinque.text import fold

_LEVELS = {name: name for name in ("city", "district", "park", "employer", "department")}
_FILERS = {name: name for name in ("person", "employer", "person_then_employer")}
_PERIODS = {name: name for name in ("once", "month", "year")}
_YEARS_OF = {name: name for name in ("tax_year", "hired_on")}
_DAYS = {each.value: each for each in CountingDay}
_COUNTED = {each.value: each for each in Counted}
_PERCENT = 100

Texts = Callable[[str], str | None]
"""Gives the words of a document that lies beside the rule file; None where it is not there."""


def read_rule_set(
    text: str, *, where: str, texts: Texts = lambda _: None
) -> tuple[RuleSet | None, tuple[RuleFault, ...]]:
    """Read one rule file.

    Args:
        text: the YAML; its keys are those of docs/reference/rules.md.
        where: name of the file, for faults.
        texts: gives the words of documents beside it, by which quotes are checked.

    Returns:
        The rule set, None where an error leaves none, and every fault in the file's order.
    """
    file = parse(text, where)
    if file.has_errors():
        return None, tuple(file.faults)
    reader = _SetReader(Record(file, file.tree, ""), texts)
    found = reader.read()
    faults = tuple(sorted(file.faults, key=lambda each: each.line or 0))
    return (None if file.has_errors() else found), faults


def read_rule_path(path: Path) -> tuple[RuleSet | None, tuple[RuleFault, ...]]:
    """Read a rule file of a folder, with the texts that lie beside it."""

    def text_of(name: str) -> str | None:
        beside = path.parent / Path(name).name
        return beside.read_text(encoding="utf-8") if beside.is_file() else None

    return read_rule_set(path.read_text(encoding="utf-8"), where=path.name, texts=text_of)


class _SetReader:
    def __init__(self, record: Record, texts: Texts) -> None:
        self._record, self._file, self._texts = record, record.file, texts
        self._sources: dict[str, RuleSource] = {}
        self._criteria = CriterionReader(self._file, {})
        self._period: tuple[date | None, date | None] = (None, None)

    def read(self) -> RuleSet:
        top = self._record
        own = read_facts(top)
        kinds = {fact.id: fact.kind for fact in (*load_facts(), *own)}
        self._criteria = CriterionReader(self._file, kinds)
        self._sources = {each.id: each for each in top.each("sources", self._source)}
        if not self._sources:
            self._file.broken("sources", say("sources are missing"))
            self._sources = {"S1": RuleSource(id="S1", title="?", trust=Trust.RECALLED)}
        self._period = (top.day("effective_from"), top.day("effective_to"))
        found = RuleSet(
            id=top.text("id"),
            name=top.needed_words("name"),
            place=top.text("place"),
            subject=top.choice("subject", {a.value: a for a in Subject}, "recognition"),
            force=top.choice("force", {a.value: a for a in Force}, "illustration"),
            sources=tuple(self._sources.values()),
            lines=top.each("lines", self._line),
            effective_from=self._period[0],
            effective_to=self._period[1],
            catalogues=top.each("catalogues", self._catalogue),
            notes=top.each("notes", lambda each: Words(zh=each.text("zh"), en=each.text("en"))),
            facts=own,
        )
        top.raw("cases")
        top.done()
        return found

    def _source(self, each: Record) -> RuleSource:
        name = each.text("text", "")
        words = self._texts(name) if name else None
        if name and words is None:
            each.file.fault(
                "text_missing",
                each.at("text"),
                say("no file “{name}” lies beside", name=name),
            )
        return RuleSource(
            id=each.text("id", "S1"),
            title=each.text("title"),
            number=each.text("number", ""),
            issuer=each.text("issuer", ""),
            issued_on=each.text("issued_on", ""),
            address=each.text("address", ""),
            trust=each.choice("trust", {a.value: a for a in Trust}),
            checked_on=each.day("checked_on"),
            text=words or "",
        )

    def _catalogue(self, each: Record) -> CatalogueUsed:
        return CatalogueUsed(
            edition=each.text("edition"),
            effective_from=each.day("effective_from"),
            effective_to=each.day("effective_to"),
        )

    def _line(self, each: Record) -> RuleLine:
        kinds = [kind for kind in RULE_KINDS if kind in each]
        if len(kinds) != 1:
            names = "、".join(RULE_KINDS)
            each.file.broken(each.path, say("a line has exactly one of: {names}", names=names))
        rule: Rule = Basis(title="")
        if kinds:
            rule = _READERS[kinds[0]](self, each, kinds[0])
        for kind in kinds[1:]:
            each.raw(kind)
        first = each.day("effective_from") if "effective_from" in each else self._period[0]
        last = each.day("effective_to") if "effective_to" in each else self._period[1]
        each.raw("effective_from")
        each.raw("effective_to")
        return RuleLine(
            id=each.text("id"),
            rule=rule,
            citation=self._citation(each),
            effective_from=first,
            effective_to=last,
        )

    def _citation(self, each: Record) -> LineCitation:
        name = each.text("source", next(iter(self._sources)))
        source = self._sources.get(name)
        if source is None:
            names = "、".join(self._sources)
            each.file.broken(
                each.at("source"),
                say("there is no source “{name}”; there are: {names}", name=name, names=names),
            )
            source = next(iter(self._sources.values()))
        clause, quote, told = each.text("clause", ""), each.text("quote", ""), each.text("told", "")
        if bool(quote) == bool(told):
            each.file.fault(
                "citation_missing",
                each.path,
                say("each line is cited: quote (the words) or told (what is reported)"),
            )
            told, quote = told or "未写", ""
        if clause in NOT_STATED:
            clause = ""
        return LineCitation(
            source=source,
            clause=clause,
            quote=quote,
            told=told,
            line=self._place(each, source, quote) if quote and source.text else None,
        )

    def _place(self, each: Record, source: RuleSource, quote: str) -> int | None:
        """Return the line of the text in which a quote begins; else it is a fault."""
        wanted = fold(quote)
        lines = source.text.split("\n")
        folded = [fold(line) for line in lines]
        whole = "".join(folded)
        at = whole.find(wanted)
        if at < 0:
            each.file.fault(
                "quote_differs",
                each.at("quote"),
                say(
                    "the text does not hold these words: “{quote}” ({title})",
                    quote=quote,
                    title=source.title,
                ),
            )
            return None
        for number, line in enumerate(folded, 1):
            at -= len(line)
            if at < 0:
                return number
        return None

    def _when(self, each: Record, key: str = "when") -> Criterion | None:
        tree = each.raw(key)
        return None if tree is None else self._criteria.read(tree, each.at(key))

    def _inner(self, line: Record, kind: str) -> Record:
        found = line.record(kind)
        return found if found is not None else Record(self._file, {}, line.at(kind))

    def _authority(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        found = Authority(
            name=each.needed_words("name"),
            level=each.choice("level", _LEVELS, "city"),
            authorised_by=each.text("authorised_by", ""),
            when=self._when(each),
        )
        each.done()
        return found

    def _filer(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        found = Filer(who=each.choice("who", _FILERS), how=each.words("how"))
        each.done()
        return found

    def _window(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        opens, closes = each.day("opens"), each.day("closes")
        if opens is None or closes is None:
            each.file.broken(each.path, say("opens or closes is missing"))
        found = Window(
            opens=opens or date.min,
            closes=closes or date.min,
            is_yearly=each.flag("yearly", default=False),
            year_of=each.choice("year_of", _YEARS_OF) if "year_of" in each else "",
            years_after=each.number("years_after", most=10) or 0,
            make_ups=each.number("make_ups", most=10) or 0,
            tax_years=each.numbers("tax_years"),
        )
        each.done()
        return found

    def _catalogue_day(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        found = CatalogueDay(
            day=each.choice("day", _DAYS),
            or_day=each.choice("or_day", _DAYS) if "or_day" in each else None,
        )
        each.done()
        return found

    def _condition(self, line: Record, kind: str) -> Rule:
        name = line.needed_words("name")
        return Condition(name=name, criterion=self._criteria.read(line.raw(kind), line.at(kind)))

    def _points(self, line: Record, kind: str) -> Rule:
        def row(each: Record) -> PointRow:
            when = self._criteria.read(each.raw("when"), each.at("when"))
            return PointRow(when=when, points=each.needed_number("points", most=100_000))

        return Points(name=line.needed_words("name"), rows=line.each(kind, row))

    def _quota(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        found = Quota(
            at_most=each.needed_number("at_most", least=1),
            is_per_employer=each.choice("per", {"employer": True, "set": False}),
            ranked_by=each.names("ranked_by"),
        )
        each.done()
        return found

    def _benefit(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        instalments = each.numbers("instalments")
        if instalments and sum(instalments) != _PERCENT:
            each.file.broken(each.at("instalments"), say("instalments come to 100 percent"))
        share = each.number("share_permille", most=1000) or 0
        times = each.number("times", least=1, most=600)
        most = each.number("up_to_times", least=1, most=600)
        found = Benefit(
            id=each.text("id"),
            name=each.needed_words("name"),
            tiers=each.each("tiers", self._tier),
            times=times or most or 1,
            times_low=times or 1,
            per=each.choice("per", _PERIODS, "once"),
            share_of=each.text("share_of", ""),
            share_permille=share,
            cap=each.amount("cap"),
            instalments=instalments,
            when=self._when(each),
            group=each.text("group", ""),
        )
        each.done()
        if bool(found.share_of) != bool(share) or (found.share_of and found.tiers):
            each.file.broken(
                each.path, say("share_of goes with share_permille, and not with tiers")
            )
        return found

    def _tier(self, each: Record) -> Tier:
        amount, high = each.amount("amount"), each.amount("up_to")
        if amount is None and high is None:
            each.file.broken(each.path, say("amount or up_to is missing"))
        low = amount if amount is not None else 0
        top = high if high is not None else low
        if top < low:
            each.file.broken(each.path, say("up_to is below amount"))
            top = low
        return Tier(amount=low, high=top, when=self._when(each))

    def _exclusion(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        found = Exclusion(group=each.text("group"))
        each.done()
        return found

    def _deduction(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        found = Deduction(
            benefit=each.text("benefit"), fact=each.text("fact"), cap=each.amount("cap")
        )
        each.done()
        return found

    def _step(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        found = Step(
            name=each.needed_words("name"),
            by=each.words("by"),
            days=each.number("days", most=3660),
            promised_days=each.number("promised_days", most=3660),
            counted=each.choice("counted", _COUNTED, "working"),
            is_notice=each.flag("is_notice", default=False),
            is_counted=each.flag("is_counted", default=True),
            moves=each.flag("moves", default=False),
            stops_for=each.names("stops_for"),
        )
        each.done()
        return found

    def _period_of_all(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        found = Period(
            days=each.number("days", most=3660),
            promised_days=each.number("promised_days", most=3660),
            counted=each.choice("counted", _COUNTED, "working"),
            counts_notice=each.flag("counts_notice", default=False),
        )
        each.done()
        return found

    def _renewal(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        found = Renewal(
            every_years=each.number("every_years", least=1, most=50), how=each.needed_words("how")
        )
        each.done()
        return found

    def _revocation(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        found = Revocation(ground=each.needed_words("ground"), reach=each.words("reach"))
        each.done()
        return found

    def _remedy(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        found = Remedy(
            name=each.needed_words("name"),
            organ=each.words("organ"),
            days=each.number("days", most=3660),
            counted=each.choice("counted", _COUNTED, "calendar"),
        )
        each.done()
        return found

    def _material(self, line: Record, kind: str) -> Rule:
        each = self._inner(line, kind)
        found = Material(name=each.needed_words("name"), when=self._when(each))
        each.done()
        return found

    def _route(self, line: Record, kind: str) -> Rule:
        return Route(how=line.needed_words(kind))

    def _basis(self, line: Record, kind: str) -> Rule:
        return Basis(title=line.text(kind))


_READERS: dict[str, Callable[[_SetReader, Record, str], Rule]] = {
    "authority": _SetReader._authority,  # noqa: SLF001 - its own table
    "filer": _SetReader._filer,  # noqa: SLF001
    "window": _SetReader._window,  # noqa: SLF001
    "catalogue_day": _SetReader._catalogue_day,  # noqa: SLF001
    "condition": _SetReader._condition,  # noqa: SLF001
    "points": _SetReader._points,  # noqa: SLF001
    "quota": _SetReader._quota,  # noqa: SLF001
    "benefit": _SetReader._benefit,  # noqa: SLF001
    "exclusion": _SetReader._exclusion,  # noqa: SLF001
    "deduction": _SetReader._deduction,  # noqa: SLF001
    "step": _SetReader._step,  # noqa: SLF001
    "period": _SetReader._period_of_all,  # noqa: SLF001
    "renewal": _SetReader._renewal,  # noqa: SLF001
    "revocation": _SetReader._revocation,  # noqa: SLF001
    "remedy": _SetReader._remedy,  # noqa: SLF001
    "material": _SetReader._material,  # noqa: SLF001
    "route": _SetReader._route,  # noqa: SLF001
    "basis": _SetReader._basis,  # noqa: SLF001
}
