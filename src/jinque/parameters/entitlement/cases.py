"""Files of cases: YAML that a civil servant writes, keys in Chinese or English."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from jinque.locale import Sentence, say
from jinque.model.entitlement.answer import Applicant, Listing
from jinque.model.entitlement.cases import Case, CaseFile
from jinque.model.entitlement.rules import FactAsked, RuleFault
from jinque.model.person import Outcome, Person
from jinque.parameters.entitlement.facts import read_told
from jinque.parameters.entitlement.tree import Record, RuleFile, Tree, parse
from jinque.parameters.person_file import read_person_told

OUTCOME_WORDS = {
    "符合": Outcome.MET,
    "met": Outcome.MET,
    "不符合": Outcome.NOT_MET,
    "not_met": Outcome.NOT_MET,
    "待定": Outcome.UNKNOWN,
    "unknown": Outcome.UNKNOWN,
}
_NAMES = {
    "rule_set": "规则",
    "shared": "共同",
    "cases": "案例",
    "name": "名称",
    "on": "日期",
    "person": "人",
    "facts": "事实",
    "listings": "目录",
    "expect": "应得",
    "group": "同一单位",
    "label": "紧缺程度",
    "outcome": "岗位",
    "post": "岗位名称",
    "index": "指数",
}
_EXPECTED = {
    "recognition": "认定",
    "net": "净额",
    "gross": "总额",
    "authority": "机关",
    "window": "申报期",
    "points": "积分",
    "earliest": "最早",
    "clauses": "条款",
    "due": "期满",
    "promised": "承诺",
    "taken": "享受",
    "amounts": "各项",
    "rank": "次序",
    "not_stated": "未载明",
}
EXPECTED_KEYS = frozenset(_EXPECTED.values())
_FREE = {"person", "facts", "clauses", "due", "promised", "taken", "amounts", "rank"}
_UNTOLD = {"未说明", "unknown"}


def read_cases(
    text: str, where: str, facts: Mapping[str, tuple[FactAsked, ...]]
) -> tuple[CaseFile | None, tuple[RuleFault, ...]]:
    """Read a file of cases.

    Args:
        text: the YAML.
        where: name of the file.
        facts: rule set -> the facts that its cases may tell.
    """
    file = parse(text, where)
    if file.has_errors():
        return None, tuple(file.faults)
    top = Record(file, _in_english(file.tree, file), "")
    rule_set = top.text("rule_set")
    known = facts.get(rule_set, ())
    shared = top.record("shared")
    cases = tuple(_Cases(file, known, shared).read(each) for each in top.records("cases"))
    top.done()
    found = None if file.has_errors() else CaseFile(rule_set=rule_set, cases=cases, file=where)
    return found, tuple(file.faults)


def read_cases_path(
    path: Path, facts: Mapping[str, tuple[FactAsked, ...]]
) -> tuple[CaseFile | None, tuple[RuleFault, ...]]:
    """Read a file of cases by its path."""
    return read_cases(path.read_text(encoding="utf-8"), path.name, facts)


def is_case_file(text: str) -> bool:
    """Tell whether a YAML text is a file of cases: it names its rule set on a line of its own."""
    heads = tuple(f"{name}:" for name in ("rule_set", _NAMES["rule_set"]))
    return any(line.startswith(heads) for line in text.splitlines())


def _in_english(tree: Tree, file: RuleFile, path: str = "") -> Tree:
    """Return a tree whose own keys are in English; keys of facts and people stay as they are."""
    names = {zh: en for en, zh in (*_NAMES.items(), *_EXPECTED.items())}
    if isinstance(tree, list):
        return [_in_english(each, file, f"{path}[{i}]") for i, each in enumerate(tree, 1)]
    if not isinstance(tree, dict):
        return tree
    found: dict[str, Tree] = {}
    for key, value in tree.items():
        name = names.get(key, key)
        within = f"{path}.{key}" if path else key
        file.lines.setdefault(f"{path}.{name}" if path else name, file.lines.get(within, 1))
        is_free = name in _FREE
        found[name] = value if is_free else _in_english(value, file, within)
    return found


class _Cases:
    """Reads cases of one file; each takes what it does not say from what they share."""

    def __init__(self, file: RuleFile, facts: tuple[FactAsked, ...], shared: Record | None) -> None:
        self._file, self._facts = file, facts
        self._on = shared.day("on") if shared else None
        self._person = _mapping(shared.raw("person")) if shared else {}
        self._told = _mapping(shared.raw("facts")) if shared else {}
        self._listings = _mapping(shared.raw("listings")) if shared else {}
        if shared:
            shared.done()

    def read(self, each: Record) -> Case:
        on = each.day("on") or self._on
        if on is None:
            each.file.broken(each.path, say("on, the day, is missing"))
        group = tuple(self._member(member) for member in each.records("group"))
        found = Case(
            name=each.text("name"),
            on=on or date.min,
            applicant=self._applicant(each, ""),
            group=group,
            expected=self._expected(each),
            line=self._file.lines.get(each.path),
        )
        each.done()
        if not found.expected:
            each.file.broken(each.path, say("nothing is expected"))
        return found

    def _member(self, each: Record) -> Applicant:
        found = self._applicant(each, each.text("name"))
        each.done()
        return found

    def _applicant(self, each: Record, name: str) -> Applicant:
        told = {**self._told, **_mapping(each.raw("facts"))}
        told = {key: value for key, value in told.items() if not _is_untold(value)}
        read = read_told(told, self._facts)
        for key, words in read.faults.items():
            each.file.fault("fact_unknown", each.at("facts"), _about(key, words))
        listings = {**self._listings, **_mapping(each.raw("listings"))}
        return Applicant(
            person=self._read_person(each),
            facts=read.facts,
            listings=tuple(
                found
                for edition, value in listings.items()
                if not _is_untold(value)
                if (found := self._listing(each, edition, value))
            ),
            name=name,
        )

    def _read_person(self, each: Record) -> Person:
        own = _mapping(each.raw("person"))
        tree = {**self._person, **own}
        tree = {key: value for key, value in tree.items() if not _is_untold(value)}
        person, faults = read_person_told(tree)
        for fault in faults:
            each.file.fault("fact_unknown", each.at("person"), _about(fault.path, fault.message))
        return person

    def _listing(self, each: Record, edition: str, value: Tree) -> Listing | None:
        told: Tree = value if isinstance(value, dict) else {"outcome": value}
        inner = Record(self._file, _in_english(told, self._file), each.at("listings"))
        outcome = inner.choice("outcome", OUTCOME_WORDS)
        index = inner.number("index", most=1000)
        found = Listing(
            edition=edition,
            outcome=outcome,
            name=inner.text("post", "所列岗位"),
            label=inner.text("label", "") or None,
            index=index,
        )
        inner.done()
        return found

    def _expected(self, each: Record) -> Mapping[str, str]:
        inner = each.record("expect")
        if inner is None:
            return {}
        found: dict[str, str] = {}
        for key, name in _EXPECTED.items():
            value = inner.raw(key)
            if isinstance(value, str):
                found[name] = value
            elif isinstance(value, dict):
                found |= {f"{name} {part}": str(told) for part, told in value.items()}
        inner.done()
        return found


def _is_untold(value: Tree) -> bool:
    return isinstance(value, str) and value in _UNTOLD


def _mapping(tree: Tree) -> dict[str, Tree]:
    return tree if isinstance(tree, dict) else {}


def _about(key: str, words: Sentence) -> Sentence:
    return say("{key}: {words}", key=key, words=words)
