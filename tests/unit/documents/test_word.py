import pytest

from jinque.documents import read
from jinque.errors import EmptySourceError, NotReadableError, TooDeepError
from tests.unit.documents.made_files import (
    codes,
    marks,
    only_table,
    p,
    packed,
    tbl,
    tc,
    texts,
    with_parts,
    word,
    word_texts,
)

_DOWN, _ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_ACROSS = '<w:gridSpan w:val="2"/>'


def test_paragraphs_and_tables_stand_in_printed_order() -> None:
    assert word_texts(p("目录") + tbl(("1", "电工"), ("2", "焊工")) + p("说明：无")) == [
        "目录",
        [["1", "电工"], ["2", "焊工"]],
        "说明：无",
    ]


def test_cell_merged_downwards_is_repeated_with_a_mark() -> None:
    table = only_table(
        read(word(tbl(("1", tc("机械", _DOWN)), ("2", tc("", _ON)), ("3", tc("化工")))))
    )

    assert marks(table) == [[".", "."], [".", "d"], [".", "."]]
    assert [row.cells[1].text for row in table.rows] == ["机械", "机械", "化工"]
    assert table.rows[1].cells[1].span == table.rows[0].cells[1].span


def test_cell_merged_across_and_downwards_covers_a_rectangle() -> None:
    table = only_table(
        read(word(tbl(("1", tc("甲", _ACROSS + _DOWN)), ("2", tc("", _ACROSS + _ON)))))
    )

    assert marks(table) == [[".", ".", "a"], [".", "d", "da"]]


def test_old_way_of_merging_across() -> None:
    restart, on = '<w:hMerge w:val="restart"/>', "<w:hMerge/>"
    table = only_table(read(word(tbl((tc("甲", restart), tc("", on), "乙"), ("1", "2", "3")))))

    assert marks(table) == [[".", "a", "."], [".", ".", "."]]


def test_row_that_begins_further_right_has_blanks_before() -> None:
    late = "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>" + tc("乙") + "</w:tr>"
    body = tbl(("甲", "丙")).replace("</w:tbl>", late + "</w:tbl>")

    assert word_texts(body) == [[["甲", "丙"], ["", "乙"]]]


def test_paragraphs_of_a_cell_are_its_lines() -> None:
    assert word_texts(tbl((tc(p("甲") + p("") + p("乙")), "1"))) == [[["甲\n乙", "1"]]]


def test_table_inside_a_cell_belongs_to_its_words() -> None:
    inner = tbl(("本科", "3年"))

    assert word_texts(tbl(("1", tc(p("要求较长的一段文字") + inner)))) == [
        [["1", "要求较长的一段文字\n本科 3年"]]
    ]


def test_table_that_only_lays_out_the_page_is_unwrapped() -> None:
    left, right = tbl(("1", "电工"), ("2", "焊工")), tbl(("3", "车工"))

    assert word_texts(tbl((tc(left), tc(right)))) == [
        [["1", "电工"], ["2", "焊工"]],
        [["3", "车工"]],
    ]


def test_table_of_one_column_is_lines() -> None:
    assert word_texts(tbl(("一、甲",), ("二、乙",))) == ["一、甲", "二、乙"]


def test_tracked_changes_are_read_as_accepted_and_reported() -> None:
    body = (
        "<w:p><w:r><w:t>智能</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>制造</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>"
    )
    document = read(word(body))

    assert texts(document) == ["智能制造"]
    assert codes(document) == ["tracked_changes"]


def test_deleted_row_and_cell_are_gone() -> None:
    gone = "<w:tr><w:trPr><w:del/></w:trPr>" + tc("2") + tc("焊工") + "</w:tr>"
    body = tbl(("1", tc("旧", "<w:cellDel/>"), "电工"), ("3", "车工"))
    body = body.replace("</w:tr><w:tr>", f"</w:tr>{gone}<w:tr>")

    assert word_texts(body) == [[["1", "电工"], ["3", "车工"]]]


def test_paragraph_whose_mark_is_deleted_is_joined_to_the_next() -> None:
    assert word_texts(p("智能", "<w:rPr><w:del/></w:rPr>") + p("制造")) == ["智能制造"]


def test_text_box_is_read_once_behind_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>正文</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'>"
        f"<wps:txbx>{box}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )

    assert word_texts(body + p("后文")) == ["正文", "框内", "后文"]


def test_footnote_stands_behind_the_table_that_refers_to_it() -> None:
    reference = "<w:p><w:r><w:t>电工</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    notes = f"<w:footnote w:id='2'>{p('须持证')}</w:footnote>"

    assert word_texts(tbl(("1", tc(reference))) + p("后文"), footnotes=notes) == [
        [["1", "电工"]],
        "注1：须持证",
        "后文",
    ]


def test_numbers_that_word_prints_are_words() -> None:
    level = (
        "<w:lvl w:ilvl='{}'><w:start w:val='1'/>"
        "<w:numFmt w:val='{}'/><w:lvlText w:val='{}'/></w:lvl>"
    )
    numbering = (
        "<w:abstractNum w:abstractNumId='7'>"
        + level.format(0, "chineseCounting", "%1、")
        + level.format(1, "decimal", "%2.")
        + "</w:abstractNum><w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num>"
    )

    def item(text: str, depth: int) -> str:
        place = f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='3'/></w:numPr>"
        return p(text, place)

    body = item("甲", 0) + item("子", 1) + item("丑", 1) + item("乙", 0) + item("寅", 1)

    assert word_texts(body, numbering=numbering) == ["一、甲", "1.子", "2.丑", "二、乙", "1.寅"]


def test_serial_column_that_word_numbers_is_read() -> None:
    numbering = (
        "<w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
        "<w:numFmt w:val='decimal'/><w:lvlText w:val='%1'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num>"
    )
    serial = tc("<w:p><w:pPr><w:numPr><w:numId w:val='3'/></w:numPr></w:pPr></w:p>")

    assert word_texts(tbl((serial, "电工"), (serial, "焊工")), numbering=numbering) == [
        [["1", "电工"], ["2", "焊工"]]
    ]


def test_style_gives_a_number_and_tells_a_table_of_contents() -> None:
    numbering = (
        "<w:abstractNum w:abstractNumId='7'><w:lvl w:ilvl='0'><w:start w:val='3'/>"
        "<w:numFmt w:val='decimal'/><w:lvlText w:val='（%1）'/></w:lvl></w:abstractNum>"
        "<w:num w:numId='3'><w:abstractNumId w:val='7'/></w:num>"
    )
    styles = (
        "<w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/><w:pPr><w:numPr>"
        "<w:numId w:val='3'/></w:numPr></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='H2'><w:basedOn w:val='H'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='10'><w:name w:val='toc 1'/></w:style>"
    )
    body = p("甲 1", "<w:pStyle w:val='10'/>") + p("甲", "<w:pStyle w:val='H2'/>")

    assert word_texts(body, numbering=numbering, styles=styles) == ["（3）甲"]


def test_characters_that_are_elements() -> None:
    body = (
        "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0AB'/><w:t>2</w:t><w:noBreakHyphen/><w:t>02"
        "</w:t><w:tab/><w:t>甲</w:t><w:br w:type='page'/></w:r></w:p>"
    )

    assert word_texts(body) == ["★2-02 甲"]


def test_hidden_words_are_left_out_and_reported() -> None:
    body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>"
    document = read(word(body))

    assert texts(document) == ["显"]
    assert codes(document) == ["hidden_text"]


def test_pictures_are_reported() -> None:
    body = p("目录") + "<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>"

    assert codes(read(word(body))) == ["pictures_not_read"]


def test_line_break_in_a_title_joins_and_before_an_ordinal_separates() -> None:
    def broken(one: str, other: str) -> str:
        return f"<w:p><w:r><w:t>{one}</w:t><w:br/><w:t>{other}</w:t></w:r></w:p>"

    assert word_texts(broken("某市", "目录") + broken("一、甲", "二、乙")) == [
        "某市目录",
        "一、甲",
        "二、乙",
    ]


def test_content_controls_are_transparent_and_contents_are_left_out() -> None:
    def control(content: str, properties: str = "") -> str:
        return (
            f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
        )

    gallery = "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    body = control(p("甲 1"), gallery) + control(p("甲")) + tbl(("1", "乙"))

    assert word_texts(body) == ["甲", [["1", "乙"]]]


def test_strict_form_of_the_format_is_read() -> None:
    transitional = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    data = word(p("目录"))

    assert texts(read(with_parts(data, lambda part: part.replace(transitional, strict)))) == [
        "目录"
    ]


def test_document_without_words_is_refused() -> None:
    with pytest.raises(EmptySourceError):
        read(word("<w:p/>"))


def test_damaged_document_is_refused() -> None:
    with pytest.raises(NotReadableError):
        read(word("<w:p>"))


def test_entities_are_never_expanded() -> None:
    evil = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<a/>",
        "word/document.xml": f"{evil}<w>&x;</w>",
    }

    with pytest.raises(NotReadableError):
        read(packed(parts))


def test_tables_nested_too_deeply_are_refused() -> None:
    body = p("甲")
    for _ in range(20):
        body = tbl((tc(body + p("")), "乙"))

    with pytest.raises(TooDeepError):
        read(word(body))
