"""What verdicts are called, and what every answer of a self-check says beside them."""

from jinque.model.assessment import Validity, Verdict
from jinque.model.words import Words

SELF_CHECK_NOTICE = Words(
    zh="本结果仅按目录文字自查，不是认定结论，不作为享受政策依据；以受理机关当年规定为准。",
    en=(
        "This is a self-check against the words of the catalogues alone: it decides nothing and "
        "is no ground for any benefit; the rules of the accepting authority for the year prevail."
    ),
)
NOT_YET_CONDITION = Words(
    zh="若持续从业且目录不变", en="if work goes on and the catalogue does not change"
)
VERDICT_NAMES = {
    Verdict.MATCHES: Words(
        zh="与所列要求相符（能力待用人单位判断）",
        en="matches the printed requirements (ability is for the employer to judge)",
    ),
    Verdict.INCOMPLETE: Words(zh="待补充", en="incomplete"),
    Verdict.NOT_YET: Words(zh="年限未到", en="not yet: years are short"),
    Verdict.DOES_NOT_MATCH: Words(
        zh="与所列要求不一致", en="does not match the printed requirements"
    ),
    Verdict.NO_STATED_REQUIREMENTS: Words(
        zh="本目录未列条件", en="this catalogue states no requirements"
    ),
}
SHORT_VERDICTS = {
    Verdict.MATCHES: Words(zh="相符", en="matches"),
    Verdict.INCOMPLETE: Words(zh="待补充", en="incomplete"),
    Verdict.NOT_YET: Words(zh="年限未到", en="not yet"),
    Verdict.DOES_NOT_MATCH: Words(zh="不一致", en="does not match"),
    Verdict.NO_STATED_REQUIREMENTS: Words(zh="未列条件", en="none stated"),
}
"""The same in a table, under a heading that says that the printed requirements are meant."""

VALIDITY_NAMES = {
    Validity.IN_FORCE: Words(zh="有效", en="in force"),
    Validity.REPEALED: Words(zh="已废止", en="repealed"),
    Validity.NOT_STATED: Words(zh="未载明", en="not stated"),
}
