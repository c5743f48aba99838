"""Languages with the printed words of their level, and examinations that name a language alone."""

import re
from collections.abc import Iterator
from functools import cache

from jinque.extraction.criteria.found import COMMA, ONE_OF, Found, one_of, pattern, segment_start
from jinque.model.criterion import AnyOf, LanguageSkill
from jinque.parameters.words import load_criteria_words


def read_languages(sentence: str) -> Iterator[Found]:
    """Read languages; several joined by 或 are alternatives."""
    taken: list[tuple[int, int]] = []
    for match in (*_spoken().finditer(sentence), *_language().finditer(sentence)):
        begin = segment_start(sentence, match.start())
        if is_for_some(sentence[begin : match.start()]) or not _is_level(match):
            continue
        if any(match.start() < end and start < match.end() for start, end in taken):
            continue
        found = list(_skills(sentence, match))
        taken.append((match.start(), max([match.end(), *(each.end for each in found)])))
        yield from found
    for match in _exam_alone().finditer(sentence):
        if not any(match.start() < end and start < match.end() for start, end in taken):
            exams = load_criteria_words().exam_languages
            name = next(name for word, name in exams.items() if word in match["exam"])
            exam = LanguageSkill(language=name, level=match["exam"])
            yield Found(criterion=exam, start=match.start(), end=match.end())


def _skills(sentence: str, match: re.Match[str]) -> Iterator[Found]:
    if "read" in match.re.groupindex and match["read"]:
        skill = LanguageSkill(language=match["read"], level=match.group())
        yield Found(criterion=skill, start=match.start(), end=match.end())
        return
    names = re.findall(_language_names(), match["names"])
    is_one = len(names) > 1 and re.match(pattern("languages_skills"), match["names"]) is not None
    names = names[is_one:]
    parts = tuple(LanguageSkill(language=name, level=_level(match, name)) for name in names)
    one = re.compile(ONE_OF).match(sentence, match.end())
    end = _purpose_end(sentence, one.end() if one else match.end())
    kind = re.compile(pattern("languages_skills_2")).match(sentence, end)
    end = kind.end() if one and kind else end
    if len(parts) > 1 and (one or is_one or re.search("或|/", match["names"])):
        yield Found(criterion=AnyOf(parts=parts), start=match.start(), end=end)
        return
    for part in parts:
        yield Found(criterion=part, start=match.start(), end=end)


def is_for_some(lead: str) -> bool:
    """Tell whether the words in front name whom a demand holds for (朝鲜族学校要具备…)."""
    words = one_of(load_criteria_words().subject_words)
    return bool(re.search(pattern("languages_is_for_some", words=words), lead))


def language_for_some(sentence: str) -> tuple[int, int] | None:
    """Return the clause that demands a language of some only; None without one."""
    for match in re.finditer(_language_names(), sentence):
        begin = segment_start(sentence, match.start())
        if is_for_some(sentence[begin : match.start()]):
            ends = [place for mark in COMMA if (place := sentence.find(mark, match.end())) >= 0]
            return begin, min(ends, default=len(sentence))
    return None


def _is_level(match: re.Match[str]) -> bool:
    """A language alone is no demand: a word of command stands before or behind it."""
    is_read = "read" in match.re.groupindex and match["read"]
    return bool(match["before"] or match["after"] or is_read or re.search(_exams(), match.group()))


def _level(match: re.Match[str], name: str) -> str:
    exam = re.search(_exams(), match.group())
    if exam:
        begin = match["names"].find(name)
        return exam.group() if name in exam.group() or begin < 0 else match.group()
    before, after = match["before"], match["after"]
    if before and after:
        return match.group()
    return str(after or before or match.group())


def _purpose_end(sentence: str, end: int) -> int:
    """Move the end over what the language is for (能理解技术文档)."""
    for_what = one_of(load_criteria_words().language_purposes)
    purpose = re.compile(pattern("languages_purpose_end", for_what=for_what))
    match = purpose.match(sentence, end)
    return match.end() if match else end


def _language_names() -> str:
    return one_of(load_criteria_words().languages)


def _exams() -> str:
    return "|".join(load_criteria_words().language_levels)


@cache
def _spoken() -> re.Pattern[str]:
    """A language in which something is done (能用英语讲解)."""
    return re.compile(pattern("languages_spoken", language_names=_language_names()))


@cache
def _language() -> re.Pattern[str]:
    words = load_criteria_words()
    manner, skill = one_of(words.language_manners), one_of(words.language_skills)
    name = rf"(?:{_language_names()})"
    not_after = one_of(words.not_language_after)
    more = pattern("languages_language", skill=skill)
    return re.compile(
        pattern(
            "languages_language_2",
            manner=manner,
            name=name,
            not_after=not_after,
            exams=_exams(),
            skill=skill,
            more=more,
        )
    )


@cache
def _exam_alone() -> re.Pattern[str]:
    """An examination that names its language by itself."""
    words = load_criteria_words()
    known = one_of(words.exam_languages)
    verbs = one_of(words.holding_verbs)
    return re.compile(pattern("languages_exam_alone", verbs=verbs, known=known))
