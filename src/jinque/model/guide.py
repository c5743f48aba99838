"""An occupation for a reader who chooses what to learn."""

from dataclasses import dataclass

from jinque.model.teaching import PostName
from jinque.model.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideListing:
    """One catalogue's post of an occupation.

    Attributes:
        is_by_name: the post prints no code; its name alone is that of the occupation.
        industry: heading under which it is printed; None where none is.
        edition_name: place, year and scope as far as stated.
        label: shortage as printed; None where none is printed.
        education: the lowest level that may do; None where none is read.
        years: the fewest full years of work that may do; None where none are read.
        certificates: as printed.
        description: what the work is, as printed; None where nothing is.
        abilities: the printed clauses that say what one must be able to do.
        pay_cny_10k_year: median pay of a year in 10,000 CNY; None where none is printed.
        unstated: `place`, `year`: what the catalogue does not print of itself.
    """

    post: PostName
    is_by_name: bool
    industry: str | None
    edition_name: Words
    label: str | None
    education: str | None
    years: int | None
    certificates: tuple[str, ...]
    description: str | None
    abilities: tuple[str, ...]
    pay_cny_10k_year: float | None
    unstated: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideEntry:
    """One occupation for a reader who chooses what to learn.

    Attributes:
        listings: posts that name it by its code, then those of its very name that print none.
        left_out: posts for foreign nationals only that are not among them.
        class_posts: posts that name only a class above it.
    """

    code: str
    name: str
    former_names: tuple[str, ...]
    listings: tuple[GuideListing, ...]
    left_out: int
    class_posts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideAnswer:
    """The occupations that a code or a name leads to; several where editions disagree."""

    query: str
    entries: tuple[GuideEntry, ...]
