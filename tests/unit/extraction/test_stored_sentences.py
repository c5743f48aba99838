"""Whole numbers in stored sentences stand without separators, or a report changes its words."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

import jinque
from jinque.corpus import sources
from jinque.documents import load, read
from jinque.errors import JinqueError
from jinque.extraction import extract
from jinque.extraction.reading import Reading, profiles_for
from jinque.locale.sentence import Said, Sentence

SOURCE = Path(jinque.__file__).parent
ROOMS = ("documents", "extraction", "ingestion")
_HELD = "_held"
CASES = Path(__file__).parents[2] / "cases" / "reading"


def _plain_slots(message: str) -> set[str]:
    return {name for _, name, spec, _ in Formatter().parse(message) if name and not spec}


def _counted(node: ast.expr) -> bool:
    """Tell whether an expression is a number whatever it counts."""
    if isinstance(node, ast.BinOp):
        return _counted(node.left) or _counted(node.right)
    if isinstance(node, ast.Constant):
        return type(node.value) is int
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Name) and called.id in {"len", "sum", "round", "int"}


def _stored() -> Iterator[tuple[str, ast.Call]]:
    """Yield the sentences that become part of an issue, a notice or a reason."""
    for room in ROOMS:
        for path in sorted((SOURCE / room).rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            raised = {id(n) for each in ast.walk(tree) if _is_error(each) for n in ast.walk(each)}
            for node in ast.walk(tree):
                is_said = isinstance(node, ast.Call) and ast.unparse(node.func) in {"say", "say_in"}
                if is_said and isinstance(node, ast.Call) and id(node) not in raised:
                    yield f"{path.name}:{node.lineno}", node


def _is_error(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith("Error")


def test_a_number_that_is_counted_has_a_format_wherever_it_is_stored() -> None:
    wrong = [
        f"{where} {keyword.arg}"
        for where, call in _stored()
        for keyword in call.keywords
        if _counted(keyword.value)
        and any(
            keyword.arg in _plain_slots(text.value)
            for text in call.args
            if isinstance(text, ast.Constant) and isinstance(text.value, str)
        )
    ]

    assert not wrong


def _sentences(held: Any) -> Iterator[Said]:  # noqa: ANN401 - whatever holds sentences
    if isinstance(held, Said):
        yield held
    if isinstance(held, Sentence):
        yield from _sentences(getattr(held, _HELD, ()))
    elif isinstance(held, tuple | list):
        for each in held:
            yield from _sentences(each)


def _all_of(readings: tuple[Reading, ...]) -> Iterator[Said]:
    for reading in readings:
        report = reading.report
        yield from _sentences([issue.message for issue in report.issues])
        yield from _sentences([column.reasons for column in report.columns])
        yield from _sentences([link.reason for link in reading.edition.links])
        yield from _sentences(
            [one.reason for link in reading.edition.links for one in link.candidates]
        )


def _read(name: str, data: bytes) -> tuple[Reading, ...]:
    try:
        document = read(data, name=name)
        profiles = profiles_for(document, source_name=name, edition_id=None, known=())
        return extract(document, source_name=name, profiles=profiles)
    except JinqueError:
        return ()


FILES = {
    **{path.name: load(path) for path in sorted(CASES.iterdir())},
    **{source.name: source.data for source in sources()},
}


@pytest.mark.parametrize("name", FILES)
def test_no_sentence_of_a_reading_writes_a_number_with_separators(name: str) -> None:
    wrong = {
        (message, slot)
        for said in _all_of(_read(name, FILES[name]))
        for message, _, _, values in [getattr(said, _HELD)]
        for slot, value in values
        if type(value) is int and slot in _plain_slots(message)
    }

    assert not wrong
