"""Reads the cases of the bridge, written in the words of a civil servant."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import yaml

from jinque.model.ladder import BridgeRequest, BridgeStatus, Direction
from jinque.model.person import Appraisal, Fact, Person, Skill, Title

FOLDER = Path(__file__).parent

STATUSES = {
    "可申报": BridgeStatus.MAY_APPLY,
    "还不能": BridgeStatus.NOT_YET,
    "未列明": BridgeStatus.NOT_LISTED,
    "缺少事实": BridgeStatus.FACTS_MISSING,
    "不适用": BridgeStatus.NOT_APPLICABLE,
}
DIRECTIONS = {"职称": Direction.SKILL_TO_TITLE, "等级": Direction.TITLE_TO_SKILL}
FACTS = {
    "地区": Fact.PLACE,
    "职业": Fact.OCCUPATION,
    "等级": Fact.SKILLS,
    "职称": Fact.TITLES,
    "取得": Fact.OBTAINED_ON,
    "已工作": Fact.YEARS_WORKED,
    "到岗": Fact.IN_POST_SINCE,
    "考核": Fact.APPRAISALS,
    "奖项": Fact.AWARDS,
    "职称系列": Fact.TITLE_SERIES,
    "从事本职业": Fact.WORKS_IN_OCCUPATION,
    "守法敬业": Fact.OBSERVES_LAW,
    "事业单位在编": Fact.IS_PUBLIC_INSTITUTION_STAFF,
    "符合评聘规定": Fact.MEETS_POST_RULES,
    "一线领军": Fact.IS_FRONT_LINE_MASTER,
    "相关毕业证书": Fact.HAS_RELATED_DIPLOMA,
    "单位有资质": Fact.EMPLOYER_MAY_ASSESS,
}
NONE = "无"
_PLAIN = ("地区", "到岗")
_LEVEL = {"级": "level", "职业": "occupation", "取得": "obtained_on", "已工作": "years_worked"}
_TITLE = {"级": "level", "系列": "series", "取得": "obtained_on"}
_ANSWERS = {"是": True, "否": False}
_RESULTS = {"合格": True, "不合格": False}


@dataclass(frozen=True, kw_only=True)
class BridgeCase:
    """One case; None is what the case does not say and the test does not compare.

    `earliest` is a date, or 无 where time alone does not help.
    """

    name: str
    request: BridgeRequest
    status: BridgeStatus
    step_status: BridgeStatus | None
    level: str | None
    series: str | None
    clause: str | None
    deciding: set[str] | None
    missing: list[Fact] | None
    earliest: date | str | None
    next_level: str | None
    next_earliest: date | None
    promotion: str | None
    promotion_earliest: date | None
    remarks: set[str] = field(default_factory=set)
    near: list[str] = field(default_factory=list)


def read_cases(name: str = "bridge.yaml") -> list[BridgeCase]:
    document = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return [_case(entry) for entry in document["例"]]


def _case(entry: dict[str, Any]) -> BridgeCase:
    expected = dict(entry)
    expected.pop("因")
    case = BridgeCase(
        name=expected.pop("案"),
        request=BridgeRequest(
            direction=DIRECTIONS[expected.pop("求")],
            person=read_person(expected.pop("人")),
            occupation=expected.pop("职业", None),
            on=expected.pop("日"),
        ),
        status=STATUSES[expected.pop("答")],
        step_status=STATUSES.get(expected.pop("级答", "")),
        level=expected.pop("级", None),
        series=expected.pop("系列", None),
        clause=expected.pop("条", None),
        deciding=_set(expected.pop("定", None)),
        missing=_facts(expected.pop("缺", None)),
        earliest=expected.pop("最早", None),
        next_level=expected.pop("下一步", None),
        next_earliest=expected.pop("下一步最早", None),
        promotion=expected.pop("晋级", None),
        promotion_earliest=expected.pop("晋级最早", None),
        remarks=set(expected.pop("提示", ())),
        near=expected.pop("相近", []),
    )
    if expected:
        raise ValueError(f"{case.name}: {', '.join(expected)} is read by nothing")
    return case


def read_person(said: dict[str, Any]) -> Person:
    """Read a person; a key that is not there is unknown, 无 is none at all."""
    told: dict[str, Any] = {}
    for key, value in said.items():
        name = FACTS[key].value
        if key == "考核":
            told[name] = [Appraisal(year=y, is_passed=_RESULTS[v]) for y, v in value.items()]
        elif key in ("等级", "职称"):
            names, kind = (_LEVEL, Skill) if key == "等级" else (_TITLE, Title)
            told[name] = [_renamed(one, names, kind) for one in _many(value)]
        elif key == "奖项":
            told[name] = _many(value)
        else:
            told[name] = value if key in _PLAIN else _ANSWERS[value]
    return msgspec.convert(told, Person, from_attributes=True)


def _renamed(
    said: dict[str, Any], names: dict[str, str], kind: type[Skill] | type[Title]
) -> Skill | Title:
    return msgspec.convert({names[key]: value for key, value in said.items()}, kind)


def _many(value: list[Any] | str) -> list[Any]:
    return [] if value == NONE else list(value)


def _set(values: list[str] | None) -> set[str] | None:
    return None if values is None else set(values)


def _facts(names: list[str] | None) -> list[Fact] | None:
    return None if names is None else [FACTS[name] for name in names]
