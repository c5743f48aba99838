import pytest
from typer.core import TyperArgument, TyperOption

from jinque.cli.app import COMMANDS, GROUP, PARAMETERS, key
from jinque.cli.front import HOMES, group_of
from tests.unit.cli.conftest import Shell


def test_every_command_has_words() -> None:
    assert {*COMMANDS} == {*GROUP.commands}


def test_every_option_and_argument_has_words_and_no_other() -> None:
    parameters = {
        key(name, parameter)
        for name, command in GROUP.commands.items()
        for parameter in command.params
    }

    assert parameters == set(PARAMETERS)


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["--lang", "zh"]])
def test_help_is_shown_when_asked_for_or_when_nothing_is(
    shell: Shell, arguments: list[str]
) -> None:
    outcome = shell(*arguments)

    assert outcome.code == 0
    assert "用法：jinque" in outcome.out
    assert all(command in outcome.out for command in COMMANDS)


@pytest.mark.parametrize("command", list(GROUP.commands))
def test_help_of_a_command_names_all_of_its_options(shell: Shell, command: str) -> None:
    outcome = shell(command, "--help")
    parameters = GROUP.commands[command].params
    options = [opt for each in parameters if isinstance(each, TyperOption) for opt in each.opts]
    names = [str(each.name).upper() for each in parameters if isinstance(each, TyperArgument)]

    assert outcome.code == 0
    assert [word for word in [*options, *names] if word not in outcome.out] == []


def test_help_is_english_when_asked_for(shell: Shell) -> None:
    assert "Usage: jinque search" in shell("search", "--help", "--lang", "en").out
    assert "Commands" in shell("--lang", "en").out


def test_what_help_means_stands_in_one_column(shell: Shell) -> None:
    lines = shell("issues", "--help").out.splitlines()

    assert "  EDITION  目录编号，见 jinque catalogues" in lines
    assert "  --json   输出 JSON，供程序使用" in lines


def test_each_command_is_found_where_the_table_of_commands_says() -> None:
    found = {name: {*group_of(home).commands} for name, home in HOMES.items()}

    assert [name for name, commands in found.items() if name not in commands] == []
    assert {*HOMES} == {*GROUP.commands}
