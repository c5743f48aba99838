"""Certificates, rights to practise, levels of professional titles.

Work in an industry, awards won, places in which to work.

Requirements under labels of their own: certificates with issuer and country, approvals.

Software, programming languages and instruments by name.
"""

import re
from collections.abc import Iterator
from functools import cache

from jinque.extraction.criteria.found import (
    ONE_OF,
    Found,
    are_all,
    one_of,
    segment_start,
    split_names,
)
from jinque.model.criterion import (
    Approval,
    Certificate,
    Criterion,
    IndustryExperience,
    Licence,
    TitleLevel,
    Tool,
    WonAwards,
    WorkPlace,
)
from jinque.parameters.words import load_criteria_words
from jinque.text import split_list

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


_LONGEST = 40


def read_titles(sentence: str) -> Iterator[Found]:
    """Read levels of professional titles (职称)."""
    for match in _title().finditer(sentence):
        level = TitleLevel(at_least=match["level"])
        yield Found(criterion=level, start=match.start(), end=match.end())


def read_holdings(sentence: str) -> Iterator[Found]:
    """Read named certificates and rights to practise."""
    words = load_criteria_words()
    for match in _holding().finditer(sentence):
        printed = match["names"]
        if any(word in printed for word in words.unnamed_certificates):
            continue
        is_vague = any(word in printed for word in words.vague_certificates)
        ends_at_and = re.search(rf"(?:{one_of(words.certificate_endings)})[和及与]", printed)
        names = split_names(printed, at_and=bool(ends_at_and))
        every = False if match["one"] else are_all(printed, len(names))
        doubt = "names_joined" if every is None else None
        yield Found(
            criterion=_of_names(names, every, match["condition"] or ""),
            start=match.start(),
            end=match.end(),
            doubt="certificate_vague" if is_vague else doubt,
        )


def _of_names(names: tuple[str, ...], every: bool | None, condition: str) -> Criterion:  # noqa: FBT001 - three-valued
    licences = load_criteria_words().licence_words
    if any(word in name for name in names for word in licences):
        return Licence(names=names, are_all=every, condition=condition)
    return Certificate(names=names, are_all=every)


@cache
def _title() -> re.Pattern[str]:
    levels = one_of(load_criteria_words().title_levels)
    return re.compile(
        rf"(?P<level>{levels})(?:[（(]含[)）])?(?:及以上|以上)?(?:专业)?(?:技术)?[^，,、；。或和及]{{0,6}}?(?:职称|职务任职资格)"
    )


@cache
def _holding() -> re.Pattern[str]:
    words = load_criteria_words()
    endings = one_of(words.certificate_endings)
    before = re.escape(words.not_certificate_before)
    verbs = one_of(verb for verb in words.holding_verbs if len(verb) > 1)
    name = (
        rf"(?:(?!{verbs})[^，,；。（）()]){{1,{_LONGEST}}}?"
        rf"(?<![{before}])(?:{endings})(?![书件据券明照格的])"
    )
    return re.compile(
        rf"(?<!所)(?:{one_of(words.holding_verbs)})"
        rf"(?P<names>{name}(?:(?:、|或者|或(?!以上)|和|及|与){name})*)"
        rf"(?:[（(](?P<condition>[^）)]*)[）)])?(?P<one>{ONE_OF})?"
    )


_SAID = re.compile(
    r"符合[^，,；。]{0,20}?(?:部门|机构|当局)(?:规定|核准|要求|认可|批准)的?"
    r"[^，,；。]*?(?:任职资格|条件|要求)[^，,；。]*"
)
_APPROVAL = re.compile(r"审批要求[:：]\s*(?P<words>[^\n]+)")
_FIELD = r"(?:\d[.．、])?\s*{label}[:：]\s*(?P<value>.+?)(?=。|；|\n|$)"
_NAMES, _COUNTRIES, _ISSUERS = (
    re.compile(_FIELD.format(label=label), re.DOTALL)
    for label in ("证书名称", "国别(?:/地区)?", "颁发机构")
)


def read_labelled(block: str) -> Iterator[Found]:
    """Read the labelled requirements of a block."""
    names = _NAMES.search(block)
    if names:
        yield _certificate(block, names)
    for match in _APPROVAL.finditer(block):
        words = match["words"].rstrip("。；;")
        start = match.start("words")
        yield Found(criterion=Approval(words=words), start=start, end=start + len(words))


def read_approvals(sentence: str) -> Iterator[Found]:
    """Read in running text what a supervising authority must find."""
    for match in _SAID.finditer(sentence):
        approval = Approval(words=match.group())
        yield Found(criterion=approval, start=match.start(), end=match.end())


def _certificate(block: str, names: re.Match[str]) -> Found:
    countries, issuers = _COUNTRIES.search(block), _ISSUERS.search(block)
    listed = tuple(split_list(names["value"]))
    every = are_all(names["value"], len(listed))
    return Found(
        criterion=Certificate(
            names=listed,
            are_all=every,
            issuers=tuple(split_list(issuers["value"])) if issuers else (),
            countries=tuple(split_list(countries["value"])) if countries else (),
        ),
        start=names.start(),
        end=max(each.end() for each in (names, countries, issuers) if each),
        doubt="names_joined" if every is None else None,
    )


_SEPARATOR = r"\s*(?:、|，|,|/|以及|或者|或|和|及|与)\s*"
_CLASS_TAIL = r"[^，,、；。()（）和或及与A-Za-z]{0,10}?"
_MISPRINTED_CLASS = re.compile(r"\s*等[^，,；。]{0,4}工作")
_OPEN_TAIL = r"[^，,、；。()（）和或及与]{0,12}?"


def read_tools(sentence: str) -> Iterator[Found]:
    """Read lists of tools: known by a name in them or by the class word that closes them."""
    place = 0
    while match := _list().search(sentence, place):
        tail = _tail().match(sentence, match.end())
        tokens = _tokens(match.group())
        if _are_tools(tokens, has_class=bool(tail) or _has_suffix(match.group())):
            end = tail.end() if tail else match.end()
            other = (tail["other"] or "") if tail else ""
            is_one = tail is not None and bool(tail["one"] or "任一" in tail.group())
            every = False if is_one else are_all(_blind(match.group() + other), len(tokens))
            is_doubtful = any(map(_is_misprinted, tokens)) or _MISPRINTED_CLASS.match(sentence, end)
            yield Found(
                criterion=Tool(names=tokens, are_all=every),
                start=match.start(),
                end=end,
                doubt="tool_misprinted" if is_doubtful else None,
            )
            place = end
        else:
            place = match.end()


def unknown_equipment(sentence: str) -> tuple[int, int] | None:
    """Return the first list of Latin names said to be equipment, of which none is known."""
    match = re.search(
        rf"(?:操作|使用)(?P<list>{_list().pattern})\s*等?[^，,；。]{{0,4}}?设备", sentence
    )
    if match and not _are_tools(_tokens(match["list"]), has_class=False):
        return match.span()
    return None


def _is_misprinted(name: str) -> bool:
    """Tell whether a name is a known misprint, or has another glued to its end."""
    glued = re.search(r"[a-z](?P<second>[A-Z][a-z]{3,})$", name)
    is_two = glued is not None and _key(glued["second"]) in _known()
    return name in load_criteria_words().misprinted_tools or (is_two and _key(name) not in _known())


def _are_tools(tokens: tuple[str, ...], *, has_class: bool) -> bool:
    words = load_criteria_words()
    if any(token in words.misprinted_tools for token in tokens):
        return True
    known = [token for token in tokens if _key(token) in _known() or not token.isascii()]
    others = [token for token in tokens if token not in words.not_tools]
    if not has_class:
        return any(len(token) > 1 for token in known)
    return bool(others)


def _key(name: str) -> str:
    return re.sub(r"[\s\-]", "", name).casefold()


@cache
def _known() -> frozenset[str]:
    return frozenset(_key(name) for name in load_criteria_words().tools)


def _tokens(text: str) -> tuple[str, ...]:
    classes = one_of(load_criteria_words().tool_classes)
    names = [
        re.sub(rf"(?<=[A-Za-z+#])(?:{classes}|系统)$", "", m.group())
        for m in _item().finditer(text)
    ]
    return tuple(dict.fromkeys(name.strip() for name in names))


def _has_suffix(text: str) -> bool:
    classes = one_of(load_criteria_words().tool_classes)
    return bool(re.search(rf"[A-Za-z+#](?:{classes})", text))


def _blind(text: str) -> str:
    """Drop names in which a mark of the list stands."""
    return re.sub(one_of(load_criteria_words().misprinted_tools) or "(?!)", "", text)


@cache
def _token() -> re.Pattern[str]:
    words = load_criteria_words()
    chinese = one_of(name for name in words.tools if not name.isascii())
    misprinted = one_of(words.misprinted_tools)
    classes = one_of(words.tool_classes)
    latin = r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+#.\-]*(?:\s+[A-Za-z][A-Za-z0-9+#.\-]*)*"
    instrument = (
        r"(?<=[、，,和或及与用作握悉通解])[\u4e00-\u9fff]{1,7}?(?:仪(?![器表])|示波器|显微镜)"
    )
    return re.compile(rf"(?:{misprinted}|{latin}(?:{classes}|系统)?|(?:{chinese})|{instrument})")


@cache
def _named() -> re.Pattern[str]:
    """A class word that stands as a name in a list with named tools (AutoCAD和制图软件)."""
    classes = one_of(load_criteria_words().tool_classes)
    name = rf"(?!相关|其他|其它|同类|类似)[\u4e00-\u9fff]{{0,6}}?(?:{classes})"
    return re.compile(rf"(?<=[、，,/和或及与]){name}(?=$|[，,；。、等的])")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(f"{_token().pattern}|{_named().pattern}")


@cache
def _list() -> re.Pattern[str]:
    token = _token().pattern
    return re.compile(rf"{token}(?:{_SEPARATOR}(?:{token}|{_named().pattern}))*")


@cache
def _tail() -> re.Pattern[str]:
    classes = one_of(load_criteria_words().tool_classes)
    return re.compile(
        rf"\s*(?:等{_OPEN_TAIL}|(?P<other>或(?:其他|相关|同类|类似)){_CLASS_TAIL}|{_CLASS_TAIL})(?:{classes})+(?:设备)?"
        rf"(?P<one>{ONE_OF})?"
    )
