from collections.abc import Iterator
from pathlib import Path

import pytest

from jinque import api
from jinque.api import review
from jinque.api.review import Shelf
from jinque.errors import UnknownDraftError
from jinque.model.account import Role
from jinque.model.decision import Actor
from tests.review.planted import NAME, planted_docx

OWNER = Actor(name="王芳", role=Role.PUBLISHER)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[api.Workspace]:
    with api.open_workspace(data_dir=tmp_path) as opened:
        yield opened


def test_a_draft_that_did_not_change_is_not_read_again(workspace: api.Workspace) -> None:
    made = review.review_bytes(workspace, planted_docx(), NAME, OWNER)
    shelf = Shelf(workspace)

    assert shelf.draft(made.id) is shelf.draft(made.id)
    assert shelf.draft(made.id) == made


def test_what_another_process_changed_is_seen(workspace: api.Workspace) -> None:
    made = review.review_bytes(workspace, planted_docx(), NAME, OWNER)
    shelf = Shelf(workspace)
    (before,) = shelf.summaries()
    review.discard(workspace, made.id, OWNER, revision=made.revision)

    (after,) = shelf.summaries()

    assert (before.state.value, after.state.value) == ("open", "discarded")
    assert shelf.draft(made.id).state.value == "discarded"


@pytest.mark.parametrize("draft_id", ["", "none-1", "\0", "\ud800"])
def test_a_draft_that_there_is_not_is_told(workspace: api.Workspace, draft_id: str) -> None:
    with pytest.raises(UnknownDraftError):
        Shelf(workspace).draft(draft_id)
