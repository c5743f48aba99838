"""Tables as clerks make them: columns to tick, cards, and refusals that say the next step."""

import pytest

from jinque.documents import read
from jinque.errors import WrongCallError
from jinque.extraction import extract
from jinque.extraction.reading import Reading, profiles_for
from tests.said import zh

TICKED = """<h1>云汀县紧缺人才目录</h1><table>
<tr><td rowspan=2>序号</td><td rowspan=2>岗位名称</td><td colspan=3>紧缺程度</td></tr>
<tr><td>非常紧缺</td><td>比较紧缺</td><td>一般紧缺</td></tr>
<tr><td>1</td><td>电工</td><td>√</td><td></td><td></td></tr>
<tr><td>2</td><td>焊工</td><td></td><td>√</td><td></td></tr>
<tr><td>3</td><td>车工</td><td></td><td></td><td>√</td></tr>
<tr><td>4</td><td>钳工</td><td>√</td><td></td><td>√</td></tr></table>"""

_CARD = """<table><tr><td>岗位名称</td><td>{}</td><td>需求人数</td><td>2</td></tr>
<tr><td>学历要求</td><td>本科</td><td>专业要求</td><td>水利工程</td></tr>
<tr><td>岗位职责</td><td colspan=3>负责设计</td></tr></table>"""


def _read(name: str, text: str) -> Reading:
    document = read(text.encode(), name=name)
    profiles = profiles_for(document, source_name=name, edition_id=None, known=())
    [reading] = extract(document, source_name=name, profiles=profiles)
    return reading


def test_the_ticked_one_of_several_columns_is_the_shortage() -> None:
    reading = _read("a.html", TICKED)
    posts = reading.edition.posts

    told = [post.shortage and (post.shortage.printed, post.shortage.value) for post in posts]
    assert told == [("非常紧缺", 3), ("比较紧缺", 2), ("一般紧缺", 1), None]
    [doubt] = [one for one in reading.report.issues if one.code == "shortage_ticked_twice"]
    assert doubt.serial == 4


def test_labels_of_a_card_are_no_posts() -> None:
    page = "<h1>云汀县紧缺岗位</h1>" + _CARD.format("水利工程师") + _CARD.format("护士")

    with pytest.raises(WrongCallError) as caught:
        _read("a.html", page)

    assert caught.value.code == "nothing_found"


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.csv", "岗位名称,需求人数\n", "没有一行写有岗位名称"),
        ("a.csv", "序号,岗位名称\n1,\n2,\n", "没有一行写有岗位名称"),
        ("a.txt", "今日要闻\n没有表格的文字。\n", "没有找到目录的表格"),
        ("a.csv", "甲,乙,丙,丁\n一\ufffd,二,三,四\n", "“甲、乙、丙、丁”"),
    ],
)
def test_a_refusal_fits_what_it_quotes_and_says_the_next_step(
    name: str, text: str, says: str
) -> None:
    with pytest.raises(WrongCallError) as caught:
        _read(name, text)

    told = zh(caught.value.message)
    assert says in told
    assert not {"\x00", "\ufffd"} & set(told)
    assert caught.value.hint
    assert "认不出哪一栏是岗位名称" not in told or "岗位名称、" not in told
