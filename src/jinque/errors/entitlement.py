"""What is refused about rules of recognition and benefit."""

from jinque.errors.tree import WrongCallError


class UnknownRuleSetError(WrongCallError):
    """No rule set of that identifier ships or lies in the folder of rules."""

    code = "rule_set_unknown"


class InvalidRulesError(WrongCallError):
    """A rule file breaks its schema or contradicts itself; nothing was taken from it."""

    code = "rules_invalid"
