"""Feeds: what an edition changed against the one before, each change once."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from jinque import api
from jinque.api.feeds import feed_xml, occupation_feed, place_feed
from jinque.api.publishing import DraftRequest, Pen, Ruling, new_draft, publish_draft
from jinque.errors import UnknownEditionError, UnknownOccupationError
from jinque.model.publishing import Proposal, Stage
from tests.unit.publishing.conftest import ANNA, HEAD

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def followed(
    corpus_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[api.Workspace]:
    """Give a record in which one edition follows another with a raised and a dropped row."""
    folder = tmp_path_factory.mktemp("feeds") / "record"
    shutil.copytree(corpus_folder, folder)
    with api.open_workspace(data_dir=folder) as workspace:
        draft = new_draft(workspace, DraftRequest(former="skilled-trades"), ANNA)
        pen = Pen(workspace=workspace, draft_id=draft.id, actor=ANNA)
        pen.set_head({**HEAD, "title": "杭州市急需紧缺职业目录（2027）"})
        pen.decide("1", Ruling(proposal=Proposal.LOWER, reason="已缓解"))
        after = pen.decide("2", Ruling(proposal=Proposal.DROP, reason="不缺", transition="不变"))
        while after.stage is not Stage.FINAL:
            after = pen.advance()
        publish_draft(workspace, draft.id, ANNA)
        yield workspace


def test_each_change_is_told_once_to_its_place(followed: api.Workspace) -> None:
    feed = place_feed(followed, "杭州市")

    assert len(feed.entries) == len({each.id for each in feed.entries}) == 2
    root = ET.fromstring(feed_xml(feed, "https://example.org"))  # noqa: S314 - our own
    titles = [each.findtext(f"{ATOM}title") for each in root.findall(f"{ATOM}entry")]
    assert sorted(str(each).partition("：")[2] for each in titles) == ["不再列入", "紧缺程度降级"]
    assert all(each.findtext(f"{ATOM}updated") for each in root.findall(f"{ATOM}entry"))
    assert feed_xml(feed, "https://example.org") == feed_xml(
        place_feed(followed, "杭州市"), "https://example.org"
    )


def test_an_occupation_hears_of_its_posts_alone(followed: api.Workspace) -> None:
    code = followed.published("skilled-trades").edition.posts[0].code
    assert code is not None

    feed = occupation_feed(followed, code)

    assert len(feed.entries) == 1
    assert occupation_feed(followed, "2-02-10-03").entries == ()


def test_what_is_not_there_has_no_feed(followed: api.Workspace) -> None:
    with pytest.raises(UnknownEditionError):
        place_feed(followed, "无此市")
    with pytest.raises(UnknownOccupationError):
        occupation_feed(followed, "9-99-99-99")
