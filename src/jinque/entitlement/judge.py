"""What rules ask of an applicant, in three values, each meaning once.

What is decided stays decided whatever is told later (strong Kleene logic); a column of people is
judged by these same functions, see `jinque.entitlement.kernel`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from jinque.classification.majors import relation
from jinque.criteria import all_of, any_of, judge, negate
from jinque.entitlement.days import add_months, age_on, day_of_age, within
from jinque.model import Words
from jinque.model.career import Education
from jinque.model.criterion import AllOf, AnyOf, Criterion, Evidence, Negated, Open
from jinque.model.entitlement.answer import (
    Amount,
    Applicant,
    Judged,
    Listing,
    PartialDay,
    Question,
)
from jinque.model.entitlement.criteria import (
    AgeLimit,
    AgeReached,
    Bound,
    ChoiceAmong,
    DayWithin,
    Governs,
    InsuredMonths,
    LeapBirthday,
    ListedPost,
    MajorIs,
    MajorReading,
    NumberWithin,
    PointsReach,
    RelatedYears,
    Says,
    Study,
)
from jinque.model.entitlement.rules import FactAsked
from jinque.model.finding import Outcome
from jinque.model.major import MajorLikeness
from jinque.parameters.criteria_words import load_criteria_words
from jinque.text import fold

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
_OF = {True: MET, False: NOT_MET, None: UNKNOWN}
_ONE_DAY = timedelta(days=1)
_LISTING = "listing"
EDUCATIONS = "educations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What a judgement rests on beside the applicant.

    Attributes:
        on: the day of application; facts are told as of it.
        facts: the facts that the set may name.
        listing: the listing that counts; None where it is not known which or what.
        listing_reason: why it counts, or why it is not known.
        listing_facts: facts that the choice of the listing turns on.
        listing_missing: what would tell it.
        points: the points of the set; None before they are counted.
    """

    on: date
    facts: Mapping[str, FactAsked]
    listing: Listing | None = None
    listing_reason: Words | None = None
    listing_facts: frozenset[str] = frozenset({_LISTING})
    listing_missing: tuple[Question, ...] = ()
    points: Amount | None = None


def judge_applicant(criterion: Criterion, applicant: Applicant, at: Circumstances) -> Judged:
    """Judge one criterion for one applicant.

    Raises:
        TypeError: the criterion is of a kind without a judge.
    """
    judge_kind = _JUDGES.get(type(criterion))
    if judge_kind is not None:
        return judge_kind(criterion, applicant, at)
    return _of_person(criterion, applicant, at)


def _found(
    outcome: Outcome,
    reason: Words,
    turns_on: Iterable[str],
    missing: Sequence[Question] = (),
    earliest: date | None = None,
) -> Judged:
    return Judged(
        outcome=outcome,
        bearing=outcome,
        reason=reason,
        missing=tuple(missing) if outcome is UNKNOWN else (),
        earliest_date=earliest if outcome is NOT_MET else None,
        turns_on=frozenset(turns_on),
    )


def ask_fact(fact: str, at: Circumstances) -> Question:
    """Return the question for a fact."""
    known = at.facts.get(fact)
    words = known.question if known else Words(zh=f"{fact}？", en=f"{fact}?")
    return Question(fact=fact, question=words)


def name_of(fact: str, at: Circumstances) -> str:
    """Return what people call a fact."""
    known = at.facts.get(fact)
    return known.names[0] if known else fact


def _of_person(criterion: Criterion, applicant: Applicant, at: Circumstances) -> Judged:
    """Judge what the criteria of catalogues ask, by their own judges."""
    found = judge(criterion, applicant.person, at.on)
    missing = tuple(
        Question(fact=each.fact.value, question=each.question, about=each.about)
        for each in found.missing
    )
    return Judged(
        outcome=found.outcome,
        bearing=found.outcome,
        reason=found.reason,
        missing=missing if found.outcome is UNKNOWN else (),
        earliest_date=found.earliest_date if found.outcome is NOT_MET else None,
        turns_on=frozenset(person_fields(criterion)),
    )


def person_fields(criterion: Criterion) -> tuple[str, ...]:
    """Return the fields of `Person` that the judge of a catalogue's criterion looks at."""
    return _FIELDS.get(criterion.kind, ("place", "work", "awards", "nationality"))


_FIELDS = {
    "education_level": (EDUCATIONS, "open_lists"),
    "academic_degree": (EDUCATIONS, "open_lists"),
    "full_time": (EDUCATIONS, "open_lists"),
    "majors": (EDUCATIONS, "open_lists"),
    "title_level": ("titles", "open_lists"),
    "level": ("skills", "titles", "open_lists"),
    "certificate": ("certificates", "denied", "titles", "open_lists"),
}


def _join(several: Iterable[Judged], outcome: Outcome) -> Words:
    reasons = list(dict.fromkeys(each.reason for each in several if each.outcome is outcome))
    return Words(
        zh="；".join(each.zh for each in reasons), en="; ".join(each.en for each in reasons)
    )


def _together(parts: Sequence[Judged], outcome: Outcome, bearing: Outcome) -> Judged:
    seen = dict.fromkeys(question for each in parts for question in each.missing)
    return Judged(
        outcome=outcome,
        bearing=bearing,
        reason=_join(parts, outcome),
        missing=tuple(seen) if outcome is UNKNOWN else (),
        turns_on=frozenset().union(*(each.turns_on for each in parts)),
        is_derived=any(each.is_derived for each in parts),
    )


def _all(criterion: AllOf, applicant: Applicant, at: Circumstances) -> Judged:
    parts = [judge_applicant(part, applicant, at) for part in criterion.parts]
    found = _together(
        parts, all_of(each.outcome for each in parts), all_of(each.bearing for each in parts)
    )
    short = [each.earliest_date for each in parts if each.outcome is NOT_MET]
    days = [day for day in short if day]
    return replace(found, earliest_date=max(days) if days and len(days) == len(short) else None)


def _any(criterion: AnyOf, applicant: Applicant, at: Circumstances) -> Judged:
    parts = [judge_applicant(part, applicant, at) for part in criterion.parts]
    found = _together(
        parts, any_of(each.outcome for each in parts), any_of(each.bearing for each in parts)
    )
    days = [each.earliest_date for each in parts if each.earliest_date]
    is_short = found.outcome is NOT_MET
    return replace(found, earliest_date=min(days, default=None) if is_short else None)


def _negated(criterion: Negated, applicant: Applicant, at: Circumstances) -> Judged:
    part = judge_applicant(criterion.part, applicant, at)
    outcome = negate(part.outcome)
    is_for_people = part.outcome is UNKNOWN and part.bearing is MET
    words = Words(zh=f"（反面条件）{part.reason.zh}", en=f"(must not hold) {part.reason.en}")
    bearing = MET if is_for_people else outcome
    return replace(part, outcome=outcome, bearing=bearing, reason=words, earliest_date=None)


def _open(criterion: Open, applicant: Applicant, at: Circumstances) -> Judged:
    part = judge_applicant(criterion.part, applicant, at)
    if part.outcome is MET:
        return part
    reason = Words(
        zh=f"{part.reason.zh}；{criterion.reason.zh}", en=f"{part.reason.en}; {criterion.reason.en}"
    )
    return replace(part, outcome=UNKNOWN, bearing=UNKNOWN, reason=reason, earliest_date=None)


def _evidence(criterion: Evidence, _applicant: Applicant, _at: Circumstances) -> Judged:
    return Judged(outcome=UNKNOWN, bearing=MET, reason=criterion.words)


def _says(criterion: Says, applicant: Applicant, at: Circumstances) -> Judged:
    said = applicant.facts.get(criterion.fact)
    name = name_of(criterion.fact, at)
    answer = said if isinstance(said, bool) else None
    word = {True: ("是", "yes"), False: ("否", "no"), None: ("未说明", "not said")}[answer]
    reason = Words(zh=f"{name}：{word[0]}", en=f"{criterion.fact}: {word[1]}")
    return _found(_OF[answer], reason, [criterion.fact], [ask_fact(criterion.fact, at)])


def _number(criterion: NumberWithin, applicant: Applicant, at: Circumstances) -> Judged:
    told = applicant.facts.get(criterion.fact)
    fact = at.facts.get(criterion.fact)
    is_amount = fact is not None and fact.kind == "amount"
    value = told if isinstance(told, int) and not isinstance(told, bool) else None
    outcome = UNKNOWN if value is None else _OF[_is_within(criterion, value)]
    name = name_of(criterion.fact, at)
    asked = bounds_words(criterion, is_amount=is_amount)
    shown = "" if value is None else _shown(value, is_amount=is_amount)
    reason = Words(
        zh=f"{name}须{asked.zh}，" + (f"所说为 {shown}" if shown else "未说明"),
        en=f"{criterion.fact} must be {asked.en}, " + (f"told: {shown}" if shown else "not told"),
    )
    earliest = None
    least = criterion.at_least if criterion.above is None else criterion.above + 1
    if fact is not None and fact.grows and value is not None and least is not None:
        earliest = add_months(at.on, max(0, least - value))
    return _found(outcome, reason, [criterion.fact], [ask_fact(criterion.fact, at)], earliest)


def _is_within(criterion: NumberWithin, value: int) -> bool:
    return (
        (criterion.at_least is None or value >= criterion.at_least)
        and (criterion.above is None or value > criterion.above)
        and (criterion.at_most is None or value <= criterion.at_most)
        and (criterion.below is None or value < criterion.below)
    )


def bounds_words(criterion: NumberWithin, *, is_amount: bool) -> Words:
    """Return the bounds of a number in words."""
    zh, en = [], []
    for sign, word, value in (
        ("不少于", "at least", criterion.at_least),
        ("超过", "more than", criterion.above),
        ("不超过", "at most", criterion.at_most),
        ("少于", "below", criterion.below),
    ):
        if value is not None:
            zh.append(f"{sign} {_shown(value, is_amount=is_amount)}")
            en.append(f"{word} {_shown(value, is_amount=is_amount)}")
    return Words(zh="、".join(zh), en=" and ".join(en))


def _shown(value: int, *, is_amount: bool) -> str:
    return yuan(value) if is_amount else str(value)


def yuan(fen: int) -> str:
    """Return an amount in yuan, with fen only where there are any."""
    whole, rest = divmod(fen, 100)
    return f"{whole:,}" + (f".{rest:02d}" if rest else "")


def _choice(criterion: ChoiceAmong, applicant: Applicant, at: Circumstances) -> Judged:
    told = applicant.facts.get(criterion.fact)
    fact = at.facts.get(criterion.fact)
    names = "、".join(criterion.any_of)
    if not isinstance(told, str):
        outcome = UNKNOWN
        shown = Words(zh="未说明", en="not told")
    else:
        wanted = {fold(each) for each in criterion.any_of}
        is_place = fact is not None and fact.kind == "text"
        typed = fold(told)
        is_in = any(typed.startswith(each) for each in wanted) if is_place else typed in wanted
        outcome = _OF[is_in]
        shown = Words(zh=f"所说为“{told}”", en=f"told: “{told}”")
    name = name_of(criterion.fact, at)
    reason = Words(
        zh=f"{name}须是：{names}；{shown.zh}", en=f"{criterion.fact} must be {names}; {shown.en}"
    )
    return _found(outcome, reason, [criterion.fact], [ask_fact(criterion.fact, at)])


def _day(criterion: DayWithin, applicant: Applicant, at: Circumstances) -> Judged:
    told = applicant.facts.get(criterion.fact)
    if criterion.fact == "applied_on" and told is None:
        told = at.on
    outcome = UNKNOWN
    if isinstance(told, date):
        last = criterion.before - _ONE_DAY if criterion.before else None
        day = PartialDay(year=told.year, month=told.month, day=told.day)
        outcome = within(day, criterion.not_before, last)
    name = name_of(criterion.fact, at)
    zh, en = [], []
    if criterion.not_before:
        zh.append(f"不早于 {criterion.not_before}")
        en.append(f"not before {criterion.not_before}")
    if criterion.before:
        zh.append(f"早于 {criterion.before}")
        en.append(f"before {criterion.before}")
    reason = Words(
        zh=f"{name}须{'、'.join(zh)}；{'所说为 ' + str(told) if told else '未说明'}",
        en=f"{criterion.fact} must be {', '.join(en)}; "
        + (f"told: {told}" if told else "not told"),
    )
    return _found(outcome, reason, [criterion.fact], [ask_fact(criterion.fact, at)])


def born_by_words(criterion: AgeLimit, on: date) -> tuple[date | None, date | None]:
    """Return the first and the last birth date that the words of an age let in on a day."""
    years = criterion.years
    if years is None:
        return None, None
    reached, leap = criterion.reached, criterion.leap
    if criterion.bound is Bound.AT_MOST:
        return _youngest_of(years, on, reached, leap), None
    if criterion.bound is Bound.BELOW:
        return _youngest_of(years - 1, on, reached, leap), None
    if criterion.bound is Bound.ABOVE:
        reached = AgeReached.DAY_AFTER
    return None, _youngest_of(years - 1, on, reached, leap) - _ONE_DAY


def _youngest_of(years: int, on: date, reached: AgeReached, leap: LeapBirthday) -> date:
    """Return the first birth date of those who are at most some years old on a day."""
    born = date(max(1, on.year - years - 1), on.month, 1) - timedelta(days=3)
    while age_on(born, on, reached, leap) > years:
        born += _ONE_DAY
    return born


def _age(criterion: AgeLimit, applicant: Applicant, at: Circumstances) -> Judged:
    on = criterion.on or at.on
    told = applicant.facts.get("born")
    readings = _age_readings(criterion, on)
    outcome = UNKNOWN
    if isinstance(told, PartialDay):
        found = {within(told, first, last) for first, last in readings}
        outcome = found.pop() if len(found) == 1 else UNKNOWN
    limits = _birth_limits(*readings[0])
    derived = criterion.is_derived and criterion.governs is not Governs.BIRTH_DATE
    note = "（“以下”“以上”含本数，据《民法典》第一千二百五十九条推定）" if derived else ""
    note_en = " (the number itself is in, derived from the Civil Code, article 1259)"
    reason = Words(
        zh=f"出生日期须在 {limits.zh}（截至 {on}）{note}；{f'所说为 {told}' if told else '未说明'}",
        en=f"born {limits.en} (as of {on}){note_en if derived else ''}; "
        + (f"told: {told}" if told else "not told"),
    )
    judged = _found(
        outcome, reason, ["born"], [ask_fact("born", at)], _day_old_enough(criterion, told)
    )
    return replace(judged, is_derived=derived)


def _age_readings(criterion: AgeLimit, on: date) -> list[tuple[date | None, date | None]]:
    """Return the birth dates that are in, by words and by print where neither governs."""
    by_words = born_by_words(criterion, on)
    printed = (criterion.born_from, criterion.born_until)
    if criterion.governs is Governs.BIRTH_DATE or criterion.years is None:
        return [printed]
    if criterion.governs is Governs.WORDS or printed == (None, None):
        return [by_words]
    return [by_words, printed]


def _birth_limits(first: date | None, last: date | None) -> Words:
    zh = [f"{first} 及以后" if first else "", f"{last} 及以前" if last else ""]
    en = [f"on or after {first}" if first else "", f"on or before {last}" if last else ""]
    return Words(zh="、".join(filter(None, zh)), en=", ".join(filter(None, en)))


def _day_old_enough(criterion: AgeLimit, told: object) -> date | None:
    """Return the day on which a least age is reached; None where time does not bring it."""
    is_least = criterion.bound in (Bound.AT_LEAST, Bound.ABOVE)
    if criterion.years is None or criterion.on or not is_least:
        return None
    if not isinstance(told, PartialDay) or told.day is None:
        return None
    reached = AgeReached.DAY_AFTER if criterion.bound is Bound.ABOVE else criterion.reached
    return day_of_age(told.first, criterion.years, reached, criterion.leap)


def _insured(criterion: InsuredMonths, applicant: Applicant, at: Circumstances) -> Judged:
    run, total, back = (
        _months(applicant, name)
        for name in (
            "insured_months_continuous",
            "insured_months_total",
            "insured_months_back_paid",
        )
    )
    low, high = _insured_range(criterion, run, total, back)
    outcome = UNKNOWN
    if low >= criterion.at_least:
        outcome = MET
    elif high is not None and high < criterion.at_least:
        outcome = NOT_MET
    told = str(low) if low == high else f"{low} 到 {'不明' if high is None else high}"
    told_en = str(low) if low == high else f"{low} to {'unknown' if high is None else high}"
    kind = ("连续", "without a break") if criterion.is_continuous else ("累计", "in total")
    back_words = (
        ("含补缴", "back-paid ones in")
        if criterion.counts_back_paid
        else (
            "补缴不算",
            "back-paid ones out",
        )
    )
    reason = Words(
        zh=f"社会保险须{kind[0]}缴满 {criterion.at_least} 个月（{back_words[0]}）；"
        f"按所说为 {told} 个月",
        en=f"{criterion.at_least} months of insurance {kind[1]} ({back_words[1]}); told: {told_en}",
    )
    wanted = "insured_months_continuous" if criterion.is_continuous else "insured_months_total"
    values = {wanted: run if criterion.is_continuous else total}
    if not criterion.counts_back_paid:
        values["insured_months_back_paid"] = back
    missing = [ask_fact(name, at) for name, value in values.items() if value is None]
    if outcome is UNKNOWN and not missing:
        words = Words(zh="补缴的是哪几个月？是否在连续期内？", en="Which months were paid later?")
        missing = [Question(fact="insured_months_back_paid", question=words)]
    earliest = add_months(at.on, criterion.at_least - low) if low == high else None
    return _found(
        outcome,
        reason,
        ["insured_months_continuous", "insured_months_total", "insured_months_back_paid"],
        missing,
        earliest,
    )


def _months(applicant: Applicant, name: str) -> int | None:
    value = applicant.facts.get(name)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _insured_range(
    criterion: InsuredMonths, run: int | None, total: int | None, back: int | None
) -> tuple[int, int | None]:
    """Return the least and the most months that count; None is no known end."""
    back = 0 if criterion.counts_back_paid else back
    if criterion.is_continuous:
        high = run if run is not None else total
        return (run if run is not None and back == 0 else 0), high
    if total is not None:
        return (max(0, total - back), max(0, total - back)) if back is not None else (0, total)
    return (run if run is not None and back == 0 else 0), None


def _listed(criterion: ListedPost, _applicant: Applicant, at: Circumstances) -> Judged:
    listing, why = at.listing, at.listing_reason or Words(zh="未说明", en="not told")
    if listing is None:
        return _found(UNKNOWN, why, at.listing_facts, at.listing_missing)
    outcome = listing.outcome
    note = why
    if outcome is MET and criterion.labels:
        outcome = UNKNOWN if listing.label is None else _OF[listing.label in criterion.labels]
        names = "、".join(criterion.labels)
        note = Words(
            zh=f"{why.zh}；紧缺程度须是 {names}，所列为 {listing.label or '未说明'}",
            en=f"{why.en}; shortage must be {names}, listed: {listing.label or 'not told'}",
        )
    if outcome is MET and criterion.index_at_least is not None:
        index = listing.index
        outcome = UNKNOWN if index is None else _OF[index >= criterion.index_at_least]
        asked = criterion.index_at_least / 1000
        note = Words(
            zh=f"{note.zh}；紧缺指数须不低于 {asked:g}",
            en=f"{note.en}; shortage index at least {asked:g}",
        )
    missing = at.listing_missing or (_ask_listing(listing.edition),)
    return _found(outcome, note, at.listing_facts, missing, listing.earliest_date)


def _ask_listing(edition: str) -> Question:
    words = Words(
        zh=f"目录“{edition}”里有没有您相符的岗位？紧缺程度是什么？",
        en=f"Does the catalogue “{edition}” list a post that you match, and how short is it?",
    )
    return Question(fact=_LISTING, question=words, about=edition)


def _of_educations(applicant: Applicant, reaches: Callable[[Education], bool | None]) -> Outcome:
    """Return whether any education reaches something; a list that may lack some leaves it open."""
    educations = applicant.person.educations
    if educations is None:
        return UNKNOWN
    outcome = any_of(_OF[reaches(each)] for each in educations)
    may_lack = any(fact.value == EDUCATIONS for fact in applicant.person.open_lists)
    return UNKNOWN if outcome is NOT_MET and may_lack else outcome


_EDUCATION_FIELDS = (EDUCATIONS, "open_lists")
_ASK_EDUCATION = Question(
    fact=EDUCATIONS,
    question=Words(
        zh="学历、学位、是否全日制、专业各是什么？",
        en="Which education, degree and major, and was it full-time?",
    ),
)


def _study(criterion: Study, applicant: Applicant, _at: Circumstances) -> Judged:
    words = load_criteria_words()

    def reaches(each: Education) -> bool | None:
        parts: list[bool | None] = []
        if criterion.education:
            needed = words.education_ranks[criterion.education]
            told = each.level
            parts.append(None if told is None else words.education_ranks[told] >= needed)
        if criterion.degree:
            least = words.degree_ranks[criterion.degree]
            held = each.degree
            parts.append(None if held is None else bool(held) and words.degree_ranks[held] >= least)
        if criterion.is_full_time is not None:
            full = each.is_full_time
            parts.append(None if full is None else full == criterion.is_full_time)
        return False if False in parts else None if None in parts else True

    kind = {True: "全日制", False: "非全日制", None: ""}[criterion.is_full_time]
    parts = [kind + criterion.education if criterion.education else kind, criterion.degree]
    asked = "、".join(part for part in parts if part)
    reason = Words(
        zh=f"须有同一学历同时具备：{asked}（及以上）",
        en=f"one and the same education must have: {asked} (or higher)",
    )
    outcome = _of_educations(applicant, reaches)
    return _found(outcome, reason, _EDUCATION_FIELDS, [_ASK_EDUCATION])


def _major(criterion: MajorIs, applicant: Applicant, at: Circumstances) -> Judged:
    names = "、".join(criterion.names)
    how = {
        MajorReading.EXACT: ("须一字不差", "to the character"),
        MajorReading.SAME_CLASS: ("同一专业类也可", "or of the same class"),
        MajorReading.JUDGED: ("是否相近由受理机关判断", "nearness is for the authority to judge"),
    }[criterion.reading]
    reason = Words(zh=f"专业须是：{names}（{how[0]}）", en=f"major: {names} ({how[1]})")
    outcome = _of_educations(applicant, lambda each: _major_held(criterion, each))
    told = applicant.person.educations
    is_told = told is not None and all(each.majors is not None for each in told)
    looks: list[str] = [*_EDUCATION_FIELDS]
    missing = [] if is_told else [_ASK_EDUCATION]
    if criterion.codes:
        looks.append("major_code")
        code = applicant.facts.get("major_code")
        coded = _OF[None if code is None else str(code) in criterion.codes]
        outcome = all_of((outcome, coded))
        codes = "、".join(criterion.codes)
        reason = Words(zh=f"{reason.zh}；专业代码须是 {codes}", en=f"{reason.en}; code: {codes}")
        if code is None:
            missing.append(ask_fact("major_code", at))
    return _found(outcome, reason, looks, missing)


def _major_held(criterion: MajorIs, each: Education) -> bool | None:
    if each.majors is None:
        return None
    if set(each.majors) & set(criterion.names):
        return True
    if criterion.reading is MajorReading.EXACT:
        near = {fold(name) for name in criterion.names} & {fold(name) for name in each.majors}
        return None if near else False
    kinds = {relation(name, held).kind for name in criterion.names for held in each.majors}
    if criterion.reading is MajorReading.JUDGED:
        others = kinds - {MajorLikeness.SAME}
        return True if MajorLikeness.SAME in kinds else None if others else False
    if kinds & {MajorLikeness.SAME, MajorLikeness.SAME_CLASS}:
        return True
    return None if MajorLikeness.UNKNOWN in kinds else False


def _related(criterion: RelatedYears, applicant: Applicant, at: Circumstances) -> Judged:
    years = _months(applicant, criterion.fact)
    low, high = _study_years(criterion, applicant)
    least = low + (years or 0)
    most = None if years is None else high + years
    outcome = UNKNOWN
    if least >= criterion.at_least:
        outcome = MET
    elif most is not None and most < criterion.at_least:
        outcome = NOT_MET
    told = "未说明" if years is None else f"{years} 年"
    counted = f"{low} 年" if low == high else f"{low} 到 {high} 年"
    reason = Words(
        zh=f"相关工作须满 {criterion.at_least} 年；工作 {told}"
        + (f"，学习折算 {counted}" if criterion.study else ""),
        en=f"{criterion.at_least} years of related work; told: "
        f"{'unknown' if years is None else years}"
        + (
            f", study counts {low}{'' if low == high else f' to {high}'}" if criterion.study else ""
        ),
    )
    missing = [] if years is not None else [ask_fact(criterion.fact, at)]
    if low != high:
        missing.append(_ASK_EDUCATION)
    looks = [criterion.fact, *(_EDUCATION_FIELDS if criterion.study else ())]
    earliest = None
    if most is not None and low == high:
        earliest = add_months(at.on, 12 * max(0, criterion.at_least - most))
    return _found(outcome, reason, looks, missing, earliest)


def _study_years(criterion: RelatedYears, applicant: Applicant) -> tuple[int, int]:
    """Return the least and the most years that study counts for: by the highest level reached."""
    ranks = load_criteria_words().education_ranks
    low = high = 0
    for level, years in reversed(criterion.study):

        def reaches(each: Education, needed: int = ranks[level]) -> bool | None:
            return None if each.level is None else ranks[each.level] >= needed

        outcome = _of_educations(applicant, reaches)
        if outcome is MET:
            low = max(low, years)
        if outcome is not NOT_MET:
            high = max(high, years)
    return low, high


def _points_reach(criterion: PointsReach, _applicant: Applicant, at: Circumstances) -> Judged:
    points = at.points or Amount(low=0, high=None)
    outcome = UNKNOWN
    if points.low >= criterion.at_least:
        outcome = MET
    elif points.high is not None and points.high < criterion.at_least:
        outcome = NOT_MET
    told = str(points.low) if points.is_exact else f"{points.low}–{points.high}"
    reason = Words(
        zh=f"积分须达 {criterion.at_least} 分；按所说为 {told} 分",
        en=f"{criterion.at_least} points are needed; told: {told}",
    )
    words = Words(zh="积分各项的事实（见积分表）", en="the facts of the points, see their table")
    return _found(outcome, reason, ["points"], [Question(fact="points", question=words)])


_JUDGES: Mapping[type, Callable[..., Judged]] = {
    AllOf: _all,
    AnyOf: _any,
    Negated: _negated,
    Open: _open,
    Evidence: _evidence,
    Says: _says,
    NumberWithin: _number,
    ChoiceAmong: _choice,
    DayWithin: _day,
    AgeLimit: _age,
    InsuredMonths: _insured,
    ListedPost: _listed,
    Study: _study,
    MajorIs: _major,
    RelatedYears: _related,
    PointsReach: _points_reach,
}
