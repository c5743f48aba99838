"""A survey as it is declared: its marks, its occupations, its frame of employers."""

import calendar
import re
from datetime import date, timedelta
from pathlib import Path

from jinque import documents
from jinque.classification import load_classification
from jinque.errors import InvalidOptionError
from jinque.evidence.lines import Line, heading_row, lines_of
from jinque.locale import Sentence, say
from jinque.model.evidence import Asked, FrameEmployer, Survey, SurveyRequest
from jinque.parameters.survey import load_survey_terms
from jinque.text import fold, split_list

DRAFT = say("Draft, not to be sent out")
_QUARTER = re.compile(r"(\d{4})[Qq]([1-4])")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,39}")
_COHORT_DAYS = 90


def declare(request: SurveyRequest) -> Survey:
    """Return the survey that a request describes.

    Raises:
        InvalidOptionError: name, quarter, rule, an occupation or an employer is wrong.
    """
    if not _NAME.fullmatch(request.name):
        raise InvalidOptionError(
            say("A survey cannot be called “{name}”.", name=request.name),
            where="NAME",
            hint=say("Use 1 to 40 letters, digits or hyphens."),
        )
    load_survey_terms().rule(request.rule)
    first, last = quarter_days(request.quarter)
    asked, stands = _asked(request)
    cohort_to = first - timedelta(days=1)
    return Survey(
        name=request.name,
        title=request.title or "用人单位紧缺职业需求调查表",
        quarter=request.quarter.upper(),
        reference_day=request.reference_day or last,
        rule=request.rule,
        marks=request.marks,
        cohort_from=cohort_to - timedelta(days=_COHORT_DAYS - 1),
        cohort_to=cohort_to,
        asked=asked,
        frame=read_frame(Path(request.frame)) if request.frame else (),
        stands=stands,
        contact=request.contact,
    )


def quarter_days(quarter: str) -> tuple[date, date]:
    """Return the first and the last day of a quarter.

    Raises:
        InvalidOptionError: it is no quarter.
    """
    found = _QUARTER.fullmatch(quarter.strip())
    if not found:
        raise InvalidOptionError(
            say("“{quarter}” is no quarter.", quarter=quarter),
            where="--quarter",
            hint=say("Write 2026Q3."),
        )
    year, month = int(found[1]), 3 * int(found[2])
    return date(year, month - 2, 1), date(year, month, calendar.monthrange(year, month)[1])


def missing_marks(survey: Survey) -> tuple[str, ...]:
    """Return which marks of the declared rule are not given; a survey without them is a draft."""
    rule = load_survey_terms().rule(survey.rule)
    return tuple(name for name in rule.required if not getattr(survey.marks, name))


def _asked(request: SurveyRequest) -> tuple[tuple[Asked, ...], dict[str, tuple[str, ...]]]:
    entries = load_classification("2022").by_code
    names = {entry.name: code for code, entry in entries.items()}
    typed: list[tuple[str, str]] = [(each, "") for each in request.occupations]
    if request.occupations_file:
        typed += _listed(Path(request.occupations_file))
    asked: dict[str, Asked] = {}
    stands: dict[str, tuple[str, ...]] = {}
    for word, industries in typed:
        code = word if word in entries else names.get(word)
        if code is None:
            raise InvalidOptionError(
                say("The classification of 2022 has no “{word}”.", word=word),
                where="--occupation",
                hint=say("Use a code or a whole name; jinque occupation looks them up."),
            )
        asked[code] = Asked(code=code, name=entries[code].name)
        if industries:
            stands[code] = tuple(split_list(industries, ";；,，、"))
    if not asked:
        raise InvalidOptionError(
            say("No occupations to ask about."),
            where="--occupation",
            hint=say("Use --occupation CODE, repeated, or --occupations-file FILE."),
        )
    return tuple(asked[code] for code in sorted(asked)), stands


def _listed(path: Path) -> list[tuple[str, str]]:
    """Read one occupation a line, or a table whose columns say code and industries."""
    sheets = lines_of(documents.read(path))
    typed: list[tuple[str, str]] = []
    for lines in sheets.values():
        found = heading_row(
            lines, (*load_survey_terms().columns[:2], *load_survey_terms().frame), 1
        )
        below = lines[found[0] + 1 :] if found else lines
        columns = found[1] if found else {}
        for line in below:
            named = {columns[c].key: text for c, text in line.cells.items() if c in columns}
            word = named.get("occupation") or named.get("occupation_name")
            if not found:
                word = next(iter(line.cells.values())).split()[0]
            if word:
                typed.append((word.strip(), named.get("industry", "")))
    return typed


def read_frame(path: Path) -> tuple[FrameEmployer, ...]:
    """Read a frame of employers, one a row.

    Raises:
        InvalidOptionError: it has no heading row, or a number twice or not at all.
        JinqueError: the file cannot be read.
    """
    terms = load_survey_terms()
    employers: dict[str, FrameEmployer] = {}
    for lines in lines_of(documents.read(path)).values():
        found = heading_row(lines, terms.frame, 2)
        if not found or not any(column.key == "id" for column in found[1].values()):
            continue
        for line in lines[found[0] + 1 :]:
            employer = _employer(line, {c: q.key for c, q in found[1].items()}, str(path.name))
            if employer.id in employers:
                raise _frame_error(say("Number “{id}” twice.", id=employer.id), line, path)
            employers[employer.id] = employer
    if not employers:
        raise InvalidOptionError(
            say("No heading row or no employers of a frame were found."),
            where=path.name,
            hint=say("Use the headings 样本编号, 单位名称, 行业, 单位规模, 层, 是否抽中."),
        )
    return tuple(employers[number] for number in sorted(employers))


def _employer(line: Line, keys: dict[int, str], where: str) -> FrameEmployer:
    cells = {keys[column]: text for column, text in line.cells.items() if column in keys}
    if not cells.get("id"):
        raise InvalidOptionError(
            say("This row has no sample number."), where=f"{where} {line.address()}"
        )
    layer = cells.get("stratum") or "·".join(
        filter(None, (cells.get("industry", ""), cells.get("size", "")))
    )
    sampled = cells.get("is_sampled", "")
    return FrameEmployer(
        id=cells["id"],
        name=cells.get("name", ""),
        credit_code=cells.get("credit_code", ""),
        district=cells.get("district", ""),
        industry=cells.get("industry", ""),
        size=cells.get("size", ""),
        stratum=layer,
        is_sampled=not sampled or fold(sampled) in load_survey_terms().yes,
    )


def _frame_error(message: Sentence, line: Line, path: Path) -> InvalidOptionError:
    return InvalidOptionError(message, where=f"{path.name} {line.address()}")
