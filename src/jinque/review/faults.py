"""What a review says to decisions that do not go with the draft."""

from collections.abc import Iterable

from jinque.errors import DecisionError
from jinque.locale import NOTHING, Sentence, joined, say, say_in
from jinque.model import Post
from jinque.model.decision import SETTLING, Relation
from jinque.model.review import Draft

_MOST_NAMED = 12


def no_such_action(action: str) -> DecisionError:
    """Tell an action that settles nothing."""
    return _choice("action", say("decision"), action, (each.value for each in SETTLING))


def no_reason(longest: int) -> DecisionError:
    """Tell a decision without a reason, or with one that is too long."""
    return DecisionError(
        say("Give a reason, of {longest} characters at most.", longest=longest),
        where="reason",
        hint=say(
            "It is kept and published with the decision, as “the publisher confirmed a "
            "misprint by telephone”."
        ),
    )


def no_such_issue(key: str | None, draft: Draft) -> DecisionError:
    """Tell an issue that the draft has not, or not any more."""
    keys = [issue.key for issue in draft.open_issues]
    return _choice("issue", say("open issue"), key, keys)


def no_such_edition(edition_id: str | None, known: Iterable[str]) -> DecisionError:
    """Tell an edition that is not in the draft, or that has to be named."""
    return _choice("edition", say("edition in the draft"), edition_id, known)


def no_such_post(post_id: str | None) -> DecisionError:
    """Tell a row that is not in the draft."""
    return DecisionError(
        say("The draft has no row {post_id}.", post_id=post_id or ""),
        where="post",
        hint=say("`jinque review show` tells the identifiers; they follow serials and headings."),
    )


def not_a_row(post: Post) -> DecisionError:
    """Tell an entry of a running list, which no row prints."""
    return DecisionError(
        say(
            "“{name}” stands in a running list and not in a row; it has no cell to correct.",
            name=post.name,
        ),
        where=post.id,
        hint=say("Accept what is printed, or put a corrected file under review."),
    )


def no_such_field(field: str | None, known: Iterable[str]) -> DecisionError:
    """Tell a column that the row's table has not."""
    return _choice("field", say("column of this row"), field, known)


def no_such_column(heading: str | None, known: Iterable[str]) -> DecisionError:
    """Tell a heading that no table of the edition has."""
    return _choice("field", say("heading"), heading, known)


def no_such_role(role: str, known: Iterable[str]) -> DecisionError:
    """Tell a role that the vocabulary has not."""
    return _choice("value", say("role"), role, known)


def no_such_label(label: str | None, known: Iterable[str]) -> DecisionError:
    """Tell a label of shortage that no row of the edition prints."""
    return _choice("field", say("label of shortage"), label, known)


def no_such_rank(rank: str | None, most: int) -> DecisionError:
    """Tell a rank that is none."""
    return _choice("value", say_in("no such rank", "rank"), rank, map(str, range(1, most + 1)))


def no_such_fact(fact: str | None, known: Iterable[str]) -> DecisionError:
    """Tell a fact that an edition has not."""
    return _choice("field", say("fact of an edition"), fact, known)


def no_such_relation(relation: str | None) -> DecisionError:
    """Tell a relation that there is not."""
    return _choice("value", say("relation"), relation, (each.value for each in Relation))


def no_such_other(other: str | None, known: Iterable[str]) -> DecisionError:
    """Tell an edition that the record has not."""
    return _choice("other", say("edition of the record"), other, known)


def bad_identifier(named: str, *, is_taken: bool) -> DecisionError:
    """Tell an identifier that is taken or not well formed."""
    message = say("is taken") if is_taken else say("is not well formed")
    return DecisionError(
        say("The identifier “{named}” {message}.", named=named, message=message),
        where="named",
        hint=say("Use letters, digits, Chinese characters and hyphens, as dalian-2025."),
    )


def bad_value(field: str | None, longest: int) -> DecisionError:
    """Tell a value that is blank, too long or cannot be shown."""
    return DecisionError(
        say("Give 1 to {longest} characters that can be shown.", longest=longest),
        where=field or "value",
        hint=say("To leave the cell without a value, reject it."),
    )


def bad_date(field: str, value: str) -> DecisionError:
    """Tell a value that is no date."""
    return DecisionError(
        say("“{value}” is no date.", value=value), where=field, hint=say("Write it as 2026-05-01.")
    )


def _choice(
    where: str, message: Sentence, value: str | None, known: Iterable[str]
) -> DecisionError:
    named = list(known)
    shown = named[:_MOST_NAMED]
    more = len(named) - len(shown)
    rest = say(" and {more} more", more=more) if more else NOTHING
    return DecisionError(
        say("There is no such {message}: “{value}”.", value=value or "", message=message),
        where=where,
        hint=say("There are: {shown}{rest}.", shown=joined(shown), rest=rest)
        if shown
        else say("There is none now."),
    )
