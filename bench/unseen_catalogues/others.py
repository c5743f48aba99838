"""Files that are no catalogue of shortage: not one row of them may come out.

People, numbers and addresses are made up; the identity numbers bear a region that does not exist.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bench.unseen_catalogues.files import PRINTERS
from bench.unseen_catalogues.sheet import Cell, Column, Post, Sheet

_PLACES = ("docx", "xlsx", "html", "pdf", "csv", "txt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """A file without posts.

    Attributes:
        name: of the file.
        kind: what it is.
        data: its bytes.
        has_people: it must be refused unread, as a list of people.
    """

    name: str
    kind: str
    data: bytes
    has_people: bool = False


def others(formats: tuple[str, ...] = _PLACES) -> Iterator[Other]:
    """Yield each kind in each format."""
    for kind, make in _KINDS.items():
        for fmt in formats:
            sheet = make()
            sheet.format = fmt
            yield Other(
                name=f"{kind}.{fmt}",
                kind=kind,
                data=PRINTERS[fmt](sheet),
                has_people=kind.startswith("people"),
            )


def _text(title: str, *lines: str) -> Sheet:
    sheet = Sheet(number=0, city="", title=title, columns=[], posts=[], above=list(lines))
    sheet.options.add("no_table")
    return sheet


def _table(title: str, headings: str, *rows: str) -> Sheet:
    names = headings.split()
    columns = [Column(key=name, heading=name) for name in names]
    posts = []
    for row in rows:
        values = row.split()
        posts.append(
            Post(cells={name: Cell(text=value) for name, value in zip(names, values, strict=True)})
        )
    return Sheet(number=0, city="", title=title, columns=columns, posts=posts)


def _news() -> Sheet:
    return _text(
        "我市上半年用工监测情况",
        "人才服务中心上半年用工监测涉及六十个岗位，共采集有效样本四百余份。",
        "排名靠前的岗位依次是采茶工、漆器匠、钢琴调音师、潜水教练、雨伞装配工、船缆编结工。",
        "从行业看，制造业、住宿餐饮业和居民服务业需求较旺；电工、焊工、护士等紧缺程度有所上升。",
        "下一步将在各乡镇设立监测点，并举办招聘会三场。",
    )


def _papers() -> Sheet:
    return _text(
        "关于报名事项的说明",
        "报名人员应当带齐身份证、户口簿、毕业证、照片、报名表、体检表、健康证。",
        "一、身份证原件及复印件",
        "二、毕业证书、学位证书",
        "三、近期免冠照片两张",
        "逾期不再受理。",
    )


def _paper_table() -> Sheet:
    return _table(
        "人才认定申报材料清单",
        "序号 材料名称 份数 要求",
        "1 身份证复印件 2 加盖公章",
        "2 劳动合同 1 原件",
        "3 社会保险缴费证明 1 近六个月",
        "4 毕业证书 1 原件及复印件",
        "5 职称证书 1 复印件",
    )


def _contents() -> Sheet:
    return _text(
        "目　录",
        "第一章　总则……………………1",
        "第二章　装备制造业紧缺岗位……………………3",
        "第三章　海洋渔业紧缺岗位……………………12",
        "第四章　现代物流业紧缺岗位……………………21",
        "附录　名词解释……………………30",
    )


def _people() -> Sheet:
    return _table(
        "在职人员花名册",
        "姓名 工号 证件号码 手机号码 部门 岗位 最高学历 入职日期",
        "甲某某 A001 000000199001010011 13800138000 设备部 电工 大专 2018-04-18",
        "乙某某 A002 000000199101010022 13800138000 护理部 护士 本科 2019-07-04",
        "丙某某 A003 000000199201010033 13800138000 财务部 会计 本科 2021-04-14",
        "丁某某 A004 000000199301010044 13800138000 车间 焊工 高中 2022-09-01",
    )


def _people_without_numbers() -> Sheet:
    return _table(
        "拟聘人员公示名单",
        "序号 姓名 性别 出生年月 学历 毕业院校 拟聘岗位",
        "1 甲某某 女 1998.03 本科 某某大学 护士",
        "2 乙某某 男 1997.11 硕士 某某学院 结构设计工程师",
        "3 丙某某 女 1999.06 大专 某某职业学院 会计",
        "4 丁某某 男 1996.01 本科 某某大学 中学数学教师",
    )


def _people_in_groups() -> Sheet:
    return _table(
        "报名登记表汇总",
        "序号 姓名 身份证号 应聘岗位 学历",
        "1 甲某某 000000-19900101-0011 电工 大专",
        "2 乙某某 ００００００１９９１０１０１００２２ 护士 本科",
        "3 丙某某 000000900101003 会计 本科",
    )


def _wages() -> Sheet:
    return _table(
        "企业人工成本和工资指导价位",
        "序号 职业名称 低位数 25分位 中位数 75分位 高位数",
        "1 电工 41200 52300 63100 75800 98000",
        "2 焊工 43800 55100 66900 80200 105400",
        "3 采购员 39700 48200 59900 72300 91800",
        "4 保安员 28600 33900 38700 44200 52100",
        "5 养老护理员 31200 36900 43100 51800 60900",
    )


def _training() -> Sheet:
    return _table(
        "职业技能培训补贴标准目录",
        "序号 培训项目 培训课时 补贴标准（元） 培训机构",
        "1 电工（初级） 120 930 某某职校",
        "2 焊工（中级） 140 980 某某职校",
        "3 中式烹调师（初级） 100 870 某某学院",
        "4 养老护理员（高级） 160 1290 某某学院",
        "5 保育师（初级） 110 900 某某职校",
    )


def _qualifications() -> Sheet:
    return _table(
        "职业资格与职称对应表",
        "序号 职业资格名称 实施部门 对应职称",
        "1 注册土木工程师 住房城乡建设部门 工程师",
        "2 执业药师 药品监管部门 主管药师",
        "3 一级造价工程师 住房城乡建设部门 工程师",
        "4 会计专业技术资格 财政部门 会计师",
    )


def _fees() -> Sheet:
    return _table(
        "体检收费项目一览表",
        "序号 项目 单价（元） 备注",
        "1 血常规 25 空腹",
        "2 胸部正位片 60 孕妇除外",
        "3 心电图 30 无",
        "4 肝功能 45 空腹",
    )


_KINDS: dict[str, Callable[[], Sheet]] = {
    "news": _news,
    "papers_to_bring": _papers,
    "papers_in_a_table": _paper_table,
    "table_of_contents": _contents,
    "people_with_numbers": _people,
    "people_to_be_appointed": _people_without_numbers,
    "people_numbers_in_groups": _people_in_groups,
    "wage_guide": _wages,
    "training_list": _training,
    "qualification_map": _qualifications,
    "fees": _fees,
}
