"""Why a row has no value in a column."""

from collections.abc import Sequence

from jinque.dataset.opendata.field import Missing, Value
from jinque.model import Kind, Marker, Post, Requirements
from jinque.parameters.criteria_words import load_criteria_words

_BLOCKS = ("ability", "education", "experience", "other")
_PLAIN = ("industry", "serial_printed", "code", "pay_cny_10k_year")


class Columns:
    """Which columns an edition prints at all, so that a blank can be told from no column."""

    def __init__(self, posts: Sequence[Post]) -> None:
        self._used = {
            kind: {name for post in posts if post.kind is kind for name in _printed(post)}
            for kind in Kind
        }

    def value(self, post: Post, column: str, value: Value | None) -> Value:
        """Return the value, or why there is none.

        Args:
            post: the row.
            column: `shortage`, `index`, `series`, a requirement block or a plain column.
            value: what the row prints; None where it prints nothing.
        """
        if column in _BLOCKS and isinstance(value, str) and _says_none(value):
            return Missing.NONE_REQUIRED
        if value is not None:
            return value
        if column == "code" and Marker.SPECIAL_NEED in post.markers:
            # The source says that the classification has no such occupation.
            return Missing.NOT_APPLICABLE
        is_used = column in self._used[post.kind]
        return Missing.NOT_STATED if is_used else Missing.NOT_APPLICABLE


def _printed(post: Post) -> set[str]:
    asked = post.requirements or Requirements()
    printed = {name for name in _PLAIN if getattr(post, name) is not None}
    printed |= {name for name in _BLOCKS if getattr(asked, name) is not None}
    if post.shortage is not None:
        printed |= {"shortage"} | ({"index"} if post.shortage.index is not None else set())
    return printed | ({"series"} if post.series is not None else set())


def _says_none(text: str) -> bool:
    return text.strip().rstrip("。") in load_criteria_words().none_words
