"""Made-up catalogues and the ways in which exports print them, for the property tests."""

from dataclasses import dataclass

from hypothesis import strategies as st

HEADINGS = {
    "serial": ("序号", "编 号"),
    "industry": ("行业大类", "所属产业"),
    "name": ("岗位名称", "紧缺岗位名称", "职业(工种)"),
    "code": ("职业编号", "职业（工种）代码"),
    "shortage": ("紧缺程度", "急需紧缺程度"),
    "education": ("最低学历要求", "学历"),
    "ability": ("能力要求",),
}

_WORDS = st.text(alphabet="机械电子工程师员技术设计制造生物医药质量检测", min_size=2, max_size=8)
_CODES = st.from_regex(r"\A[1-8]-[0-9]{2}-[0-9]{2}-[0-9]{2}\Z") | st.just("—")
_DEGREES = st.sampled_from(["大专", "本科", "硕士", "博士"])
_STARS = st.integers(min_value=1, max_value=5).map("★".__mul__)

MadeRow = dict[str, str]


@dataclass(frozen=True)
class MadeCatalogue:
    """Rows by role for each section, and how they are to be printed."""

    roles: tuple[str, ...]
    headings: tuple[str, ...]
    sections: tuple[tuple[str, tuple[MadeRow, ...]], ...]
    one_cell_a_line: bool
    rows_a_page: int

    def text(self) -> str:
        """Print the catalogue as a word processor's text export."""
        lines = ["某市紧缺人才目录", ""]
        for heading, rows in self.sections:
            for first in range(0, len(rows), self.rows_a_page):
                lines += [heading, *self._row(self.headings)]
                for row in rows[first : first + self.rows_a_page]:
                    lines += self._row(tuple(row[role] for role in self.roles))
                lines += [""]
        return "\n".join(lines)

    def _row(self, cells: tuple[str, ...]) -> list[str]:
        if self.one_cell_a_line:
            return [*("\t" + cell for cell in cells), ""]
        return ["\t".join(cells)]


@st.composite
def catalogues(draw: st.DrawFn) -> MadeCatalogue:
    """Draw a catalogue of up to three sections, its columns in any order."""
    roles = draw(st.permutations(["serial", "name", "code", "shortage", "education", "ability"]))
    names = draw(st.lists(_WORDS, min_size=1, max_size=3, unique=True))
    sections = tuple((name + "产业", _rows(draw)) for name in names)
    return MadeCatalogue(
        roles=tuple(roles),
        headings=tuple(draw(st.sampled_from(HEADINGS[role])) for role in roles),
        sections=sections,
        one_cell_a_line=draw(st.booleans()),
        rows_a_page=draw(st.integers(min_value=1, max_value=9)),
    )


def _rows(draw: st.DrawFn) -> tuple[MadeRow, ...]:
    count = draw(st.integers(min_value=1, max_value=12))
    return tuple(
        {
            "serial": str(serial),
            "name": draw(_WORDS),
            "code": draw(_CODES),
            "shortage": draw(_STARS),
            "education": draw(_DEGREES),
            "ability": draw(_WORDS) + "的能力。",
        }
        for serial in range(1, count + 1)
    )


any_text = st.text(alphabet=st.characters(codec="utf-8"), max_size=300)
_LINES = """
序号
|序号
|岗位名称
岗位名称
|1
|2
 |名
 |
|
说明：注
|说明：注
1|甲|★
序号|岗位名称|紧缺程度
（二）组
二、目录
（一）类。包括甲、乙、丙等。
附件1
某目录
[bookmark: _Toc1]甲产业
甲，乙
"""
tabbed_text = st.lists(st.sampled_from(_LINES.replace("|", "\t").split("\n")), max_size=40).map(
    "\n".join
)
