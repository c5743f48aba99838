"""Free titles and the codes that they may mean."""

from dataclasses import dataclass

from jinque import api
from jinque.model import CodeCandidate, CodedTitle, CodeEvidence, Words
from jinque.web.contexts.coding_question import CodingQuestion
from jinque.web.contexts.ladder_reader import FieldError

MOST_BYTES = 5 * 1024 * 1024
TABLE_FORMATS = (".xlsx", ".xls", ".csv", ".tsv")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """What a title was matched with: `likeness` from 0 to 1, 1 is the very title."""

    kind: str
    text: str
    likeness: float

    @classmethod
    def of(cls, evidence: CodeEvidence) -> "EvidenceView":
        """Flatten `evidence`."""
        return cls(
            kind=evidence.kind.value, text=evidence.text, likeness=round(evidence.likeness, 4)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessView:
    """A code that a title may mean.

    Attributes:
        probability: calibrated, 0 to 1.
        evidence: best first.
    """

    code: str
    name: str
    level: str
    probability: float
    evidence: tuple[EvidenceView, ...]

    @classmethod
    def of(cls, candidate: CodeCandidate) -> "GuessView":
        """Flatten `candidate`."""
        return cls(
            code=candidate.code,
            name=candidate.name,
            level=candidate.level.value,
            probability=round(candidate.probability, 4),
            evidence=tuple(EvidenceView.of(each) for each in candidate.evidence),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedView:
    """The lowest class on which the candidates agree."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleView:
    """The answer for one title.

    Attributes:
        outcome: `coded`, `review` or `no_national_code`.
        candidates: at most five, most likely first.
        at_least: null for a title that is coded, and where the candidates agree on nothing.
        no_code_probability: that no national code fits.
        notices: what was done with the title before it was looked up.
    """

    title: str
    outcome: str
    candidates: tuple[GuessView, ...]
    at_least: AgreedView | None
    no_code_probability: float
    notices: tuple[Words, ...]

    @classmethod
    def of(cls, answer: CodedTitle) -> "TitleView":
        """Flatten `answer`."""
        agreed = answer.at_least
        return cls(
            title=answer.request.title,
            outcome=answer.outcome.value,
            candidates=tuple(GuessView.of(each) for each in answer.candidates),
            at_least=AgreedView(code=agreed, name=api.entry_name(agreed)) if agreed else None,
            no_code_probability=round(answer.no_code_probability, 4),
            notices=answer.notices,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeContext:
    """What `/code` shows.

    Attributes:
        titles: as given, one a line.
        answers: one for each title, in order.
        errors: fields that could not be read; then nothing is answered.
        formats: how the name of a table may end.
        most_bytes: size of the largest form taken.
        most_rows: rows of the longest table taken.
    """

    titles: tuple[str, ...]
    description: str
    industry: str
    answers: tuple[TitleView, ...]
    errors: tuple[FieldError, ...]
    formats: tuple[str, ...] = TABLE_FORMATS
    most_bytes: int = MOST_BYTES
    most_rows: int = api.MOST_TITLES_IN_TABLE

    @property
    def given(self) -> dict[str, tuple[str, ...]]:
        """The fields of the form as they are filled in."""
        return {"description": (self.description,), "industry": (self.industry,)}


def code_context(question: CodingQuestion, *errors: FieldError) -> CodeContext:
    """Answer a question, unless a field of it could not be read.

    Args:
        question: as typed.
        errors: what else is wrong, such as a table that was sent.
    """
    faults = (*question.errors, *errors)
    answers = (
        ()
        if faults
        else api.code(question.titles, description=question.description, industry=question.industry)
    )
    return CodeContext(
        titles=question.titles,
        description=question.description,
        industry=question.industry,
        answers=tuple(TitleView.of(answer) for answer in answers),
        errors=faults,
    )
