"""What a criterion of a post demands, said in a few words; printed words stay as printed."""

from collections.abc import Callable
from typing import Any

from jinque.model import Words
from jinque.model.criterion import Criterion, Evidence
from jinque.model.criterion_person import YearsByDegree

_JOINTS = {
    True: ("（均须）", " (all)"),
    False: ("（其一）", " (one of them)"),
    None: ("（均须或其一，原文未载明）", " (all or one: not stated)"),
}


def describe(criterion: Criterion) -> Words:
    """Return the reading of a criterion of a post.

    Raises:
        KeyError: the criterion is of a kind that no post's reading holds.
    """
    return _SAY[criterion.kind](criterion)


def _of(zh: str, en: str) -> Callable[[Any], Words]:
    return lambda criterion: Words(
        zh=zh.format(**_values(criterion)), en=en.format(**_values(criterion))
    )


def _values(criterion: Criterion) -> dict[str, object]:
    return {name: getattr(criterion, name) for name in getattr(criterion, "__slots__", ())}


def _list(zh: str, en: str) -> Callable[[Any], Words]:
    """Say a list of names, with whether all are needed where there are several."""

    def say(criterion: Any) -> Words:  # noqa: ANN401 - any of the kinds with names
        names = "、".join(criterion.names)
        joint = _JOINTS[criterion.are_all] if len(criterion.names) > 1 else ("", "")
        return Words(zh=f"{zh}：{names}{joint[0]}", en=f"{en}: {names}{joint[1]}")

    return say


def _subjects(zh: str, en: str) -> Callable[[Any], Words]:
    def say(criterion: Any) -> Words:  # noqa: ANN401 - majors or background
        names = "、".join(criterion.names)
        more = ("等，列举未尽", ", an open list") if criterion.is_open else ("", "")
        return Words(zh=f"{zh}：{names}{more[0]}", en=f"{en}: {names}{more[1]}")

    return say


def _years(criterion: Any) -> Words:  # noqa: ANN401 - years of work
    bound = f"（{criterion.bound_to}）" if criterion.bound_to else ""
    bound_en = f" ({criterion.bound_to})" if criterion.bound_to else ""
    return Words(
        zh=f"工作满 {criterion.at_least} 年{bound}",
        en=f"{criterion.at_least} years of work{bound_en}",
    )


def _by_degree(criterion: YearsByDegree) -> Words:
    zh = [f"{'、'.join(r.levels)}{_needed(r.at_least)}" for r in criterion.rules]
    en = [f"{'、'.join(r.levels)}: {r.at_least or 'none'}" for r in criterion.rules]
    if criterion.waived_for_roles:
        roles = "、".join(criterion.waived_for_roles)
        zh, en = [*zh, f"{roles}不限"], [*en, f"{roles}: none"]
    return Words(zh="工作年限按学历：" + "；".join(zh), en="years by education: " + "; ".join(en))


def _needed(years: int) -> str:
    return f"满 {years} 年" if years else "不限"


def _scope(criterion: Any) -> Words:  # noqa: ANN401 - scope
    if criterion.region:
        return Words(zh=f"本表只列{criterion.region}的岗位", en=f"posts of {criterion.region} only")
    return Words(zh="整份目录只面向外籍人员", en="the whole list is for foreign nationals")


def _group(zh: str, en: str) -> Callable[[Any], Words]:
    def say(criterion: Any) -> Words:  # noqa: ANN401 - a group
        parts = [describe(part) for part in criterion.parts]
        return Words(zh=zh.join(part.zh for part in parts), en=en.join(part.en for part in parts))

    return say


def _evidence(_criterion: Evidence) -> Words:
    return Words(zh="须由人判断", en="to be judged by people")


_SAY: dict[str, Callable[[Any], Words]] = {
    "scope": _scope,
    "education_level": _of("学历不低于{at_least}", "education: {at_least} or above"),
    "academic_degree": _of("学位不低于{at_least}", "degree: {at_least} or above"),
    "full_time": _of("全日制", "full-time study"),
    "title_level": _of("职称不低于{at_least}", "professional title: {at_least} or above"),
    "experience_years": _years,
    "management_years": _of("管理经验满 {at_least} 年", "{at_least} years of management"),
    "years_by_degree": _by_degree,
    "graduate_of_year": _of(
        "应届毕业生（何年毕业，目录未定义）", "graduate of the year (not defined)"
    ),
    "majors": _subjects("专业", "majors"),
    "background": _subjects("专业背景（未言学历）", "background (no degree demanded)"),
    "industry_experience": lambda c: Words(
        zh=f"行业工作能力：{'、'.join(c.any_of)}", en=f"work in industry: {'、'.join(c.any_of)}"
    ),
    "certificate": _list("证书", "certificate"),
    "licence": _list("执业资格", "licence"),
    "language": _of("语言：{language}（{level}）", "language: {language} ({level})"),
    "tool": _list("工具", "tools"),
    "award": _list("奖项", "awards"),
    "place": _of("工作地点：{words}", "place of work: {words}"),
    "approval": _of("由主管部门认定：{words}", "to be found by an authority: {words}"),
    "evidence": _evidence,
    "any_of": _group("；或 ", "; or "),
    "all_of": _group("；且 ", "; and "),
}
