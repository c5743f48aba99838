from jinque.model import Status
from tests.unit.extraction.made import read_made

_A, _B = "序号\t岗位名称\n1\t电工\n", "序号\t岗位名称\n2\t焊工\n"


def test_untitled_table_takes_the_heading_of_its_continuation() -> None:
    [reading] = read_made(f"{_A}\n甲产业\n{_B}")

    [section] = reading.edition.sections
    assert (section.path, section.status, section.rows) == (("甲产业",), Status.INFERRED, 2)


def test_heading_above_is_null_when_numbering_shows_that_it_was_lost() -> None:
    [reading] = read_made(f"甲产业\n{_A}\n（二）乙组\n丙产业\n{_A}")

    assert [section.path for section in reading.edition.sections] == [
        (None, "甲产业"),
        ("（二）乙组", "丙产业"),
    ]


def test_note_between_sections_binds_the_one_before() -> None:
    [reading] = read_made(f"甲产业\n{_A}\n说明：须持证。\n乙产业\n{_A}")

    assert [post.notes for post in reading.edition.posts] == [("说明：须持证。",), ()]


def test_note_behind_the_last_section_binds_the_edition() -> None:
    [reading] = read_made(f"甲产业\n{_A}\n乙产业\n{_A}\n备注：以公告为准。\n")

    [note] = reading.edition.notes
    assert note.section is None
    assert [post.notes for post in reading.edition.posts] == [(), ()]


def test_gap_in_the_numbered_headings_is_reported() -> None:
    [reading] = read_made(f"一、甲产业\n{_A}\n三、乙产业\n{_A}")

    assert "heading_gap" in {issue.code for issue in reading.report.issues}


def test_gap_in_the_serials_is_reported() -> None:
    [reading] = read_made("序号\t岗位名称\n1\t电工\n3\t焊工\n")

    [issue] = [i for i in reading.report.issues if i.code == "serial_gap"]
    assert (issue.serial, issue.line_start) == (3, 3)


def test_region_is_read_from_a_regional_heading() -> None:
    [reading] = read_made(f"（一）部分区域\n长海县紧缺职业目录\n{_A}")

    assert reading.edition.posts[0].region == "长海县"


def test_file_of_two_titled_catalogues_gives_two_editions() -> None:
    text = f"附件1\n甲目录\n{_A}\n附件2\n乙目录\n{_A}"

    readings = read_made(text)

    assert [(r.edition.id, r.edition.metadata.title.value) for r in readings] == [
        ("某市-1", "甲目录"),
        ("某市-2", "乙目录"),
    ]


def test_running_list_becomes_entries_and_says_that_it_is_open() -> None:
    [reading] = read_made("甲目录\n一、专业\n（一）电子类。包括甲（子、丑）、乙、丙等。\n")

    assert [post.name for post in reading.edition.posts] == ["甲（子、丑）", "乙", "丙"]
    assert reading.edition.sections[0].is_open_list
