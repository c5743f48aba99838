"""Rules of recognition and benefit as dated, cited data: one rule set for one measure of one place.

Amounts are whole fen. `effective_to` is exclusive. A line carries exactly one kind of rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jinque.locale import Sentence, Words
from jinque.model.criterion import Criterion


class Trust(StrEnum):
    """How far the source of a rule can be trusted, the best first.

    Attributes:
        OFFICIAL: read at the issuer's own address.
        PRESS: reported by a newspaper or news agency.
        REPOST: copied by a site that is not the issuer's; figures not checked there.
        SECONDARY: told by a collection that cites the issuer.
        RECALLED: from memory.
        SYNTHETIC: made up to show how the rules work.
    """

    OFFICIAL = "official"
    PRESS = "press"
    REPOST = "repost"
    SECONDARY = "secondary"
    RECALLED = "recalled"
    SYNTHETIC = "synthetic"


class Force(StrEnum):
    """What a rule set claims to be; only one checked at the issuer is `in_force`."""

    IN_FORCE = "in_force"
    ILLUSTRATION = "illustration"
    SYNTHETIC = "synthetic"


class CountingDay(StrEnum):
    """The day whose catalogue counts."""

    HIRE = "hire"
    APPLICATION = "application"
    SECOND_HIRE = "second_hire"
    TAX_YEAR = "tax_year"


class Counted(StrEnum):
    """Which days a period counts."""

    WORKING = "working"
    CALENDAR = "calendar"
    MONTHS = "months"


class Subject(StrEnum):
    """What a rule set is about."""

    RECOGNITION = "recognition"
    SUBSIDY = "subsidy"
    POINTS = "points"
    SETTLEMENT = "settlement"
    TITLE_APPRAISAL = "title_appraisal"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSource:
    """A document that rules are cited from.

    Attributes:
        number: document number; empty where none is known.
        issued_on: as told, a day or a year; empty where it is not stated.
        address: where it was read.
        checked_on: when it was last compared with the issuer's text; None where never.
        text: the document's own words, by which quotes are checked; empty where not at hand.
    """

    id: str
    title: str
    number: str = ""
    issuer: str = ""
    issued_on: str = ""
    address: str = ""
    trust: Trust
    checked_on: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineCitation:
    """What a line rests on: the words themselves, or what a source tells of them.

    Attributes:
        clause: as printed; empty where the source does not tell it.
        quote: verbatim; empty where only `told` is known.
        told: what the source reports, in our words.
        line: line of the source's text, counted from 1; None where the text is not at hand.
    """

    source: RuleSource
    clause: str = ""
    quote: str = ""
    told: str = ""
    line: int | None = None

    def __post_init__(self) -> None:
        if bool(self.quote) == bool(self.told):
            raise ValueError("a citation has either the words or what is told of them")


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """Who decides, and by which authorisation; `when` says for whom, None for all others."""

    name: Words
    level: str
    authorised_by: str = ""
    when: Criterion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filer:
    """Who files, and where."""

    who: str
    how: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When applications are taken.

    Attributes:
        opens: first day; of a yearly window the year does not matter.
        closes: last day.
        is_yearly: it returns each year.
        year_of: `tax_year` or `hired_on` where a window is for the year of that fact.
        years_after: how many years behind that year it opens.
        make_ups: how many of the following windows may be used by who missed this one.
        tax_years: for which; empty where it is for none in particular.
    """

    opens: date
    closes: date
    is_yearly: bool = False
    year_of: str = ""
    years_after: int = 0
    make_ups: int = 0
    tax_years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueDay:
    """Which day's catalogue counts; the second day is an alternative that the person may use."""

    day: CountingDay
    or_day: CountingDay | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What is asked of the person or the employer; `name` says it in a word."""

    name: Words
    criterion: Criterion


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """Points for a criterion."""

    when: Criterion
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """Points of one heading: the first row that is met counts."""

    name: Words
    rows: tuple[PointRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """How many are taken of one employer or in all, ranked by points.

    Attributes:
        is_per_employer: else of the whole set.
        ranked_by: number facts behind the points, the larger first; empty: points alone.
    """

    at_most: int
    is_per_employer: bool
    ranked_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """An amount for those who meet a criterion; None is for all who are left.

    Attributes:
        high: the end of a range (up to …); equal to `amount` where one sum is printed.
    """

    amount: int
    high: int
    when: Criterion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Benefit:
    """What is given.

    Attributes:
        id: by which other lines name it.
        tiers: the first that is met counts; empty for what is no money or is a share of a fact.
        times: how often the amount is paid.
        times_low: how often it is surely paid; below `times` where only a most is printed (不超过
            36个月).
        per: `once`, `month` or `year`.
        share_of: amount fact of which a share is given; empty where none.
        share_permille: that share in thousandths.
        cap: of the whole, in fen; None where none is printed.
        instalments: shares of the whole in percent; empty where it is paid at once.
        when: what is asked for this benefit beyond recognition.
        group: benefits of one group exclude each other; empty where they do not.
    """

    id: str
    name: Words
    tiers: tuple[Tier, ...] = ()
    times: int = 1
    times_low: int = 1
    per: str = "once"
    share_of: str = ""
    share_permille: int = 0
    cap: int | None = None
    instalments: tuple[int, ...] = ()
    when: Criterion | None = None
    group: str = ""

    @property
    def is_money(self) -> bool:
        """Whether it comes to a sum."""
        return bool(self.tiers or self.share_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """Only one benefit of a group may be had (就高不重复)."""

    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deduction:
    """What was drawn already is taken off a benefit; `cap` is the most that is, in fen."""

    benefit: str
    fact: str
    cap: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the procedure.

    Attributes:
        days: by rule; None where none are printed.
        promised_days: as the authority promises; None where it does not.
        is_notice: a public notice.
        is_counted: its days are part of the period of the whole.
        moves: a calendar period that ends on a day off ends on the next working day.
        stops_for: what stops its clock.
    """

    name: Words
    by: Words | None = None
    days: int | None = None
    promised_days: int | None = None
    counted: Counted = Counted.WORKING
    is_notice: bool = False
    is_counted: bool = True
    moves: bool = False
    stops_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days of the whole procedure; fields as in `Step`."""

    days: int | None = None
    promised_days: int | None = None
    counted: Counted = Counted.WORKING
    counts_notice: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewal:
    """How recognition is kept: registered again every so many years."""

    every_years: int | None = None
    how: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Revocation:
    """A ground on which recognition is taken away, and how far that reaches."""

    ground: Words
    reach: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """What can be done against a decision, at which organ, in how many days."""

    name: Words
    organ: Words | None = None
    days: int | None = None
    counted: Counted = Counted.CALENDAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What to bring; `when` says from whom, None for everybody."""

    name: Words
    when: Criterion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Through whom an application goes (committee, department), in words."""

    how: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """A document that the set rests on."""

    title: str


Rule = (
    Authority
    | Filer
    | Window
    | CatalogueDay
    | Condition
    | Points
    | Quota
    | Benefit
    | Exclusion
    | Deduction
    | Step
    | Period
    | Renewal
    | Revocation
    | Remedy
    | Material
    | Route
    | Basis
)
RULE_KINDS: dict[str, type[Rule]] = {
    "authority": Authority,
    "filer": Filer,
    "window": Window,
    "catalogue_day": CatalogueDay,
    "condition": Condition,
    "points": Points,
    "quota": Quota,
    "benefit": Benefit,
    "exclusion": Exclusion,
    "deduction": Deduction,
    "step": Step,
    "period": Period,
    "renewal": Renewal,
    "revocation": Revocation,
    "remedy": Remedy,
    "material": Material,
    "route": Route,
    "basis": Basis,
}
"""Key of a line in a rule file -> the kind of rule that it writes."""
KIND_OF_RULE = {kind: key for key, kind in RULE_KINDS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """One rule with its citation and the time in which it holds.

    Attributes:
        effective_from: first day; None where no source states it.
        effective_to: first day on which it does not hold any more; None while it holds.
    """

    id: str
    rule: Rule
    citation: LineCitation
    effective_from: date | None = None
    effective_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether it holds on a day; without a first day it does."""
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day < self.effective_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueUsed:
    """An edition of a catalogue that the set takes, and when it is the one in force."""

    edition: str
    effective_from: date | None = None
    effective_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether it is in force on a day."""
        begun = self.effective_from is None or self.effective_from <= day
        return begun and (self.effective_to is None or day < self.effective_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactAsked:
    """A fact that rules turn on.

    Attributes:
        kind: `yes_no`, `number`, `amount`, `day`, `partial_day`, `choice` or `text`.
        names: other keys that mean it, the first one being its name for people.
        values: of a choice.
        grows: a number that rises by one each month while things go on as they are.
    """

    id: str
    kind: str
    names: tuple[str, ...]
    question: Words
    values: tuple[str, ...] = ()
    grows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """One measure of one place.

    Attributes:
        place: city or district; a place is within it whose name it begins with, or that begins
            with its name.
        catalogues: editions whose posts count; empty where the set asks for none.
        notes: what a reader should know, such as what could not be checked.
        facts: facts of its own, beside those of the vocabulary.
    """

    id: str
    name: Words
    place: str
    subject: Subject
    force: Force
    sources: tuple[RuleSource, ...]
    lines: tuple[RuleLine, ...]
    effective_from: date | None = None
    effective_to: date | None = None
    catalogues: tuple[CatalogueUsed, ...] = ()
    notes: tuple[Words, ...] = ()
    facts: tuple[FactAsked, ...] = ()

    def lines_of(self, kind: type, on: date) -> tuple[RuleLine, ...]:
        """Return the lines of a kind that hold on a day, in printed order."""
        return tuple(
            line for line in self.lines if isinstance(line.rule, kind) and line.holds_on(on)
        )

    @property
    def trust(self) -> Trust:
        """The mark of its least trusted source."""
        order = tuple(Trust)
        return max((each.trust for each in self.sources), key=order.index)


def day_ranges_meet(one: RuleLine, other: RuleLine) -> bool:
    """Tell whether two lines hold on a common day."""
    first, second = sorted((one, other), key=lambda line: line.effective_from or date.min)
    begins = second.effective_from or date.min
    return first.effective_to is None or begins < first.effective_to


def kinds_without_lines(rules: RuleSet, on: date, kinds: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds of rules of which nothing holds on a day: what the set leaves unsaid."""
    return tuple(kind for kind in kinds if not rules.lines_of(RULE_KINDS[kind], on))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFault:
    """One fault of a rule file, with its place.

    Attributes:
        code: stable name, listed in docs/reference/rules.md.
        is_error: else it is a doubt, and the file can be used.
        line: of the file, counted from 1; None where none is at fault.
        path: of the key, `lines[3].condition.age`.
    """

    code: str
    is_error: bool
    message: Sentence
    file: str
    line: int | None = None
    path: str = ""
