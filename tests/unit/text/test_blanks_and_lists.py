from jinque.text import fold, join_wrapped, split_list, tighten


def test_chinese_lines_join_without_a_blank() -> None:
    assert (
        join_wrapped(["3年及以上，", " 管理经验要求1年及以上"])
        == "3年及以上，管理经验要求1年及以上"
    )


def test_latin_words_joined_at_a_wrap_keep_a_blank() -> None:
    assert join_wrapped(["熟悉 machine", "learning"]) == "熟悉 machine learning"


def test_blank_beside_a_chinese_character_goes_and_one_between_words_stays() -> None:
    assert tighten("特种设备管理和应用工程 技术人员") == "特种设备管理和应用工程技术人员"
    assert tighten("Hyper mesh 软件") == "Hyper mesh软件"


def test_folding_makes_width_and_case_equal() -> None:
    assert fold("声音（环境音）Ｓ ") == fold("声音(环境音)s")


def test_separator_in_brackets_separates_nothing() -> None:
    assert split_list("钳工（工具、装配、机修）、车工") == ["钳工（工具、装配、机修）", "车工"]
