"""A record with the built-in corpus, copied for each test that changes it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from jinque import api
from jinque.api.publishing import DraftRequest, Pen, new_draft
from jinque.model.account import Role
from jinque.model.decision import Actor
from jinque.model.publishing import NextEdition

ANNA = Actor(name="甲", role=Role.PUBLISHER)
BERT = Actor(name="乙", role=Role.PUBLISHER)
HEAD = {
    "title": "某市急需紧缺人才目录（2027）",
    "publisher": "某市人力资源和社会保障局",
    "document_number": "某人社发〔2027〕5号",
    "issued_on": "2027-03-01",
    "effective_from": "2027-04-01",
    "effective_to": "2029-04-01",
    "review_by": "2029-03-01",
}


@pytest.fixture(scope="session")
def corpus_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("publishing")
    api.open_workspace(data_dir=folder).close()
    return folder


@pytest.fixture
def workspace(corpus_folder: Path, tmp_path: Path) -> Iterator[api.Workspace]:
    folder = tmp_path / "record"
    shutil.copytree(corpus_folder, folder)
    with api.open_workspace(data_dir=folder) as opened:
        yield opened


@pytest.fixture
def draft(workspace: api.Workspace) -> NextEdition:
    """Give a draft from an edition with sections, bands and an index, its facts filled in."""
    found = new_draft(workspace, DraftRequest(former="wenzhou-2020"), ANNA)
    return Pen(workspace=workspace, draft_id=found.id, actor=ANNA).set_head(HEAD)


@pytest.fixture
def pen(workspace: api.Workspace, draft: NextEdition) -> Pen:
    return Pen(workspace=workspace, draft_id=draft.id, actor=ANNA)
