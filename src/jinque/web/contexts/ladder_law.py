"""All rules of a ladder by clause, as printed and as read."""

from dataclasses import dataclass

from jinque import api
from jinque.model.rule import LadderRule
from jinque.web.contexts.cards import EditionCard
from jinque.web.contexts.ladder import book_of
from jinque.web.contexts.ladder_rules import DocumentView, RuleView


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleReading:
    """A rule and how it was read; fields as in `LadderRule`.

    Attributes:
        clause_order: place of the paragraph in the edition's clauses, counted from 1; None where
            the words stand in a note.
    """

    rule: RuleView
    clause_order: int | None
    from_levels: tuple[str, ...]
    from_printed: str
    to_level: str | None
    years: int | None
    conditions: tuple[str, ...]
    open_conditions: tuple[str, ...]
    listed: tuple[str, ...]
    is_open_list: bool
    graduate_of: str
    counts_as: str
    only_for: str
    exempts: str
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseGroup:
    """Rules of one clause, in printed order."""

    clause: str
    rules: tuple[RuleReading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderRulesContext:
    """What `/ladder/rules` shows; `total` counts the rules."""

    edition: EditionCard
    document: DocumentView
    groups: tuple[ClauseGroup, ...]
    total: int


def ladder_rules_context(workspace: api.Workspace, place: str) -> LadderRulesContext:
    """Gather the rules of a place.

    Raises:
        UnknownPageError: there are none for it.
    """
    book = book_of(workspace, place)
    groups: dict[str, list[RuleReading]] = {}
    for rule in book.ladder.rules:
        groups.setdefault(rule.clause, []).append(_reading(book, rule))
    summary = api.edition(workspace, book.ladder.edition_id).summary
    return LadderRulesContext(
        edition=EditionCard.of(summary),
        document=DocumentView.of(api.rules_in_force(book)),
        groups=tuple(
            ClauseGroup(clause=clause, rules=tuple(rules)) for clause, rules in groups.items()
        ),
        total=len(book.ladder.rules),
    )


def _reading(book: api.Rulebook, rule: LadderRule) -> RuleReading:
    cited = book.cited[rule.id]
    spans = ((each.order, each.citation.span) for each in book.edition.clauses)
    start, end = cited.citation.span.start, cited.citation.span.end
    orders = (order for order, span in spans if span.start <= start and end <= span.end)
    return RuleReading(
        rule=RuleView.of(cited),
        clause_order=next(orders, None),
        from_levels=rule.from_levels,
        from_printed=rule.from_printed,
        to_level=rule.to_level,
        years=rule.years,
        conditions=rule.conditions,
        open_conditions=rule.open_conditions,
        listed=rule.listed,
        is_open_list=rule.is_open_list,
        graduate_of=rule.graduate_of,
        counts_as=rule.counts_as,
        only_for=rule.only_for,
        exempts=rule.exempts,
        pairs=rule.pairs,
    )
