"""No form of the office is carried out that is not this session's own."""

from collections.abc import Iterator

import pytest

from jinque import api
from jinque.model.account import Role
from jinque.web.app import OFFICE_PAGES
from tests.unit.web.office_visitor import Premises, Visitor

FORMS = sorted(
    path.replace("{draft_id:str}", "none-1").replace("{key:str}", "none")
    for page in OFFICE_PAGES
    for path in page.paths
    if "POST" in page.http_methods
)


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    with api.open_workspace(data_dir=tmp_path_factory.mktemp("forms")) as workspace:
        yield Premises(workspace).signed_in("张敏", Role.PUBLISHER)


def test_there_are_forms() -> None:
    assert "/office/sign-out" in FORMS


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("token", [None, "", "0" * 64])
def test_a_form_without_the_token_of_the_session_is_refused(
    visitor: Visitor, path: str, token: str | None
) -> None:
    answer = visitor.post(path, {} if token is None else {"form_token": token})

    assert answer.status_code == 403
    assert "没有执行" in answer.text


@pytest.mark.parametrize("path", FORMS)
def test_a_form_of_another_site_is_refused(visitor: Visitor, path: str) -> None:
    token = visitor.token()

    answer = visitor.post(path, {"form_token": token}, origin="https://evil.example")

    assert answer.status_code == 403
