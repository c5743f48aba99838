"""The rules of one place bound to the edition that holds their words and their table."""

from dataclasses import dataclass

from jinque.bridge.citing import cite
from jinque.bridge.table import read_table
from jinque.model import Classification, Edition
from jinque.model.cited_rule import CitedRule
from jinque.model.ladder import Ladder
from jinque.model.rule import LadderRule, RuleKind
from jinque.model.title_table import TableRow
from jinque.text import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Rulebook:
    """What every answer is made from; made once, then only read.

    Attributes:
        rows: the table by folded name, in printed order.
        cited: the rules with their places, by identifier.
    """

    ladder: Ladder
    edition: Edition
    rows: dict[str, TableRow]
    cited: dict[str, CitedRule]

    def row(self, occupation: str | None) -> TableRow | None:
        """Return the row of exactly that name; width, case and blanks do not matter."""
        return self.rows.get(fold(occupation)) if occupation else None

    def search(self, query: str) -> tuple[TableRow, ...]:
        """Return the rows whose name or series holds the query, in printed order; all for none."""
        wanted = fold(query)
        return tuple(
            row for name, row in self.rows.items() if wanted in name or wanted in fold(row.printed)
        )

    def of_kind(self, *kinds: RuleKind) -> tuple[tuple[LadderRule, CitedRule], ...]:
        """Return the rules of some kinds with their places, in the order of the document."""
        return tuple((rule, self.cited[rule.id]) for rule in self.ladder.of_kind(*kinds))


def open_rulebook(
    ladder: Ladder, edition: Edition, classification: Classification | None = None
) -> Rulebook:
    """Bind rules to their edition.

    Args:
        ladder: the rules.
        edition: holds the clauses that they quote and the table.
        classification: where rows get codes from, by equal name only; None leaves codes out.

    Raises:
        InvalidCorpusError: the edition does not hold a rule's words where the rule says.
    """
    return Rulebook(
        ladder=ladder,
        edition=edition,
        rows=read_table(
            edition, group_ending=ladder.table.group_ending, classification=classification
        ),
        cited={rule.id: cite(edition, rule) for rule in ladder.rules},
    )
