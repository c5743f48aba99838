"""The edition that pairs of code and name are of."""

from jinque.classification import edition_used

BOTH = [("2-02-10-03", "计算机软件工程技术人员"), ("4-10-01-05", "养老护理员")]
BEFORE = [
    ("4-05-04-01", "保险代理人"),
    ("4-05-05-01", "典当业务员"),
    ("4-07-05-04", "消防设施操作员"),
    ("4-01-02-02", "电子商务师"),
]
NOW = [("2-07-03-00", "检察官"), ("2-02-38-01", "人工智能工程技术人员")]


def test_pairs_that_one_edition_alone_has_decide() -> None:
    use = edition_used([*BOTH, *BEFORE])

    assert (use.edition, use.is_mixed) == ("2015", False)
    assert (use.pairs, use.of_2015, use.of_2022, use.only_2015, use.only_2022) == (6, 6, 2, 4, 0)


def test_pairs_of_both_editions_decide_nothing() -> None:
    use = edition_used(BOTH)

    assert (use.edition, use.is_mixed, use.only_2015, use.only_2022) == (None, False, 0, 0)


def test_additions_are_counted_apart() -> None:
    use = edition_used([("2-02-10-09", "人工智能工程技术人员"), ("4-13-01-10", "网络主播")])

    assert (use.of_2015, use.of_2015_additions, use.of_2022, use.of_2022_additions) == (0, 1, 0, 1)


def test_mixed_editions_are_said_and_neither_is_taken() -> None:
    use = edition_used([*BEFORE[:2], *NOW])

    assert (use.edition, use.is_mixed) == (None, True)


def test_a_few_of_the_other_edition_are_said_and_change_nothing() -> None:
    many = [
        ("4-05-04-02", "保险保全员"),
        ("4-05-05-02", "鉴定估价师"),
        ("4-05-06-01", "信托业务员"),
        ("4-05-06-02", "信用管理师"),
        ("4-07-05-03", "智能楼宇管理员"),
    ]
    use = edition_used([*BEFORE, *many, NOW[0]])

    assert (use.edition, use.is_mixed, use.only_2022) == ("2015", True, 1)


def test_repeated_pairs_and_codes_of_classes_count_once_or_not() -> None:
    use = edition_used([*BEFORE, *BEFORE, ("2-05-08", "护理人员"), ("x", "y")])

    assert use.pairs == 4


def test_code_under_another_name_is_of_no_edition() -> None:
    use = edition_used([("2-07-03-00", "法官")])

    assert (use.of_neither, use.edition) == (1, None)


def test_entries_that_the_catalogue_alone_attests_are_no_evidence_for_it() -> None:
    pairs = [("2-07-03-00", "律师"), ("2-02-10-15", "区块链工程技术人员")]

    assert edition_used(pairs).edition == "2015"
    assert edition_used(pairs, witness="dalian").edition is None
