"""Drafts of next editions in the record: whole steps, on both databases, killed or not."""

import os
import random
import secrets
import signal
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from jinque.errors import DraftClosedError, DraftStaleError, MachineError, UnknownDraftError
from jinque.locale import Words
from jinque.model.account import Role
from jinque.model.publishing import (
    DraftHead,
    DraftPost,
    DraftStep,
    NextEdition,
    Part,
    PartChange,
    PrintedColumn,
    Proposal,
    Stage,
    StepKind,
)
from jinque.store import Record
from jinque.store.next_editions import NextEditions
from tests.store.rows import execute

KILLS = 20
ROWS = 40


def _row(number: int, text: str = "电工") -> DraftPost:
    return DraftPost(
        key=str(number),
        order=number,
        cells={"岗位": text},
        proposal=Proposal.KEEP,
        reason=Words(zh="沿用", en="kept"),
    )


def _begun() -> DraftStep:
    head = DraftHead(title="某市目录", columns=(PrintedColumn(heading="岗位", role="name"),))
    changes = [PartChange(name="head", before=None, after=Part(head=head))]
    changes += [
        PartChange(name=f"post:{n}", before=None, after=Part(post=_row(n)))
        for n in range(1, ROWS + 1)
    ]
    return _step(1, StepKind.BEGIN, tuple(changes))


def _step(number: int, kind: StepKind, changes: tuple[PartChange, ...] = ()) -> DraftStep:
    return DraftStep(
        number=number,
        kind=kind,
        by="甲",
        role=Role.PUBLISHER,
        at="2026-12-01T00:00:00Z",
        changes=changes,
    )


def _rewrite(text: str, stage: Stage | None = None):  # type: ignore[no-untyped-def]  # noqa: ANN202
    def change(draft: NextEdition) -> tuple[DraftStep, Stage]:
        changes = tuple(
            PartChange(
                name=f"post:{post.key}",
                before=Part(post=post),
                after=Part(post=replace(post, cells={"岗位": text})),
            )
            for post in draft.posts
        )
        return _step(draft.revision + 1, StepKind.EDIT, changes), stage or draft.stage

    return change


def test_a_draft_is_kept_and_read_back_with_its_history(record: Record) -> None:
    store = NextEditions(record)
    draft_id = store.begin("harbour", _begun())

    after = store.change(draft_id, _rewrite("焊工"), {})

    assert after.revision == 2
    assert {each.cells["岗位"] for each in after.posts} == {"焊工"}
    assert [each.kind for each in after.history] == [StepKind.BEGIN, StepKind.EDIT]
    assert after.history[1].changes[0].before == Part(post=_row(1))
    assert [each.id for each in store.summaries()] == [draft_id]
    assert store.draft(draft_id) == after


def test_a_part_that_changed_meanwhile_refuses_the_second(record: Record) -> None:
    store = NextEditions(record)
    draft_id = store.begin("harbour", _begun())
    seen = store.draft(draft_id).seen
    store.change(draft_id, _rewrite("焊工"), {"post:1": seen["post:1"]})

    with pytest.raises(DraftStaleError):
        store.change(draft_id, _rewrite("钳工"), {"post:1": seen["post:1"]})

    assert store.draft(draft_id).posts[0].cells == {"岗位": "焊工"}


def test_a_draft_that_came_to_an_end_changes_no_more(record: Record) -> None:
    store = NextEditions(record)
    draft_id = store.begin("harbour", _begun())
    store.change(draft_id, _rewrite("焊工", Stage.DISCARDED), {})

    with pytest.raises(DraftClosedError):
        store.change(draft_id, _rewrite("钳工"), {})
    with pytest.raises(UnknownDraftError):
        store.draft("harbour-next-9")


def test_steps_never_change(record: Record, database_url: str) -> None:
    store = NextEditions(record)
    store.begin("harbour", _begun())
    for statement in (
        "UPDATE next_edition_step SET kind = 'edit'",
        "DELETE FROM next_edition_step",
    ):
        with pytest.raises(Exception, match="change"):
            execute(database_url, statement)
    assert len(store.draft("harbour-next-1").history) == 1


def test_a_damaged_part_is_told(record: Record, database_url: str) -> None:
    store = NextEditions(record)
    draft_id = store.begin("harbour", _begun())
    execute(database_url, "UPDATE next_edition_part SET body = '{' WHERE name = 'head'")

    with pytest.raises(MachineError, match="damaged"):
        store.draft(draft_id)


WRITER = """
import sys
from jinque.store import Record
from jinque.store.next_editions import NextEditions
from tests.store.test_next_editions import _rewrite
with Record.open(sys.argv[1]) as record:
    store = NextEditions(record)
    print("ready", flush=True)
    number = 0
    while True:
        number += 1
        store.change(sys.argv[2], _rewrite(f"岗位{number}"), {})
"""


@pytest.mark.long
def test_killed_at_any_moment_a_draft_is_as_before_a_step_or_behind_it(
    record: Record, database_url: str
) -> None:
    seed = int(os.environ.get("JINQUE_KILL_SEED") or secrets.randbits(32))
    print(f"JINQUE_KILL_SEED={seed}")  # noqa: T201
    dice = random.Random(seed)  # noqa: S311
    store = NextEditions(record)
    draft_id = store.begin("harbour", _begun())

    for _ in range(KILLS):
        command = [sys.executable, "-c", WRITER, database_url, draft_id]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(dice.uniform(0, 0.2))
            writer.send_signal(signal.SIGKILL)

        found = store.draft(draft_id)
        assert len({each.cells["岗位"] for each in found.posts}) == 1
        assert [each.number for each in found.history] == list(range(1, found.revision + 1))
        assert set(found.seen.values()) <= {1, found.revision}
        last = found.history[-1].changes[-1].after
        assert last is not None
        assert last.post == found.posts[-1]
