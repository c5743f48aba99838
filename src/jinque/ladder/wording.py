"""The sentences of an answer: its headline, and what it is not.

Listed names that are like a name which is not listed; proposed with the reason, never merged.
"""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Levenshtein

from jinque.model import Words
from jinque.model.criterion import NotBefore
from jinque.model.ladder import BridgeRequest, BridgeStatus, Direction, Step, TableRow
from jinque.model.person import Outcome
from jinque.text import fold

_MOST = 5
_LIKE_ENOUGH = 0.4
_SHORT = 2
_ONE_CHARACTER = Words(
    zh="只差一个字，可能是另一回事，请核对",
    en="differs by one character; it may well be another thing",
)
_CONTAINED = Words(
    zh="一个名称包含另一个，不等于相同，请核对",
    en="one name contains the other; that does not make them the same",
)


def near_names(asked: str, listed: Iterable[str]) -> tuple[tuple[str, Words], ...]:
    """Return up to five listed names most like the one asked for, each with the reason.

    Names of two characters or fewer are not compared character by character: too many are one
    character apart.
    """
    scored = [(*found, name) for name in listed if (found := _likeness(fold(asked), fold(name)))]
    best = sorted(scored, key=lambda entry: -entry[0])[:_MOST]
    return tuple((name, reason) for _, reason, name in best)


def _likeness(one: str, other: str) -> tuple[float, Words] | None:
    """Return a score, higher for a clearer reason, and the reason."""
    if one == other or not one:
        return None
    shared = _pairs(one) & _pairs(other)
    score = 2 * len(shared) / (len(_pairs(one)) + len(_pairs(other)) or 1)
    if min(len(one), len(other)) > _SHORT and Levenshtein.distance(one, other, score_cutoff=1) == 1:
        return 2 + score, _ONE_CHARACTER
    if min(len(one), len(other)) >= _SHORT and (one in other or other in one):
        return 1 + score, _CONTAINED
    if score < _LIKE_ENOUGH:
        return None
    words = "、".join(sorted(shared, key=one.find))
    return score, Words(zh=f"都有“{words}”，请核对", en=f"both have “{words}”; please compare")


def _pairs(name: str) -> set[str]:
    return {name[index : index + 2] for index in range(len(name) - 1)}


STATUS_NAMES = {
    BridgeStatus.MAY_APPLY: Words(zh="可申报", en="may apply"),
    BridgeStatus.NOT_YET: Words(zh="还不能", en="not yet"),
    BridgeStatus.NOT_LISTED: Words(zh="未列明，由评委会确定", en="not listed: a committee decides"),
    BridgeStatus.FACTS_MISSING: Words(zh="缺少事实", en="facts missing"),
    BridgeStatus.NOT_APPLICABLE: Words(
        zh="本规则不适用（地区）", en="the rules do not apply there"
    ),
}

NOTICES = {
    Direction.SKILL_TO_TITLE: Words(
        zh="可以申报评审不等于取得职称：是否取得由职称评审委员会评审决定。本结果仅按规则文字自查，"
        "不是认定结论；以受理机关当年规定为准。",
        en="To be allowed to apply for review is not to hold the title: the review committee "
        "decides. This is a self-check by the words of the rules only; the authority's rules of "
        "the year prevail.",
    ),
    Direction.TITLE_TO_SKILL: Words(
        zh="可以申请参加评价不等于取得职业技能等级：须经评价合格。本结果仅按规则文字自查，"
        "不是认定结论；以受理机构当年规定为准。",
        en="To be allowed to take the assessment is not to hold the skill level: it must be "
        "passed. This is a self-check by the words of the rules only; the authority's rules of "
        "the year prevail.",
    ),
}
EXAM_NOTICE = Words(
    zh="只在报名参加所列考试时按相当学历对待，不等于取得该学历，不能用于其他目录的学历要求。"
    "以受理机关当年规定为准。",
    en="It counts when entering for the examinations named and for nothing else: it is not the "
    "degree itself. The authority's rules of the year prevail.",
)


def headline(
    request: BridgeRequest, status: BridgeStatus, step: Step | None, row: TableRow | None
) -> Words:
    """Say the answer in one sentence."""
    if status is BridgeStatus.NOT_LISTED:
        return Words(
            zh=f"对应关系表未列明“{request.occupation}”：由相关系列职称评审委员会根据实际确定",
            en=f"the table does not list “{request.occupation}”: the review committee decides",
        )
    if step is None:
        return Words(zh="缺少事实：请先说明等级", en="facts missing: which level is held?")
    goal = _goal(request, step, row)
    if status is BridgeStatus.MAY_APPLY:
        return Words(zh=f"可申报{goal.zh}", en=f"may apply for {goal.en}")
    if status is BridgeStatus.NOT_YET:
        return _not_yet(goal, step)
    return Words(
        zh=f"缺少事实，暂无法判断是否可申报{goal.zh}",
        en=f"facts are missing to tell whether one may apply for {goal.en}",
    )


def no_rules(place: str | None, places: Sequence[str]) -> Words:
    """Say that no rules for the place are at hand, or that it is not known, and which there are."""
    listed = "、".join(places)
    if not places:
        return Words(zh="没有收录任何地区的贯通规则", en="no rules of any place are at hand")
    if place is None:
        return Words(
            zh=f"缺少事实：请先说明工作地区；已收录规则的地区：{listed}",
            en=f"facts missing: where do you work? There are rules for {listed}",
        )
    return Words(
        zh=f"没有收录“{place}”的贯通规则，本规则不适用；已收录规则的地区：{listed}（请写省或设区的市）",
        en=f"no rules for “{place}” are at hand; there are rules for {listed} "
        "(name a province or a prefecture-level city)",
    )


def _goal(request: BridgeRequest, step: Step, row: TableRow | None) -> Words:
    if request.direction is Direction.TITLE_TO_SKILL:
        name = request.occupation or ""
        return Words(
            zh=f"{name}{step.to_level}职业技能评价",
            en=f"the skill assessment of {step.to_level} {name}".strip(),
        )
    series = f"{row.printed}系列" if row else ""
    return Words(
        zh=f"{series}{step.to_level}职称评审",
        en=f"the title review of {step.to_level}" + (f", {row.printed}" if row else ""),
    )


def _not_yet(goal: Words, step: Step) -> Words:
    unmet = [each for each in step.findings if each.outcome is Outcome.NOT_MET]
    if step.earliest_date is None:
        return Words(
            zh=f"还不能申报{goal.zh}：{'；'.join(each.reason.zh for each in unmet)}",
            en=f"not yet {goal.en}: {'; '.join(each.reason.en for each in unmet)}",
        )
    is_early = any(each.kind == NotBefore.kind for each in unmet)
    rest_zh = "，其余条件另须具备" if step.missing else ""
    rest_en = ", if the other conditions are met" if step.missing else ""
    rest_zh += "（规则在所问之日尚未施行）" if is_early else ""
    rest_en += " (the rules are not yet in force on the day asked about)" if is_early else ""
    return Words(
        zh=f"还不能申报{goal.zh}：若持续从业，最早{step.earliest_date}{rest_zh}",
        en=f"not yet {goal.en}: at the earliest on {step.earliest_date}, work going on{rest_en}",
    )
