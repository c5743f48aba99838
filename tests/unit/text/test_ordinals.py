import pytest

from jinque.text import read_ordinal, strip_ordinal


@pytest.mark.parametrize(
    ("text", "level", "number", "printed", "rest"),
    [
        ("一、电气产业", 1, 1, "一", "电气产业"),
        ("十八、制笔产业", 1, 18, "十八", "制笔产业"),
        ("二十、其他", 1, 20, "二十", "其他"),
        ("（四）卫生", 2, 4, "（四）", "卫生"),
        ("(三)卫生", 2, 3, "(三)", "卫生"),
        ("1.基本条件。", 3, 1, "1", "基本条件。"),
        ("2、说明", 3, 2, "2", "说明"),
        ("（1）获得", 4, 1, "（1）", "获得"),
        ("(3) 世界技能大赛", 4, 3, "(3)", "世界技能大赛"),
    ],
)
def test_each_style_of_numbering_is_read(
    text: str, level: int, number: int, printed: str, rest: str
) -> None:
    ordinal = read_ordinal(text)

    assert ordinal is not None
    assert (level, number, printed, rest) == (
        ordinal.level,
        ordinal.number,
        ordinal.printed,
        ordinal.rest,
    )


@pytest.mark.parametrize("text", ["1.5万元", "卫生", "", "一般紧缺", "2020年", "（试行）"])
def test_other_text_has_no_ordinal(text: str) -> None:
    assert read_ordinal(text) is None


def test_a_bare_ordinal_is_not_stripped_to_nothing() -> None:
    assert strip_ordinal("（一）") == "（一）"
