"""Certificates, rights to practise, levels of professional titles.

Awards won.

Requirements under labels of their own: certificates with issuer and country, approvals.
"""

import re
from collections.abc import Iterator
from functools import cache

from jinque.extraction.criteria.found import ONE_OF, Found, are_all, one_of, pattern, segment_start
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
    return re.compile(pattern("holdings_prize", endings=endings))


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
    return re.sub(
        pattern("holdings_title_alone"), "", match.string[match.start("alone") : match.end()]
    )


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
    listed = re.split(pattern("holdings_split_papers_2"), printed)
    text = _one_paper().sub("", listed[0] if len(listed) > 1 else printed)
    ends = one_of(words.certificate_endings)
    whole = pattern("holdings_split_papers", ends=ends)
    names = [""]
    for piece in re.split(pattern("holdings_split_papers_3", bracket=_BRACKET), text):
        if re.fullmatch(pattern("holdings_split_papers_4"), piece) or (
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
    return re.split(pattern("holdings_joints"), printed)[0]


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
    above = pattern("holdings_title")
    verbs = one_of(words.holding_verbs)
    marks = pattern("holdings_title_2")
    single = "".join(verb for verb in words.holding_verbs if len(verb) == 1)
    conj = one_of((*words.either_words, *words.both_words))
    begin = "|".join(rf"(?<={verb})" for verb in words.holding_verbs if len(verb) > 1)
    fields = one_of(words.title_fields)
    start = pattern("holdings_title_3")
    other = rf"(?:(?!{verbs}|{conj}|{fields})[\u4e00-\u9fff])"
    lead = rf"(?:(?:{start}|{begin}){other}{{1,4}}?)??"
    alone = pattern("holdings_title_4", levels=levels, marks=marks)
    name = rf"(?:(?!{verbs}|{levels})[^{marks}{single}]){{1,8}}?(?:{one_of(words.title_endings)})"
    return re.compile(
        pattern(
            "holdings_title_5",
            lead=lead,
            levels=levels,
            above=above,
            kinds=kinds,
            verbs=verbs,
            start=start,
            name=name,
            marks=marks,
            alone=alone,
        )
    )


@cache
def _paper() -> tuple[str, str]:
    """Return the pattern of a list of papers, and of what may stand behind it."""
    words = load_criteria_words()
    endings, before = one_of(words.certificate_endings), re.escape(words.not_certificate_before)
    words_after = pattern("holdings_paper")
    after = rf"(?=$|[\s，,；。、（()）/]|{words_after})"
    paper = pattern("holdings_paper_2", endings=endings, before=before)
    end = rf"(?:{paper}){after}"
    behind = pattern("holdings_paper_3", bracket=_BRACKET, one_of=ONE_OF)
    return end, behind


@cache
def _stops() -> str:
    """Return the words over which no list of papers goes."""
    words = load_criteria_words()
    verbs = (verb for verb in words.holding_verbs if len(verb) > 1)
    return pattern(
        "holdings_stops", part1=one_of((*verbs, *words.knowing_verbs[:5], *words.paper_stops))
    )


@cache
def _holding() -> re.Pattern[str]:
    words = load_criteria_words()
    end, behind = _paper()
    verbs = one_of(words.holding_verbs)
    return re.compile(
        pattern(
            "holdings_holding",
            verbs=verbs,
            stops=_stops(),
            bracket=_BRACKET,
            end=end,
            behind=behind,
        )
    )


@cache
def _bare_holding() -> re.Pattern[str]:
    """Papers without a verb, at the beginning of a phrase and behind 或, 并, 和."""
    words = load_criteria_words()
    end, behind = _paper()
    verbs = (verb for verb in words.holding_verbs if len(verb) > 1)
    stops = rf"{_stops()}|{one_of((*words.handling_verbs, *verbs))}"
    return re.compile(
        pattern("holdings_bare_holding", stops=stops, bracket=_BRACKET, end=end, behind=behind)
    )


_SAID = re.compile(pattern("holdings_said"))
_APPROVAL = re.compile(pattern("holdings_approval"))
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
