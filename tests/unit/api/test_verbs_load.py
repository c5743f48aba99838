"""A verb loads what it uses, and each name of the API is where its table says."""

import ast
import subprocess
import sys
from pathlib import Path
from types import ModuleType

from jinque import api

HEAVY = ["numpy", "pyarrow", "tantivy", "lxml", "alembic", "litestar", "pypdfium2_raw"]


def _loaded(code: str) -> str:
    asked = f"import sys; {code}; print([n for n in {HEAVY} if n in sys.modules])"
    return subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, check=True, text=True
    ).stdout.strip()


def test_importing_the_api_loads_nothing_heavy() -> None:
    assert _loaded("import jinque.api") == "[]"


def test_every_name_for_types_is_a_name_at_run_time() -> None:
    tree = ast.parse(Path(str(api.__file__)).read_text(encoding="utf-8"))
    typed = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("jinque")
        for alias in node.names
    }

    public = {name for name in dir(api) if not name.startswith("_")}

    assert typed - public == set()
    assert [name for name in sorted(typed) if isinstance(getattr(api, name), ModuleType)] == []


def test_a_verb_stays_a_verb_when_the_module_of_its_name_is_imported() -> None:
    code = "import jinque.api.search; from jinque import api; assert callable(api.search)"

    subprocess.run([sys.executable, "-c", code], check=True)
