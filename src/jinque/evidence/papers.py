"""The questionnaire, its one-page form and the scheme of the survey as sheets of paper."""

from jinque.evidence.declaring import DRAFT, missing_marks
from jinque.evidence.questionnaire import PREFILLED
from jinque.locale import Translator
from jinque.model.evidence import FrameEmployer, Survey
from jinque.model.paper import Grid, Line, Paper
from jinque.parameters.survey import Question, load_survey_terms

_BLANK_ROWS = 6
_SHORT_BLANK_ROWS = 4
_SHORT_ROWS = 14
_WIDE_MM, _NARROW_MM = 261, 174


def form_paper(survey: Survey, employer: FrameEmployer | None = None) -> Paper:
    """Return the whole form on its side."""
    terms = load_survey_terms()
    blocks = [
        *_marks(survey),
        Line(text="一、单位情况", kind="heading"),
        _identity(survey, employer, _WIDE_MM),
        Line(text="二、按职业填报", kind="heading"),
        Line(text="写整数；没有写 0，不知道留空，不要写“若干”。"),
        _occupations(survey, terms.columns, _WIDE_MM, _BLANK_ROWS),
        Line(text="三、空缺明细", kind="heading"),
        Line(text="本季开出的和季初仍在招的空缺，每个（或起止相同的一批）一行；不够可另附。"),
        _blank(terms.spells, _WIDE_MM, 10),
        *_purpose(survey),
    ]
    return _paper(survey, survey.title, blocks, is_landscape=True)


def short_paper(survey: Survey, employer: FrameEmployer | None = None) -> Paper:
    """Return the form of one page for small employers: fewer columns, the first occupations."""
    columns = tuple(q for q in load_survey_terms().columns if q.short)
    head = load_survey_terms().columns[:2]
    rows = _SHORT_ROWS - _SHORT_BLANK_ROWS
    blocks = [
        *_marks(survey),
        _identity(
            survey, employer, _NARROW_MM, ("employer", "name", "industry", "size", "filled_on")
        ),
        Line(text="写整数；没有写 0，不知道留空。本单位没有的职业划去。"),
        _occupations(survey, (*head, *columns), _NARROW_MM, _SHORT_BLANK_ROWS, rows),
        Line(text=_use(survey)),
    ]
    return _paper(survey, f"{survey.title}（简表）", blocks)


def scheme_paper(survey: Survey) -> Paper:
    """Return the scheme (统计调查制度) that goes with the form."""
    terms = load_survey_terms()
    layers = sorted({each.stratum for each in survey.frame})
    sampled = sum(each.is_sampled for each in survey.frame)
    respondents = (
        f"抽样框共 {len(survey.frame)} 家单位，{len(layers)} 层，抽中 {sampled} 家。"
        if survey.frame
        else "没有抽样框：凡收到本表的用人单位。结果只说答复的单位。"
    )
    method = "分层抽样" if survey.frame else "发表调查"
    days = (survey.reference_day, survey.cohort_from, survey.cohort_to)
    at, begin, end = (f"{day:%Y年%m月%d日}" for day in days)
    parts = {
        "一、调查目的": (
            "了解用人单位对各职业的需求、招聘结果和难度，"
            "按公开的方法计算紧缺指数，供编制紧缺职业目录参考。"
        ),
        "二、调查内容": (
            "各职业期末在岗人数、空缺、应聘、招聘结果、空缺起止日期、招聘难度、年薪。"
            "已有行政记录的内容不再调查，由发表单位预填。"
        ),
        "三、调查方法": (
            f"{method}，季度 {survey.quarter}，标准时点 {at}；观察窗口 {begin} 至 {end}。"
        ),
        "四、调查对象和范围": respondents,
        "五、组织实施": (
            f"制定机关：{survey.marks.maker or '（未填）'}。联系：{survey.contact or '（未填）'}。"
        ),
        "六、数据公布和保密": (
            "只公布职业一级的结果；一格至少有 3 家单位，且没有一家超过 80%；"
            "能识别单个单位的资料不对外提供，不作统计以外的用途。"
        ),
    }
    blocks: list[Line | Grid] = list(_marks(survey))
    for title, text in parts.items():
        blocks += [Line(text=title, kind="heading"), Line(text=text)]
    header = ("栏目", "含义")
    rows = tuple(
        (q.heading, q.meaning.zh) for q in (*terms.labels[1:], *terms.columns, *terms.spells)
    )
    asked = tuple((each.code, each.name) for each in survey.asked)
    blocks += [
        Line(text="七、调查表式和指标解释", kind="heading"),
        Grid(header=header, rows=rows, widths=(50, 124)),
        Line(text="八、调查的职业", kind="heading"),
        Grid(header=("职业编码", "职业名称"), rows=asked, widths=(50, 124)),
    ]
    return _paper(survey, f"{survey.title}统计调查制度", blocks)


def _paper(
    survey: Survey, title: str, blocks: list[Line | Grid], *, is_landscape: bool = False
) -> Paper:
    warning = Translator("zh")(DRAFT) if missing_marks(survey) else ""
    footer = " · ".join(filter(None, (f"调查代码：{survey.name}", survey.quarter, warning)))
    return Paper(
        title=title, footer=footer, header=warning, blocks=tuple(blocks), is_landscape=is_landscape
    )


def _marks(survey: Survey) -> list[Line | Grid]:
    terms = load_survey_terms()
    required = terms.rule(survey.rule).required
    marks: list[Line | Grid] = []
    for key, words in terms.marks.items():
        value = getattr(survey.marks, key)
        if value or key in required:
            marks.append(Line(text=f"{words.zh}：{'' if value is None else value}", kind="right"))
    if missing_marks(survey):
        marks.append(Line(text=Translator("zh")(DRAFT), kind="strong"))
    return marks


def _identity(
    survey: Survey,
    employer: FrameEmployer | None,
    width: int,
    keys: tuple[str, ...] | None = None,
) -> Grid:
    rows = [("调查代码", survey.name)]
    for question in load_survey_terms().labels[1:]:
        if keys is None or question.key in keys:
            known = _known(employer, question.key)
            label = question.heading + (f"（{PREFILLED}）" if known else "")
            rows.append((label, known))
    return Grid(rows=tuple(rows), widths=(width * 2 // 5, width - width * 2 // 5))


def _known(employer: FrameEmployer | None, key: str) -> str:
    if employer is None:
        return ""
    return employer.id if key == "employer" else str(getattr(employer, key, "") or "")


def _occupations(
    survey: Survey,
    questions: tuple[Question, ...],
    width: int,
    blank: int,
    most: int | None = None,
) -> Grid:
    asked = survey.asked[:most]
    rows = [(each.code, each.name, *[""] * (len(questions) - 2)) for each in asked]
    rows += [("",) * len(questions)] * blank
    first, second = 24, 36
    rest = (width - first - second) // (len(questions) - 2)
    widths = (first, second, *[rest] * (len(questions) - 2))
    return Grid(header=tuple(q.heading for q in questions), rows=tuple(rows), widths=widths)


def _blank(questions: tuple[Question, ...], width: int, rows: int) -> Grid:
    return Grid(
        header=tuple(q.heading for q in questions),
        rows=((" ",) * len(questions),) * rows,
        widths=(width // len(questions),) * len(questions),
    )


def _purpose(survey: Survey) -> list[Line | Grid]:
    return [Line(text="说明", kind="heading"), Line(text=_use(survey))]


def _use(survey: Survey) -> str:
    contact = f"填表有疑问请问：{survey.contact}。" if survey.contact else ""
    return f"本表只用于计算职业的紧缺程度，不作其他用途；公布的结果看不出单个单位。{contact}"
