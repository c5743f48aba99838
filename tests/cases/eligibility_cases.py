"""Reads the cases of the self-check, written in the words of a civil servant."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from jinque.model.matching import Verdict
from jinque.model.person import Fact, Person
from jinque.parameters.person_file import read_person

FOLDER = Path(__file__).parent
FILES = ("years", "holdings", "health", "shanghai", "unstated")

VERDICTS = {
    "相符": Verdict.MATCHES,
    "待补充": Verdict.INCOMPLETE,
    "年限未到": Verdict.NOT_YET,
    "不一致": Verdict.DOES_NOT_MATCH,
    "未列条件": Verdict.NO_STATED_REQUIREMENTS,
}
FACTS = {
    "国籍": Fact.NATIONALITY,
    "学历": Fact.EDUCATIONS,
    "工作": Fact.WORK,
    "证书": Fact.CERTIFICATES,
    "职称": Fact.TITLES,
    "语言": Fact.LANGUAGES,
    "工具": Fact.TOOLS,
    "奖项": Fact.AWARDS,
    "应届": Fact.IS_GRADUATE_OF_YEAR,
}


@dataclass(frozen=True, kw_only=True)
class Case:
    """One case; None is what the case does not say and the test does not compare.

    `deciding` and `to_judge` hold words of the printed quotes, one of each finding.
    """

    name: str
    person: Person
    post_id: str
    on: date
    verdict: Verdict
    deciding: list[str]
    missing: set[Fact] | None
    missing_count: int | None
    to_judge: list[str] | None
    earliest: date | None
    none_stated: list[str] | None
    doubts: set[str]


def read_cases() -> list[Case]:
    people: dict[str, dict[str, Any]] = load("people")
    return [_case(entry, people) for name in FILES for entry in load(name)["例"]]


def load(name: str) -> dict[str, Any]:
    text = (FOLDER / f"eligibility_{name}.yaml").read_text(encoding="utf-8")
    document: dict[str, Any] = yaml.safe_load(text)
    return document


def person_of(said: dict[str, Any]) -> Person:
    return read_person(yaml.safe_dump(said, allow_unicode=True), "case.yaml")


def _case(entry: dict[str, Any], people: dict[str, dict[str, Any]]) -> Case:
    said = dict(entry)
    said.pop("因")
    missing = said.pop("缺", None)
    case = Case(
        name=said.pop("案"),
        person=person_of(people[said.pop("人")] | said.pop("另", {})),
        post_id=said.pop("岗"),
        on=said.pop("日"),
        verdict=VERDICTS[said.pop("答")],
        deciding=said.pop("定", []),
        missing=None if missing is None else {FACTS[name] for name in missing},
        missing_count=said.pop("缺数", None),
        to_judge=said.pop("待判", None),
        earliest=said.pop("最早", None),
        none_stated=said.pop("无", None),
        doubts=set(said.pop("疑", [])),
    )
    if said:
        raise ValueError(f"{case.name}: {', '.join(said)} is read by nothing")
    return case
