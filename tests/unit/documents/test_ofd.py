"""OFD packages written by hand: what stands on their pages, what does not, and what is said."""

import io
from pathlib import Path

import pytest

from jinque.documents import read
from jinque.documents.opening import document_of
from jinque.documents.source import Budget, Limits
from jinque.errors import (
    EmptySourceError,
    EncryptedSourceError,
    JinqueError,
    NotReadableError,
    ScannedSourceError,
    TooDeepError,
    TooManyElementsError,
    TooManyPagesError,
    TooSlowError,
    UnpackedTooLargeError,
)
from jinque.model import Document, Paragraph, Table
from tests.rendering.ofd_canvas import document_xml, package_parts, page_xml, write_package
from tests.rendering.page import Grid, Slot
from tests.rendering.pdf_comparing import LOOKS_BY_NAME
from tests.rendering.pdf_printer import print_ofd
from tests.said import zh

_SAMPLES = Path(__file__).parents[4] / "shared" / "samples" / "ofd"
_NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def _packed(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    write_package(parts, buffer)
    return buffer.getvalue()


def _page(content: str, **more: str) -> bytes:
    return _packed(package_parts(content, **more))


def _said(text: str, *, top: float = 20, more: str = "", inside: str = "", at: str = "") -> str:
    """Return a text object whose characters stand 5 mm apart."""
    return (
        f'<ofd:TextObject ID="4" Boundary="20 {top} 150 6" Font="3" Size="5" {more}>{inside}'
        f'<ofd:TextCode X="0" Y="5" {at or _steps(text)}>{text}</ofd:TextCode></ofd:TextObject>'
    )


def _steps(text: str) -> str:
    return f'DeltaX="g {len(text) - 1} 5"' if len(text) > 1 else ""


def _path(data: str, more: str = "", inside: str = "") -> str:
    return (
        f'<ofd:PathObject ID="5" Boundary="0 0 210 297" {more}>{inside}'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def _texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def _codes(document: Document) -> list[str]:
    return [notice.code for notice in document.notices]


_WHITE = '<ofd:FillColor Value="255 255 255"/>'
_CLEAR = '<ofd:FillColor Value="0 0 0" Alpha="0"/>'
_CLIP = (
    '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 12 6"><ofd:AbbreviatedData>'
    "M 0 0 L 12 0 L 12 6 L 0 6 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>"
)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (_said("电工技师"), ["电工技师"]),
        (_said("电工技师", at='DeltaX="5 g 2 5"'), ["电工技师"]),
        (_said("电工技师", at=""), ["电工技师"]),
        (_said("电工&#10;"), ["电工"]),
        (_said("电工", inside=_CLIP) + _said("电焊工", top=40), ["电工", "电焊工"]),
        (_said("电焊工", inside=_CLIP), ["电焊"]),
        (
            f"<ofd:PageBlock><ofd:PageBlock>{_said('电工')}</ofd:PageBlock></ofd:PageBlock>",
            ["电工"],
        ),
        (_said("电工", more='Visible="false"') + _said("焊工"), ["焊工"]),
        (
            f'<ofd:PageBlock Visible="false">{_said("电工")}</ofd:PageBlock>{_said("焊工")}',
            ["焊工"],
        ),
        (_said("电工", more='Alpha="0"') + _said("焊工"), ["焊工"]),
        (_said("电工", inside=_CLEAR) + _said("焊工"), ["焊工"]),
        (_said("电工", more='Fill="false"') + _said("焊工"), ["焊工"]),
        (_said("电工", inside=_WHITE) + _said("焊工"), ["焊工"]),
        (_said("电工") + _said("电工", top=20.2), ["电工"]),
    ],
)
def test_what_a_page_shows_is_read(content: str, expected: list[str]) -> None:
    assert _texts(read(_page(content))) == expected


@pytest.mark.parametrize(
    ("spaces", "value", "is_read"),
    [
        ("", "0 0 0 0", False),
        ("", "255", False),
        ("", "#FF #FF #FF", False),
        ("", "0 0 0 100", True),
        ('<ofd:ColorSpace ID="8" Type="GRAY" BitsPerComponent="1"/>', "1", False),
    ],
)
def test_colour_of_the_paper_in_every_colour_space(
    spaces: str, value: str, *, is_read: bool
) -> None:
    colour = f'<ofd:FillColor Value="{value}" ColorSpace="8"/>'
    resources = f"<ofd:ColorSpaces>{spaces}</ofd:ColorSpaces>"

    document = read(
        _page(_said("电工", inside=colour) + _said("焊工", top=40), resources=resources)
    )

    assert _texts(document) == (["电工", "焊工"] if is_read else ["焊工"])


def test_white_words_on_a_dark_ground_are_read() -> None:
    ground = _path("M 10 10 L 200 10 L 200 30 L 10 30 C", 'Fill="true" Stroke="false"')

    assert _texts(read(_page(ground + _said("电工", inside=_WHITE)))) == ["电工"]


def test_drawing_parameters_are_inherited() -> None:
    resources = (
        f'<ofd:DrawParams><ofd:DrawParam ID="7">{_WHITE}</ofd:DrawParam>'
        '<ofd:DrawParam ID="8" Relative="7"/></ofd:DrawParams>'
    )
    content = _said("电工", more='DrawParam="8"') + _said("焊工", top=40)

    assert _texts(read(_page(content, resources=resources))) == ["焊工"]


def test_drawing_parameters_in_a_circle_end() -> None:
    resources = '<ofd:DrawParams><ofd:DrawParam ID="7" Relative="7"/></ofd:DrawParams>'

    assert _texts(read(_page(_said("电工", more='DrawParam="7"'), resources=resources))) == ["电工"]


def test_composite_objects_stand_where_they_are_used() -> None:
    unit = f"<ofd:Content>{_said('电工', top=0)}</ofd:Content>"
    resources = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="9" Width="50" Height="10">'
        f"{unit}</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )
    used = '<ofd:CompositeObject ID="{0}" Boundary="0 {0} 210 20" ResourceID="9"/>'

    document = read(
        _page(used.format(60) + _said("焊工", top=40) + used.format(10), resources=resources)
    )

    assert _texts(document) == ["电工", "焊工", "电工"]


def test_units_that_hold_themselves_are_refused() -> None:
    used = '<ofd:CompositeObject ID="8" Boundary="0 0 210 297" ResourceID="9"/>'
    resources = (
        '<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="9"><ofd:Content>'
        f"{used}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>"
    )

    with pytest.raises(TooDeepError):
        read(_page(used, resources=resources))


def test_templates_stand_below_and_above_their_page() -> None:
    common = "".join(
        f'<ofd:TemplatePage ID="{number}" BaseLoc="Tpls/{number}.xml"/>' for number in (20, 21)
    )
    before = '<ofd:Template TemplateID="21" ZOrder="Foreground"/><ofd:Template TemplateID="20"/>'
    parts = package_parts(_said("电工", top=60), before=before, common=common)
    parts["Doc_0/Tpls/20.xml"] = page_xml(_said("目录", top=20))
    parts["Doc_0/Tpls/21.xml"] = page_xml(_said("焊工", top=100))

    assert _texts(read(_packed(parts))) == ["目录", "电工", "焊工"]


def test_type_is_placed_by_its_matrix() -> None:
    upright = _said("工程师资格", more='CTM="0 1 -1 0 100 10"').replace("150 6", "150 200")
    scaled = _said("电工", more='CTM="2 0 0 2 0 0"').replace("20 20 150 6", "20 20 150 60")

    assert _texts(read(_page(upright))) == ["工程师资格"]
    assert _texts(read(_page(scaled))) == ["电工"]


def test_slanted_watermark_is_left_out_and_noted() -> None:
    mark = _said("仅供参考", more='CTM="0.7 -0.7 0.7 0.7 0 0"').replace(
        "20 20 150 6", "0 0 210 297"
    )

    document = read(_page(_said("电工") + mark))

    assert _texts(document) == ["电工"]
    assert _codes(document) == ["slanted_text_left_out"]


def test_distances_count_glyphs_where_characters_share_one() -> None:
    transform = '<ofd:CGTransform CodePosition="1" CodeCount="2" GlyphCount="1"/>'
    content = _said("afix", inside=transform, at='DeltaX="2.5 3 2"') + _said("电工", top=40)

    assert _texts(read(_page(content))) == ["afix", "电工"]


def test_distances_may_count_halves_of_rare_characters() -> None:
    document = read(_page(_said("𠮷田工", at='DeltaX="0 5 5"')))

    assert _texts(document) == ["𠮷田工"]


def test_upright_columns_of_a_narrow_cell_are_words() -> None:
    column = (
        '<ofd:TextObject ID="4" Boundary="22 22 6 20" Font="3" Size="5">'
        '<ofd:TextCode X="0" Y="5" DeltaY="6 6">制造业</ofd:TextCode></ofd:TextObject>'
    )
    lines = "".join(
        _path(data)
        for data in (
            "M 20 20 L 120 20 M 20 45 L 120 45 M 30 32 L 120 32",
            "M 20 20 L 20 45 M 30 20 L 30 45 M 120 20 L 120 45",
        )
    )
    names = _said("电工", top=23).replace("20 23", "35 23")
    document = read(_page(lines + column + names + names.replace("35 23", "35 36")))

    [table] = [block for block in document.blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["制造业", "电工"]] * 2


@pytest.mark.parametrize("is_filled", [True, False])
def test_ruled_table_is_read_cell_by_cell(*, is_filled: bool) -> None:
    rows = [["序号", "岗位"], ["1", "电工"], ["2", "焊工"]]
    look = "filled_lines" if is_filled else "ruled"
    data = print_ofd([Grid(2, [[Slot(text) for text in row] for row in rows])], LOOKS_BY_NAME[look])

    [table] = [block for block in read(data).blocks if isinstance(block, Table)]
    assert [[cell.text for cell in row.cells] for row in table.rows] == rows


def test_documents_of_a_package_follow_each_other_in_their_current_versions() -> None:
    parts = package_parts(_said("电工"))
    body = "<ofd:DocBody><ofd:DocRoot>{}</ofd:DocRoot>{}</ofd:DocBody>"
    versions = (
        '<ofd:Versions><ofd:Version ID="1" Index="0" BaseLoc="V/old.xml"/>'
        '<ofd:Version ID="2" Index="1" Current="true" BaseLoc="V/new.xml"/></ofd:Versions>'
    )
    bodies = body.format("Doc_0/Document.xml", "") + body.format("Doc_0/Document.xml", versions)
    parts["OFD.xml"] = f"<ofd:OFD {_NS}>{bodies}</ofd:OFD>"
    parts["V/new.xml"] = (
        f"<ofd:DocVersion {_NS}><ofd:DocRoot>/Doc_1/Document.xml</ofd:DocRoot></ofd:DocVersion>"
    )
    parts["Doc_1/Document.xml"] = document_xml('<ofd:Page ID="1" BaseLoc="a.xml"/>')
    parts["Doc_1/a.xml"] = page_xml(_said("焊工"))

    document = read(_packed(parts))

    assert _texts(document) == ["电工", "焊工"]
    assert [block.span.place.page for block in document.blocks if block.span.place] == [1, 2]


def test_signatures_attachments_and_annotations_are_told() -> None:
    parts = package_parts(
        _said("电工"),
        after="<ofd:Annotations>Annots.xml</ofd:Annotations>"
        "<ofd:Attachments>/Doc_0/Attached.xml</ofd:Attachments>",
    )
    parts["OFD.xml"] = parts["OFD.xml"].replace(
        "</ofd:DocBody>", "<ofd:Signatures>Doc_0/Signs.xml</ofd:Signatures></ofd:DocBody>"
    )
    parts["Doc_0/Signs.xml"] = f"<ofd:Signatures {_NS}/>"
    parts["Doc_0/Annots.xml"] = f"<ofd:Annotations {_NS}/>"
    parts["Doc_0/Attached.xml"] = (
        f'<ofd:Attachments {_NS}><ofd:Attachment ID="1" Name="附表.xlsx"/></ofd:Attachments>'
    )

    document = read(_packed(parts))

    assert _codes(document) == ["signature_not_checked", "part_not_read", "annotations_not_read"]
    assert "附表.xlsx" in zh(document.notices[1].message)


def test_page_that_is_missing_is_noted() -> None:
    parts = package_parts(_said("电工"))
    parts["Doc_0/Document.xml"] = document_xml(
        '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/><ofd:Page ID="2" BaseLoc="no.xml"/>'
    )

    document = read(_packed(parts))

    assert _texts(document) == ["电工"]
    assert _codes(document) == ["page_damaged"]


def test_package_whose_pages_are_all_damaged_is_not_called_empty() -> None:
    parts = package_parts(_said("电工"))
    parts["Doc_0/Pages/Page_0/Content.xml"] = "<ofd:Page"

    with pytest.raises(NotReadableError):
        read(_packed(parts))


def test_scan_is_refused_with_a_way_out() -> None:
    picture = '<ofd:ImageObject ID="4" Boundary="0 0 210 297" ResourceID="5"/>'

    with pytest.raises(ScannedSourceError) as caught:
        read(_page(picture), name="目录.ofd")
    assert "OCR" in (zh(caught.value.hint) or "")


def test_fonts_that_name_no_characters_are_refused() -> None:
    with pytest.raises(ScannedSourceError, match="OFD"):
        read(_page(_said("\ue001\ue002\ue003")))


@pytest.mark.parametrize("part", ["Encryptions.xml", "Doc_0/entriesmap.dat", "decryptseed.dat"])
def test_encrypted_package_is_refused(part: str) -> None:
    with pytest.raises(EncryptedSourceError):
        read(_packed({**package_parts(_said("电工")), part: "x"}))


def test_page_without_words_is_empty() -> None:
    with pytest.raises(EmptySourceError):
        read(_page(_path("M 0 0 L 100 100")))


@pytest.mark.parametrize("content", ["x", "<a/>", f"<ofd:OFD {_NS}><ofd:DocBody/></ofd:OFD>"])
def test_damaged_package_is_refused(content: str) -> None:
    with pytest.raises(NotReadableError) as caught:
        read(_packed({"OFD.xml": content}))
    assert zh(caught.value.hint)


def test_document_types_are_not_parsed() -> None:
    parts = package_parts(_said("电工"))
    declared = '<!DOCTYPE a [<!ENTITY x "y">]>'
    name = "Doc_0/Pages/Page_0/Content.xml"
    parts[name] = parts[name].replace("?>\n", f"?>{declared}", 1)

    with pytest.raises(JinqueError):
        read(_packed(parts))


@pytest.mark.parametrize(
    ("content", "pages", "error"),
    [
        (_said("电工"), 1001, TooManyPagesError),
        (_said("电" * 100_001), 1, TooManyElementsError),
        ("<ofd:PathObject/>" * 200_001, 1, TooManyElementsError),
        ("<ofd:PageBlock>" * 100 + "</ofd:PageBlock>" * 100, 1, TooDeepError),
        ("<ofd:PageBlock>" * 300 + "</ofd:PageBlock>" * 300, 1, TooDeepError),
    ],
)
def test_limits_of_a_package(content: str, pages: int, error: type[JinqueError]) -> None:
    parts = package_parts(content)
    listed = '<ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>' * pages
    parts["Doc_0/Document.xml"] = document_xml(listed)

    with pytest.raises(error):
        read(_packed(parts))


@pytest.mark.parametrize(
    ("limits", "error"),
    [(Limits(seconds=0), TooSlowError), (Limits(unpacked_bytes=10), UnpackedTooLargeError)],
)
def test_limits_of_every_file_hold(limits: Limits, error: type[JinqueError]) -> None:
    with pytest.raises(error):
        document_of(_page(_said("电工")), "目录.ofd", Budget(limits, "目录.ofd"))


@pytest.mark.skipif(not _SAMPLES.is_dir(), reason="the samples stand beside the repository")
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("namespace_no_std", "你好呀，OFD Reader&Writer！"),
        ("helloworld_with_pageblock", "你好呀，OFD Reader&Writer！"),
        ("chineseDir", "你好呀，OFD Reader&Writer！"),
        ("multiKeywordInTextCode", "打发打发打发打发打发哈哈打发哈哈哈哈哈哈哈哈哈打发"),
        ("SplitParagraph", "“超长文档“裁切测试"),
        ("z", "字符编码到字型之间主要包括一对一、多对一、一对多以及多对多四种变换关系。"),
    ],
)
def test_real_files_are_read(name: str, words: str) -> None:
    assert words in read(_SAMPLES / f"{name}.ofd").text


@pytest.mark.skipif(not _SAMPLES.is_dir(), reason="the samples stand beside the repository")
def test_table_of_a_printed_standard_is_read() -> None:
    document = read(_SAMPLES / "z.ofd")

    [table] = [block for block in document.blocks if isinstance(block, Table)]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["名称", "类型", "说明", "可选/必选"]
    assert rows[1] == ["CodePosition", "xs:int", "TextCode中字符编码的起始位置，从0开始", "必选"]
    assert [row[0] for row in rows[2:]] == ["CodeCount", "GlyphCount", "Glyphs"]
    assert rows[2][2].endswith("否则属于错误描述，默认为1")
