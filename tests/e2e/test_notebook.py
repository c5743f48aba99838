"""The notebook of the tutorial, run from top to bottom against the served site."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.site_server import serving

NOTEBOOK = Path(__file__).parents[2] / "docs" / "tutorial" / "api.ipynb"


def test_every_cell_runs_and_tells_what_it_promises(
    corpus_record: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    code = "\n".join(cell["source"] for cell in cells if cell["cell_type"] == "code")
    names: dict[str, Any] = {}

    with serving(corpus_record) as site:
        exec(code.replace("http://127.0.0.1:8000", site), names)  # noqa: S102 - our own notebook

    told = capsys.readouterr().out
    assert len(names["rows"]) == 312
    assert "shanghai-foreign:集成电路:1" in told


def test_the_notebook_is_kept_without_outputs() -> None:
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]

    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)
