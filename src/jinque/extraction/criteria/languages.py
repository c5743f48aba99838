"""Languages with the printed words of their level, and examinations that name a language alone."""

import re
from collections.abc import Iterator
from functools import cache

from jinque.extraction.criteria.found import COMMA, ONE_OF, Found, one_of, segment_start
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
    is_one = len(names) > 1 and re.match(".{0,2}语言?[（(]", match["names"]) is not None
    names = names[is_one:]
    parts = tuple(LanguageSkill(language=name, level=_level(match, name)) for name in names)
    one = re.compile(ONE_OF).match(sentence, match.end())
    end = _purpose_end(sentence, one.end() if one else match.end())
    kind = re.compile("(?:语种|外语|语言)?").match(sentence, end)
    end = kind.end() if one and kind else end
    if len(parts) > 1 and (one or is_one or re.search("或|/", match["names"])):
        yield Found(criterion=AnyOf(parts=parts), start=match.start(), end=end)
        return
    for part in parts:
        yield Found(criterion=part, start=match.start(), end=end)


def is_for_some(lead: str) -> bool:
    """Tell whether the words in front name whom a demand holds for (朝鲜族学校要具备…)."""
    words = one_of(load_criteria_words().subject_words)
    return bool(re.search(rf"(?:{words})(?:须|需|要|应)", lead))


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
    purpose = re.compile(rf"[，,](?:并)?(?:能够?|可以?)[^，,；。]*?(?:{for_what})[^，,；。]*")
    match = purpose.match(sentence, end)
    return match.end() if match else end


def _language_names() -> str:
    return one_of(load_criteria_words().languages)


def _exams() -> str:
    return "|".join(load_criteria_words().language_levels)


@cache
def _spoken() -> re.Pattern[str]:
    """A language in which something is done (能用英语讲解)."""
    words = load_criteria_words()
    return re.compile(
        rf"(?P<before>(?:能够?|会|可以?|熟练)*(?:使用|运用|用|以))(?P<names>(?:{_language_names()})(?:(?:或者|或|和|及|、|/)(?:{_language_names()}))*)"
        rf"(?P<after>(?:语)?(?:熟练|流利)?(?:地)?(?:进行|开展|作为)?[^，,；。或]{{0,4}}?(?:{one_of(words.language_deeds)})(?:(?:和|、|与|及)?(?:{one_of(words.language_deeds)}))*(?:能力)?)"
        rf"|(?P<reading>(?:能够?|可以?|会)?(?:熟练|流利|独立|较好地?)*(?:阅读|查阅|翻译|撰写|理解))(?P<read>{_language_names()})"
        rf"(?P<papers>[^，,；。或并且]{{0,6}}?(?:{one_of(words.language_papers)}))"
    )


@cache
def _language() -> re.Pattern[str]:
    words = load_criteria_words()
    manner, skill = one_of(words.language_manners), one_of(words.language_skills)
    name = rf"(?:{_language_names()})"
    not_after = one_of(words.not_language_after)
    more = rf"(?:(?:、|和|及|与|或)(?=(?:的)?(?:{skill})))"
    return re.compile(
        rf"(?P<before>(?:{manner}|的)*)(?P<names>(?:外语|小语种)[（(](?:如)?{name}(?:(?:或者|或|和|及|与|、|/){name})*等?[）)]"
        rf"|{name}(?:(?:或者|或|和|及|与|、|/|[（(]或){name}[）)]?)*)"
        rf"(?:语言)?(?!(?:{not_after}))(?!专业(?![四八]级))"
        rf"(?P<after>(?:达到?|不低于|可以?|作为|测试|[（(][A-Za-z\-\s]*\d?[）)]|通过|取得|获得|具有|具备|的|国家|大学|考试|成绩|资格|{_exams()}|及以上|以上|等级|证书"
        rf"|{skill}|良好的|较强|较好|流畅|流利|熟练|能|有|{more})*"
        rf"(?:[^，,；。或并且]*?(?:{skill}))*(?:[，,][^，,；。]*?(?:口语|听力|听说|读写|交流|沟通|无障碍)[^，,；。]*)*)"
    )


@cache
def _exam_alone() -> re.Pattern[str]:
    """An examination that names its language by itself."""
    words = load_criteria_words()
    known = one_of(words.exam_languages)
    verbs = one_of(words.holding_verbs)
    return re.compile(
        rf"(?:(?:{verbs}|通过|达到)(?:大学)?|(?:^|(?<=[，,；。或且并、])))"
        rf"(?P<exam>(?:{known})[\s\-]?(?:[\d.]+|[一二三四五六甲乙])*(?:级|分|等)*)(?:及以上|以上)?(?:考试|证书|水平|成绩|者)*"
        r"(?=$|[，,；。、或且并和及])"
    )
