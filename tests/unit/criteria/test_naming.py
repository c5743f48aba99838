import pytest

from jinque.criteria.holdings import same_certificate, same_tool


@pytest.mark.parametrize(
    ("printed", "held"),
    [
        ("执业医师资格", "执业医师资格证书"),
        ("一级注册城乡规划师资格证书", "一级注册城乡规划师证书"),
        ("特许金融分析师（CFA）", "CFA"),
        ("特许金融分析师(CFA)", "特许金融分析师"),
        ("规培证", "住院医师规范化培训合格证书"),
        ("CPA资格证书", "注册会计师"),
    ],
)
def test_names_of_one_certificate_are_the_same(printed: str, held: str) -> None:
    assert same_certificate(printed, held) is True


@pytest.mark.parametrize(
    ("printed", "held"),
    [
        ("演出经纪人从业资格证", "演出经纪人资格证"),
        ("执业医师资格", "医师执业证书"),
        ("相关一级执业资格证书", "一级建造师"),
        ("高级技术资格证书", "高级焊工"),
    ],
)
def test_like_and_vague_names_are_for_people_to_compare(printed: str, held: str) -> None:
    assert same_certificate(printed, held) is None


def test_other_certificates_are_others() -> None:
    assert same_certificate("律师执业证书", "驾驶证") is False


@pytest.mark.parametrize(
    ("printed", "held", "expected"),
    [
        ("R语言", "R", True),
        ("System verilog", "SystemVerilog", True),
        ("C", "C++", False),
        ("EDA", "Virtuoso", None),
        ("EDA", "eda软件", True),
    ],
)
def test_tools_are_compared_by_name_and_a_sort_is_for_people(
    printed: str, held: str, *, expected: bool | None
) -> None:
    assert same_tool(printed, held) is expected
