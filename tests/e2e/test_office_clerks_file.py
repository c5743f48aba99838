"""A clerk's own file, thirty posts in the habits of an office, from its upload to its publication.

Counted are the decisions that people take on the way: each settlement, the approval, the
publication. The aim is fewer than ten.
"""

import io
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

from tests.e2e.office_staff import Person, office_serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAME = "云汀县目录.docx"
TITLE = "云汀县2031年度紧缺人才需求目录"
ABOVE = ("云汀县人力资源和社会保障局　2031年3月5日发布", "有效期至2033年12月31日")
LEGEND = "注：紧缺程度分A、B、C三级，A为非常紧缺，B为比较紧缺，C为一般紧缺。"
HEADINGS = (
    *("序号", "行业", "职业编码", "岗位名称", "紧缺程度", "学历要求"),
    *("专业要求", "工作经历要求", "能力要求", "年薪（万元）"),
)
INDUSTRIES = ("装备制造", "海洋渔业", "医养健康", "数字经济", "现代农业")
NAMES = (
    *("6-31-01-03 电工", "6-18-02-04 焊工", "6-18-01-01 车工", "6-18-04-01 模具工"),
    *("6-18-02-01 铸造工", "6-18-02-02 锻造工", "6-01-05-01 水产品加工工"),
    *("5-04-01-01 水生动物苗种繁育工", "6-16-03-01 海盐制盐工", "6-30-04-04 潜水员"),
    *("4-02-03-03 港口客运员", "4-09-02-01 水文勘测工", "4-10-01-05 养老护理员"),
    *("4-10-01-03 保育师", "4-14-02-01 营养师", "4-14-02-02 健康管理师", "4-08-05-04 药物检验员"),
    *("4-10-03-01 美容师", "2-02-38-04 云计算工程技术人员", "2-02-38-03 大数据工程技术人员"),
    *("2-02-38-02 物联网工程技术人员", "2-02-38-05 智能制造工程技术人员"),
    *("4-01-06-01 电子商务师", "4-02-04-06 无人机驾驶员", "5-01-02-01 农艺工"),
    *("5-01-02-02 园艺工", "5-03-02-01 家畜饲养员", "5-05-02-03 动物疫病防治员"),
    *("4-01-03-01 农产品经纪人", "5-02-03-01 护林员"),
)
EACH = len(NAMES) // len(INDUSTRIES)
GRADES, EDUCATION = "ABC", ("大专及以上", "本科及以上", "中专", "高中")
MAJORS = ("机械设计制造及其自动化", "食品科学与工程", "护理学", "专业不限")
YEARS = ("1年及以上", "3年及以上", "不限", "2年及以上", "5年及以上")
PAY = ("10-15", "6-9", "12-18", "8-12")
REASON = "与盖章原件核对"
MOST_DECISIONS = 10
_STUDY, _LOST = 5, 3


def _rows() -> Iterator[tuple[str, ...]]:
    for at, named in enumerate(NAMES):
        code, name = named.split()
        yield (
            *(str(at + 1), INDUSTRIES[at // EACH], code, name, GRADES[at % 3]),
            *(EDUCATION[at % 4], MAJORS[at % 4], YEARS[at % 5]),
            *(f"能够独立完成{name}的日常工作。", PAY[at % 4]),
        )


def clerks_docx(without_study: int = 0) -> bytes:
    """Print the file: industries merged downwards, one head, notes below.

    Args:
        without_study: rows at the beginning whose degrees are left blank.
    """
    document = docx.Document()
    for line in (TITLE, *ABOVE):
        document.add_paragraph(line)
    rows = [HEADINGS, *_rows()]
    table = document.add_table(len(rows), len(HEADINGS))
    for row, texts in zip(table.rows, rows, strict=True):
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            is_first = texts is HEADINGS or (int(texts[0]) - 1) % EACH == 0
            is_blank = place == _STUDY and texts is not HEADINGS and int(texts[0]) <= without_study
            cell.text = text if (place != 1 or is_first) and not is_blank else ""
    for first in range(1, len(rows), EACH):
        table.cell(first, 1).merge(table.cell(first + EACH - 1, 1))
    document.add_paragraph(LEGEND)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


@dataclass
class Walk:
    """What was seen on the way.

    Attributes:
        drafted: the page of the draft.
        open: issues that wait for a person.
        decisions: how many were taken.
        published: the public page of the edition.
        post: the public page of a post.
        compared: the page of the draft of a copy that has lost three degrees.
    """

    drafted: str
    open: str
    decisions: int
    published: str
    post: str
    compared: str


@pytest.fixture(scope="module")
def site(corpus_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with office_serving(corpus_record, tmp_path_factory.mktemp("office")) as address:
        yield address


@pytest.fixture(scope="module")
def walk(browser: "Browser", site: str) -> Walk:
    editor, reviewer, publisher = (Person(browser, site, name) for name in ("张敏", "李雷", "韩梅"))
    draft = editor.upload(NAME, clerks_docx())
    drafted = re.sub(r"\s+", " ", editor.says())
    _shot(editor, "draft")
    waiting = editor.open_issues(draft)
    _shot(editor, "open")
    decisions = 0
    editor.go(f"{draft}/issues?show=open")
    while link := next(iter(editor.main.locator(".issue .issue-says a").all()), None):
        link.click()
        editor.settle("accept", REASON)
        decisions += 1
        assert decisions < MOST_DECISIONS
        editor.go(f"{draft}/issues?show=open")
    reviewer.go(draft)
    reviewer.press("复核通过")
    publisher.go(draft)
    publisher.press("发布")
    _shot(publisher, "published")
    publisher.main.get_by_role("link", name="看发布的目录").click()
    published = re.sub(r"\s+", " ", publisher.says())
    _shot(publisher, "edition")
    publisher.main.get_by_role("link", name="潜水员").first.click()
    _shot(publisher, "post")
    post = re.sub(r"\s+", " ", publisher.says())
    editor.upload("重存.docx", clerks_docx(_LOST))
    _shot(editor, "compared")
    return Walk(
        drafted=drafted,
        open=waiting,
        decisions=decisions + 2,
        published=published,
        post=post,
        compared=re.sub(r"\s+", " ", editor.says()),
    )


def _shot(person: Person, name: str) -> None:
    """Keep a picture where `JINQUE_SHOTS` names a folder for them."""
    if folder := os.environ.get("JINQUE_SHOTS"):
        person.page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_it_takes_fewer_than_ten_decisions(walk: Walk) -> None:
    assert walk.decisions < MOST_DECISIONS, walk.open


def test_the_draft_has_all_thirty_rows(walk: Walk) -> None:
    assert "文件里有 30 行，读成 30 行" in walk.drafted
    assert "未收入" not in walk.drafted


@pytest.mark.parametrize(
    "fact",
    [
        TITLE,
        "云汀县人力资源和社会保障局",
        "2031-03-05",
        "失效日期 2034-01-01",
        "有效期至2033年12月31日",
    ],
)
def test_the_published_edition_states_its_facts(walk: Walk, fact: str) -> None:
    assert fact in walk.published, walk.published


@pytest.mark.parametrize("name", [named.split()[1] for named in NAMES])
def test_every_post_is_published(walk: Walk, name: str) -> None:
    assert name in walk.published


def test_a_post_shows_its_grade_pay_majors_and_industry(walk: Walk) -> None:
    for words in ("海洋渔业", "A", "6-9", "食品科学与工程", "6-30-04-04"):
        assert words in walk.post


def test_a_poorer_copy_stands_beside_what_it_would_replace(walk: Walk) -> None:
    for at, named in enumerate(NAMES[:_LOST]):
        assert f"{named.split()[1]} 学历要求 {EDUCATION[at]} 未读出" in walk.compared
