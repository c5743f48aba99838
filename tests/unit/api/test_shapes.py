import json
from pathlib import Path

import pytest

from jinque import api
from jinque.model import SearchRequest

ROOT = Path(__file__).parents[3]


def _keys(value: object) -> set[str]:
    """Return all keys of an object and of what is in it, but those of data in data."""
    if isinstance(value, list):
        return set().union(*map(_keys, value))
    if not isinstance(value, dict):
        return set()
    inner = {key: each for key, each in value.items() if key not in {"cells", "counts", "facets"}}
    return {*map(str, value), *_keys(list(inner.values()))}


def _answers(workspace: api.Workspace) -> dict[str, dict[str, object]]:
    return {
        "catalogues": {"editions": api.to_json(api.catalogues(workspace))},
        "show": api.to_json(api.show(workspace, "wenzhou-2020:化工产业:6")),
        "search": api.to_json(api.search(workspace, SearchRequest(query="护士"))),
        "occupation": api.to_json(api.occupation(workspace, "2-02-07-13", "2024-01-01")),
        "class": api.to_json(api.occupation(workspace, "6-01-05-02")),
        "uncoded": api.to_json(api.show(workspace, "dalian:卫生:40")),
        "issues": {"issues": api.to_json(api.issues(workspace, "wenzhou-2020"))},
        "ingest": api.to_json(
            api.ingest(workspace, ROOT / "src/jinque/corpus/data/dalian/source.txt")
        ),
    }


def test_every_key_of_every_answer_is_documented(workspace: api.Workspace) -> None:
    documentation = (ROOT / "docs/reference/json.md").read_text(encoding="utf-8")

    missing = {
        (name, key)
        for name, answer in _answers(workspace).items()
        for key in _keys(answer)
        if f"`{key}`" not in documentation and f'"{key}"' not in documentation
    }

    assert missing == set()


def test_every_answer_is_json(workspace: api.Workspace) -> None:
    for answer in _answers(workspace).values():
        assert json.loads(json.dumps(answer, allow_nan=False)) == answer


def test_a_fact_tells_its_status_and_its_words(workspace: api.Workspace) -> None:
    (dalian, *_) = api.catalogues(workspace)
    metadata = api.to_json(dalian)["facts"]

    assert isinstance(metadata, dict)
    assert metadata["place"]["status"] == "stated"
    assert metadata["place"]["quote"] == "大连市"
    assert metadata["title"]["value"] is None
    assert metadata["title"]["status"] == "not_stated"


@pytest.mark.parametrize("kind", api.ROW_KINDS)
def test_the_kinds_of_rows_are_documented(kind: str) -> None:
    documentation = (ROOT / "docs/reference/json.md").read_text(encoding="utf-8")

    assert f"`{kind}`" in documentation
