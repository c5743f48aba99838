"""The national classification of occupations as a tree of codes, and what became of a code."""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from jinque.model.words import Words


class Level(StrEnum):
    """Depth in the classification (大类, 中类, 小类, 细类/职业, 工种)."""

    MAJOR = "major"
    SUB_MAJOR = "sub_major"
    MINOR = "minor"
    OCCUPATION = "occupation"
    WORK_TYPE = "work_type"

    @classmethod
    def of(cls, code: str) -> "Level":
        """Return the level of a code by its number of segments, one to five."""
        return tuple(cls)[code.count("-")]


class Certainty(StrEnum):
    """How well an entry of the 2015 edition is attested.

    Attributes:
        A: the national standard has the name, and another source prints the code with it; for a
            class, the standard prints both. For an addition: two sources print both.
        B: one source prints both, or the standard has the name and 2022 the same pair.
        C: the standard alone has the name, at a place that 2022 gives to another; or the code
            is one of a draft notice.
        D: inferred from the 2022 edition.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupation:
    """An entry of the classification, at any level.

    Attributes:
        code: official code, segments joined by hyphens (`2-02-10-09`).
        name: official name, without marks.
        level: depth of the code.
        edition: year of the edition, or of the notice that added the entry (`2022`, `2024`);
            empty where no list dates it.
        is_green: marked L in the source list.
        is_digital: marked S in the source list.
        classification: edition of the classification that the code belongs to, also where the
            entry was added later (`2022` for an addition of 2024).
        effective_from: since when the entry holds, as exactly as its list says: a year (`2022`),
            a month (`2024-07`) or some time between two years (`2015/2021`); None where no list
            says it.
        attested_by: the public lists that agree on code and name, or the catalogues that print
            them with their lines (`dalian:16`).
        former_names: names that the printed edition or its public draft had for this code.
        note: how lists differ on the entry, as recorded beside it; empty where they do not.
        certainty: of an entry of 2015; None for the complete list of 2022.
        other_spellings: how other sources spell the name at this code.
    """

    code: str
    name: str
    level: Level
    edition: str
    is_green: bool
    is_digital: bool
    classification: str = "2022"
    effective_from: str | None = None
    attested_by: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    note: str = ""
    certainty: Certainty | None = None
    other_spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """Entries of one edition, by code.

    Attributes:
        edition: year of the edition.
        is_complete: False for a list of attested entries only: what is missing from it may well
            be in the edition.
        limits: what is missing from the list; every answer that rests on it says so.
    """

    edition: str
    by_code: dict[str, Occupation]
    is_complete: bool
    limits: Words
    _below: dict[str, tuple[Occupation, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        below: defaultdict[str, tuple[Occupation, ...]] = defaultdict(tuple)
        for code, entry in sorted(self.by_code.items()):
            below[code.rpartition("-")[0]] += (entry,)
        object.__setattr__(self, "_below", dict(below))

    def below(self, code: str) -> tuple[Occupation, ...]:
        """Return the entries one level below `code`, in code order; empty for an unknown code."""
        return self._below.get(code, ())

    def above(self, code: str) -> tuple[str, ...]:
        """Return the codes above `code`, outermost first, whether or not the list has them."""
        segments = code.split("-")
        return tuple("-".join(segments[:count]) for count in range(1, len(segments)))


class CorrespondenceKind(StrEnum):
    """What the 2022 edition did with an entry of 2015, as far as it is attested.

    Attributes:
        SAME: code and name are kept.
        RECODED: the name is kept under another code.
        RENAMED: a source says that the name was changed.
        LIKELY_RENAMED: the code has a name of like spelling; no source says that it is the same.
        SPLIT: a source says that its work types became occupations.
        WORK_TYPE: the occupation became a work type (工种) below another.
        GONE: neither code nor name is in the 2022 edition.
        UNKNOWN: the code means another entry now; nothing attests what became of this one.
    """

    SAME = "same"
    RECODED = "recoded"
    RENAMED = "renamed"
    LIKELY_RENAMED = "likely_renamed"
    SPLIT = "split"
    WORK_TYPE = "work_type"
    GONE = "gone"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """An entry of the 2015 edition and what stands for it in 2022.

    Attributes:
        code_2015: None where only the name is attested.
        codes_2022: empty where nothing is attested.
        proposed_2022: entries with a like name or the same code that a person may confirm; never
            treated as the same.
        attested_by: what the row rests on.
        name_now: what 2022 calls `code_2015`, where that is another name; None otherwise.
        certainty: of the entry of 2015; None where the list has no such entry.
    """

    code_2015: str | None
    name_2015: str
    kind: CorrespondenceKind
    codes_2022: tuple[str, ...]
    proposed_2022: tuple[str, ...]
    reason: Words
    attested_by: tuple[str, ...]
    name_now: str | None = None
    certainty: Certainty | None = None

    @property
    def is_code_reused(self) -> bool:
        """Whether 2022 gives the code to another entry, so that it must not be joined by itself."""
        is_other = self.name_now is not None and self.code_2015 not in self.codes_2022
        return is_other and self.kind is not CorrespondenceKind.LIKELY_RENAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedClassification:
    """The classification as it stood on a day.

    Attributes:
        day: ISO 8601.
        classification: the edition in force, with the entries that held on that day for certain.
        undecided: entries of that edition which the lists date only to a period that includes
            the day, or not at all.
        note: which edition was taken and what stays undecided.
    """

    day: str
    classification: Classification
    undecided: tuple[Occupation, ...]
    note: Words
