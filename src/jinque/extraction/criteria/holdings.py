"""Certificates, rights to practise, levels of professional titles.

Awards won.

Requirements under labels of their own: certificates with issuer and country, approvals.
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
)
from jinque.model.criterion import (
    AnyOf,
    Approval,
    Certificate,
    Criterion,
    Licence,
    TitleLevel,
    WonAwards,
)
from jinque.parameters.words import load_criteria_words
from jinque.text import split_list


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
    begin = segment_start(sentence, won.start())
    joint = _behind_joint().match(sentence, begin)
    start = joint.end() if joint else begin
    printed = sentence[prizes[0].start() : prizes[-1].end()]
    every = are_all(_between(printed, prizes), len(names))
    yield Found(
        criterion=WonAwards(names=names, are_all=every),
        start=start,
        end=prizes[-1].end(),
        doubt="awards_joined" if every is None or "及以上奖项" in names[-1] else None,
    )


def _between(printed: str, prizes: list[re.Match[str]]) -> str:
    """Return what stands between the awards: the joining mark of each behind the first."""
    offset = prizes[0].start()
    joints = [printed[max(p.start() - offset - 2, 0) : p.start() - offset] for p in prizes[1:]]
    return "".join(joint[-1:] if joint[-1:] in "、，,或和及与" else joint for joint in joints)


def _bare(text: str) -> str:
    return re.split(_won(), text)[-1].strip("或和及与")


@cache
def _behind_joint() -> re.Pattern[str]:
    words = load_criteria_words()
    return re.compile(rf"(?:{one_of((*words.either_words, *words.both_words))})?")


@cache
def _won() -> re.Pattern[str]:
    return re.compile(one_of(load_criteria_words().winning_verbs))


@cache
def _prize() -> re.Pattern[str]:
    endings = one_of(load_criteria_words().prize_endings)
    return re.compile(rf"[^，,、；。]*?(?:{endings})(?:及以上|以上)?(?:奖项)?")


_LONGEST = 40
_BRACKET = r"[（(][^（）()]*[）)]"


def read_titles(sentence: str) -> Iterator[Found]:
    """Read levels of professional titles (职称), or the title where no level is printed."""
    for match in _title().finditer(sentence):
        printed = match["level"] or match["name"] or match["level_of"] or _title_alone(match)
        level = TitleLevel(at_least=printed)
        yield Found(criterion=level, start=match.start(), end=match.end())


def _title_alone(match: re.Match[str]) -> str:
    """Return the name of a title that stands with 以上 and no word for what it is."""
    return re.sub("(?:及|或)?以上$", "", match.string[match.start("alone") : match.end()])


def read_holdings(sentence: str) -> Iterator[Found]:
    """Read named certificates and rights to practise."""
    words = load_criteria_words()
    held = list(_holding().finditer(sentence))
    for match in held:
        sentence = sentence[: match.start()] + "；" * len(match.group()) + sentence[match.end() :]
    for match in (*held, *_bare_holding().finditer(sentence)):
        printed = match["names"]
        if any(word in printed for word in words.unnamed_certificates):
            continue
        is_vague = any(word in printed for word in words.vague_certificates)
        names = _split_papers(printed)
        bracket = match["bracket"] or ""
        if not names or any(len(name) > _LONGEST for name in names):
            continue
        every = (
            False
            if match["one"] or _one_paper().search(printed)
            else are_all(_joints(printed, names), len(names))
        )
        doubt = "names_joined" if every is None else None
        criteria, end = _by_kind(names, every, bracket), match.end()
        if bracket and not _holds_bracket(criteria[-1], bracket):
            end = match.start("bracket")
        for criterion in criteria:
            yield Found(
                criterion=criterion,
                start=match.start(),
                end=end,
                doubt="certificate_vague" if is_vague else doubt,
            )


def _by_kind(names: tuple[str, ...], every: bool | None, bracket: str) -> list[Criterion]:  # noqa: FBT001 - three-valued
    """Return the rights to practise and the certificates of a list, as alternatives or each."""
    words = load_criteria_words().licence_words
    rights = tuple(name for name in names if any(word in name for word in words))
    others = tuple(name for name in names if name not in rights)
    if every is None or not rights or not others:
        return [_of_names(names, every, bracket)]
    last = names[-1] in rights
    parts = [
        _of_names(each, every or len(each) == 1, bracket if last is (each is rights) else "")
        for each in ((rights, others) if names[0] in rights else (others, rights))
    ]
    return parts if every else [AnyOf(parts=tuple(parts))]


def _holds_bracket(criterion: Criterion, bracket: str) -> bool:
    """Tell whether the words of a bracket are part of a name or its condition."""
    if isinstance(criterion, Licence):
        return True
    if isinstance(criterion, AnyOf):
        return _holds_bracket(criterion.parts[-1], bracket)
    return isinstance(criterion, Certificate) and criterion.names[-1].endswith(bracket)


def _split_papers(printed: str) -> tuple[str, ...]:
    """Return the names of a list of papers; *and* parts only what is a name by itself."""
    words = load_criteria_words()
    listed = re.split(r"(?<![高初中同上甲乙丙特一二三])等(?!级|次|效|同|离)", printed)
    text = _one_paper().sub("", listed[0] if len(listed) > 1 else printed)
    ends = one_of(words.certificate_endings)
    whole = rf"(?:{ends}|[A-Za-z0-9]|[师员工士]|[）)]|以上)$"
    names = [""]
    for piece in re.split(rf"({_BRACKET}|、|，|,|/|或者|或(?!以上)|以及|[和与]|及(?!以上))", text):
        if re.fullmatch("、|，|,|/|或者|或", piece) or (
            re.fullmatch("以及|和|与|及", piece) and re.search(whole, names[-1])
        ):
            names.append("")
        else:
            names[-1] += piece
    leads = one_of(words.certificate_leads)
    bare = (re.sub(rf"^(?:{leads})+", "", name.strip()) for name in names)
    return tuple(dict.fromkeys(filter(None, bare)))


@cache
def _one_paper() -> re.Pattern[str]:
    """Return the pattern of 任一证书 behind a list."""
    return re.compile(rf"(?:{ONE_OF})(?:{one_of(load_criteria_words().certificate_endings)})$")


def _joints(printed: str, names: tuple[str, ...]) -> str:
    """Return what stands between the names."""
    for name in sorted(names, key=len, reverse=True):
        printed = printed.replace(name, "·")
    return re.split(r"(?<![高初中同上])等", printed)[0]


def _of_names(names: tuple[str, ...], every: bool | None, bracket: str) -> Criterion:  # noqa: FBT001 - three-valued
    words = load_criteria_words()
    if any(word in name for name in names for word in words.licence_words):
        return Licence(names=names, are_all=every, condition=bracket.strip("（）()"))
    is_condition = re.search(one_of(words.condition_words), bracket)
    if bracket and not is_condition:
        names = (*names[:-1], names[-1] + bracket)
    return Certificate(names=names, are_all=every)


@cache
def _title() -> re.Pattern[str]:
    words = load_criteria_words()
    levels, kinds = one_of(words.title_levels), one_of(words.title_kinds)
    above = r"(?:[（(]含[)）])?(?:及以上|以上)?"
    verbs = one_of(words.holding_verbs)
    marks = "，,；。、（()）或和及且并"
    single = "".join(verb for verb in words.holding_verbs if len(verb) == 1)
    conj = one_of((*words.either_words, *words.both_words))
    begin = "|".join(rf"(?<={verb})" for verb in words.holding_verbs if len(verb) > 1)
    fields = one_of(words.title_fields)
    start = r"(?:^|(?<=[，,；。或者且并]))"
    other = rf"(?:(?!{verbs}|{conj}|{fields})[\u4e00-\u9fff])"
    lead = rf"(?:(?:{start}|{begin}){other}{{1,4}}?)??"
    alone = rf"(?P<alone>(?!注册|执业|{levels})[^{marks}]{{0,6}}?)"
    name = rf"(?:(?!{verbs}|{levels})[^{marks}{single}]){{1,8}}?(?:{one_of(words.title_endings)})"
    return re.compile(
        rf"(?:{lead}(?P<level>{levels}){above}(?:专业)?(?:技术)?[^，,、；。或和及]{{0,8}}?{above}"
        rf"(?:{kinds})(?:(?<=职称)证书?|(?!证)){above}"
        rf"|(?:(?:{verbs})|{start})(?P<name>(?!相关|相应|者){name})"
        rf"{above}(?:专业)?(?:技术)?(?:{kinds})"
        rf"|(?:(?:{verbs})|{start})(?:(?P<level_of>{levels})[^{marks}]{{0,6}}?|{alone})"
        rf"(?:{one_of(words.title_endings)})(?:及以上|以上|或以上)(?=$|[，,；。、或且并]))"
    )


@cache
def _paper() -> tuple[str, str]:
    """Return the pattern of a list of papers, and of what may stand behind it."""
    words = load_criteria_words()
    endings, before = one_of(words.certificate_endings), re.escape(words.not_certificate_before)
    words_after = "或|和|及|与|并|且|等|者|之一|任|中|至少|其中|以上|即可|均可|上岗|的?人员|持"
    after = rf"(?=$|[\s，,；。、（()）/]|{words_after})"
    paper = rf"(?<=[A-Za-z0-9师员])认证|(?:{endings})(?<!证)|(?<![{before}])(?:{endings})(?<=证)"
    end = rf"(?:{paper}){after}"
    behind = (
        rf"(?P<bracket>{_BRACKET})?(?:及以上|以上|或以上)?(?:水平|等级)?"
        rf"(?P<one>(?:等)?(?:证书)?{ONE_OF}|任意?一?个?证书)?"
    )
    return end, behind


@cache
def _stops() -> str:
    """Return the words over which no list of papers goes."""
    words = load_criteria_words()
    verbs = (verb for verb in words.holding_verbs if len(verb) > 1)
    return (
        rf"{one_of((*verbs, *words.knowing_verbs[:5], *words.paper_stops))}|操作(?!证|员|工|资格)"
        r"|行业(?:相关)?(?:工作|从业|能力|背景|经)|能力(?!考核|验证|水平|等级|证)|知识(?!和|产权)|并且|并(?!购|网|发)|且|\d年"
    )


@cache
def _holding() -> re.Pattern[str]:
    words = load_criteria_words()
    end, behind = _paper()
    verbs = one_of(words.holding_verbs)
    return re.compile(
        rf"(?<!所)(?:{verbs})(?P<names>(?:(?!{_stops()})(?:[^，,；。（()）]|{_BRACKET})){{1,90}}{end})"
        rf"{behind}"
    )


@cache
def _bare_holding() -> re.Pattern[str]:
    """Papers without a verb, at the beginning of a phrase and behind 或, 并, 和."""
    words = load_criteria_words()
    end, behind = _paper()
    verbs = (verb for verb in words.holding_verbs if len(verb) > 1)
    stops = rf"{_stops()}|{one_of((*words.handling_verbs, *verbs))}"
    return re.compile(
        rf"(?:^|(?<=[，,；。、或且并和及与者]))\s*"
        rf"(?P<names>(?![、和与及或])(?:(?!{stops})(?:[^，,；。（()）]|{_BRACKET})){{2,40}}{end}){behind}"
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
