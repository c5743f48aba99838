"""A final text becomes files that read back without a difference, and an edition of the record."""

import shutil
import sys
from io import StringIO
from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]
import pytest

from jinque import api
from jinque.api.publishing import (
    DraftRequest,
    Pen,
    Ruling,
    lint_draft,
    lint_file,
    new_draft,
    next_draft,
    publish_draft,
)
from jinque.cli import terminal
from jinque.cli.call import Session
from jinque.errors import DraftBlockedError, FourEyesError, NotApprovedError
from jinque.model.publishing import NextEdition, Proposal, Stage
from jinque.parameters.publishing import load_templates
from jinque.publishing.files import edition_files
from jinque.publishing.printing import printed_edition
from jinque.publishing.readback import read_back
from jinque.publishing.wording import worded
from jinque.text import drop_blanks
from tests.unit.publishing.conftest import ANNA, BERT, HEAD

OFFICE = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
VALUES = {
    "degree": "本科",
    "years": "3",
    "bachelor": "5",
    "master": "3",
    "doctor": "1",
    "certificate": "电工证",
    "level": "中级",
}


def _final(pen: Pen) -> NextEdition:
    after = pen.advance()
    while after.stage is not Stage.FINAL:
        after = pen.advance()
    return after


@pytest.mark.parametrize("former", ["wenzhou-2020", "skilled-trades", "shanghai-foreign"])
def test_every_file_reads_back_as_it_was_drafted(workspace: api.Workspace, former: str) -> None:
    begun = new_draft(workspace, DraftRequest(former=former), ANNA)
    draft = Pen(workspace=workspace, draft_id=begun.id, actor=ANNA).set_head(HEAD)

    files = edition_files(printed_edition(draft), "next")
    again = edition_files(printed_edition(draft), "next")

    assert files.made == again.made
    read = [read_back(draft, data, name) for name, data in files.made.items()]
    assert [(each.file, each.differences) for each in read] == [(each.file, ()) for each in read]
    assert {each.rows for each in read} == {len(draft.printed)}
    has_office = shutil.which("soffice") is not None
    assert ("next.pdf" in files.made) is has_office


def test_a_heading_that_reads_as_a_title_is_told_and_can_be_renamed(
    workspace: api.Workspace,
) -> None:
    begun = new_draft(workspace, DraftRequest(former="dalian"), ANNA)
    pen = Pen(workspace=workspace, draft_id=begun.id, actor=ANNA)
    pen.set_head(HEAD)
    found = {e.code for e in lint_draft(workspace, begun.id)}
    assert "section_reads_as_title" in found

    for place in ("瓦房店市", "庄河市", "长海县"):
        pen.rename_section(f"{place}紧缺职业目录", place)
    pen.rename_section("（七）部分区域紧缺职业目录", "（七）部分区域")

    draft = next_draft(workspace, begun.id)
    files = edition_files(printed_edition(draft), "next")
    for name, data in files.made.items():
        assert read_back(draft, data, name).differences == (), name


@OFFICE
def test_a_final_text_approved_by_a_second_person_becomes_the_next_edition(
    workspace: api.Workspace, pen: Pen, tmp_path: Path
) -> None:
    from jinque.api.review import set_four_eyes

    set_four_eyes(workspace, ANNA, is_on=True)
    pen.decide("1", Ruling(proposal=Proposal.DROP, reason="不再紧缺", transition="不受影响"))
    with pytest.raises(DraftBlockedError):
        publish_draft(workspace, pen.draft_id, ANNA, tmp_path / "early")
    _final(pen)
    with pytest.raises(NotApprovedError):
        publish_draft(workspace, pen.draft_id, ANNA, tmp_path / "early")
    with pytest.raises(FourEyesError):
        pen.approve()
    Pen(workspace=workspace, draft_id=pen.draft_id, actor=BERT).approve()

    found = publish_draft(workspace, pen.draft_id, ANNA, tmp_path / "out")

    assert found.edition_id == "wenzhou-2020-2027"
    assert not (tmp_path / "early").exists()
    assert {each.name for each in (tmp_path / "out").iterdir()} == {
        "wenzhou-2020-2027.docx",
        "wenzhou-2020-2027.pdf",
        "wenzhou-2020-2027.xlsx",
        "wenzhou-2020-2027.html",
        "opendata",
        "papers",
    }
    edition = workspace.published(found.edition_id).edition
    assert edition.follows == "wenzhou-2020"
    assert len(edition.posts) == 287
    assert next_draft(workspace, pen.draft_id).stage is Stage.PUBLISHED
    diff = api.diff(workspace, "wenzhou-2020", found.edition_id)
    assert (len(diff.added), len(diff.removed), len(diff.changed)) == (0, 1, 0)


@OFFICE
def test_a_row_past_its_day_is_not_published_again_unread(
    workspace: api.Workspace, pen: Pen, tmp_path: Path
) -> None:
    pen.set_head({"review_by": "2020-01-01"})
    _final(pen)
    found = publish_draft(workspace, pen.draft_id, ANNA, tmp_path / "out")

    again = new_draft(workspace, DraftRequest(former=found.edition_id), ANNA)

    codes = [each.code for each in lint_draft(workspace, again.id)]
    assert codes.count("row_past_its_day") == 288
    read = Pen(workspace=workspace, draft_id=again.id, actor=ANNA)
    read.decide("1", Ruling(proposal=Proposal.KEEP))
    codes = [each.code for each in lint_draft(workspace, again.id)]
    assert codes.count("row_past_its_day") == 287


def test_every_template_is_read_as_what_it_was_written_for(
    workspace: api.Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "templates.csv"
    cells = {"education": "学历要求", "experience": "工作经历要求", "ability": "能力要求"}
    rows = [worded(name, VALUES) for name in load_templates()]
    lines = [f"序号,岗位名称,{','.join(cells.values())}"]
    for number, each in enumerate(rows, start=1):
        texts = [each.text if role == each.role else "" for role in cells]
        lines.append(f"{number},电气工程师{number},{','.join(texts)}")
    file.write_text("某市2027年紧缺人才目录\n" + "\n".join(lines) + "\n", encoding="utf-8")

    answer = api.ingest(workspace, file)

    posts = answer.editions[0].edition.posts
    kinds = {
        name: {
            each.criterion.kind for each in api.post_criteria(workspace, post.id).reading.criteria
        }
        for name, post in zip(load_templates(), posts, strict=True)
    }
    assert kinds == {
        "degree": {"education_level"},
        "years": {"experience_years"},
        "years_by_degree": {"years_by_degree"},
        "certificate": {"certificate"},
        "title": {"title_level"},
    }
    assert "wording_outside_templates" not in {each.code for each in lint_file(file)}


def test_lint_tells_what_somebodys_own_file_gets_wrong(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text(
        "某市2027年紧缺人才目录\n序号,岗位名称,紧缺程度,学历要求,工作经历要求\n"
        "1,电气工程师,紧缺,大专及以上硕士学位,应届毕业生3年以上工作经验\n"
        "2,电气工程师,紧缺,本科,3年及以上\n",
        encoding="utf-8",
    )

    codes = {each.code for each in lint_file(file)}

    assert {"post_named_twice", "years_doubtful"} <= codes


@OFFICE
def test_the_printed_page_keeps_to_the_standard_and_loses_no_word(
    workspace: api.Workspace,
) -> None:
    """22 lines of 28 characters; every cell, the contents with their pages, and the head."""
    begun = new_draft(workspace, DraftRequest(former="wenzhou-2020"), ANNA)
    pen = Pen(workspace=workspace, draft_id=begun.id, actor=ANNA)
    draft = pen.set_head(HEAD, ["国" * 28 * 70])
    edition = printed_edition(draft)
    pdf = edition_files(edition, "next").made["next.pdf"]

    file = pdfium.PdfDocument(pdf)
    pages = [each.get_textpage().get_text_range() for each in file]
    full = [line for page in pages for line in page.splitlines() if set(line.strip()) == {"国"}]
    assert {len(each.strip()) for each in full} == {28}
    by_page = [sum(set(line.strip()) == {"国"} for line in p.splitlines()) for p in pages]
    assert max(by_page) == 22
    text = drop_blanks("".join(pages))
    lost = [
        cell
        for table in edition.tables
        for row in table.rows
        for cell in row
        if drop_blanks(cell) not in text
    ]
    assert lost == []
    headings = [each for table in edition.tables for each in table.path]
    first = drop_blanks(pages[0] + pages[1])
    assert [each for each in headings if drop_blanks(each) not in first] == []
    assert all(HEAD["title"] in drop_blanks(page) for page in pages)
    assert b"/Lang(zh-CN)" in pdf.replace(b"/Lang (", b"/Lang(")


@pytest.mark.parametrize("is_terminal", [False, True])
def test_on_a_slow_machine_each_step_of_publishing_has_words(
    *,
    workspace: api.Workspace,
    pen: Pen,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_terminal: bool,
) -> None:
    _final(pen)
    screen = StringIO()
    monkeypatch.setattr(screen, "isatty", lambda: is_terminal)
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(terminal, "_SECONDS_BETWEEN_LINES", 0.0)

    with terminal.file_progress(Session(language="en")) as progress:
        publish_draft(workspace, pen.draft_id, ANNA, tmp_path / "out", progress=progress)

    assert list((tmp_path / "out").glob("*.docx"))
    if not is_terminal:
        assert "Making the Word file 0%" in screen.getvalue()
