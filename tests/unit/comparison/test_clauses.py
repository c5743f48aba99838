from jinque.comparison.diff import clauses_apart, clauses_of


def test_a_requirement_is_cut_at_stops_semicolons_and_lines() -> None:
    assert clauses_of("1.具备设计能力；2.熟悉 3.5 版。\n持证上岗") == (
        "具备设计能力",
        "熟悉 3.5 版",
        "持证上岗",
    )


def test_nothing_printed_has_no_clauses() -> None:
    assert clauses_of(None) == ()


def test_a_number_in_front_of_a_clause_is_not_an_ordinal() -> None:
    assert clauses_of("3年以上经验；2.5年以上管理经验") == ("3年以上经验", "2.5年以上管理经验")


def test_order_width_and_blanks_do_not_tell_clauses_apart() -> None:
    assert clauses_apart(("熟悉ＣＡＤ", "会英语"), ("会 英语", "熟悉CAD")) == ((), ())


def test_a_clause_printed_twice_counts_twice() -> None:
    assert clauses_apart(("会英语", "会英语"), ("会英语",)) == (("会英语",), ())
