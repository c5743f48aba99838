"""docs/reference/office.md names every page, parameter, form and key of the office."""

import inspect
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from litestar import Litestar
from litestar.di import Provide
from litestar.openapi import OpenAPIConfig

from jinque.web import desk
from jinque.web.app import OFFICE_PAGES
from jinque.web.described import NounSchemas
from jinque.web.pages.general import openapi_context
from jinque.web.pages.office import drafts, entrance, issues, shown
from jinque.web.pages.office import drafts as draft
from jinque.web.pages.office import drafts as draft_history
from jinque.web.pages.office import entrance as history
from jinque.web.pages.office.drafts import ACTS, decide
from jinque.web.pages.publishing import public
from jinque.web.pages.publishing import shown as next_editions

TEXT = Path("docs/reference/office.md").read_text(encoding="utf-8")
MODULES = (
    *(draft, shown, shown, draft_history, shown, issues, issues),
    *(issues, issues, drafts, entrance, history, desk, next_editions, public),
)
OURS = {
    name
    for module in MODULES
    for name, kind in inspect.getmembers(module, inspect.isclass)
    if kind.__module__ == module.__name__
}


@cache
def _described() -> dict[str, Any]:
    def nobody() -> Callable[[], None]:
        return lambda: None

    given = {name: Provide(nobody(), sync_to_thread=False) for name in ("visit", "desk", "site")}
    config = OpenAPIConfig(title="Office", version="1")
    app = Litestar(OFFICE_PAGES, dependencies=given, openapi_config=config, plugins=[NounSchemas()])
    described = openapi_context(app.openapi_schema)
    return {"paths": described.paths, "shapes": described.components["schemas"]}


def test_every_context_and_shape_of_ours_is_documented_with_its_keys() -> None:
    parts = re.split(r"^### (\w+)$", TEXT, flags=re.MULTILINE)[1:]
    documented = {
        name: re.findall(r"^\| `(\w+)` \|", body, re.MULTILINE)
        for name, body in zip(parts[::2], parts[1::2], strict=True)
    }
    shapes = _described()["shapes"]
    real = {name: list(s["properties"]) for name, s in shapes.items() if name in OURS}

    assert documented == real


def test_every_page_is_documented_with_its_parameters() -> None:
    rows = re.findall(r"^\| `(\w+)` \| `[^`]+` \| `([^`]+)` \| (.*?) ?\|$", TEXT, re.MULTILINE)
    documented = {
        (name, path, *sorted(re.findall(r"`(\w+)`", names))) for name, path, names in rows
    }
    real = {
        (
            operation["operationId"],
            path,
            *sorted(p["name"] for p in operation.get("parameters", ()) if p["in"] == "query"),
        )
        for path, item in _described()["paths"].items()
        for operation in item.values()
    }

    assert documented == real


def test_every_form_is_documented() -> None:
    forms = {path for page in OFFICE_PAGES for path in page.paths if "POST" in page.http_methods}
    named = {path.replace(":str", "") for path in forms}

    assert [path for path in named if f"| `{path}` |" not in TEXT] == []
    assert {path.rpartition("/")[2] for path in decide.paths} == set(ACTS)
