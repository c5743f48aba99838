"""The questionnaire as a workbook: marks, cell help, drop-downs, what records hold already."""

import io
from datetime import UTC, datetime

import xlsxwriter

from jinque.evidence.declaring import DRAFT, missing_marks
from jinque.locale import Translator
from jinque.model.evidence import FrameEmployer, Survey
from jinque.parameters.survey import Question, load_survey_terms

FORM, DAYS, HELP = "调查表", "空缺明细", "填表说明"
PREFILLED = "预填"
_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_BLANK_ROWS = 12
_DAY_ROWS = 80
_WIDTHS = {"occupation": 13, "occupation_name": 22, "supplied_to": 18}
_COUNTS = {
    "staff", "places_carried", "places_opened", "seekers_carried", "seekers_new", "filled",
    "withdrawn", "open", "count",
}  # fmt: skip
_PAY = {"pay_cny_10k_year", "pay_before_cny_10k_year"}
_KNOWN = ("name", "credit_code", "district", "industry", "size")


def questionnaire_xlsx(survey: Survey, employer: FrameEmployer | None = None) -> bytes:
    """Return the form of a survey for one employer, or blank.

    Args:
        survey: as declared; without its marks every page says that it is a draft.
        employer: what the frame holds of it is filled in and marked, not asked again.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, _SETTINGS)
    book.set_properties({"created": _MADE, "title": survey.title})
    writer = _Writer(book, survey, employer)
    writer.form()
    writer.days()
    writer.help()
    book.close()
    return buffer.getvalue()


class _Writer:
    def __init__(
        self, book: xlsxwriter.Workbook, survey: Survey, employer: FrameEmployer | None
    ) -> None:
        self._book, self._survey, self._employer = book, survey, employer
        self._terms = load_survey_terms()
        self._is_draft = bool(missing_marks(survey))
        font = {"font_name": "Noto Sans CJK SC", "font_size": 10, "valign": "vcenter"}
        make = book.add_format
        self._title = make({**font, "bold": True, "font_size": 16, "align": "center"})
        self._mark = make({**font, "font_size": 9})
        self._label = make(
            {**font, "bold": True, "bg_color": "#EEF2F6", "border": 1, "text_wrap": True}
        )
        self._cell = make(
            {**font, "border": 1, "text_wrap": True, "locked": False, "num_format": "@"}
        )
        self._number = make({**font, "border": 1, "locked": False})
        self._day = make({**font, "border": 1, "locked": False, "num_format": "yyyy-mm-dd"})
        self._known = make(
            {**font, "border": 1, "bg_color": "#FFF8E1", "text_wrap": True, "num_format": "@"}
        )
        self._note = make({**font, "font_size": 9, "font_color": "#8A5A00", "text_wrap": True})
        self._draft = make({**font, "bold": True, "font_color": "#B00020", "align": "center"})
        self._section = make({**font, "bold": True, "font_size": 11})
        self._text = make({**font, "text_wrap": True, "valign": "top"})

    def form(self) -> None:
        """Write the sheet that is answered."""
        page = self._page(FORM)
        questions = self._terms.columns
        last = len(questions) - 1
        page.merge_range(0, 0, 0, last, self._survey.title, self._title)
        page.set_row(0, 28)
        row = self._marks(page, 1, last)
        if self._is_draft:
            page.merge_range(row, 0, row, last, Translator("zh")(DRAFT), self._draft)
            row += 1
        row = self._identity(page, row)
        page.write_string(row, 0, "二、按职业填报（没有的职业留空行，不要删行）", self._section)
        self._table(page, row + 1, questions, self._asked())
        page.repeat_rows(row + 1)
        for column, question in enumerate(questions):
            page.set_column(column, column, _WIDTHS.get(question.key, 10.5))

    def days(self) -> None:
        """Write the sheet of single vacancies."""
        page = self._page(DAYS)
        questions = self._terms.spells
        page.merge_range(
            0, 0, 0, len(questions) - 1, f"{self._survey.title}：空缺明细", self._section
        )
        first = self._survey.quarter
        page.merge_range(
            1, 0, 1, len(questions) - 1,
            f"{first} 内开出的，和季初仍在招的空缺，每个（或起止相同的一批）一行", self._note,
        )  # fmt: skip
        self._table(page, 2, questions, [{}] * _DAY_ROWS)
        page.repeat_rows(2)
        page.print_area(0, 0, 2 + _DAY_ROWS, len(questions) - 1)
        page.set_column(0, len(questions) - 1, 18)

    def help(self) -> None:
        """Write what each column means."""
        page = self._page(HELP)
        page.set_column(0, 0, 26)
        page.set_column(1, 1, 90)
        survey = self._survey
        window = f"{survey.cohort_from:%Y-%m-%d} 至 {survey.cohort_to:%Y-%m-%d}"
        rows = [
            ("标准时点", f"{survey.reference_day:%Y-%m-%d}"),
            (
                "观察窗口",
                f"{window}：这段时间开出的空缺，看 90 天后的结果",
            ),
            (
                "数字怎么写",
                "写整数；没有写 0，不知道留空。说不清的不要写“若干”：写了会被计数，但不当数字用",
            ),
            (PREFILLED, "黄底的格按现有记录预填，不必重填；不对请在格内改正"),
            ("用途", "只用于计算职业的紧缺程度，不作其他用途；公布的结果看不出单个单位"),
            ("填不了怎么办", survey.contact or "请与发表单位联系"),
            *((question.heading, question.meaning.zh) for question in self._terms.columns),
            *(
                (f"{DAYS}·{question.heading}", question.meaning.zh)
                for question in self._terms.spells
            ),
        ]
        for row, (name, words) in enumerate(rows):
            page.write_string(row, 0, name, self._label)
            page.write_string(row, 1, words, self._text)

    def _page(self, name: str) -> xlsxwriter.worksheet.Worksheet:
        page = self._book.add_worksheet(name)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
        draft = Translator("zh")(DRAFT)
        warning = f"&C&B{draft}" if self._is_draft else ""
        synthetic = "&R样例，非真实调查" if self._survey.is_synthetic else ""
        page.set_header(warning + synthetic)
        page.set_footer(
            f"&L{self._survey.name} {self._survey.quarter}{warning}&R第 &P 页 / 共 &N 页"
        )
        return page

    def _marks(self, page: xlsxwriter.worksheet.Worksheet, row: int, last: int) -> int:
        """Write the marks at the top right, beside the code of the survey at the left."""
        survey = self._survey
        left = (
            ("调查代码", survey.name),
            ("季度", survey.quarter),
            ("标准时点", f"{survey.reference_day:%Y-%m-%d}"),
        )
        for offset, (name, value) in enumerate(left):
            page.write_string(row + offset, 0, name, self._label)
            page.merge_range(row + offset, 1, row + offset, 2, value, self._known)
        marks = [
            (words.zh, _shown(getattr(survey.marks, key)))
            for key, words in self._terms.marks.items()
            if getattr(survey.marks, key) or key in self._terms.rule(survey.rule).required
        ]
        for offset, (name, value) in enumerate(marks):
            page.merge_range(
                row + offset, last - 3, row + offset, last, f"{name}：{value}", self._mark
            )
        return row + max(len(left), len(marks)) + 1

    def _identity(self, page: xlsxwriter.worksheet.Worksheet, row: int) -> int:
        page.write_string(row, 0, "一、单位情况", self._section)
        row += 1
        for question in self._terms.labels[1:]:
            known = self._known_value(question.key)
            page.merge_range(row, 0, row, 1, question.heading, self._label)
            is_day = question.key == "filled_on" and not known
            style = self._known if known else (self._day if is_day else self._cell)
            page.merge_range(row, 2, row, 5, known, style)
            note = PREFILLED if known else question.meaning.zh
            page.merge_range(row, 6, row, len(self._terms.columns) - 1, note, self._note)
            self._choices(page, row, 2, question.key)
            row += 1
        return row + 1

    def _known_value(self, key: str) -> str:
        if self._employer is None:
            return ""
        if key == "employer":
            return self._employer.id
        return str(getattr(self._employer, key)) if key in _KNOWN else ""

    def _asked(self) -> list[dict[str, str]]:
        rows = [
            {"occupation": each.code, "occupation_name": each.name} for each in self._survey.asked
        ]
        return [*rows, *[{}] * _BLANK_ROWS]

    def _table(
        self,
        page: xlsxwriter.worksheet.Worksheet,
        head: int,
        questions: tuple[Question, ...],
        rows: list[dict[str, str]],
    ) -> None:
        page.set_row(head, 44)
        for column, question in enumerate(questions):
            page.write_string(head, column, question.heading, self._label)
            style = self._style(question.key)
            for offset, known in enumerate(rows, start=1):
                if question.key in known:
                    page.write_string(head + offset, column, known[question.key], self._known)
                else:
                    page.write_blank(head + offset, column, None, style)
            self._rule(page, (head + 1, head + len(rows)), column, question)
        page.freeze_panes(head + 1, 2)

    def _style(self, key: str) -> xlsxwriter.format.Format:
        if key in {"opened_on", "ended_on"}:
            return self._day
        return self._number if key in _COUNTS | _PAY | {"difficulty"} else self._cell

    def _rule(
        self,
        page: xlsxwriter.worksheet.Worksheet,
        rows: tuple[int, int],
        column: int,
        question: Question,
    ) -> None:
        """Give a column its help and what a spreadsheet lets through."""
        rule: dict[str, object] = {
            "validate": "any", "input_title": question.heading[:32],
            "input_message": question.meaning.zh[:255], "error_type": "warning",
        }  # fmt: skip
        if question.key in _COUNTS:
            rule |= {
                "validate": "integer",
                "criteria": ">=",
                "value": 0,
                "error_message": "请写整数；不知道留空",
            }
        elif question.key in _PAY:
            rule |= {
                "validate": "decimal", "criteria": "between", "minimum": 0,
                "maximum": self._terms.pay_most, "error_message": "以万元为单位",
            }  # fmt: skip
        elif question.key == "difficulty":
            rule |= {"validate": "list", "source": ["1", "2", "3", "4", "5"]}
        elif question.key == "outcome":
            rule |= {"validate": "list", "source": ["招到", "撤回", "仍空缺"]}
        page.data_validation(rows[0], column, rows[1], column, rule)

    def _choices(
        self, page: xlsxwriter.worksheet.Worksheet, row: int, column: int, key: str
    ) -> None:
        source = {"is_agency": ["是", "否"], "size": list(self._terms.sizes)}.get(key)
        if source:
            page.data_validation(
                row, column, row, column,
                {"validate": "list", "source": source, "error_type": "warning"},
            )  # fmt: skip


def _shown(value: object) -> str:
    return "" if value is None else str(value)
