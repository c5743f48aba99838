"""The verbs of recognition and benefit: rules checked, tested, compared, applied to somebody."""

import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from platformdirs import user_data_path

from jinque import documents, matching
from jinque.api.matching import today
from jinque.api.workspace import Workspace
from jinque.entitlement import Evaluator, WorkingDays
from jinque.entitlement import impact as impacts
from jinque.entitlement.cases import run_cases
from jinque.entitlement.check import check_rules as contradictions
from jinque.entitlement.evaluate import COUNTING_FACTS, facts_of
from jinque.entitlement.kernel import looks_of_set, named_facts
from jinque.entitlement.people import made_up_people
from jinque.errors import (
    FolderInUseError,
    InvalidPersonError,
    InvalidRulesError,
    SourceNotFoundError,
    UnknownRuleSetError,
)
from jinque.matching.overview import Wish
from jinque.model import EditionSummary
from jinque.model.criterion import CriteriaAnswer
from jinque.model.entitlement.answer import Applicant, Entitlement, FactValue, Listing
from jinque.model.entitlement.cases import CaseRun, ConformanceReport
from jinque.model.entitlement.impact import Impact
from jinque.model.entitlement.rules import (
    CatalogueDay,
    FactAsked,
    RuleFault,
    RuleSet,
    Subject,
    Window,
)
from jinque.model.matching import Assessment, Distance, Verdict
from jinque.model.person import Outcome, Person
from jinque.model.post import Post
from jinque.parameters.entitlement.cases import OUTCOME_WORDS
from jinque.parameters.entitlement.facts import fact_names, load_facts, read_told, refuse_faults
from jinque.parameters.entitlement.shelf import (
    RuleFolder,
    folder_state,
    joined,
    read_rule_folder,
    shipped_folder,
)
from jinque.parameters.entitlement.tree import Tree
from jinque.parameters.person_file import read_person_told
from jinque.parameters.person_values import several, told
from jinque.text import fold

PersonTree = Tree
"""A person's file taken apart: keys with texts, lists and further keys."""
RULES_SETTING = "JINQUE_RULES_DIR"
_LISTINGS = ("listings", "目录")
MOST_PEOPLE = 100_000
SEED = 19
_OUTCOMES = {
    Verdict.MATCHES: Outcome.MET,
    Verdict.INCOMPLETE: Outcome.UNKNOWN,
    Verdict.NOT_YET: Outcome.NOT_MET,
    Verdict.DOES_NOT_MATCH: Outcome.NOT_MET,
    Verdict.NO_STATED_REQUIREMENTS: Outcome.UNKNOWN,
}


def rules_dir() -> Path:
    """Return the folder of a bureau's own rules: JINQUE_RULES_DIR, else `rules` in the data folder.

    Files put there hold from the next question on; nothing is restarted.
    """
    chosen = os.environ.get(RULES_SETTING)
    if chosen:
        return Path(chosen).expanduser().absolute()
    base = os.environ.get("JINQUE_DATA_DIR") or user_data_path("jinque", appauthor=False)
    return Path(base).expanduser().absolute() / "rules"


def rule_shelf() -> RuleFolder:
    """Return the rules that ship and those of `rules_dir`, the latter holding where both have one.

    A file that cannot be read is told among the faults and left out.
    """
    return joined([read_rule_folder(shipped_folder()), read_rule_folder(rules_dir())])


def rules_revision() -> str:
    """Return a text that changes when any rule file does."""
    return folder_state(shipped_folder()) + folder_state(rules_dir())


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
            f"没有规则“{name}”。",
            f"There is no rule set “{name}”.",
            where=name,
            hint_zh=f"现有规则：{names}。自己的规则文件放在 {rules_dir()}。",
            hint_en=f"There are: {names}. Your own rule files go into {rules_dir()}.",
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
    return RulesChecked(sets=found.sets, faults=tuple(faults))


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
    if not found.passed or not (found.sets or _folder(path).cases or _folder(path).years):
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
            f"文件夹里已有 {'、'.join(standing)}，没有覆盖。",
            f"{', '.join(standing)} stand in the folder and were left alone.",
            where=str(folder),
            hint_zh="请换一个文件夹。",
            hint_en="Choose another folder.",
        )
    for name, path in wanted.items():
        (folder / name).write_bytes(path.read_bytes())
    return tuple(folder / name for name in wanted)


def read_applicant(content: str | bytes, name: str, own: Sequence[FactAsked] = ()) -> Applicant:
    """Read a file about a person with what rules ask beyond a catalogue.

    The keys of a person's file and the names of facts stand side by side; `目录` (`listings`) says
    for an edition whether it lists a post that is matched.

    Args:
        content: YAML or JSON.
        name: of the file, for errors.
        own: facts of the rule sets asked about, beside the vocabulary.

    Raises:
        InvalidPersonError: it cannot be read; it says which keys, why, and what to do.
    """
    source = told(_decoded(content, name), name)
    tree = source.tree if isinstance(source.tree, dict) else {}
    return read_applicant_told(tree, name, own)


def read_applicant_file(path: Path, own: Sequence[FactAsked] = ()) -> Applicant:
    """Read a file about a person with what rules ask; raises what `read_applicant` raises."""
    return read_applicant(documents.load(path), path.name, own)


def read_applicant_told(
    tree: Mapping[str, Tree], name: str, own: Sequence[FactAsked] = ()
) -> Applicant:
    """Read the same of a form or of JSON that was taken apart; see `read_applicant`."""
    known = fact_names((*load_facts(), *own))
    listings: Tree = None
    facts: dict[str, Tree] = {}
    person: dict[str, Tree] = {}
    for key, value in tree.items():
        if fold(key) in {fold(each) for each in _LISTINGS}:
            listings = value
        elif fold(key) in known:
            facts[key] = value
        else:
            person[key] = value
    read, faults = read_person_told(person)
    if faults:
        raise several(name, faults)
    told_facts = refuse_faults(read_told(facts, (*load_facts(), *own)), name)
    _refuse_impossible(told_facts, name)
    return Applicant(person=read, facts=told_facts, listings=_listings(listings, name))


def _decoded(content: str | bytes, name: str) -> str:
    if isinstance(content, str):
        return content
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _wrong_person(name, "不是文字文件", "it is no text")


def _refuse_impossible(facts: Mapping[str, FactValue], name: str) -> None:
    run, total, back = (
        facts.get(f"insured_months_{part}") for part in ("continuous", "total", "back_paid")
    )
    most = total if isinstance(total, int) else None
    if isinstance(run, int) and most is not None and run > most:
        raise _wrong_person(name, "社保连续月数多于累计月数", "more months in a run than in total")
    if isinstance(back, int) and most is not None and back > most:
        raise _wrong_person(name, "补缴月数多于累计月数", "more months paid later than in total")


def _wrong_person(name: str, zh: str, en: str) -> InvalidPersonError:
    return InvalidPersonError(
        f"{zh}。",
        f"{en}.",
        where=name,
        hint_zh="请改正后再试；不知道的项整行删去，就算未知。",
        hint_en="Correct it; leave out what is not known.",
    )


def _listings(tree: Tree, name: str) -> tuple[Listing, ...]:
    if tree is None:
        return ()
    if not isinstance(tree, dict):
        raise _wrong_person(name, "“目录”应写成 版本: 符合", "listings: write edition: met")
    found = []
    for edition, value in tree.items():
        inner = value if isinstance(value, dict) else {"岗位": value}
        outcome = next((inner[key] for key in ("岗位", "outcome") if key in inner), None)
        if outcome not in OUTCOME_WORDS or not isinstance(outcome, str):
            words = "、".join(OUTCOME_WORDS)
            raise _wrong_person(name, f"目录 {edition} 应是：{words}", f"{edition}: {words}")
        label = next((inner[key] for key in ("紧缺程度", "label") if key in inner), None)
        post = next((inner[key] for key in ("岗位名称", "post") if key in inner), None)
        found.append(
            Listing(
                edition=edition,
                outcome=OUTCOME_WORDS[outcome],
                label=label if isinstance(label, str) else None,
                name=post if isinstance(post, str) else "所列岗位",
            )
        )
    return tuple(found)


def entitle(
    workspace: Workspace | None,
    applicant: Applicant,
    rules: str | RuleSet,
    on: date | None = None,
    *,
    post_id: str | None = None,
) -> Entitlement:
    """Return what a rule set comes to for somebody, clause by clause.

    Args:
        workspace: whose catalogues tell what is listed; None leaves that to what is told.
        applicant: what they tell; nothing of it is kept.
        rules: a rule set or its identifier.
        on: the day asked about; None means today.
        post_id: the post in question; None looks at all posts near to the person's occupation.

    Raises:
        UnknownRuleSetError: there is no such rule set.
        UnknownPostError: there is no such post.
    """
    chosen = rule_set(rules) if isinstance(rules, str) else rules
    day = on or today()
    if workspace is not None:
        found = _looked_up(workspace, chosen, applicant, day, post_id)
        applicant = replace(applicant, listings=(*applicant.listings, *found))
    return Evaluator(chosen, day, calendar()).entitle(applicant)


def entitle_for_post(
    workspace: Workspace, person: Person, assessment: Assessment
) -> tuple[Entitlement, ...]:
    """Return what every rule set of a post's place comes to, beside a self-check of the post."""
    place = assessment.edition.metadata.place.value
    post = assessment.post
    return tuple(
        entitle(workspace, Applicant(person=person), each, assessment.on, post_id=post.id)
        for each in rules_of_place([place, post.region])
    )


def rules_of_place(
    places: Collection[str | None], subjects: Collection[Subject] | None = None
) -> tuple[RuleSet, ...]:
    """Return the rule sets of some places; of a province those of its cities are not among them."""
    names = [fold(each) for each in places if each]
    wanted = set(subjects) if subjects is not None else set(Subject) - {Subject.TITLE_APPRAISAL}
    return tuple(
        each
        for each in rule_sets()
        if each.subject in wanted
        and any(
            name.startswith(fold(each.place)) or fold(each.place).startswith(name) for name in names
        )
    )


def rule_facts(rules: RuleSet) -> tuple[FactAsked, ...]:
    """Return the facts that a rule set may name: the vocabulary and its own."""
    return tuple(facts_of(rules).values())


def asked_facts(rules: RuleSet) -> tuple[FactAsked, ...]:
    """Return the facts that a rule set turns on, in the order in which its lines need them."""
    known = facts_of(rules)
    days = {each.rule for each in rules.lines if isinstance(each.rule, CatalogueDay)}
    unused = {"tax_year", "hired_on", "second_hired_on"} - {
        COUNTING_FACTS[day]
        for rule in days
        for day in (rule.day, rule.or_day)
        if day in COUNTING_FACTS
    }
    windows = {each.rule.year_of for each in rules.lines if isinstance(each.rule, Window)}
    own = named_facts(rules)
    names = [
        name
        for name in looks_of_set(rules)
        if name in known and (name not in unused or name in windows | own)
    ]
    if "major_code" in names and "major_code" not in own:
        names.remove("major_code")
    return tuple(known[name] for name in names)


def asked_of_person(rules: RuleSet) -> frozenset[str]:
    """Return the fields of a person's file that a rule set turns on."""
    person = "person."
    return frozenset(
        name.removeprefix(person) for name in looks_of_set(rules) if name.startswith(person)
    )


def _looked_up(
    workspace: Workspace,
    rules: RuleSet,
    applicant: Applicant,
    on: date,
    post_id: str | None,
) -> list[Listing]:
    """Look up in the record what the catalogues that the rules use come to for a person."""
    held = {each.id: each for each in workspace.summaries()}
    given = {each.edition for each in applicant.listings}
    used = [each.edition for each in rules.catalogues]
    if not used:
        used = [each.id for each in held.values() if _is_of(each, rules)]
    wanted = [name for name in used if name in held and name not in given]
    if not wanted:
        return []
    readings = workspace.readings()
    asked = next((each.post for each in readings if each.post.id == post_id), None)
    person = matching.coded(applicant.person)
    found = []
    for name in wanted:
        posts = [each for each in readings if each.edition.id == name]
        listing = (
            _of_post(asked, posts, person, on, name)
            if asked is not None
            else _of_near(posts, person, on, name)
        )
        if listing:
            found.append(listing)
    return found


def _is_of(summary: EditionSummary, rules: RuleSet) -> bool:
    place = summary.metadata.place.value
    return place is not None and fold(place).startswith(fold(rules.place))


def _of_post(
    asked: Post, posts: Sequence[CriteriaAnswer], person: Person, on: date, edition: str
) -> Listing:
    """Return whether an edition lists the very post, or one of its name and code."""
    same = [each for each in posts if each.post.id == asked.id] or [
        each
        for each in posts
        if fold(each.post.name) == fold(asked.name) and each.post.code == asked.code
    ]
    if not same:
        return Listing(edition=edition, outcome=Outcome.NOT_MET, name=asked.name)
    return _best([matching.assess(person, each, on) for each in same], edition)


def _of_near(
    posts: Sequence[CriteriaAnswer], person: Person, on: date, edition: str
) -> Listing | None:
    """Return what the posts near to a person's occupation come to; None where none is near."""
    view = matching.overview(person, posts, [], on, Wish(aim=None, verdicts=()))
    near = [each for each in view.assessments if each.nearness.distance is not Distance.FAR]
    return _best(near, edition) if near else None


def _best(several: Sequence[Assessment], edition: str) -> Listing:
    order = (Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_MET)
    best = min(several, key=lambda each: order.index(_OUTCOMES[each.verdict]))
    shortage = best.post.shortage
    index = shortage.index if shortage else None
    return Listing(
        edition=edition,
        outcome=_OUTCOMES[best.verdict],
        post=best.post.id,
        name=best.post.name_printed,
        label=shortage.printed if shortage else None,
        index=None if index is None else round(index * 1000),
        earliest_date=best.earliest_date,
    )


def _folder(path: Path) -> RuleFolder:
    if not path.exists():
        raise SourceNotFoundError(
            f"没有文件或文件夹“{path.name}”。",
            f"There is no file or folder “{path.name}”.",
            where=str(path),
            hint_zh="先写一份样例：jinque rules example 文件夹。",
            hint_en="Begin with an example: jinque rules example FOLDER.",
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
    more, more_en = (f"；另有 {rest} 处错误", f"; {rest} more") if rest > 0 else ("", "")
    return InvalidRulesError(
        f"规则文件不能用：{first.message.zh if first else '里面不是恰好一套规则'}{more}。",
        f"The rule file cannot be used: {first.message.en if first else 'it is not one rule set'}"
        f"{more_en}.",
        where=f"{first.file}:{first.line or first.path}" if first else name,
        hint_zh="先运行 jinque rules check 看全部问题。",
        hint_en="Run jinque rules check to see all of them.",
    )
