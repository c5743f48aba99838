import ast
from collections.abc import Iterator

from tests.architecture.code import modules

# A module is named after what it owns; these names own nothing.
EMPTY_NAMES = {"common", "helper", "helpers", "misc", "util", "utils"}


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__")


def _imported(node: ast.AST) -> list[str]:
    """List the full dotted names that an import statement asks for."""
    match node:
        case ast.Import():
            return [alias.name for alias in node.names]
        case ast.ImportFrom():
            return [f"{node.module}.{alias.name}" for alias in node.names]
    return []


def _private_names_of_ours(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        for name in _imported(node):
            parts = name.split(".")
            if parts[0] == "jinque" and any(_is_private(part) for part in parts):
                yield name


def test_no_module_has_a_name_that_says_nothing() -> None:
    named = [name for name, _ in modules() if EMPTY_NAMES & set(name.split("."))]

    assert named == []


def test_no_module_imports_a_private_name_of_another() -> None:
    found = [(module, name) for module, tree in modules() for name in _private_names_of_ours(tree)]

    assert found == []
