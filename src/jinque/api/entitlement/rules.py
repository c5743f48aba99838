"""Rules of recognition and benefit: shelves and files, checked, tested, compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinque.api.matching import today
from jinque.api.workspace import rules_dir
from jinque.entitlement import WorkingDays
from jinque.entitlement import impact as impacts
from jinque.entitlement.cases import run_cases
from jinque.entitlement.check import check_rules as contradictions
from jinque.entitlement.people import made_up_people
from jinque.errors import (
    FolderInUseError,
    InvalidCorpusError,
    InvalidRulesError,
    SourceNotFoundError,
    UnknownRuleSetError,
)
from jinque.locale import NOTHING, say
from jinque.locale import joined as listed
from jinque.model.entitlement.answer import Applicant
from jinque.model.entitlement.cases import CaseRun, ConformanceReport
from jinque.model.entitlement.impact import Impact
from jinque.model.entitlement.rules import (
    RuleFault,
    RuleSet,
)
from jinque.parameters import read_ladder
from jinque.parameters.entitlement.shelf import (
    RuleFolder,
    joined,
    read_rule_folder,
    shipped_folder,
)

MOST_PEOPLE = 100_000


SEED = 19


def rule_shelf() -> RuleFolder:
    """Return the rules that ship and those of `rules_dir`, the latter holding where both have one.

    A file that cannot be read is told among the faults and left out.
    """
    return joined([read_rule_folder(shipped_folder()), read_rule_folder(rules_dir())])


def rule_sets() -> tuple[RuleSet, ...]:
    """Return all rule sets, those that ship first."""
    return rule_shelf().sets


def rule_set(name: str) -> RuleSet:
    """Return one rule set.

    Raises:
        UnknownRuleSetError: there is none of that identifier; the hint names those there are.
    """
    shelf = rule_shelf()
    found = shelf.set_of(name)
    if found is None:
        names = "、".join(each.id for each in shelf.sets)
        raise UnknownRuleSetError(
            say("There is no rule set “{name}”.", name=name),
            where=name,
            hint=say(
                "There are: {names}. Your own rule files go into {rules_dir}.",
                names=names,
                rules_dir=rules_dir(),
            ),
        )
    return found


def rule_file(name: str) -> bytes:
    """Return the file of a rule set as it stands.

    Raises:
        UnknownRuleSetError: there is none of that identifier.
    """
    rule_set(name)
    return rule_shelf().paths[name].read_bytes()


def calendar() -> WorkingDays:
    """Return the working days: the shipped years and those of the folder of rules."""
    return WorkingDays(rule_shelf().years)


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesChecked:
    """What a check of a folder found.

    Attributes:
        sets: rule sets that were read.
        faults: in the order of the files; errors and doubts.
    """

    sets: tuple[RuleSet, ...]
    faults: tuple[RuleFault, ...]

    @property
    def passed(self) -> bool:
        """Whether there is no error."""
        return not any(each.is_error for each in self.faults)


def check_rules(folder: Path) -> RulesChecked:
    """Check the rule files of a folder, or one file: schema, citations, contradictions.

    Raises:
        SourceNotFoundError: there is no such folder or file.
    """
    found = _folder(folder)
    faults = [*found.faults]
    for each in found.sets:
        faults += contradictions(each, found.files.get(each.id, each.id))
    faults += [fault for name, text in found.ladders if (fault := _ladder_fault(name, text))]
    return RulesChecked(sets=found.sets, faults=tuple(faults))


def _ladder_fault(name: str, text: str) -> RuleFault | None:
    try:
        read_ladder(text, where=name)
    except InvalidCorpusError as fault:
        return RuleFault(code="ladder", is_error=True, message=fault.message, file=name)
    return None


def conformance(folder: Path, rules: Path | None = None) -> ConformanceReport:
    """Run the cases of a folder against its rule sets, or against those of another folder.

    Args:
        folder: with cases, and with the rule sets unless `rules` is given.
        rules: another bureau's folder, tried by the cases of `folder`.

    Raises:
        SourceNotFoundError: there is no such folder or file.
    """
    cases = _folder(folder)
    others = [_folder(rules)] if rules else []
    shelf = rule_shelf()
    sets = {each.id: each for each in (*shelf.sets, *cases.sets)}
    sets |= {each.id: each for other in others for each in other.sets}
    days = WorkingDays((*shelf.years, *cases.years))
    faults = [*cases.faults, *(fault for other in others for fault in other.faults)]
    runs: list[CaseRun] = []
    unmatched: list[str] = []
    for file in cases.cases:
        found = sets.get(file.rule_set)
        if found is None:
            unmatched.append(f"{file.file}：{file.rule_set}")
            continue
        runs += run_cases(found, file, days)
    return ConformanceReport(runs=tuple(runs), faults=tuple(faults), unmatched=tuple(unmatched))


def rules_impact(
    old: str | Path,
    new: str | Path,
    *,
    on: date | None = None,
    count: int = 2000,
    seed: int = SEED,
) -> Impact:
    """Return what a change of rules would do to made-up people.

    Args:
        old: identifier or file of the rules as they are.
        new: of the rules as they would be.
        on: the day asked about; None means today.
        count: how many people are made up, at most 100,000.
        seed: of the draw; the same seed makes the same people.

    Raises:
        InvalidRulesError: a file cannot be read, or contradicts itself.
        UnknownRuleSetError: there is no such rule set.
    """
    before, after, day = _one_set(old), _one_set(new), on or today()
    people = made_up_people([before, after], day, min(count, MOST_PEOPLE), seed)
    return impacts.impact(before, after, people, day, calendar())


def impact_people(
    old: str | Path,
    new: str | Path,
    *,
    on: date | None = None,
    count: int = 2000,
    seed: int = SEED,
) -> tuple[Applicant, ...]:
    """Return the made-up people of `rules_impact`, so that its counts can be made by hand."""
    before, after = _one_set(old), _one_set(new)
    return made_up_people([before, after], on or today(), min(count, MOST_PEOPLE), seed)


def add_rules(path: Path) -> tuple[RuleSet, ...]:
    """Check a rule file and put it, with the texts that it cites, into the folder of rules.

    Raises:
        InvalidRulesError: it has an error; nothing was put anywhere.
        SourceNotFoundError: there is no such file.
    """
    found = check_rules(path)
    folder = _folder(path)
    holds = found.sets or folder.cases or folder.years or folder.ladders
    if not found.passed or not holds:
        raise _invalid(path.name, found.faults)
    target = rules_dir()
    target.mkdir(parents=True, exist_ok=True)
    texts = [other for other in path.parent.glob("*.txt") if other.name in path.read_text("utf-8")]
    for each in (*texts, path):
        part = target / f".{each.name}.part"
        part.write_bytes(each.read_bytes())
        part.replace(target / each.name)
    return found.sets


def write_example(folder: Path) -> tuple[Path, ...]:
    """Write the made-up city with its cases into a folder, for a bureau to begin with.

    Raises:
        FolderInUseError: a file of these names stands there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    source = shipped_folder()
    beside = source.with_name("entitlement_example")
    wanted = {
        "qingshi.yaml": source / "sets" / "qingshi.yaml",
        "qingshi.txt": source / "sets" / "qingshi.txt",
        "qingshi-cases.yaml": source / "cases" / "qingshi.yaml",
        "person.yaml": beside / "person.yaml",
        "qingshi-2025.csv": beside / "qingshi-2025.csv",
        "qingshi-2026.csv": beside / "qingshi-2026.csv",
    }
    standing = [name for name in wanted if (folder / name).exists()]
    if standing:
        raise FolderInUseError(
            say("{standing} stand in the folder and were left alone.", standing=listed(standing)),
            where=str(folder),
            hint=say("Choose another folder."),
        )
    for name, path in wanted.items():
        (folder / name).write_bytes(path.read_bytes())
    return tuple(folder / name for name in wanted)


def _folder(path: Path) -> RuleFolder:
    if not path.exists():
        raise SourceNotFoundError(
            say("There is no file or folder “{name}”.", name=path.name),
            where=str(path),
            hint=say("Begin with an example: jinque rules example FOLDER."),
        )
    return read_rule_folder(path)


def _one_set(given: str | Path) -> RuleSet:
    """Return a rule set by identifier, or the one of a file."""
    path = Path(given)
    if not path.exists():
        return rule_set(str(given))
    found = check_rules(path)
    if not found.passed or len(found.sets) != 1:
        raise _invalid(path.name, found.faults)
    return found.sets[0]


def _invalid(name: str, faults: Sequence[RuleFault]) -> InvalidRulesError:
    errors = [each for each in faults if each.is_error]
    first = errors[0] if errors else None
    rest = len(errors) - 1
    more = say("; {rest} more", rest=rest) if rest > 0 else NOTHING
    return InvalidRulesError(
        say(
            "The rule file cannot be used: {message}{more}.",
            message=first.message if first else say("it is not one rule set"),
            more=more,
        ),
        where=f"{first.file}:{first.line or first.path}" if first else name,
        hint=say("Run jinque rules check to see all of them."),
    )
