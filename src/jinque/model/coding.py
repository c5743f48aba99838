"""A free title, the codes it may mean, and how sure that is."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.model.classification import Level
from jinque.model.words import Words


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
    notices: tuple[Words, ...] = ()
