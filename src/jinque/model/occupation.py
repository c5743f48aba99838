"""What the catalogues and the classification say of one occupation.

The national classification of occupations as a tree of codes, and what became of a code.

A free title, the codes it may mean, and how sure that is.

Majors (专业) of the official catalogues, and how a held one stands to a printed one.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from jinque.locale import Sentence
from jinque.model.post import Link, Post


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
    limits: Sentence
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
    reason: Sentence
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
    note: Sentence


class CodingOutcome(StrEnum):
    """What is to be done with a title.

    Attributes:
        CODED: the first candidate is sure enough to be taken as it is.
        REVIEW: a person has to choose among the candidates, or none came near.
        NO_NATIONAL_CODE: the title names no work, or work that no class holds.
    """

    CODED = "coded"
    REVIEW = "review"
    NO_NATIONAL_CODE = "no_national_code"


class EvidenceKind(StrEnum):
    """What a title was matched with.

    Attributes:
        NAME: the official name.
        FORMER_NAME: a name of 2015, or of the printed edition or the draft of 2022.
        ALIAS: a title as people write it, from the alias table.
        DERIVED: the official name with the ending that people use (工程师 for 工程技术人员).
        CLASS_NAME: the official name of a class.
        INDUSTRY: words of the industry given.
        DESCRIPTION: words of the description given.
    """

    NAME = "name"
    FORMER_NAME = "former_name"
    ALIAS = "alias"
    DERIVED = "derived"
    CLASS_NAME = "class_name"
    INDUSTRY = "industry"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleRequest:
    """A title with its context.

    Attributes:
        title: as printed.
        description: duties or abilities; empty where there are none.
        industry: as printed, several joined by 、; empty where there is none.
    """

    title: str
    description: str = ""
    industry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeEvidence:
    """Why a candidate was proposed.

    Attributes:
        text: the name or alias, or the words of the context, that were matched.
        likeness: 0 to 1; 1 is the very title.
    """

    kind: EvidenceKind
    text: str
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeCandidate:
    """A code that a title may mean.

    Attributes:
        code: of the 2022 edition, an occupation or a class.
        probability: calibrated, 0 to 1: of 100 candidates with 0.8 about 80 are right.
        evidence: best first.
    """

    code: str
    name: str
    level: Level
    probability: float
    evidence: tuple[CodeEvidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedTitle:
    """The answer for one title.

    Attributes:
        request: what was asked.
        outcome: what is to be done.
        candidates: most likely first, at most `coding.MOST_CANDIDATES`.
        at_least: the lowest class on which the candidates agree, where the first candidate is
            not sure; None where they agree on nothing.
        no_code_probability: calibrated, that no national code fits.
        notices: what was done with the title before it was read, and other things to know.
    """

    request: TitleRequest
    outcome: CodingOutcome
    candidates: tuple[CodeCandidate, ...]
    at_least: str | None
    no_code_probability: float
    notices: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Major:
    """A major of one level.

    Attributes:
        code: as in the newest list that has it; `080902`, `080717T`.
        level: `本科`, `职业本科`, `高职专科` or `中职`.
        discipline: 学科门类, of vocational majors 专业大类; empty where no list gives it.
        major_class: 专业类; empty as `discipline`.
        attested_by: lists that have it.
        note: how a list differs; empty otherwise.
    """

    code: str
    name: str
    level: str
    discipline: str
    major_class: str
    attested_by: tuple[str, ...]
    note: str = ""


class MajorLikeness(StrEnum):
    """How a major that is held stands to a printed one."""

    SAME = "same"
    SAME_CLASS = "same_class"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorRelation:
    """The likeness of two majors, with what it rests on.

    `SAME_CLASS` is for people to judge; `OTHER` says only that the lists put them into different
    classes, and `UNKNOWN` that a name is in no list.
    """

    kind: MajorLikeness
    reason: Sentence


class Standing(StrEnum):
    """Whether an entry held on a day.

    Attributes:
        HOLDS: it stood in the edition in force.
        UNDECIDED: the lists date it only to a period that includes the day, or not at all.
        NOT_YET: it was added later.
        NO_LONGER: the edition in force had neither its code nor its name.
        UNATTESTED: nothing says whether the edition in force had it.
    """

    HOLDS = "holds"
    UNDECIDED = "undecided"
    NOT_YET = "not_yet"
    NO_LONGER = "no_longer"
    UNATTESTED = "unattested"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOccupation:
    """An entry that a code or a name leads to.

    Attributes:
        via: the row by which an old code or name led to this entry of 2022; None where the entry
            itself has the code or the name.
    """

    entry: Occupation
    via: Correspondence | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeStep:
    """A code above an entry; the name is None where no list has it."""

    code: str
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """An entry below another, with the number of posts linked to it or below it."""

    entry: Occupation
    posts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationPost:
    """A post that names an occupation, or might.

    Attributes:
        edition_title: title of its catalogue as printed, or the identifier where it is lost.
        place: of its catalogue; None where the document names none.
    """

    post: Post
    edition_title: str
    place: str | None
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationEntry:
    """One occupation, its place in the tree, its other codes, and its posts in every catalogue.

    Attributes:
        found: the entry, and how the question led to it.
        above: from the major group down.
        below: entries one level below.
        correspondences: rows that lead to the other edition, attested ones first; empty where
            nothing is known.
        counterparts: the entries of 2022 that the rows name or propose, each once.
        posts: linked to the entry or to its code in the other edition.
        class_posts: linked to a class above it.
        proposed: not linked; the name suggests the entry, or a row merely proposes it.
        elsewhere: what the entry's own code is in the other edition, where nothing attests that it
            is the same there.
        sources: what attests an entry of 2015, in words; empty for one of 2022.
        standing: on the day asked for; None without one.
        limits: what is missing from the lists that this rests on.
    """

    found: FoundOccupation
    above: tuple[TreeStep, ...]
    below: tuple[Branch, ...]
    correspondences: tuple[Correspondence, ...]
    counterparts: tuple[Occupation, ...]
    posts: tuple[OccupationPost, ...]
    class_posts: tuple[OccupationPost, ...]
    proposed: tuple[OccupationPost, ...]
    elsewhere: Occupation | None
    sources: tuple[Sentence, ...]
    standing: Standing | None
    limits: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationAnswer:
    """What a code or a name means; several entries where two editions disagree about a code.

    Attributes:
        query: as asked.
        edition: the edition that was asked for; None for both.
        meanings: what the code that was asked for is in each edition, newest first; empty for
            a name.
        is_code_shared: the editions give that code to two entries that nothing attests to be one.
        day: ISO 8601; None where no day was asked for.
        day_edition: edition in force on that day; None without a day.
        day_note: why that edition was taken and what stays undecided; None without a day.
    """

    query: str
    edition: str | None
    meanings: tuple[Occupation, ...]
    is_code_shared: bool
    day: str | None
    day_edition: str | None
    day_note: Sentence | None
    entries: tuple[OccupationEntry, ...]
