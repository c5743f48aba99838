"""As what a graduate of a technical school counts when entering for an examination."""

from jinque.bridge.rulebook import Rulebook
from jinque.bridge.validity import rules_in_force
from jinque.bridge.wording import EXAM_NOTICE
from jinque.errors import InvalidOptionError
from jinque.model.cited_rule import CitedRule
from jinque.model.exam import Equivalence, ExamAnswer
from jinque.model.finding import Outcome
from jinque.model.rule import LadderRule, RuleKind
from jinque.text import fold


def exam_equivalence(book: Rulebook, *, school_class: str, exam: str | None = None) -> ExamAnswer:
    """Tell which education level a class of a technical school counts as, and for what only.

    Args:
        book: the rules.
        school_class: `高级工班`, with or without the words 技工院校.
        exam: the examination; it is one of those listed when its name holds a listed one.

    Raises:
        InvalidOptionError: the rules name no such class.
    """
    rules = book.of_kind(RuleKind.EXAM_EQUIVALENCE)
    exams = book.of_kind(RuleKind.EXAM)
    listed = tuple(name for rule, _ in exams for name in rule.listed)
    is_listed = exam is not None and any(fold(name) in fold(exam) for name in listed)
    chosen = _chosen(rules, school_class)
    return ExamAnswer(
        equivalence=_equivalence(*chosen),
        others=tuple(_equivalence(*pair) for pair in rules if pair != chosen),
        exam=exam,
        is_listed=Outcome.MET if is_listed else Outcome.UNKNOWN,
        listed=listed,
        document=rules_in_force(book),
        rules=(*(cited for _, cited in exams), chosen[1]),
        notice=EXAM_NOTICE,
    )


def _chosen(
    rules: tuple[tuple[LadderRule, CitedRule], ...], school_class: str
) -> tuple[LadderRule, CitedRule]:
    for rule, cited in rules:
        if fold(school_class) in map(fold, (rule.graduate_of, *rule.names)):
            return rule, cited
    listed = "、".join(rule.graduate_of for rule, _ in rules)
    raise InvalidOptionError(
        f"规则中没有“{school_class}”这一类班级。",
        f"The rules name no class “{school_class}”.",
        where=school_class,
        hint_zh=f"请从这些班级中选：{listed}。",
        hint_en=f"Choose one of {listed}.",
    )


def _equivalence(rule: LadderRule, cited: CitedRule) -> Equivalence:
    return Equivalence(
        graduate_of=rule.graduate_of,
        counts_as=rule.counts_as,
        only_for=rule.only_for,
        rule=cited,
    )
