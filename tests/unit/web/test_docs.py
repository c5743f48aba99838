"""docs/reference/site.md names every route, parameter, status and key, and no other."""

import re
from pathlib import Path
from typing import Any

from jinque.web.app import described
from jinque.web.visit import STATUS

TEXT = Path("docs/reference/site.md").read_text(encoding="utf-8")
SHAPES: dict[str, Any] = described().components["schemas"]  # type: ignore[assignment]
PATHS: dict[str, Any] = described().paths


def _documented_keys() -> dict[str, list[str]]:
    parts = re.split(r"^### (\w+)$", TEXT, flags=re.MULTILINE)[1:]
    return {
        name: re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE)
        for name, body in zip(parts[::2], parts[1::2], strict=True)
    }


def test_every_context_and_shape_is_documented_with_its_keys() -> None:
    real = {name: list(s["properties"]) for name, s in SHAPES.items() if "properties" in s}

    assert _documented_keys() == {name: real[name] for name in _documented_keys()}
    assert sorted(_documented_keys()) == sorted(real)


def test_every_route_is_documented_with_its_parameters() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `[^`]+` \| `([^`]+)` \| (.*?) ?\|$", TEXT, re.MULTILINE)
    documented = {path: (name, re.findall(r"`(\w+)`", names)) for name, path, names in rows}
    real = {
        path: (
            operation["operationId"],
            [p["name"] for p in operation.get("parameters", ()) if p["in"] == "query"],
        )
        for path, item in PATHS.items()
        for operation in item.values()
    }

    assert {path: (name, sorted(names)) for path, (name, names) in documented.items()} == {
        path: (name, sorted(names)) for path, (name, names) in real.items()
    }


def test_every_status_is_documented() -> None:
    documented = {int(status) for status in re.findall(r"^\| (\d{3}) \|", TEXT, re.MULTILINE)}

    assert documented == {*STATUS.values(), 405}


def test_every_context_answers_a_route() -> None:
    answered = {
        operation["responses"]["200"]["content"]
        .get("application/json", {})
        .get("schema", {})
        .get("$ref", "")
        .rpartition("/")[2]
        for item in PATHS.values()
        for operation in item.values()
    }

    assert {name for name in SHAPES if name.endswith("Context")} - answered == {"ErrorContext"}
