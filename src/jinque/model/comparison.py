"""A chart: what it shows in words, as a table, and as a specification to draw.

What a reader wants to see of catalogues side by side.

What must be said wherever catalogues stand side by side.

What became of the posts of one edition in another.

The words for what became of a post.

Catalogues and occupations side by side; every count is of posts as printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jinque.locale import Sentence, joined, printed, say, say_in
from jinque.model.answers import EditionSummary
from jinque.model.post import Marker, Post

"""A cell of its table."""


Cell = Sentence | str | int | float | None


Spec = Mapping[str, object]
"""A Vega-Lite specification: plain dicts, lists, texts and numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One chart.

    Attributes:
        name: key of its kind: `groups`, `requirements`, `index` or `pay`.
        edition_ids: catalogues that it shows, in order.
        title: what is counted, and of what.
        alt: the same for those who do not see it, with the numbers that matter.
        note: how it is to be read, and what it does not say.
        headings: of the table.
        rows: the numbers it draws; None where the catalogue has none.
        specs: by language, `zh` and `en`.
    """

    name: str
    edition_ids: tuple[str, ...]
    title: Sentence
    alt: Sentence
    note: Sentence
    headings: tuple[Sentence, ...]
    rows: tuple[tuple[Cell, ...], ...]
    specs: Mapping[str, Spec]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonChoice:
    """Filters over occupations or industries; an empty one lets everything through.

    Attributes:
        words: part of a name, or the beginning of a code.
        group: code of a sub-major class (`2-02`), or `none` for rows without a code.
        edition: identifier of a catalogue that lists it.
        are_shared: only what two catalogues or more list.
    """

    words: str = ""
    group: str = ""
    edition: str = ""
    are_shared: bool = False


PERCENTILE = say("rank percentile within its own catalogue")

PERCENTILE_MEANS = say(
    "Rank percentile within its own catalogue: the share of its rated posts with a weaker "
    "label, those with the same label counted half. It ranks posts within one catalogue "
    "and does not say which place is shorter of people."
)

SCALES_APART = say(
    "Each catalogue rates shortage on a scale of its own; labels stand as printed and are "
    "never converted."
)

BY_NAME = say(
    "By name alone: no code is printed, the name equals that of the occupation; nobody "
    "confirmed it."
)


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


CHANGE_WORDS = {
    ChangeKind.UPGRADED: say("upgraded"),
    ChangeKind.DOWNGRADED: say("downgraded"),
    ChangeKind.INDEX_CHANGED: say("index changed"),
    ChangeKind.RELABELLED: say("labels not comparable"),
    ChangeKind.REQUIREMENT_CHANGED: say("requirement changed"),
    ChangeKind.RECODED: say_in("difference", "recoded"),
    ChangeKind.RENAMED: say_in("difference", "renamed"),
    ChangeKind.MOVED: say("moved"),
    ChangeKind.PAY_CHANGED: say("pay changed"),
    ChangeKind.MARKS_CHANGED: say("marks changed"),
}

PAIRED_WORDS = {
    PairedBy.INDUSTRY_CODE_NAME: say("same industry, code and name"),
    PairedBy.INDUSTRY_NAME: say("same industry and name"),
    PairedBy.INDUSTRY_CODE: say("same industry and code"),
    PairedBy.CODE_NAME: say("same code and name elsewhere"),
    PairedBy.NAME: say("same name only"),
    PairedBy.CODE: say("same code only"),
}

MARK_WORDS = {
    Marker.SPECIAL_NEED: say("special need"),
    Marker.GREEN: say("green"),
    Marker.DIGITAL: say("digital"),
}

SCALES_DIFFER = say(
    "The two catalogues print shortage by different scales; their labels cannot be "
    "compared and stand side by side as printed."
)


def told_value(change: Change, value: str | None) -> Sentence | None:
    """Return one side of a change for people: as printed, marks in words; None stays None."""
    if value is None or change.kind is not ChangeKind.MARKS_CHANGED:
        return None if value is None else printed(value)
    return joined(MARK_WORDS[Marker(mark)] for mark in value.split("、"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A post as one catalogue lists it.

    Attributes:
        percentile: rank within its own catalogue, 0 to 100: the share of rated posts with a
            weaker label, those with the same label counted half. None where none is printed.
            Two catalogues' percentiles compare ranks, never the shortage itself.
        education: lowest education level read from the post, or a degree (`学士学位`) where it
            asks for that alone; None where none is read.
        years: fewest years of work read from the post, whatever the degree; None where none are.
        is_by_name: its name alone leads to the occupation; nobody confirmed it.
    """

    post: Post
    edition: EditionSummary
    percentile: float | None
    education: str | None
    years: int | None
    is_by_name: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationRow:
    """An occupation and the catalogues that list it.

    Attributes:
        code: code of 2022; None for posts that only share a name.
        name: of the entry, or the shared name.
        group: code and name of the sub-major class (中类); None without a code.
        listings: in the order of the catalogues and of print.
    """

    code: str | None
    name: str
    group: tuple[str, str] | None
    listings: tuple[Listing, ...]

    @property
    def editions(self) -> frozenset[str]:
        """Identifiers of the catalogues that list it."""
        return frozenset(listing.edition.id for listing in self.listings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A value with the number of posts that carry it; `value` is None where nothing is printed."""

    value: str | None
    posts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceProfile:
    """What one catalogue's posts are like.

    Attributes:
        posts: number of posts; the shares of each attribute add up to it.
        groups: by sub-major class (`2-02 工程技术人员`), falling; None counts posts without a code.
        industries: as printed, in printed order.
        labels: as printed, the strongest first.
        educations: lowest education level, the lowest first.
        years: fewest years of work: `0`, `1–2`, `3–4`, `5–9`, `10+`.
        special: posts marked 特需.
        pay: printed pay in 10,000 CNY a year, ascending; empty where none is printed.
    """

    edition: EditionSummary
    posts: int
    groups: tuple[Share, ...]
    industries: tuple[Share, ...]
    labels: tuple[Share, ...]
    educations: tuple[Share, ...]
    years: tuple[Share, ...]
    special: int
    pay: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndustryRow:
    """The posts of one catalogue under one heading of industry.

    Attributes:
        name: as printed; None counts posts that stand under none.
        labels: as printed, the strongest first.
        percentile: median rank of its posts within the catalogue; None where none is rated.
        educations: lowest education level, the lowest first.
        years: fewest years of work of each post that states any, ascending.
        special: posts marked 特需.
        pay: printed pay in 10,000 CNY a year, ascending.
    """

    edition: EditionSummary
    name: str | None
    posts: int
    labels: tuple[Share, ...]
    percentile: float | None
    educations: tuple[Share, ...]
    years: tuple[int, ...]
    special: int
    pay: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Catalogues side by side.

    Attributes:
        profiles: one a catalogue that has posts.
        occupations: those of most catalogues first, then by code and name.
        industries: in the order of the catalogues and of print.
        scales: shortage scales among them; labels of two scales are not comparable.
    """

    profiles: tuple[PlaceProfile, ...]
    occupations: tuple[OccupationRow, ...]
    industries: tuple[IndustryRow, ...]
    scales: tuple[str, ...]
