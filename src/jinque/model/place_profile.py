"""Catalogues and occupations side by side; every count is of posts as printed."""

from dataclasses import dataclass

from jinque.model.answer import EditionSummary
from jinque.model.post import Post


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
