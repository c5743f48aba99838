"""Work in an industry, awards won, places in which to work."""

import re
from collections.abc import Iterator
from functools import cache

from jinque.extraction.criteria.found import Found, one_of, segment_start
from jinque.extraction.criteria.listing import are_all, split_names
from jinque.model.criterion_listed import IndustryExperience, WonAwards, WorkPlace
from jinque.parameters.criteria_words import load_criteria_words

_INDUSTRY = re.compile(
    r"(?:具备|具有|拥有|有)(?P<names>[^，,；。]+?)(?P<open>等)?(?P<any>任一|任意|之一)?(?:相关)?行业"
    r"(?:相关)?(?:工作能力|从业能力|能力|背景|工作经验|工作经历|从业经验|从业经历|经验|经历)"
)
_LEAST_JOINED = 2


def read_industries(sentence: str) -> Iterator[Found]:
    """Read industries in which the person must have worked."""
    for match in _INDUSTRY.finditer(sentence):
        names = tuple(
            name.removesuffix("行业") for name in split_names(match["names"], at_and=False)
        )
        is_open = len(names) >= _LEAST_JOINED and not match["any"] and "或" not in match["names"]
        yield Found(
            criterion=IndustryExperience(any_of=names),
            start=match.start(),
            end=match.end(),
            doubt="names_joined" if is_open else None,
        )


def read_awards(sentence: str) -> Iterator[Found]:
    """Read awards won; the work they were won with belongs to the words."""
    prizes = list(_prize().finditer(sentence))
    won = _won().search(sentence)
    if not prizes or not won:
        return
    prizes = [prize for prize in prizes if prize.end() > won.start()]
    if not prizes:
        return
    names = tuple(_bare(prize.group()) for prize in prizes)
    start = segment_start(sentence, won.start())
    printed = sentence[prizes[0].start() : prizes[-1].end()]
    every = are_all(_between(printed, prizes), len(names))
    yield Found(
        criterion=WonAwards(names=names, are_all=every),
        start=start,
        end=prizes[-1].end(),
        doubt="awards_joined" if every is None or "及以上奖项" in names[-1] else None,
    )


def read_places(sentence: str) -> Iterator[Found]:
    """Read a kind of place in which the person must be able to work."""
    places = one_of(load_criteria_words().places)
    pattern = (
        rf"(?:能够?|可以?|适应|愿意)(?:长期)?在[^，,；。]{{0,4}}(?:{places})[^，,；。]{{0,6}}?工作"
    )
    for match in re.finditer(pattern, sentence):
        place = WorkPlace(words=match.group())
        yield Found(criterion=place, start=match.start(), end=match.end())


def _between(printed: str, prizes: list[re.Match[str]]) -> str:
    """Return what stands between the awards: the joining mark of each behind the first."""
    offset = prizes[0].start()
    joints = [printed[max(p.start() - offset - 2, 0) : p.start() - offset] for p in prizes[1:]]
    return "".join(joint[-1:] if joint[-1:] in "、，,或和及与" else joint for joint in joints)


def _bare(text: str) -> str:
    return re.split(_won(), text)[-1].strip("或和及与")


@cache
def _won() -> re.Pattern[str]:
    return re.compile(one_of(load_criteria_words().winning_verbs))


@cache
def _prize() -> re.Pattern[str]:
    endings = one_of(load_criteria_words().prize_endings)
    return re.compile(rf"[^，,、；。]*?(?:{endings})(?:及以上|以上)?(?:奖项)?")
