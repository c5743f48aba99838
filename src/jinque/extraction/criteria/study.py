"""Education level, degree, full-time study, majors and backgrounds."""

import re
from collections.abc import Iterator
from functools import cache

from jinque.extraction.criteria.found import (
    ANDS_OF_SUBJECTS,
    Found,
    one_of,
    pattern,
    segment_start,
    split_names,
)
from jinque.model.criterion import (
    AcademicDegree,
    Background,
    EducationLevel,
    FullTime,
    Majors,
)
from jinque.parameters.words import load_criteria_words

_NAMES = r"(?P<names>[^，,；。]+?)"
_MAJORS = re.compile(pattern("study_majors", names=_NAMES))
_BACKGROUND = re.compile(pattern("study_background", names=_NAMES))
_JOINT = re.compile(pattern("study_joint"))
_LEAD = re.compile(pattern("study_lead"))
_NO_SUBJECT = re.compile(pattern("study_no_subject"))


def read_level(block: str) -> Iterator[Found]:
    """Read a block that prints an education level and nothing else."""
    text = block.strip().rstrip("。")
    match = _study_level().fullmatch(text)
    if match:
        level = EducationLevel(at_least=match["level"])
        yield Found(criterion=level, start=0, end=len(text))


def read_levels(sentence: str) -> Iterator[Found]:
    """Read education levels in running text; none where sorts of study are joined."""
    if joined_degrees(sentence):
        return
    for match in _level_in_text().finditer(sentence):
        level = EducationLevel(at_least=match["level"])
        yield Found(criterion=level, start=match.start(), end=match.end())


def read_majors_of_study(sentence: str) -> Iterator[Found]:
    """Read majors right before a level or degree in running text (护理学专业大专以上学历)."""
    for match in _majors_of_level().finditer(sentence):
        start, names = _names(match)
        if names:
            majors = Majors(names=names, is_open=match["open"] is not None)
            yield Found(criterion=majors, start=start, end=match.end())


def read_degree(sentence: str) -> Iterator[Found]:
    """Read academic degrees (学位)."""
    for match in _degree().finditer(sentence):
        degree = AcademicDegree(at_least=match["degree"])
        yield Found(criterion=degree, start=match.start(), end=match.end())


def read_full_time(sentence: str) -> Iterator[Found]:
    """Read 全日制 where no second sort of study stands beside it."""
    for match in re.finditer(r"全日制", sentence):
        rest = sentence[match.end() : match.end() + 4]
        if not joined_degrees(sentence) and not re.search("、|或", rest):
            yield Found(criterion=FullTime(), start=match.start(), end=match.end())


def joined_degrees(sentence: str) -> re.Match[str] | None:
    """Return words that join sorts of degrees by 、 so that and or or is open."""
    level = one_of(load_criteria_words().education_levels)
    return re.search(pattern("study_joined_degrees", level=level), sentence)


def read_majors(sentence: str) -> Iterator[Found]:
    """Read the list of majors of an education block."""
    lists = list(_MAJORS.finditer(sentence)) or list(_before_degree().finditer(sentence))
    joined: list[Found] = []
    for match in lists:
        start, names = _names(match)
        majors = Majors(names=names, is_open=match["open"] is not None) if names else None
        if majors:
            _join(sentence, joined, Found(criterion=majors, start=start, end=match.end()))
    yield from joined


def _join(sentence: str, joined: list[Found], found: Found) -> None:
    """Append a list of majors; one that follows another by 或 belongs to it."""
    last, majors = (joined[-1] if joined else None), found.criterion
    is_one = last is not None and _JOINT.fullmatch(sentence, last.end, found.start)
    if last and is_one and isinstance(last.criterion, Majors) and isinstance(majors, Majors):
        names = tuple(dict.fromkeys((*last.criterion.names, *majors.names)))
        is_open = last.criterion.is_open or majors.is_open
        both = Majors(names=names, is_open=is_open)
        joined[-1] = Found(criterion=both, start=last.start, end=found.end)
    else:
        joined.append(found)


def read_background(sentence: str) -> Iterator[Found]:
    """Read subjects of which a background is demanded, without a degree."""
    for match in _BACKGROUND.finditer(sentence):
        start, names = _names(match)
        if names and not _NO_SUBJECT.search(match["names"][start - match.start("names") :]):
            background = Background(names=names, is_open=match["open"] is not None)
            yield Found(criterion=background, start=start, end=match.end())


def _names(match: re.Match[str]) -> tuple[int, tuple[str, ...]]:
    """Return where the list begins behind its verb, and its names."""
    begin = segment_start(match.string, match.start("names") + 1)
    lead = _LEAD.match(match["names"])
    start = max(begin, match.start("names") + (lead.end() if lead else 0))
    text = match.string[start : match.end("names")]
    cut = re.sub(r"^或", "", text)
    return start + len(text) - len(cut), split_names(cut, ands=ANDS_OF_SUBJECTS)


@cache
def _study_level() -> re.Pattern[str]:
    words = load_criteria_words()
    levels = one_of((*words.education_levels, *words.education_names))
    return re.compile(pattern("study_study_level", levels=levels))


@cache
def _level_in_text() -> re.Pattern[str]:
    words = load_criteria_words()
    levels = one_of((*words.education_levels, *words.education_names))
    above = pattern("study_level_in_text")
    return re.compile(pattern("study_level_in_text_2", levels=levels, above=above))


@cache
def _majors_of_level() -> re.Pattern[str]:
    words = load_criteria_words()
    levels = one_of((*words.education_levels, *words.education_names, *words.degrees, "学士"))
    return re.compile(pattern("study_majors_of_level", levels=levels))


@cache
def _before_degree() -> re.Pattern[str]:
    """Majors that stand right before a degree (取得医学硕士学位)."""
    degrees = one_of(load_criteria_words().degrees)
    return re.compile(pattern("study_before_degree", names=_NAMES, degrees=degrees))


@cache
def _degree() -> re.Pattern[str]:
    degrees = one_of(load_criteria_words().degrees)
    return re.compile(pattern("study_degree", degrees=degrees))
