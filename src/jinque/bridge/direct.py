"""Routes that an award opens: lists printed by title level."""

from jinque.bridge.nearness import near_names
from jinque.bridge.rulebook import Rulebook
from jinque.bridge.steps import climb
from jinque.criteria import ask, judge
from jinque.model import Words
from jinque.model.bridge import BridgeRequest, Remark, Step
from jinque.model.cited_rule import CitedRule
from jinque.model.criterion import HasAward
from jinque.model.fact import Fact
from jinque.model.finding import Outcome
from jinque.model.rule import LadderRule, RuleKind
from jinque.text import fold


def direct_routes(book: Rulebook, request: BridgeRequest) -> tuple[Step, ...]:
    """Return the routes opened by the awards that the person names, highest title first."""
    order = book.ladder.title_levels
    held = [rule for rule in _lists(book) if _is_held(rule, request)]
    held.sort(key=lambda rule: -order.index(rule.to_level or order[0]))
    return tuple(climb(book, rule, request) for rule in held)


def award_remarks(book: Rulebook, request: BridgeRequest) -> tuple[Remark, ...]:
    """Say what awards nobody told of could open, and which names are in no list."""
    lists = _lists(book)
    if not lists:
        return ()
    general = [cited for _, cited in book.of_kind(RuleKind.DIRECT_PRECONDITION)]
    rule = general[0] if general else book.cited[lists[0].id]
    if request.person.awards is None:
        return (_not_asked(lists, rule),)
    names = [name for each in lists for name in (each.award, *each.names)]
    unlisted = [award for award in request.person.awards if fold(award) not in map(fold, names)]
    return tuple(_unlisted(award, names, rule) for award in unlisted)


def _lists(book: Rulebook) -> list[LadderRule]:
    return [rule for rule in book.ladder.of_kind(RuleKind.DIRECT) if rule.award]


def _is_held(rule: LadderRule, request: BridgeRequest) -> bool:
    criterion = HasAward(names=(rule.award, *rule.names))
    return judge(criterion, request.person, request.on).outcome is Outcome.MET


def _not_asked(lists: list[LadderRule], rule: CitedRule) -> Remark:
    levels = "、".join(dict.fromkeys(each.to_level or "" for each in lists))
    words = Words(
        zh=f"另有{len(lists)}项奖项、称号的获得者可直接申报{levels}职称",
        en=f"holders of {len(lists)} awards may apply directly for {levels}",
    )
    return Remark(code="awards_not_asked", words=words, rule=rule, missing=(ask(Fact.AWARDS),))


def _unlisted(award: str, names: list[str], rule: CitedRule) -> Remark:
    near = "、".join(name for name, _ in near_names(award, names))
    like = Words(zh=f"；名称相近的有：{near}，请核对证书", en=f"; like it: {near}")
    words = Words(
        zh=f"直报名单中没有“{award}”" + (like.zh if near else ""),
        en=f"the lists for direct application do not name “{award}”" + (like.en if near else ""),
    )
    return Remark(code="award_not_listed", words=words, rule=rule)
