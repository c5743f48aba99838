import pytest

from jinque import api
from jinque.web.pages.posts import Reading, post_context


def _readings(workspace: api.Workspace, post_id: str) -> list[Reading]:
    cells = post_context(workspace, post_id).cells
    return [reading for cell in cells for reading in cell.readings]


@pytest.mark.parametrize(
    ("post_id", "reading"),
    [
        ("dalian:装备制造:1", Reading(kind="stars", value="5", of=5)),
        ("dalian:装备制造:1", Reading(kind="code_level", value="occupation")),
        ("dalian:电子信息产品制造:3", Reading(kind="code_none", value="")),
        ("dalian:电子信息产品制造:3", Reading(kind="mark", value="special_need")),
        ("wenzhou-2020:电气产业:1", Reading(kind="band", value="非常紧缺")),
        ("wenzhou-2020:化工产业:6", Reading(kind="band_other", value="一般紧缺")),
        ("wenzhou-2020:化工产业:6", Reading(kind="grade", value="2", of=3)),
        ("skilled-trades:医药健康:2", Reading(kind="industry_carried", value="医药健康")),
        ("skilled-trades:医药健康:1", Reading(kind="pay", value="9.8")),
        ("zhejiang-2022-77:1", Reading(kind="series", value="工程技术、实验技术")),
        (
            "shanghai-foreign:集成电路:1",
            Reading(kind="blocks", value="ability education experience"),
        ),
    ],
)
def test_a_cell_is_read(workspace: api.Workspace, post_id: str, reading: Reading) -> None:
    assert reading in _readings(workspace, post_id)


def test_nothing_is_derived_from_an_ability(workspace: api.Workspace) -> None:
    cells = post_context(workspace, "dalian:装备制造:1").cells

    assert [cell.readings for cell in cells if cell.role == "ability"] == [()]
