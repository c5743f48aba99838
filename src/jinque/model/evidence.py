"""Evidence of shortage: surveys, what employers answered, labour-market tables."""

from dataclasses import dataclass, field
from datetime import date

from jinque.locale import Sentence
from jinque.model.post import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What the law wants at the top right of a statistical form; empty is not given.

    Attributes:
        form_number: 表号.
        maker: 制定机关.
        document_number: 文号.
        approver: 批准（备案）机关.
        approval_number: 批准（备案）文号.
        valid_until: last day on which the form may be used, 有效期至; None is not given.
    """

    form_number: str = ""
    maker: str = ""
    document_number: str = ""
    approver: str = ""
    approval_number: str = ""
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkRule:
    """Which marks a provincial rule wants.

    Attributes:
        id: how an option names it.
        required: names of fields of `Marks`.
        source: the rule.
    """

    id: str
    name: Sentence
    required: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An occupation that a survey asks about."""

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameEmployer:
    """An employer of the sampling frame, with what records already hold.

    Attributes:
        id: sample number, given by the survey.
        stratum: layer that it was drawn from; empty where there are none.
        credit_code: unified social credit code; empty where it is not known.
        is_sampled: it was drawn; the others only count in the population.
    """

    id: str
    name: str = ""
    credit_code: str = ""
    district: str = ""
    industry: str = ""
    size: str = ""
    stratum: str = ""
    is_sampled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """A survey as declared before it goes out.

    Attributes:
        name: short, of letters, digits and hyphens.
        title: as printed.
        quarter: `2026Q3`.
        reference_day: day that the stocks are of.
        rule: `id` of a `MarkRule`.
        seekers: `applications`: what employers received.
        cohort_from: first day of the window in which the places of the cohort were opened.
        cohort_to: last day of it, at least 90 days before the forms go out.
        asked: occupations, by code.
        frame: employers, by sample number; empty for an open survey.
        stands: occupation -> industries in which it is declared to stand.
        contact: whom a respondent may ask.
    """

    name: str
    title: str
    quarter: str
    reference_day: date
    rule: str
    marks: Marks
    cohort_from: date
    cohort_to: date
    asked: tuple[Asked, ...]
    seekers: str = "applications"
    frame: tuple[FrameEmployer, ...] = ()
    stands: dict[str, tuple[str, ...]] = field(default_factory=dict)
    contact: str = ""
    is_synthetic: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyRequest:
    """What is said of a new survey; empty texts are worked out or stay open.

    Attributes:
        occupations: codes or whole names.
        occupations_file: path of a file of them.
        frame: path of a file of employers.
    """

    name: str
    quarter: str
    title: str = ""
    rule: str = "law"
    marks: Marks = field(default_factory=Marks)
    reference_day: date | None = None
    occupations: tuple[str, ...] = ()
    occupations_file: str = ""
    frame: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an employer says of one occupation; None is not answered.

    Attributes:
        occupation: code.
        row: row of the sheet or table.
        places_carried: places of before that are still to fill on the reference day.
        places_opened: places opened in the quarter.
        seekers_carried: applications of before, still alive.
        seekers_new: applications received in the quarter.
        staff: in post on the reference day.
        filled: of the cohort, after 90 days.
        withdrawn: of the cohort, likewise.
        open: of the cohort, likewise.
        difficulty: 1 (easy) to 5 (very hard).
        pay_cny_10k_year: median annual pay.
        pay_before_cny_10k_year: the same a year ago.
        supplied_to: of an agency: sample number or name of the employer that it supplies.
        open_ended: names of fields that say 若干: counted, never a number.
    """

    occupation: str
    row: int
    places_carried: float | None = None
    places_opened: float | None = None
    seekers_carried: float | None = None
    seekers_new: float | None = None
    staff: float | None = None
    filled: float | None = None
    withdrawn: float | None = None
    open: float | None = None
    difficulty: int | None = None
    pay_cny_10k_year: float | None = None
    pay_before_cny_10k_year: float | None = None
    supplied_to: str = ""
    open_ended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VacancySpell:
    """A vacancy with its days.

    Attributes:
        opened_on: day it was opened.
        ended_on: day it was filled or withdrawn; None while it is open.
        outcome: `filled`, `withdrawn` or `open`.
        count: places.
    """

    occupation: str
    row: int
    opened_on: date
    ended_on: date | None
    outcome: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A questionnaire that came back.

    Attributes:
        file: name of the file.
        sha256: checksum of its bytes.
        survey: name of the survey that its sheet names.
        employer: the respondent as it describes itself.
        filled_on: day it was filled in; None is not given.
        is_agency: it hires out labour or recruits for others.
        covers: sample numbers of further employers that the same answer is for.
    """

    file: str
    sha256: str
    survey: str
    employer: FrameEmployer
    filled_on: date | None
    is_agency: bool
    covers: tuple[str, ...]
    answers: tuple[Answer, ...]
    spells: tuple[VacancySpell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketRow:
    """A row of a labour-market table.

    Attributes:
        occupation: code; empty where none is printed or agrees.
        printed: the occupation as printed.
        period: `2026Q3`.
        place: what the row covers.
        universe: whose places and seekers (of the public employment service, say).
        needed: places; None where the cell is empty.
        seekers: persons or applications; None where the cell is empty.
        kind: `persons` or `applications`.
        seekers_spread: with the seekers without a wish (无要求) spread over the occupations in
            proportion to what is needed; None for the row 无要求 itself.
        is_unspecified: the row 无要求.
    """

    file: str
    table: str
    row: int
    occupation: str
    printed: str
    period: str
    place: str
    universe: str
    needed: float | None
    seekers: float | None
    kind: str = "persons"
    seekers_spread: float | None = None
    is_unspecified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFile:
    """A file that was read.

    Attributes:
        kind: `return`, `market` or `refused`.
        rows_in: rows that hold words below a heading.
        rows_kept: of them that became evidence.
        rows_reported: of them that became none; each has an issue.
    """

    name: str
    sha256: str
    kind: str
    rows_in: int
    rows_kept: int
    rows_reported: int
    issues: tuple[Issue, ...] = ()

    def __post_init__(self) -> None:
        if self.rows_in != self.rows_kept + self.rows_reported:
            raise ValueError(
                f"{self.rows_in} rows in, {self.rows_kept} kept, {self.rows_reported} reported"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceReport:
    """What reading a folder came to.

    Attributes:
        is_changed: the evidence is not what it was.
        files: those read now, by name.
        duplicates: returns that say what another one says already, with what was done.
        agencies: returns of agencies.
        open_ended: cells that say 若干.
        returns: returns that the evidence now holds.
    """

    name: str
    is_changed: bool
    files: tuple[EvidenceFile, ...]
    duplicates: tuple[Sentence, ...]
    agencies: int
    open_ended: int
    returns: int
