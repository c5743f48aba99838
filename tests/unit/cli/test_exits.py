import pytest

import jinque.errors
from jinque.cli.call import exit_code
from jinque.errors import JinqueError, WrongCallError
from jinque.locale import say


def _kinds(kind: type[JinqueError]) -> list[type[JinqueError]]:
    below = kind.__subclasses__()
    return [*below, *(each for child in below for each in _kinds(child))]


@pytest.mark.parametrize("kind", _kinds(JinqueError), ids=lambda kind: kind.__name__)
def test_every_error_has_the_exit_code_of_its_branch(kind: type[JinqueError]) -> None:
    expected = 2 if issubclass(kind, WrongCallError) else 3

    assert exit_code(kind(say("wrong"))) == expected


def test_every_error_is_public() -> None:
    assert {kind.__name__ for kind in _kinds(JinqueError)} <= set(jinque.errors.__all__)
