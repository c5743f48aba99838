"""Made-up catalogues by the hundred, to measure what grows with their number.

    python bench/speed_catalogues.py FOLDER --further 40 160 640 [--posts 300] [--seed 1]
    python bench/speed_catalogues.py

Each number makes FOLDER/N/, the data folder of a record that holds the shipped catalogues and N
made-up ones (JINQUE_DATA_DIR), the larger ones on a copy of the smaller. The files that were read
stand in FOLDER/files. Run again after a stop, it goes on where it stopped. Without a folder it
makes two catalogues of each layout in a folder of its own, and says whether all rows arrived.

The catalogues are the same for the same seed. Each has its own made-up city and 300 posts of its
own in one of five layouts, as csv or docx; what they ask is put together from parts, so that texts
vary as printed ones do and hardly any two are equal. The generator knows nothing of the readers.
"""

import argparse
import csv
import io
import random
import shutil
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from jinque import api
from jinque.classification import load_classification
from jinque.model import Level

POSTS = 300
SEED = 1
FURTHER = 40


def _split(words: str) -> tuple[str, ...]:
    return tuple(words.split("、"))


FIELDS = _split(
    "工业机器人、数控机床、新能源汽车、动力电池、电驱动系统、智能座舱、航空复材、集成电路、"
    "半导体封装、光电器件、传感器、嵌入式系统、云平台、大数据、人工智能、网络安全、"
    "工业互联网、物联网、区块链、数字孪生、影像诊断、生物制药、细胞工程、医疗器械、"
    "中药制剂、食品加工、冷链物流、港口装卸、船舶舾装、海洋装备、水产养殖、设施农业、"
    "农机装备、林业资源、水利枢纽、城市更新、装配式建筑、轨道交通、智能电网、储能电站、"
    "光伏组件、风电机组、氢能装备、精细化工、高分子材料、特种钢材、有色冶金、纺织印染、"
    "服装设计、皮革制鞋、陶瓷工艺、家具制造、包装印刷、跨境电商、供应链金融、文化创意、"
    "数字出版、文旅策划、会展服务、养老照护、学前教育、环境监测、污水处理"
)
ROLES = _split(
    "研发工程师、设计工程师、工艺工程师、测试工程师、质量工程师、设备工程师、项目经理、"
    "系统架构师、算法工程师、应用工程师、调试技师、安装技师、检验员、操作工、运维工程师、"
    "技术主管、产品经理、采购工程师、生产主管、安全工程师、市场专员、数据分析师、培训师"
)
BRANCHES = ("", "结构", "控制", "材料", "仿真", "电气", "软件", "现场", "海外")
KNOWLEDGE = _split(
    "机械原理、电路与信号、自动控制理论、材料力学、流体力学、有机化学、细胞生物学、"
    "数据结构、操作系统、计算机网络、概率统计、运筹学、热工基础、金属学、光学、药理学、"
    "质量管理体系、安全生产法规、行业标准、招投标流程、成本核算、供应链管理、国际贸易规则"
)
TOOLS = _split(
    "AutoCAD、SolidWorks、CATIA、ANSYS、MATLAB、Simulink、LabVIEW、Python、C++、Java、SQL、"
    "Verilog、Altium Designer、SAP、Excel、Photoshop、PLC编程软件、Revit"
)
TASKS = _split(
    "制定总体方案、编制技术文件、组织样机试制、解决现场故障、优化生产节拍、开展失效分析、"
    "主持方案评审、指导班组作业、建立数据模型、完成验收交付、跟踪客户需求、改进检验方法、"
    "维护关键设备、培训新进人员、控制项目成本、编写操作规程、对接科研院所、申报专利成果"
)
MAJORS = _split(
    "机械工程、机械设计制造及其自动化、车辆工程、自动化、电气工程及其自动化、软件工程、"
    "计算机科学与技术、电子信息工程、通信工程、材料科学与工程、高分子材料与工程、"
    "化学工程与工艺、生物工程、制药工程、食品科学与工程、环境工程、土木工程、水利水电工程、"
    "物流管理、工商管理、会计学、金融学、国际经济与贸易、市场营销、英语、护理学、临床医学、"
    "园艺"
)
CERTIFICATES = _split(
    "注册安全工程师、一级建造师、注册会计师、执业药师、护士执业资格、高级工程师职称、"
    "中级职称、高级工职业资格、技师职业资格、法律职业资格、PMP项目管理、特种作业操作"
)
DEGREES = _split("大专、大专及以上、本科、本科及以上、硕士研究生、硕士研究生及以上、博士研究生")
STARS = ("★", "★★", "★★★", "★★★★", "★★★★★")
BANDS = ((0.6, "非常紧缺"), (0.3, "紧缺"), (0.0, "一般紧缺"))
CITY_FIRST = "沅澧潇汨浈洮渌漪洹沩泖沭涞浐沣湟洱泸沱渭淦涢泾洺"
CITY_SECOND = "岑埠墟堰圩坞坳峪屿垟畈塬塘溆澳埕"
CITY_LAST = ("市", "市", "新区", "县")
PARENT = _split("安岭、江夏、东屏、南垣、西樵、北渡、中洲、青原")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """A catalogue before it is a file.

    Attributes:
        edition_id: what the record is to call it.
        layout: name of the layout.
        lines: what stands above the table.
        rows: the heading, then one row a post.
    """

    edition_id: str
    layout: str
    lines: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def names(self) -> list[str]:
        """The names of the posts, in their order."""
        column = next(at for at, heading in enumerate(self.rows[0]) if heading.endswith("名称"))
        return [row[column] for row in self.rows[1:]]


class Sentences:
    """Texts of one catalogue, from one source of chance."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw

    def names(self, count: int) -> list[str]:
        """Return distinct names of posts."""
        every = (
            f"{field}{role}{f'（{branch}方向）' if branch else ''}"
            for field in FIELDS
            for role in ROLES
            for branch in BRANCHES
            if not branch or self.draw.random() < 0.1  # noqa: PLR2004 - one in ten
        )
        return self.draw.sample(list(every), count)

    def industries(self, count: int) -> list[str]:
        """Return the industry of each post; posts of one industry stand together."""
        names = self.draw.sample(FIELDS, 12)
        return sorted((f"{self.draw.choice(names)}产业" for _ in range(count)), key=str)

    def ability(self) -> str:
        """Return one to three sentences on knowledge, tools and tasks."""
        known = "、".join(self.draw.sample(KNOWLEDGE, self.draw.randint(1, 3)))
        tasks = "、".join(self.draw.sample(TASKS, self.draw.randint(1, 3)))
        tools = "、".join(self.draw.sample(TOOLS, self.draw.randint(1, 3)))
        field = self.draw.choice(FIELDS)
        parts = [
            self.draw.choice(("具备{}知识", "掌握{}", "熟悉{}", "了解{}等基础知识")).format(known),
            self.draw.choice(("熟练使用{}", "能使用{}等软件", "精通{}", "会用{}")).format(tools),
            self.draw.choice(("能独立{}", "具备{}的能力", "能带领团队{}", "可协助{}")).format(
                tasks
            ),
            self.draw.choice(("有{}项目经验者优先", "了解{}发展趋势", "能跟踪{}前沿技术")).format(
                field
            ),
        ]
        chosen = self.draw.sample(parts, self.draw.randint(2, 4))
        return "；".join(chosen) + "。"

    def experience(self) -> str:
        """Return years of work, now and then with the field or with management."""
        years = self.draw.choice((1, 2, 3, 3, 5, 5, 8, 10))
        return self.draw.choice(
            (
                f"{years}年及以上",
                f"{years}年以上工作经验",
                f"具有{years}年以上{self.draw.choice(FIELDS)}行业工作经验",
                f"{years}年及以上，其中管理经验{max(1, years // 3)}年及以上",
                f"从事{self.draw.choice(FIELDS)}相关工作{years}年以上",
                "不限",
            )
        )

    def education(self) -> str:
        """Return a degree with one to four majors, or a degree alone."""
        degree = self.draw.choice(DEGREES)
        if self.draw.random() < 0.3:  # noqa: PLR2004 - three in ten
            return degree
        majors = "、".join(self.draw.sample(MAJORS, self.draw.randint(1, 4)))
        return f"{degree}，{majors}{self.draw.choice(('', '等相关', '或相近'))}专业"

    def prose(self) -> str:
        """Return what is asked for in three numbered parts of one cell."""
        parts = (
            f"1.职业能力要求：\n{self.ability()}",
            f"2.专业学历要求：\n{self.education()}",
            f"3.从业资历要求：\n{self.experience()}",
        )
        return "\n".join(parts)

    def certificate(self) -> str:
        """Return a certificate that is asked for, or preferred, or none."""
        name = self.draw.choice(CERTIFICATES)
        return self.draw.choice(("无", "无", f"具有{name}证书", f"持有{name}证书者优先"))

    def index(self) -> tuple[str, str]:
        """Return an index of four places and the label of its band."""
        value = round(self.draw.uniform(0.01, 0.99), 4)
        return f"{value:.4f}", next(label for least, label in BANDS if value >= least)

    def pay(self) -> str:
        """Return a yearly pay in 10,000 CNY."""
        return f"{self.draw.uniform(6, 60):.2f}"


def _columns(words: Sentences, count: int) -> list[Row]:
    heading = ("序号", "产业", "岗位名称", "学历要求", "工作经验要求", "能力要求", "紧缺程度")
    posts = zip(words.industries(count), words.names(count), strict=True)
    rows = [
        (
            *(str(serial), industry, name, words.draw.choice(DEGREES)),
            *(words.experience(), words.ability(), words.draw.choice(STARS)),
        )
        for serial, (industry, name) in enumerate(posts, start=1)
    ]
    return [heading, *rows]


def _prose(words: Sentences, count: int) -> list[Row]:
    heading = ("序号", "行业大类", "岗位名称", "人员基本要求", "其他要求")
    posts = zip(words.industries(count), words.names(count), strict=True)
    rows = [
        (
            *(str(serial), industry, name),
            words.prose(),
            words.certificate(),
        )
        for serial, (industry, name) in enumerate(posts, start=1)
    ]
    return [heading, *rows]


def _index(words: Sentences, count: int) -> list[Row]:
    heading = ("序号", "所属产业", "紧缺岗位名称", "紧缺指数", "紧缺程度", "任职要求")
    posts = zip(words.industries(count), words.names(count), strict=True)
    rows = [
        (
            *(str(serial), industry, name, *words.index()),
            f"{words.education()}；{words.experience()}；{words.ability()}",
        )
        for serial, (industry, name) in enumerate(posts, start=1)
    ]
    return [heading, *rows]


def _coded(words: Sentences, count: int) -> list[Row]:
    heading = (
        "序号",
        "职业编码",
        "职业名称",
        "职业描述",
        "最低学历要求",
        "紧缺等级",
        "年薪（万元）",
    )
    posts = sorted(words.draw.sample(_occupations(), count))
    rows = [
        (
            *(str(serial), code, name, words.ability(), words.draw.choice(DEGREES)),
            *(words.draw.choice(STARS), words.pay()),
        )
        for serial, (code, name) in enumerate(posts, start=1)
    ]
    return [heading, *rows]


def _bare(words: Sentences, count: int) -> list[Row]:
    heading = ("岗位名称", "产业领域", "任职条件", "最低学历", "参考年薪（万元）")
    posts = zip(words.names(count), words.industries(count), strict=True)
    rows = [
        (
            *(name, industry, f"{words.ability()}{words.experience()}。{words.certificate()}。"),
            *(words.draw.choice(DEGREES), words.pay()),
        )
        for name, industry in posts
    ]
    return [heading, *rows]


LAYOUTS: tuple[Callable[[Sentences, int], list[Row]], ...] = (
    _columns,
    _prose,
    _index,
    _coded,
    _bare,
)


def _occupations() -> list[tuple[str, str]]:
    known = load_classification("2022").by_code.values()
    return [(each.code, each.name) for each in known if each.level is Level.OCCUPATION]


def made_catalogue(number: int, seed: int = SEED, posts: int = POSTS) -> Catalogue:
    """Return one catalogue, the same for the same number and seed; numbers begin at 1."""
    draw = random.Random(f"{seed} {number}")  # noqa: S311 - texts to measure with
    layout = LAYOUTS[(number - 1) % len(LAYOUTS)]
    first, second = divmod(number - 1, len(CITY_SECOND))
    city = CITY_FIRST[first % len(CITY_FIRST)] + CITY_SECOND[second]
    city = f"{PARENT[first // len(CITY_FIRST) % len(PARENT)]}省{city}{draw.choice(CITY_LAST)}"
    year = draw.randint(2021, 2025)
    kind = draw.choice(("紧缺人才岗位目录", "急需紧缺人才目录", "重点产业紧缺人才需求目录"))
    return Catalogue(
        edition_id=f"made-{number:04d}",
        layout=layout.__name__.strip("_"),
        lines=(
            f"{city}{year}年度{kind}",
            f"{city}人力资源和社会保障局 {year}年{number % 12 + 1}月",
        ),
        rows=tuple(layout(Sentences(draw), posts)),
    )


def csv_bytes(catalogue: Catalogue) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerows([[line] for line in catalogue.lines])
    writer.writerows(catalogue.rows)
    return written.getvalue().encode("utf-8-sig")


def docx_bytes(catalogue: Catalogue) -> bytes:
    body = "".join(f"<w:p>{_run(line)}</w:p>" for line in catalogue.lines)
    body += "<w:tbl>" + "".join(_word_row(row) for row in catalogue.rows) + "</w:tbl><w:p/>"
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
        'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
        'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="'
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        'relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/'
        f'wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(2025, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, '<?xml version="1.0" encoding="UTF-8"?>' + text)
    return written.getvalue()


def _word_row(row: Row) -> str:
    cells = (
        "<w:tc>" + "".join(f"<w:p>{_run(line)}</w:p>" for line in cell.split("\n")) + "</w:tc>"
        for cell in row
    )
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def write_file(catalogue: Catalogue, number: int, folder: Path) -> Path:
    """Write a catalogue, every other round of layouts as docx; return where."""
    is_word = (number - 1) // len(LAYOUTS) % 2 == 1
    path = folder / f"{catalogue.edition_id}.{'docx' if is_word else 'csv'}"
    data = docx_bytes(catalogue) if is_word else csv_bytes(catalogue)
    path.write_bytes(data)
    return path


def fill(data_dir: Path, files: Path, further: int, *, seed: int, posts: int) -> float:
    """Publish the catalogues that a record still lacks; return the seconds that it took.

    Raises:
        RuntimeError: other posts arrived than were written.
    """
    files.mkdir(parents=True, exist_ok=True)
    started = time.perf_counter()
    workspace = api.open_workspace(data_dir=data_dir)
    held = {summary.id for summary in api.catalogues(workspace)}
    for number in range(1, further + 1):
        if f"made-{number:04d}" in held:
            continue
        catalogue = made_catalogue(number, seed, posts)
        path = write_file(catalogue, number, files)
        before = time.perf_counter()
        answer = api.ingest(workspace, path, catalogue.edition_id)
        arrived = [post.name for each in answer.editions for post in each.edition.posts]
        took = time.perf_counter() - before
        print(
            f"{number}/{further} {path.name} {catalogue.layout}: {len(arrived)} in {took:.2f} s",
            flush=True,
        )
        if arrived != catalogue.names:
            raise RuntimeError(f"{path}: {len(arrived)} posts arrived of {posts}, or other names")
    workspace.close()
    return time.perf_counter() - started


def make_records(folder: Path, numbers: Sequence[int], *, seed: int, posts: int) -> Iterator[Path]:
    """Yield the data folder of each record, smallest first, when it is whole."""
    smaller: Path | None = None
    for further in sorted(numbers):
        data_dir = folder / str(further)
        if smaller and not data_dir.exists():
            part = folder / f"{further}.part"
            shutil.rmtree(part, ignore_errors=True)
            shutil.copytree(smaller, part)
            part.rename(data_dir)
        data_dir.mkdir(parents=True, exist_ok=True)
        seconds = fill(data_dir, folder / "files", further, seed=seed, posts=posts)
        print(f"{data_dir}: the shipped catalogues and {further} more, {seconds:.0f} s", flush=True)
        smaller = data_dir
        yield data_dir


def check() -> None:
    """Make two catalogues of each layout, one of each format, and see that all rows arrive."""
    with tempfile.TemporaryDirectory() as folder:
        for _ in make_records(Path(folder), [2 * len(LAYOUTS)], seed=SEED, posts=POSTS):
            print("all rows arrived")


def main() -> None:
    parser = argparse.ArgumentParser(description="made-up catalogues by the hundred")
    parser.add_argument("folder", nargs="?", type=Path, help="where records and files go")
    parser.add_argument("--further", nargs="+", type=int, default=[FURTHER], help="how many")
    parser.add_argument("--posts", type=int, default=POSTS, help="posts of each")
    parser.add_argument("--seed", type=int, default=SEED)
    asked = parser.parse_args()
    if asked.folder is None:
        check()
        return
    for _ in make_records(asked.folder, asked.further, seed=asked.seed, posts=asked.posts):
        pass


if __name__ == "__main__":
    main()
