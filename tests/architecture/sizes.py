"""The size ratchet: long files and functions are recorded, and may only shrink.

`python -m tests.architecture.sizes` (`make ratchet`) lowers the record to the real sizes. It never
raises or adds an entry: that is done by hand in sizes.json, so that a reviewer sees it.
"""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
RECORD = Path(__file__).with_name("sizes.json")

FILE_TARGET = 600
FILE_LIMIT = 600
FUNCTION_TARGET = 50
FUNCTION_LIMIT = 50

Sizes = dict[str, int]


def file_sizes(folder: str) -> Sizes:
    """Count the lines of every Python file below a folder of the repository."""
    return {
        path.relative_to(ROOT).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
        for path in sorted((ROOT / folder).rglob("*.py"))
    }


def function_sizes(folder: str) -> Sizes:
    """Count the lines of every function, without its docstring: explaining is never too long."""
    return {
        f"{path.relative_to(ROOT).as_posix()}:{name}": size
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name, size in _functions(ast.parse(path.read_text(encoding="utf-8")), "")
    }


def recorded() -> dict[str, Sizes]:
    record: dict[str, Sizes] = json.loads(RECORD.read_text(encoding="utf-8"))
    return record


def lowered(record: Sizes, real: Sizes, target: int) -> Sizes:
    """Drop what is gone or has become short, and lower the rest to its real size."""
    return {
        name: min(size, real[name])
        for name, size in sorted(record.items())
        if real.get(name, 0) > target
    }


def _functions(node: ast.AST, prefix: str) -> Iterator[tuple[str, int]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{prefix}{child.name}", _lines(child)
        if isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _functions(child, f"{prefix}{child.name}.")
        else:
            yield from _functions(child, prefix)


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    whole = (function.end_lineno or function.lineno) - function.lineno + 1
    if ast.get_docstring(function, clean=False) is None:
        return whole
    docstring = function.body[0]
    return whole - ((docstring.end_lineno or docstring.lineno) - docstring.lineno + 1)


def main() -> None:
    record = {
        "files": lowered(recorded()["files"], file_sizes("src"), FILE_TARGET),
        "functions": lowered(recorded()["functions"], function_sizes("src"), FUNCTION_TARGET),
    }
    RECORD.write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
