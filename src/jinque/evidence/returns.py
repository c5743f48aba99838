"""A questionnaire that came back, read cell by cell; what is wrong keeps its address."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from jinque.classification import load_classification
from jinque.evidence.lines import Line, heading_row, named_column
from jinque.locale import Sentence, say, say_in
from jinque.model import Issue, Severity
from jinque.model.evidence import Answer, FrameEmployer, Return, Survey, VacancySpell
from jinque.parameters.survey import Question, load_survey_terms
from jinque.text import fold, split_list

Groups = Mapping[tuple[str | None, int | None], Sequence[Line]]

_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(?:人|名|个|人次|次|万元|万)?")
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:t?00:00(?::00)?)?")
_COUNTS = (
    "staff", "places_carried", "places_opened", "seekers_carried", "seekers_new", "filled",
    "withdrawn", "open",
)  # fmt: skip
_PAY = ("pay_cny_10k_year", "pay_before_cny_10k_year")
_HARDEST = 5
_LEAST_HEADINGS = 4
_LEAST_SPELL_HEADINGS = 3
_MOST_SPELL_DAYS = 3650


@dataclass(slots=True, kw_only=True)
class Reading:
    """What became of a file while it is read.

    Attributes:
        rows_in: rows below a heading that say more than what was filled in before.
        rows_kept: of them that became an answer or a vacancy.
    """

    file: str
    issues: list[Issue] = field(default_factory=list)
    rows_in: int = 0
    rows_kept: int = 0

    def tell(
        self,
        code: str,
        line: Line | None,
        column: int | None,
        words: Sentence,
        *,
        is_error: bool = True,
    ) -> None:
        """Note what is wrong at a cell, a row or the whole file."""
        quote = line.cells.get(column, "") if line and column else ""
        place = line.place(column) if line else None
        severity = Severity.ERROR if is_error else Severity.WARNING
        self.issues.append(
            Issue(
                code=code,
                severity=severity,
                message=words,
                place=place,
                quote=quote,
                section=self.file,
            )
        )


def is_return(groups: Groups) -> bool:
    """Tell whether a file looks like a form of ours."""
    terms = load_survey_terms()
    keys = {key for key, _ in _labels(groups, terms.labels)}
    has_table = any(heading_row(lines, terms.columns, _LEAST_HEADINGS) for lines in groups.values())
    return has_table and bool(keys & {"survey", "employer"})


def read_return(groups: Groups, file: str, sha256: str, survey: Survey) -> tuple[Return, Reading]:
    """Read a form.

    Args:
        groups: rows of its sheets or tables.
        file: its name.
        sha256: checksum of its bytes.
        survey: that it should belong to.
    """
    reading = Reading(file=file)
    labels = dict(_labels(groups, load_survey_terms().labels))
    text = {key: value for key, (value, _, _) in labels.items()}
    days = _day_of(labels["filled_on"], reading) if "filled_on" in labels else None
    answers = _answers(groups, survey, reading)
    spells = _spells(groups, survey, reading)
    is_agency = fold(text.get("is_agency", "")) in load_survey_terms().yes
    if is_agency:
        _check_agency(answers, reading)
    employer = FrameEmployer(
        id=text.get("employer", ""),
        name=text.get("name", ""),
        credit_code=text.get("credit_code", ""),
        district=text.get("district", ""),
        industry=text.get("industry", ""),
        size=text.get("size", ""),
    )
    covers = tuple(split_list(text.get("covers", ""), ";；,，、 \n"))
    none = load_survey_terms().none
    made = Return(
        file=file,
        sha256=sha256,
        survey=text.get("survey", ""),
        employer=employer,
        filled_on=days,
        is_agency=is_agency,
        covers=tuple(sorted({each for each in covers if fold(each) not in none})),
        answers=tuple(answer for answer, _ in answers),
        spells=tuple(spells),
    )
    return made, reading


def _labels(groups: Groups, known: Sequence[Question]) -> list[tuple[str, tuple[str, Line, int]]]:
    """Return label and value of every line whose cell names one; the value stands right of it."""
    found: dict[str, tuple[str, Line, int]] = {}
    helps = {fold(q.meaning.zh) for q in known} | {fold("预填")}
    for lines in groups.values():
        for line in lines:
            cells = sorted(line.cells.items())
            for position, (_, words) in enumerate(cells):
                heading = re.sub(r"[（(]预填[)）]$", "", words.strip())
                question = named_column(heading, known)
                if question is None or question.key in found:
                    continue
                after = cells[position + 1 : position + 2]
                if (
                    after
                    and fold(after[0][1]) not in helps
                    and not named_column(after[0][1], known)
                ):
                    found[question.key] = (after[0][1].strip(), line, after[0][0])
    return list(found.items())


def _day_of(found: tuple[str, Line, int], reading: Reading) -> date | None:
    words, line, column = found
    day = read_day(words)
    if day is None:
        reading.tell("return_day", line, column, _not_a_day(words), is_error=False)
    return day


def read_day(words: str) -> date | None:
    """Read a day; None for anything else, a month among it."""
    found = _DAY.fullmatch(fold(words))
    try:
        return (
            date(*map(int, found.groups()))
            if found
            else datetime.fromisoformat(words.strip()).date()
        )
    except ValueError:
        return None


def _not_a_day(words: str) -> Sentence:
    return say("“{words}” is no day; write 2026-07-03.", words=words)


def _answers(groups: Groups, survey: Survey, reading: Reading) -> list[tuple[Answer, Line]]:
    terms = load_survey_terms()
    answers: dict[tuple[str, str], tuple[Answer, Line]] = {}
    for lines in groups.values():
        found = heading_row(lines, terms.columns, _LEAST_HEADINGS)
        if not found:
            continue
        columns = {question.key: column for column, question in found[1].items()}
        for line in lines[found[0] + 1 :]:
            if not _says_anything(line, columns):
                continue
            reading.rows_in += 1
            answer = _answer(line, columns, survey, reading)
            if answer is None:
                continue
            key = (answer.occupation, answer.supplied_to)
            if key in answers:
                reading.tell(
                    "return_row_twice",
                    line,
                    columns.get("occupation"),
                    _twice(answer, answers[key][1]),
                )
                continue
            answers[key] = (answer, line)
            reading.rows_kept += 1
    return list(answers.values())


def _says_anything(line: Line, columns: Mapping[str, int]) -> bool:
    known = {columns.get("occupation"), columns.get("occupation_name")}
    return any(column in line.cells for key, column in columns.items() if column not in known)


def _twice(answer: Answer, first: Line) -> Sentence:
    return say(
        "Occupation {occupation} was answered at {address}; this row was left out: make it "
        "one row.",
        occupation=answer.occupation,
        address=first.address(),
    )


def _answer(
    line: Line, columns: Mapping[str, int], survey: Survey, reading: Reading
) -> Answer | None:
    code = _code(line, columns, survey, reading)
    if code is None:
        return None
    values: dict[str, float | None] = {}
    open_ended: list[str] = []
    for key in (*_COUNTS, *_PAY, "difficulty"):
        column = columns.get(key)
        if column is not None and column in line.cells:
            value = _number(line, column, key, reading)
            if isinstance(value, str):
                open_ended.append(key)
            else:
                values[key] = value
    if not open_ended and all(value is None for value in values.values()):
        reading.tell("return_row_empty", line, None, _row_empty())
        return None
    _check_row(line, columns, values, reading)
    hard = values.pop("difficulty", None)
    return Answer(
        occupation=code,
        row=line.row,
        difficulty=None if hard is None else int(hard),
        supplied_to=line.cells.get(columns.get("supplied_to", 0), ""),
        open_ended=tuple(open_ended),
        **values,
    )


def _row_empty() -> Sentence:
    return say("No number of this row can be read; left out.")


def _code(line: Line, columns: Mapping[str, int], survey: Survey, reading: Reading) -> str | None:
    entries = load_classification("2022").by_code
    column = columns.get("occupation", 0)
    code = fold(line.cells.get(column, ""))
    name = line.cells.get(columns.get("occupation_name", 0), "").strip()
    if code in entries:
        if name and fold(name) != fold(entries[code].name):
            reading.tell(
                "return_code_name", line, column,
                say("Code {code} is “{name}”, but the name says “{name_2}”; the code counts "
"until it is confirmed.", code=code, name=entries[code].name, name_2=name),
                is_error=False,
            )  # fmt: skip
        return code
    named = [each.code for each in survey.asked if fold(each.name) == fold(name)]
    named = named or [c for c, entry in entries.items() if fold(entry.name) == fold(name)]
    if name and len(named) == 1 and not code:
        return named[0]
    reading.tell(
        "return_occupation", line, column,
        say("“{code}” is neither a code nor a whole name of the 2022 classification; the row "
"was left out. Which occupation is it?", code=code or name or say_in("code", "(blank)")),
    )  # fmt: skip
    return None


def _number(line: Line, column: int, key: str, reading: Reading) -> float | str | None:
    """Return a number, the words of an open-ended one, or None for what is no number (told)."""
    terms = load_survey_terms()
    words = line.cells[column]
    folded = fold(words).replace(",", "")
    if folded in terms.none:
        return 0.0
    if folded in terms.open_ended:
        return words
    found = _NUMBER.fullmatch(folded)
    if not found:
        reading.tell("return_number", line, column, _no_number(words))
        return None
    return _checked(float(found[1]), line, column, key, reading)


def _no_number(words: str) -> Sentence:
    return say(
        "“{words}” is no number; the cell was left out. Write a whole number, or leave it blank.",
        words=words,
    )


def _checked(value: float, line: Line, column: int, key: str, reading: Reading) -> float | None:
    terms = load_survey_terms()
    words = line.cells[column]
    if key == "difficulty" and value not in range(1, _HARDEST + 1):
        reading.tell(
            "return_difficulty", line, column,
            say("Difficulty “{words}” is not 1 to 5: left out.", words=words),
        )  # fmt: skip
        return None
    if key in _COUNTS and value != int(value):
        reading.tell(
            "return_count", line, column,
            say("“{words}” is no whole number: left out.", words=words),
        )  # fmt: skip
        return None
    if key in _PAY and value > terms.pay_most:
        reading.tell(
            "return_pay_unit", line, column,
            say("Pay “{words}” looks like yuan: left out. Confirm it in 10,000 CNY.", words=words),
        )  # fmt: skip
        return None
    return value


def _check_row(
    line: Line, columns: Mapping[str, int], values: Mapping[str, float | None], reading: Reading
) -> None:
    seekers = [values.get(key) for key in ("seekers_carried", "seekers_new")]
    places = [values.get(key) for key in ("places_carried", "places_opened")]
    known = [each for each in seekers if each is not None]
    filled = values.get("filled")
    if filled and known and filled > sum(known) and any(each is not None for each in places):
        reading.tell(
            "return_swapped", line, columns.get("seekers_new"),
            say("{filled:g} were hired, but only {known:g} applied: are places and "
"applications swapped? Please confirm.", filled=filled, known=sum(known)),
            is_error=False,
        )  # fmt: skip


def _check_agency(answers: list[tuple[Answer, Line]], reading: Reading) -> None:
    for answer, line in answers:
        if not answer.supplied_to:
            reading.tell(
                "return_agency", line, None,
                say("The row of an agency does not say whom it supplies; it counts as its own "
"until it does."),
                is_error=False,
            )  # fmt: skip


def _spells(groups: Groups, survey: Survey, reading: Reading) -> list[VacancySpell]:
    terms = load_survey_terms()
    spells: list[VacancySpell] = []
    for lines in groups.values():
        found = heading_row(lines, terms.spells, _LEAST_SPELL_HEADINGS)
        if not found or heading_row(lines[: found[0] + 1], terms.columns, _LEAST_HEADINGS):
            continue
        columns = {question.key: column for column, question in found[1].items()}
        if not {"occupation", "opened_on", "outcome"} <= columns.keys():
            continue
        for line in lines[found[0] + 1 :]:
            reading.rows_in += 1
            spell = _spell(line, columns, survey, reading)
            if spell:
                spells.append(spell)
                reading.rows_kept += 1
    return spells


def _spell(
    line: Line, columns: Mapping[str, int], survey: Survey, reading: Reading
) -> VacancySpell | None:
    code = _code(line, columns, survey, reading)
    if code is None:
        return None
    opened = read_day(line.cells.get(columns["opened_on"], ""))
    ended_words = line.cells.get(columns.get("ended_on", 0), "")
    ended = read_day(ended_words) if ended_words else None
    outcome = load_survey_terms().outcomes.get(fold(line.cells.get(columns["outcome"], "")))
    wrong = _spell_fault(line, columns, (opened, ended, outcome))
    if wrong:
        reading.tell(wrong[0], line, wrong[1], wrong[2])
        return None
    count = line.cells.get(columns.get("count", 0), "1")
    number = _NUMBER.fullmatch(fold(count))
    if not number or float(number[1]) < 1 or opened is None or outcome is None:
        reading.tell("return_number", line, columns.get("count"), _no_number(count))
        return None
    return VacancySpell(
        occupation=code, row=line.row, opened_on=opened, ended_on=ended, outcome=outcome,
        count=int(float(number[1])),
    )  # fmt: skip


_NO_OUTCOME = say("The outcome “{words}” is none of 招到, 撤回, 仍空缺: the row was left out.")
_OUTCOME_AND_DAY = say(
    "Outcome and day of the end do not agree: filled and withdrawn ones have a day."
)
_BACKWARDS = say("It ended on {ended} before it began on {opened} (or ten years later): left out.")


def _spell_fault(
    line: Line, columns: Mapping[str, int], found: tuple[date | None, date | None, str | None]
) -> tuple[str, int, Sentence] | None:
    opened, ended, outcome = found
    at = columns["opened_on"]
    if opened is None:
        return "return_day", at, _not_a_day(line.cells.get(at, ""))
    if outcome is None:
        words = line.cells.get(columns["outcome"], "")
        return "return_outcome", columns["outcome"], _NO_OUTCOME.filled(words=words)
    if (ended is None) != (outcome == "open"):
        return "return_outcome", columns["outcome"], _OUTCOME_AND_DAY
    if ended is not None and not 0 <= (ended - opened).days <= _MOST_SPELL_DAYS:
        return (
            "return_day",
            columns.get("ended_on", at),
            _BACKWARDS.filled(ended=ended, opened=opened),
        )
    return None
