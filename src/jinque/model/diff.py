"""What became of the posts of one edition in another."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.model.answer import EditionSummary
from jinque.model.post import Post


class ChangeKind(StrEnum):
    """One way in which a post of two editions differs.

    Attributes:
        UPGRADED: a stronger label of the same scale.
        DOWNGRADED: a weaker label of the same scale.
        INDEX_CHANGED: the same label with another index.
        RELABELLED: labels of two scales, or a label where there was none; not comparable.
        REQUIREMENT_CHANGED: clauses of one requirement block came or went.
        RECODED: another official code.
        RENAMED: another name.
        MOVED: another industry.
        PAY_CHANGED: another printed pay.
        MARKS_CHANGED: other marks behind the name.
    """

    UPGRADED = "upgraded"
    DOWNGRADED = "downgraded"
    INDEX_CHANGED = "index_changed"
    RELABELLED = "relabelled"
    REQUIREMENT_CHANGED = "requirement_changed"
    RECODED = "recoded"
    RENAMED = "renamed"
    MOVED = "moved"
    PAY_CHANGED = "pay_changed"
    MARKS_CHANGED = "marks_changed"


class PairedBy(StrEnum):
    """What showed that two rows are of one post, the surest first."""

    INDUSTRY_CODE_NAME = "industry_code_name"
    INDUSTRY_NAME = "industry_name"
    INDUSTRY_CODE = "industry_code"
    CODE_NAME = "code_name"
    NAME = "name"
    CODE = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference.

    Attributes:
        field: key of the row that differs (`shortage`, `requirements.education`).
        former: what the earlier edition prints; None = it prints nothing.
        later: what the later one prints; None as above.
        removed: clauses that are no longer there, in printed order; of requirements only.
        added: clauses that came, in printed order; of requirements only.
    """

    kind: ChangeKind
    field: str
    former: str | None
    later: str | None
    removed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPair:
    """One post in both editions; `changes` is empty where it prints the same."""

    former: Post
    later: Post
    paired_by: PairedBy
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NearPair:
    """A removed and an added post of one industry whose names are one character apart.

    It is for a person to say whether one is the other: 操作 and 操控 are not the same.
    """

    former: Post
    later: Post


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionDiff:
    """Two editions beside each other; each post of both stands in it exactly once.

    Attributes:
        changed: pairs with at least one difference, in the order of the later edition.
        unchanged: pairs without one.
        added: posts of the later edition alone.
        removed: posts of the earlier edition alone.
        near: pairs among `removed` and `added` that a person may want to look at.
        is_one_scale: both print shortage by the same scale, so that labels may be compared.
    """

    former: EditionSummary
    later: EditionSummary
    changed: tuple[PostPair, ...]
    unchanged: tuple[PostPair, ...]
    added: tuple[Post, ...]
    removed: tuple[Post, ...]
    near: tuple[NearPair, ...]
    is_one_scale: bool
