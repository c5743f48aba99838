"""Languages with the printed words of their level."""

import re
from collections.abc import Iterator
from functools import cache

from jinque.extraction.criteria.found import COMMA, Found, one_of, segment_start
from jinque.model.criterion import AnyOf
from jinque.model.criterion_listed import LanguageSkill
from jinque.parameters.criteria_words import load_criteria_words

_EXAM = (
    r"(?:大学)?英语[四六八]级|(?:专业)?英语专业?[四八]级|CET-?\s?[46]|[四六]级|TEM-?\s?[48]"
    r"|N[1-5]|[一二三]级|雅思[\d.]*分?|托福\d*分?"
)
_EXAM_ALONE = re.compile(
    r"(?:具有|具备|持有|通过|取得)(?:大学)?(?P<exam>(?:CET|TEM)-?\s?[468]|雅思\s?[\d.]*分?|托福\s?\d*分?)"
    r"(?:及以上|以上)?(?:考试|证书|水平|成绩)*"
)


def read_languages(sentence: str) -> Iterator[Found]:
    """Read languages; several joined by 或 are alternatives."""
    for match in _language().finditer(sentence):
        begin = segment_start(sentence, match.start())
        if is_for_some(sentence[begin : match.start()]):
            continue
        names = re.findall(_names(), match["names"])
        end = _purpose_end(sentence, match.end())
        parts = tuple(LanguageSkill(language=name, level=_level(match, name)) for name in names)
        if not _is_level(match, names):
            continue
        if len(parts) == 1:
            yield Found(criterion=parts[0], start=match.start(), end=end)
        elif re.search("或|/", match["names"]):
            yield Found(criterion=AnyOf(parts=parts), start=match.start(), end=end)
        else:
            for part in parts:
                yield Found(criterion=part, start=match.start(), end=end)
    for match in _EXAM_ALONE.finditer(sentence):
        exam = LanguageSkill(language="英语", level=match["exam"])
        yield Found(criterion=exam, start=match.start(), end=match.end())


def is_for_some(lead: str) -> bool:
    """Tell whether the words in front name whom a demand holds for (朝鲜族学校要具备…)."""
    words = one_of(load_criteria_words().subject_words)
    return bool(re.search(rf"(?:{words})(?:须|需|要|应)", lead))


def language_for_some(sentence: str) -> tuple[int, int] | None:
    """Return the clause that demands a language of some only; None without one."""
    for match in re.finditer(_names(), sentence):
        begin = segment_start(sentence, match.start())
        if is_for_some(sentence[begin : match.start()]):
            ends = [place for mark in COMMA if (place := sentence.find(mark, match.end())) >= 0]
            return begin, min(ends, default=len(sentence))
    return None


def _is_level(match: re.Match[str], names: list[str]) -> bool:
    """A language alone is no demand: a word of command stands before or behind it."""
    before, after = match["before"], match["after"]
    return bool(names) and bool(before or after or re.search(_EXAM, match.group()))


def _level(match: re.Match[str], name: str) -> str:
    exam = re.search(_EXAM, match.group())
    if exam:
        begin = match["names"].find(name)
        phrase = match.group()
        return exam.group() if name in exam.group() or begin < 0 else phrase
    before, after = match["before"], match["after"]
    if before and after:
        return match.group()
    return after or before or match.group()


def _purpose_end(sentence: str, end: int) -> int:
    """Move the end over what the language is for (能理解技术文档)."""
    for_what = one_of(load_criteria_words().language_purposes)
    purpose = re.compile(rf"[，,](?:并)?(?:能够?|可以?)[^，,；。]*?(?:{for_what})[^，,；。]*")
    match = purpose.match(sentence, end)
    return match.end() if match else end


def _names() -> str:
    return one_of(load_criteria_words().languages)


@cache
def _language() -> re.Pattern[str]:
    words = load_criteria_words()
    manner, skill = one_of(words.language_manners), one_of(words.language_skills)
    name = rf"(?:{_names()})"
    not_after = one_of(words.not_language_after)
    return re.compile(
        rf"(?P<before>(?:{manner}|的)*)(?P<names>{name}(?:(?:或者|或|和|及|、|/){name})*)"
        rf"(?:语言)?(?!(?:{not_after}))"
        rf"(?P<after>(?:达到|通过|具有|具备|的|国家|大学|专业|{_EXAM}|及以上|以上|等级|证书|{skill}|良好的"
        r"|、|和|及|等|或|较强|较好|流畅|流利|熟练|能|有)*"
        rf"(?:[^，,；。或]*?(?:{skill}))*(?:[，,][^，,；。]*?(?:口语|听力|听说|读写|交流|沟通|无障碍)[^，,；。]*)*)"
    )
