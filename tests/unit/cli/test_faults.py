import pytest

from tests.unit.cli.conftest import Shell


@pytest.mark.parametrize(
    ("arguments", "where", "hint"),
    [
        (["searx", "护士", "--json"], "searx", "search"),
        (["search", "--limi", "3", "--json"], "--limi", "--limit"),
        (["show", "--json"], "POST", "--help"),
        (["search", "--json", "--limit"], "--limit", "--help"),
        (["issues", "dalian", "wenzhou-2020", "--json"], "", "--help"),
    ],
)
def test_a_wrong_command_line_is_told_in_the_one_shape(
    shell: Shell, arguments: list[str], where: str, hint: str
) -> None:
    outcome = shell(*arguments)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.error["code"] == "wrong_call"
    assert outcome.error["where"] == where
    assert hint in outcome.error["hint"]


@pytest.mark.parametrize(
    ("arguments", "where"),
    [
        (["search", "--limit", "many"], "--limit"),
        (["search", "--limit", "201"], "limit"),
        (["search", "--offset", "-1"], "--offset"),
        (["search", "--kind", "clause"], "kind"),
        (["export", "dalian", "--format", "xml"], "format"),
        (["export", "dalian", "--kind", "posts"], "kind"),
        (["serve", "--port", "70000"], "--port"),
        (["catalogues", "--lang", "fr"], "--lang"),
    ],
)
def test_a_value_that_an_option_does_not_take_is_named(
    shell: Shell, arguments: list[str], where: str
) -> None:
    outcome = shell(*arguments)

    assert outcome.code == 2
    assert where in outcome.err


def test_an_error_is_in_words_for_people_and_names_what_to_do(shell: Shell) -> None:
    outcome = shell("issues", "dalan")

    assert outcome.err.splitlines() == [
        "错误：没有编号为“dalan”的目录版本。",
        "位置：dalan",
        "建议：是不是要找：dalian？",
    ]


def test_an_error_is_english_when_asked_for(shell: Shell) -> None:
    outcome = shell("issues", "dalan", "--lang", "en", "--json")

    assert outcome.error == {
        "code": "edition_unknown",
        "message": "There is no edition “dalan”.",
        "where": "dalan",
        "hint": "Did you mean: dalian?",
    }


def test_a_fault_that_nobody_foresaw_is_told_without_a_traceback(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jinque.api.catalogues", lambda _: 1 / 0)

    outcome = shell("catalogues", "--json")

    assert outcome.code == 3
    assert outcome.error["code"] == "machine_failed"
    assert "ZeroDivisionError" in outcome.error["message"]
