import pytest

from jinque.cli.call import begin_session
from jinque.locale import Words


@pytest.mark.parametrize(
    ("arguments", "setting", "language"),
    [
        ([], "", "zh"),
        ([], "en", "en"),
        ([], "en_US.UTF-8", "en"),
        ([], "fr", "zh"),
        (["--lang", "en", "search"], "zh", "en"),
        (["search", "x", "--lang=zh"], "en", "zh"),
        (["search", "--", "--lang", "en"], "", "zh"),
    ],
)
def test_the_option_goes_before_the_setting_and_chinese_is_the_default(
    arguments: list[str], setting: str, language: str
) -> None:
    session, _ = begin_session(arguments, {"JINQUE_LANG": setting})

    assert session.language == language


def test_the_language_is_moved_in_front_of_the_command() -> None:
    _, ordered = begin_session(["search", "护士", "--lang", "en", "--json"], {})

    assert ordered == ["--lang", "en", "search", "护士", "--json"]


@pytest.mark.parametrize(
    ("arguments", "is_json"),
    [
        (["search", "护士"], False),
        (["search", "护士", "--json"], True),
        (["export", "dalian"], True),
        (["export", "dalian", "--format", "jsonl"], True),
        (["export", "dalian", "--format", "csv"], False),
        (["export", "dalian", "--format=csv"], False),
    ],
)
def test_who_reads_is_told_by_the_arguments(arguments: list[str], *, is_json: bool) -> None:
    session, _ = begin_session(arguments, {})

    assert session.is_json is is_json


def test_words_are_said_in_the_language_of_the_session() -> None:
    chinese, _ = begin_session([], {})
    english, _ = begin_session([], {"JINQUE_LANG": "en"})
    words = Words(zh="岗位", en="post")

    assert (chinese.of(words), english.of(words)) == ("岗位", "post")
