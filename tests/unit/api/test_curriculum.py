"""A text held against the terms of posts."""

from pathlib import Path

import docx
import pytest

from jinque import api
from jinque.errors import (
    InvalidOptionError,
    SourceTooLargeError,
    UnknownPostError,
    UnsupportedFormatError,
)
from jinque.model.teaching import CurriculumAnswer, CurriculumChoice

FINANCE = CurriculumChoice(major="金融学", foreign=True)
SOFTWARE = CurriculumChoice(major="软件工程", foreign=True)


def _hits(answer: CurriculumAnswer) -> dict[str, str]:
    return {each.term.name: each.quote.hit for each in answer.found if each.quote}


def test_terms_are_found_with_the_words_of_the_text(workspace: api.Workspace) -> None:
    answer = api.curriculum(workspace, "第三学期：财务分析；CFA 一级课程", FINANCE)

    assert _hits(answer) == {"财务分析能力": "财务分析", "特许金融分析师（CFA）": "CFA"}
    assert len(answer.found) + len(answer.not_found) == 14


def test_width_case_and_line_ends_do_not_matter(workspace: api.Workspace) -> None:
    answer = api.curriculum(workspace, "ＰＹＴＨＯＮ，Tensor\nflow，Ｃ＋＋", SOFTWARE)

    found = _hits(answer)
    assert found["Python"] == "ＰＹＴＨＯＮ"
    assert found["Tensorflow"] == "Tensor\nflow"
    assert found["C++"] == "Ｃ＋＋"


@pytest.mark.parametrize("text", ["CAD 制图", "成绩为 C", "C++", "Objective-C++", "ABC"])
def test_a_tool_of_one_letter_is_not_found_by_itself(workspace: api.Workspace, text: str) -> None:
    assert "C" not in _hits(api.curriculum(workspace, text, SOFTWARE))


def test_a_tool_of_one_letter_is_found_as_a_language(workspace: api.Workspace) -> None:
    assert _hits(api.curriculum(workspace, "C 语言程序设计", SOFTWARE))["C"] == "C 语言"


def test_java_is_not_found_in_javascript(workspace: api.Workspace) -> None:
    assert "Java" not in _hits(api.curriculum(workspace, "JavaScript", SOFTWARE))


def test_posts_for_foreign_nationals_count_only_when_asked(workspace: api.Workspace) -> None:
    answer = api.curriculum(workspace, "Python", CurriculumChoice(major="软件工程"))

    assert (answer.posts, answer.found, answer.not_found) == ((), (), ())
    assert answer.left_out == 24


def test_a_post_that_is_named_counts_always(workspace: api.Workspace) -> None:
    choice = CurriculumChoice(posts=["shanghai-foreign:集成电路:1"])
    answer = api.curriculum(workspace, "MATLAB 仿真", choice)

    assert [each.name for each in answer.posts] == ["光刻机系统研发人才"]
    assert _hits(answer) == {"MATLAB": "MATLAB"}


def test_posts_are_chosen_by_occupation(workspace: api.Workspace) -> None:
    choice = CurriculumChoice(occupation="2-02-10-03")
    answer = api.curriculum(workspace, "软件开发团队管理", choice)

    assert len(answer.posts) == 4
    assert _hits(answer) == {"软件开发团队管理能力": "软件开发团队管理"}


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("", FINANCE),
        (" \n", FINANCE),
        ("Python", CurriculumChoice()),
        ("Python", CurriculumChoice(posts=["dalian:装备制造:1"] * 101)),
        ("Python", CurriculumChoice(posts=["zhejiang-2022-77:1"])),
    ],
)
def test_what_cannot_be_answered_is_refused(
    workspace: api.Workspace, text: str, choice: CurriculumChoice
) -> None:
    with pytest.raises((InvalidOptionError, UnknownPostError)):
        api.curriculum(workspace, text, choice)


def test_a_text_that_is_too_long_is_refused(workspace: api.Workspace) -> None:
    with pytest.raises(SourceTooLargeError):
        api.curriculum(workspace, "课" * 200_001, FINANCE)


def test_a_file_is_read_as_its_text(tmp_path: Path) -> None:
    path = tmp_path / "大纲.txt"
    path.write_text("程序设计（Python）\n", encoding="utf-8")

    assert "Python" in api.curriculum_file(path)


def test_a_word_document_is_read_as_its_text(tmp_path: Path) -> None:
    path = tmp_path / "培养方案.docx"
    document = docx.Document()
    document.add_paragraph("面向对象程序设计（Java）")
    document.save(str(path))

    assert "Java" in api.curriculum_text(path.read_bytes(), path.name)


def test_a_format_that_would_have_to_be_converted_is_not_taken() -> None:
    with pytest.raises(UnsupportedFormatError):
        api.curriculum_text(rb"{\rtf1 Java}", "大纲.txt")
