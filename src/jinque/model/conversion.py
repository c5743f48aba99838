"""Codes of one edition of the classification told in the other, and which edition rows use."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.locale import Sentence, phrases, say
from jinque.model.occupation import Occupation


class ConversionStatus(StrEnum):
    """What telling a printed code in another edition came to.

    Attributes:
        SAME: code and name are those of both editions.
        CURRENT: code and name are of the wanted edition already, and of no other.
        RECODED: the name is kept in the wanted edition under another code.
        RENAMED: a source says that the occupation bears another name there.
        WORK_TYPE: one of the two is a work type (工种) below another occupation.
        AMBIGUOUS: no name stands beside the code, and the editions give it to two occupations.
        CONTRADICTS: the code is one entry's, the name another's or no entry's.
        UNSETTLED: the entry is known, but nothing settles what stands for it in the other edition.
        UNLISTED: no list has the code.
        NO_CODE: there is no code, or what stands there is none.
    """

    SAME = "same"
    CURRENT = "current"
    RECODED = "recoded"
    RENAMED = "renamed"
    WORK_TYPE = "work_type"
    AMBIGUOUS = "ambiguous"
    CONTRADICTS = "contradicts"
    UNSETTLED = "unsettled"
    UNLISTED = "unlisted"
    NO_CODE = "no_code"

    @property
    def is_converted(self) -> bool:
        """Whether an entry of the wanted edition was found."""
        return self in _CONVERTED


_CONVERTED = frozenset(
    {
        ConversionStatus.SAME,
        ConversionStatus.CURRENT,
        ConversionStatus.RECODED,
        ConversionStatus.RENAMED,
        ConversionStatus.WORK_TYPE,
    }
)


class Sureness(StrEnum):
    """How sure a conversion is.

    Attributes:
        CERTAIN: code and name agree with entries that two sources have, and the way is attested.
        UNCONFIRMED: the way is attested, but a second source for the old entry is missing, or
            no name stood beside the code.
        UNDECIDED: nothing was converted; a person has to decide.
    """

    CERTAIN = "certain"
    UNCONFIRMED = "unconfirmed"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A printed code, and what it is in the wanted edition.

    Attributes:
        code: as given, dashes and width made plain.
        name: as given; empty where none stood beside the code.
        edition: edition whose entry the code and the name are; None where that is not decided.
        wanted: edition that was asked for.
        entry: the entry of the wanted edition; None where nothing is decided.
        proposed: entries of the wanted edition that a person may choose.
    """

    code: str
    name: str
    edition: str | None
    wanted: str
    status: ConversionStatus
    sureness: Sureness
    entry: Occupation | None
    reason: Sentence
    proposed: tuple[Occupation, ...] = ()

    def __post_init__(self) -> None:
        if (self.entry is None) != (self.sureness is Sureness.UNDECIDED):
            raise ValueError(f"{self.code}: {self.sureness} does not go with {self.entry}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionUse:
    """Which edition of the classification the codes and names of some rows are of.

    Pairs count once. An entry that no second source confirms, or that the rows' own document
    alone attests, is no evidence and is left out of the counts of 2015.

    Attributes:
        pairs: different pairs of an occupation's code and a name.
        of_2015: pairs that are entries of the 2015 edition as it was printed.
        of_2015_additions: pairs that are new occupations of 2019 to 2021.
        of_2022: pairs that are entries of the 2022 edition as it was printed.
        of_2022_additions: pairs that were added to it since.
        only_2015: pairs of 2015 and its additions that are not of 2022.
        only_2022: the reverse.
        unconfirmed: pairs of 2015 alone whose entry no second source confirms.
        of_neither: pairs that are of no list.
        edition: the edition that is found; None where the pairs do not tell, or tell both.
        is_mixed: some pairs are of one edition alone and some of the other alone.
    """

    pairs: int
    of_2015: int
    of_2015_additions: int
    of_2022: int
    of_2022_additions: int
    only_2015: int
    only_2022: int
    unconfirmed: int
    of_neither: int
    edition: str | None
    is_mixed: bool

    @property
    def counts(self) -> Sentence:
        """The counts as half a sentence."""
        return phrases(
            (
                say(
                    "of {pairs:d} different pairs of code and name {of_2015:d} are of 2015",
                    pairs=self.pairs,
                    of_2015=self.of_2015,
                ),
                say("{n:d} of its additions of 2019 to 2021", n=self.of_2015_additions),
                say("{n:d} of 2022", n=self.of_2022),
                say("{n:d} of the additions since", n=self.of_2022_additions),
                say("{n:d} of 2015 and its additions alone", n=self.only_2015),
                say("{n:d} of 2022 and its additions alone", n=self.only_2022),
                say(
                    "{n:d} of entries that no second source confirms, which is no evidence",
                    n=self.unconfirmed,
                ),
                say("{n:d} of neither", n=self.of_neither),
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftRow:
    """A row of a table whose code was not converted.

    Attributes:
        number: counted from 1 below the headings.
    """

    number: int
    conversion: Conversion


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvertedTable:
    """What came of converting the codes of a table.

    Attributes:
        wanted: edition that was asked for.
        code_heading: of the column of codes.
        name_heading: of the column of names; None where none was found.
        counts: rows by what they came to; every row of the table is counted once.
        unconfirmed: rows converted that are not certain.
        left: rows that were not converted, in order; the first `MOST_LEFT` of them.
    """

    wanted: str
    code_heading: str
    name_heading: str | None
    counts: dict[ConversionStatus, int]
    unconfirmed: int
    left: tuple[LeftRow, ...]

    @property
    def rows(self) -> int:
        """How many rows the table has."""
        return sum(self.counts.values())

    @property
    def undecided(self) -> int:
        """How many rows were left for a person."""
        return sum(count for status, count in self.counts.items() if not status.is_converted)


MOST_LEFT = 200
"""Rows that an answer lists as left; the written table has all of them."""
