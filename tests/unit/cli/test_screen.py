import io

from jinque.cli.console import console, plain, show_fields, show_table

ROWS = [("dalian", "大连市"), ("wenzhou-2020", "温州市")]


def test_control_characters_of_a_source_do_not_reach_the_terminal() -> None:
    assert plain("甲\x1b[31m乙\x07\u202e丙").plain == "甲\ufffd[31m乙\ufffd\ufffd丙"


def test_printed_brackets_are_not_taken_for_markup() -> None:
    stream = io.StringIO()

    console(stream).print(plain("[bookmark: _Toc1] [red]甲[/red]"))

    assert stream.getvalue() == "[bookmark: _Toc1] [red]甲[/red]\n"


def test_columns_of_chinese_are_aligned_by_their_width() -> None:
    stream = io.StringIO()

    show_table(console(stream), ("编号", "地方"), ROWS)

    assert stream.getvalue() == "编号          地方\ndalian        大连市\nwenzhou-2020  温州市\n"


def test_a_narrow_terminal_gets_blocks() -> None:
    stream = io.StringIO()
    screen = console(stream)
    screen.width = 40

    show_table(screen, ("编号", "地方"), ROWS)

    assert stream.getvalue() == "dalian\n  地方  大连市\nwenzhou-2020\n  地方  温州市\n"


def test_fields_stand_below_each_other_where_space_is_short() -> None:
    stream = io.StringIO()
    screen = console(stream)
    screen.width = 20

    show_fields(screen, [("能力要求", "具备独立完成工作的能力")])

    assert stream.getvalue() == "  能力要求\n    具备独立完成工作\n    的能力\n"
