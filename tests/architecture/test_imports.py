"""The contracts that import-linter cannot say: they name packages that may not exist yet."""

import ast
import sys
from collections.abc import Iterator

from tests.architecture.code import import_graph, modules, room, settings

CONTRACTS = settings()["jinque"]["contracts"]


def _imports() -> Iterator[tuple[str, str]]:
    graph = import_graph()
    for importer in sorted(graph.modules):
        for imported in sorted(graph.find_modules_directly_imported_by(importer)):
            yield importer, imported


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] == "jinque"


def _is_third_party(module: str) -> bool:
    return not _is_ours(module) and module not in sys.stdlib_module_names


def _readers() -> list[str]:
    """List the modules of `documents` that read a format: each has a function `read_...`."""
    return [
        name
        for name, tree in modules()
        if room(name) == "documents"
        and any(
            isinstance(node, ast.FunctionDef) and node.name[:5] == "read_" for node in tree.body
        )
    ]


def test_faces_see_only_what_they_may() -> None:
    allowed = {*CONTRACTS["faces_see"], ""}
    broken = [
        (importer, imported)
        for importer, imported in _imports()
        if room(importer) in CONTRACTS["faces"]
        and _is_ours(imported)
        and room(imported) not in {*allowed, room(importer)}
    ]

    assert broken == []


def test_a_third_party_package_is_imported_only_by_those_listed_for_it() -> None:
    allowed = CONTRACTS["third_party"]
    broken = [
        (importer, imported)
        for importer, imported in _imports()
        if _is_third_party(imported) and room(importer) not in allowed.get(imported, [])
    ]

    assert broken == []


def test_the_model_does_no_input_or_output() -> None:
    allowed = {*CONTRACTS["model_sees"], "jinque"}
    broken = [
        (importer, imported)
        for importer, imported in _imports()
        if room(importer) == "model" and imported.partition(".")[0] not in allowed
    ]

    assert broken == []


def test_readers_do_not_know_each_other() -> None:
    graph = import_graph()
    readers = _readers()
    chains = [
        graph.find_shortest_chain(one, other)
        for one in readers
        for other in readers
        if one != other
    ]

    assert [chain for chain in chains if chain] == []
