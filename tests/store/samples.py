"""Small editions for the tests of the record."""

import hashlib

from jinque.locale import Words
from jinque.model import (
    Attested,
    Citation,
    Clause,
    Edition,
    Issue,
    Kind,
    Marker,
    Metadata,
    Post,
    PrintedCell,
    Report,
    Requirements,
    Section,
    Severity,
    Shortage,
    Span,
    Status,
)

SOURCE = "紧缺人才目录\n\t1\n\t电气工程师\n".encode()
Reading = tuple[Edition, Report]


def sample_reading(
    edition_id: str = "harbour",
    *,
    source: bytes = SOURCE,
    source_name: str = "harbour.txt",
    name: str = "电气工程师",
    rows: int = 2,
) -> Reading:
    """Build a reading of `source`; another `name` for its posts makes other content."""
    sha256 = hashlib.sha256(source).hexdigest()
    posts = tuple(_post(edition_id, sha256, name, order) for order in range(1, rows + 1))
    edition = Edition(
        id=edition_id,
        source_sha256=sha256,
        source_name=source_name,
        metadata=_metadata(sha256),
        headings=("序号", "岗位"),
        sections=(
            Section(path=("一、装备", None), status=Status.STATED, is_open_list=False, rows=rows),
        ),
        posts=posts,
        clauses=(_clause(edition_id, sha256),),
        notes=(),
    )
    return edition, _report(posts)


def _metadata(sha256: str) -> Metadata:
    silent = Attested(status=Status.NOT_STATED, basis_zh="文中没有", basis_en="not in the text")
    title = Attested(value="紧缺人才目录", status=Status.STATED, citation=_citation(sha256))
    return Metadata(
        title=title,
        publisher=silent,
        document_number=silent,
        place=silent,
        issued_on=silent,
        effective_from=silent,
        effective_to=silent,
        classification_edition=silent,
        scope=silent,
    )


def _post(edition_id: str, sha256: str, name: str, order: int) -> Post:
    span = Span(line_start=3, line_end=3, start=12, end=17)
    return Post(
        id=f"{edition_id}:装备:{order}",
        order=order,
        edition_id=edition_id,
        kind=Kind.POST,
        section=("一、装备", None),
        industry="装备",
        region=None,
        serial=order,
        serial_printed=None,
        code="2-02-14-01",
        name=name,
        name_printed=f"{name}（特需）",
        markers=(Marker.SPECIAL_NEED,),
        shortage=Shortage(printed="★★★", scale="stars_5", value=3, index=0.25),
        pay_cny_10k_year=12.5,
        series=None,
        requirements=Requirements(ability="具备\n设计能力\t“强”"),
        cells=(PrintedCell(heading="岗位", role="name", text=name, span=span),),
        notes=("全行业",),
        citation=_citation(sha256),
    )


def _clause(edition_id: str, sha256: str) -> Clause:
    return Clause(
        id=f"{edition_id}:一",
        order=1,
        edition_id=edition_id,
        section=("办法",),
        ref="一",
        text="适用范围。",
        citation=_citation(sha256),
    )


def _citation(sha256: str) -> Citation:
    span = Span(line_start=1, line_end=1, start=0, end=6)
    return Citation(source_sha256=sha256, span=span, quote="紧缺人才目录")


def _report(posts: tuple[Post, ...]) -> Report:
    issue = Issue(
        code="serial_computed",
        severity=Severity.INFO,
        message=Words(zh="序号由位置算出。", en="The serial is computed."),
        post_id=posts[0].id,
    )
    rows = len(posts) + 1
    return Report(rows_in=rows, rows_out=rows, rows_rejected=0, issues=(issue,))
