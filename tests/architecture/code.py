"""What the architecture tests look at: the project's settings, modules and imports."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import grimp

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"


@cache
def settings() -> dict[str, Any]:
    """Read the `tool` tables of pyproject.toml."""
    tools: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    return tools


@cache
def import_graph() -> grimp.ImportGraph:
    """Build the graph that import-linter uses, with the imports for types only among its edges."""
    return grimp.build_graph("jinque", include_external_packages=True, cache_dir=None)


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Parse every module of the package, by its dotted name."""
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        name = ".".join(parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text("utf-8"))


def room(module: str) -> str:
    """Name the top-level package of ours that a module lies in: `jinque.store.files` -> `store`."""
    return module.split(".")[1] if "." in module else ""
