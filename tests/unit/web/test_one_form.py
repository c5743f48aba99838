"""A noun has the same keys and values in `/api/v1`, in the twin of a page and in `--json`."""

import pytest

from jinque import api
from jinque.model import SearchRequest
from tests.unit.web.conftest import Ask

POST = "wenzhou-2020:化工产业:6"


@pytest.mark.parametrize("edition", ["dalian", "wenzhou-2020", "zhejiang-2022-77"])
def test_an_edition_has_one_form(ask: Ask, workspace: api.Workspace, edition: str) -> None:
    told = api.to_json(api.edition(workspace, edition).summary)

    held = ask(f"/api/v1/editions/{edition}").json()

    assert held.pop("versions") == [1]
    assert held == told
    assert ask(f"/editions/{edition}.json").json()["edition"] == told
    assert told in [
        {key: value for key, value in each.items() if key != "versions"}
        for each in ask("/api/v1/editions").json()["editions"]
    ]


def test_a_post_has_one_form(ask: Ask, workspace: api.Workspace) -> None:
    told = api.to_json(api.show(workspace, POST))
    twin = ask(f"/posts/{POST}.json").json()

    assert ask(f"/api/v1/rows/{POST}").json() == told["post"] == twin["post"]
    assert (twin["edition"], twin["issues"]) == (told["edition"], told["issues"])
    assert (twin["lines"], twin["link"]) == (told["lines"], told["link"])


def test_an_issue_has_one_form(ask: Ask, workspace: api.Workspace) -> None:
    told = api.to_json(api.issues(workspace, "dalian"))

    assert ask("/api/v1/editions/dalian/issues?limit=200").json()["issues"] == told[:200]
    assert ask("/editions/dalian/issues.json").json()["issues"] == told[:100]


def test_facets_have_one_form(ask: Ask, workspace: api.Workspace) -> None:
    told = api.to_json(api.search(workspace, SearchRequest(query="护士")))

    page = ask("/api/v1/rows?q=护士").json()

    assert page["facets"] == told["facets"]
    assert page["total"] == told["total"]


def test_rules_of_the_ladder_have_one_form(ask: Ask, workspace: api.Workspace) -> None:
    book = api.ladder(workspace)
    assert book is not None

    told = api.to_json(api.rules_told(book))

    assert ask("/ladder.json").json()["ladder"]["document"] == told["document"]
