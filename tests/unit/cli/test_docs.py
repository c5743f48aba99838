"""Commands, options, exit codes and error codes are all in the reference, and no other command."""

import re
from collections.abc import Iterator
from pathlib import Path

from jinque.cli import call
from jinque.cli.app import GROUP
from jinque.errors import JinqueError
from jinque.locale import say

REFERENCE = (Path(__file__).parents[3] / "docs/reference/cli.md").read_text(encoding="utf-8")


def _section(heading: str) -> str:
    return REFERENCE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def _codes(kind: type[JinqueError] = JinqueError) -> Iterator[tuple[str, int]]:
    for each in kind.__subclasses__():
        yield each.code, call.exit_code(each(say("wrong")))
        yield from _codes(each)


def test_every_command_has_a_section_and_no_other_has() -> None:
    headings = set(re.findall(r"^## ([a-z-]+)$", REFERENCE, re.MULTILINE))

    assert headings == set(GROUP.commands)


def test_every_option_is_in_the_section_of_its_command() -> None:
    missing = [
        (name, option)
        for name, command in GROUP.commands.items()
        for parameter in command.params
        for option in (parameter.opts if parameter.opts[0][0] == "-" else [])
        if f"`{option}`" not in _section(name)
    ]

    assert missing == []


def test_every_argument_is_explained() -> None:
    missing = [
        (name, parameter.name)
        for name, command in GROUP.commands.items()
        for parameter in command.params
        if parameter.opts[0][0] != "-" and f"`{str(parameter.name).upper()}`" not in _section(name)
    ]

    assert missing == []


def test_the_options_of_every_command_are_documented() -> None:
    options = [option for parameter in GROUP.params for option in parameter.opts]

    assert [each for each in options if f"| `{each}`" not in _section("For every command")] == []


def test_every_error_code_is_documented_with_its_exit_code() -> None:
    documented = re.findall(r"^\| `([a-z_]+)` \| (\d) \|", _section("Errors"), re.MULTILINE)

    assert set(_codes()) - {(code, int(number)) for code, number in documented} == set()


def test_every_exit_code_is_documented() -> None:
    documented = {int(code) for code in re.findall(r"^\| (\d+) \|", REFERENCE, re.MULTILINE)}

    assert documented == {
        call.DONE,
        call.FAULTY_DATA,
        call.WRONG_CALL,
        call.MACHINE_FAILED,
        call.INTERRUPTED,
    }
