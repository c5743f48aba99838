"""A roster in Parquet and a small plan, for the tests of engines."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from bench.roster.people import made_people
from jinque.matching.kernel import Plan, PlannedPost
from jinque.model.criterion import (
    AcademicDegree,
    AnyOf,
    Certificate,
    EducationLevel,
    ExperienceYears,
    InScope,
    LanguageSkill,
    Majors,
    ManagementYears,
    TitleLevel,
    Tool,
)

ON = date(2026, 3, 1)
_POSTS = (
    (),
    (EducationLevel(at_least="本科"), ExperienceYears(at_least=3)),
    (InScope(nationality="foreign"), AcademicDegree(at_least="硕士")),
    (
        ExperienceYears(at_least=5, bound_to="相关", occupations=("会计专业人员",)),
        Certificate(names=("注册会计师证书",), are_all=True),
    ),
    (ManagementYears(at_least=2), AnyOf(parts=(TitleLevel(at_least="高级"),))),
    (
        Majors(names=("软件工程", "自动化"), is_open=False),
        Tool(names=("MATLAB", "C++"), are_all=None),
        LanguageSkill(language="英语", level="大学英语六级"),
    ),
)


def plan() -> Plan:
    posts = tuple(
        PlannedPost(post_id=f"made:{place}", name=f"岗位{place}", deciding=deciding)
        for place, deciding in enumerate(_POSTS)
    )
    return Plan(on=ON, posts=posts, no_stated=1)


def write_roster(path: Path, people: int, rows_of_a_part: int) -> Path:
    table = pa.Table.from_batches([made_people(people, seed=7)])
    pq.write_table(table, path, row_group_size=rows_of_a_part)
    return path


def write_marked(path: Path, marker: str) -> None:
    """Write people whose number, nationality and certificate are a marker."""
    table = pa.table(
        {
            "staff_id": [marker] * 5,
            "nationality": [marker] * 5,
            "certificates": [[marker]] * 5,
        }
    )
    pq.write_table(table, path, row_group_size=2)


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}
