"""Made-up people in columns, the same for the same seed: of each fact some are unknown."""

from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from jinque.matching.arrow import PEOPLE_SCHEMA, STAFF_ID

LEVELS = ("高中", "大专", "本科", "硕士", "博士")
MAJORS = (
    *("计算机科学与技术", "软件工程", "会计学", "金融学", "经济学", "法学", "机械工程", "自动化"),
    *("电子信息工程", "材料科学与工程", "化学工程与工艺", "生物工程", "临床医学", "护理学"),
    *("汉语言文学", "英语", "统计学", "数学与应用数学", "物流管理", "工商管理"),
)
CERTIFICATES = (
    *("注册会计师证书", "护士执业资格证书", "执业医师资格证书", "法律职业资格证书", "驾驶证"),
    *("一级建造师执业资格证书", "安全员C证书", "演出经纪人资格证", "教师资格证书", "电工证"),
)
TOOLS = ("AutoCAD", "MATLAB", "Python语言", "Photoshop", "C++", "Verilog", "CATIA", "Excel", "SPSS")
LANGUAGES = ("英语", "日语", "韩语")
LANGUAGE_LEVELS = ("大学英语六级", "大学英语四级", "精通", "熟练", "良好")
OCCUPATIONS = (
    *("会计专业人员", "机械工程技术人员", "软件工程技术人员", "内科医师", "护士", "车工", "焊工"),
    *("市场营销专业人员", "律师", "中学教育教师", "电气工程技术人员", "厨师"),
)
INDUSTRIES = ("汽车", "金融", "软件及信息服务", "医药", "教育", "半导体", "零售")
TITLES = ("助理级", "中级", "副高级", "正高级")
_UNKNOWN, _YES = 0.1, 0.3
_FIRST, _LAST = 11_000, 20_400


def made_people(count: int, seed: int, first: int = 0) -> pa.RecordBatch:
    """Return people numbered from `first`."""
    draw = np.random.default_rng(seed)
    numbers = np.arange(first, first + count)
    columns: dict[str, pa.Array] = {
        STAFF_ID: pa.array(np.char.add("E", numbers.astype(str))),
        "nationality": _one(draw, ("中国", "日本", "德国"), count, (0.9, 0.05, 0.05)),
        "educations": _educations(draw, count),
        "work": _work(draw, count),
        "certificates": _list(draw, count, 2, lambda size: _one(draw, CERTIFICATES, size)),
        "tools": _list(draw, count, 3, lambda size: _one(draw, TOOLS, size)),
        "titles": _list(draw, count, 1, lambda size: _structs("titles", size, _titles(draw, size))),
        "languages": _list(
            draw, count, 2, lambda size: _structs("languages", size, _languages(draw, size))
        ),
        "is_graduate_of_year": _flags(draw, count),
    }
    return pa.RecordBatch.from_arrays(
        [
            columns[field.name].cast(field.type)
            if field.name in columns
            else pa.nulls(count, field.type)
            for field in PEOPLE_SCHEMA
        ],
        schema=PEOPLE_SCHEMA,
    )


def _educations(draw: np.random.Generator, count: int) -> pa.Array:
    def make(size: int) -> pa.Array:
        level = draw.choice(len(LEVELS), size, p=(0.1, 0.2, 0.45, 0.2, 0.05))
        degree = np.array(["", "", "学士", "硕士", "博士"], object)[level]
        major = pa.ListArray.from_arrays(
            pa.array(np.arange(size + 1), pa.int32()), _one(draw, MAJORS, size, unknown=0)
        )
        fields = {
            "level": pa.array(np.array(LEVELS, object)[level]),
            "degree": pa.array(degree, mask=_lost(draw, size)),
            "is_full_time": _flags(draw, size),
            "majors": major,
        }
        return _structs("educations", size, fields)

    return _list(draw, count, 2, make)


def _work(draw: np.random.Generator, count: int) -> pa.Array:
    def make(size: int) -> pa.Array:
        begun = draw.integers(_FIRST, _LAST, size).astype(np.int32)
        ended = begun + draw.integers(30, 4000, size).astype(np.int32)
        fields = {
            "begun_on": pa.array(begun).cast(pa.date32()),
            "ended_on": pa.array(ended, mask=ended > _LAST).cast(pa.date32()),
            "occupation": _one(draw, OCCUPATIONS, size),
            "industry": _one(draw, INDUSTRIES, size),
            "is_management": _flags(draw, size),
        }
        return _structs("work", size, fields)

    return _list(draw, count, 3, make)


def _titles(draw: np.random.Generator, size: int) -> dict[str, pa.Array]:
    return {"level": _one(draw, TITLES, size, unknown=0)}


def _languages(draw: np.random.Generator, size: int) -> dict[str, pa.Array]:
    return {
        "language": _one(draw, LANGUAGES, size, unknown=0),
        "level": _one(draw, LANGUAGE_LEVELS, size),
    }


def _structs(name: str, size: int, fields: dict[str, pa.Array]) -> pa.Array:
    kinds = PEOPLE_SCHEMA.field(name).type.value_type
    arrays = [
        fields[kind.name].cast(kind.type) if kind.name in fields else pa.nulls(size, kind.type)
        for kind in kinds
    ]
    return pa.StructArray.from_arrays(arrays, fields=list(kinds))


def _list(draw: np.random.Generator, count: int, most: int, make: Any) -> pa.Array:  # noqa: ANN401
    sizes = draw.integers(0, most + 1, count)
    is_lost = _lost(draw, count)
    sizes[is_lost] = 0
    offsets = np.concatenate(([0], np.cumsum(sizes))).astype(np.int32)
    mask = pa.array(is_lost)
    return pa.ListArray.from_arrays(pa.array(offsets), make(int(offsets[-1])), mask=mask)


def _one(
    draw: np.random.Generator,
    values: tuple[str, ...],
    size: int,
    shares: tuple[float, ...] | None = None,
    unknown: float = _UNKNOWN,
) -> pa.Array:
    found = np.array(values, object)[draw.choice(len(values), size, p=shares)]
    return pa.array(found, pa.string(), mask=draw.random(size) < unknown)


def _flags(draw: np.random.Generator, size: int) -> pa.Array:
    return pa.array(draw.random(size) < _YES, mask=_lost(draw, size))


def _lost(draw: np.random.Generator, size: int) -> NDArray[np.bool_]:
    return draw.random(size) < _UNKNOWN
