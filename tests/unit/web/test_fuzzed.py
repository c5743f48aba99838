"""No address and no form ends in a fault that nobody foresaw: the routes are those of the site."""

import random
import re
from collections.abc import Iterator, Sequence
from inspect import signature
from urllib.parse import quote

import pytest

from jinque import api
from jinque.api import review
from jinque.model.account import Role
from jinque.model.decision import Actor
from jinque.web.app import OFFICE_PAGES, PAGES
from tests.review.planted import NAME, planted_docx
from tests.unit.web.office_visitor import Premises, Visitor

SEED, CALLS, LONG_CALLS = 20261201, 400, 20_000
ROLES = {"张敏": Role.EDITOR, "李雷": Role.REVIEWER, "韩梅": Role.PUBLISHER}
VALUES = (
    *("", "x", "0", "-1", "1.5", "9" * 5_000, "٣", "１", "null", "true", "[]", "{}", "zh", "2022"),
    *(
        "dalian",
        "dalian:装备制造:1",
        "大连",
        "护士",
        "青岛𠮷",
        "\0",
        "\ud83d",
        "a\r\nb: c",
        "%",
        "%zz",
    ),
    *("../../etc/passwd", "<script>", "' OR 1=1 --", "jsonl", "csv", "post", "issue", "row", "yes"),
    *("2-02-38-01", "2024-01-01", "0000-00-00", "99999-01-01", "accept", "correct", "relate"),
)
NAMES = (
    *(
        "mark",
        "page",
        "q",
        "limit",
        "cursor",
        "edition",
        "kind",
        "format",
        "place",
        "post",
        "issue",
    ),
    *("revision", "number", "action", "reason", "field", "value", "show", "severity", "check"),
    *("version", "as_of", "years", "section", "degree", "code", "fields", "sort", "seen", "key"),
)


def _parameter(dice: random.Random) -> str:
    return quote(dice.choice(VALUES), safe="", errors="replace")


def _address(path: str, own: Sequence[str], dice: random.Random, draft_id: str) -> str:
    def filled(found: re.Match[str]) -> str:
        if found[1] == "draft_id" and dice.random() < 0.8:
            return draft_id
        return _parameter(dice)

    query = "&".join(
        f"{dice.choice(own or NAMES) if dice.random() < 0.6 else dice.choice(NAMES)}"
        f"={_parameter(dice)}"
        for _ in range(dice.randrange(4))
    )
    return re.sub(r"\{(\w+):\w+\}", filled, path)[:4_000] + (f"?{query[:4_000]}" if query else "")


@pytest.fixture(scope="module")
def premises(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Premises]:
    with api.open_workspace(data_dir=tmp_path_factory.mktemp("fuzz")) as workspace:
        yield Premises(workspace)


@pytest.fixture(scope="module")
def visitors(premises: Premises) -> list[Visitor]:
    people = [premises.signed_in(name, role) for name, role in ROLES.items()]
    return [premises.visitor(), *people]


@pytest.fixture(scope="module")
def draft_id(premises: Premises) -> str:
    owner = Actor(name="王芳", role=Role.PUBLISHER)
    return review.review_bytes(premises.workspace, planted_docx(), NAME, owner).id


def _fuzz(visitors: list[Visitor], draft_id: str, calls: int) -> list[str]:
    dice = random.Random(SEED)  # noqa: S311
    routes = sorted(
        (path, method, tuple(signature(each.fn).parameters))
        for each in (*PAGES, *OFFICE_PAGES)
        for path in each.paths
        for method in each.http_methods & {"GET", "POST"}
        if not path.endswith(("/sign-out", "/password", "/sign-in"))
    )
    tokens = {id(each): each.token() for each in visitors[1:]}
    wrong = []
    for _ in range(calls):
        path, method, own = dice.choice(routes)
        visitor, address = dice.choice(visitors), _address(path, own, dice, draft_id)
        if method == "GET":
            answer = visitor.get(address)
        else:
            fields = {dice.choice(NAMES): dice.choice(VALUES) for _ in range(dice.randrange(8))}
            fields = {k: v.encode(errors="replace").decode() for k, v in fields.items()}
            token = tokens.get(id(visitor), "")
            answer = visitor.post(address, {"form_token": token, **fields})
        if answer.status_code >= 500:
            wrong.append(f"{method} {address[:300]} {answer.status_code}")
    return wrong


def test_no_call_ends_in_a_fault(visitors: list[Visitor], draft_id: str) -> None:
    assert _fuzz(visitors, draft_id, CALLS) == []


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_none_of_twenty_thousand_does(visitors: list[Visitor], draft_id: str) -> None:
    assert _fuzz(visitors, draft_id, LONG_CALLS) == []


@pytest.mark.parametrize("step", ["settle", "undo", "approve", "publish", "discard"])
@pytest.mark.parametrize("page", ["issue", "issues", "row", "history", "none"])
def test_a_form_that_lacks_all_else_is_told(
    visitors: list[Visitor], draft_id: str, step: str, page: str
) -> None:
    visitor = visitors[-1]
    fields = {"form_token": visitor.token(), "page": page, "number": "9" * 5_000, "revision": "x"}

    answer = visitor.post(f"/office/drafts/{draft_id}/{step}", fields)

    assert 400 <= answer.status_code < 500


@pytest.mark.parametrize("name", ["mark", "kind", "code", "shortage", "degree", "group", "pay"])
@pytest.mark.parametrize("path", ["/search", "/editions/dalian", "/editions/wenzhou"])
def test_a_filter_of_a_made_up_value_finds_nothing(
    visitors: list[Visitor], name: str, path: str
) -> None:
    assert visitors[0].get(f"{path}?{name}=x").status_code in {200, 400, 404}
