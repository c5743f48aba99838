"""Decisions as a file that people can read, keep beside a source, and apply again."""

from dataclasses import fields
from pathlib import Path

import msgspec

from jinque import documents
from jinque.api.review_decision_file import DecisionFile, bad_file, check_keys, written
from jinque.api.workspace import Workspace
from jinque.dataset import save
from jinque.ingestion.review_desk import looked_at
from jinque.ingestion.review_state import in_force
from jinque.model.review import Draft
from jinque.model.review_decision import Settlement

DECISION_FORMATS = ("yaml", "json")
MOST_BYTES = 4_000_000


def export_decisions(workspace: Workspace, draft_id: str, fmt: str = "yaml") -> str:
    """Return the decisions in force about a draft's source, oldest first.

    Args:
        workspace: where the draft is.
        draft_id: its identifier.
        fmt: one of `DECISION_FORMATS`.

    Raises:
        UnknownDraftError: there is no such draft.
        DecisionError: no such format.
    """
    found = looked_at(workspace.record, draft_id)
    tree = {
        "source": {"sha256": found.source_sha256, "name": found.source_name},
        "decisions": [written(each) for each in in_force(found.history)],
    }
    if fmt == "json":
        return msgspec.json.format(msgspec.json.encode(tree)).decode() + "\n"
    if fmt == "yaml":
        return msgspec.yaml.encode(tree).decode()
    raise bad_file(f"没有“{fmt}”格式", f"there is no format “{fmt}”")


def read_decisions(text: str | bytes, draft: Draft) -> tuple[Settlement, ...]:
    """Read a file of decisions, YAML or JSON, for `settle`.

    Raises:
        DecisionError: not such a file, an unknown key, or decisions about another source.
    """
    if len(text) > MOST_BYTES:
        raise bad_file("文件太大", "the file is too large")
    try:
        tree = msgspec.yaml.decode(text)
        check_keys(tree)
        file = msgspec.convert(tree, DecisionFile)
    except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
        raise bad_file(str(fault), str(fault)) from fault
    if file.source is not None and file.source.sha256 != draft.source_sha256:
        raise bad_file(
            f"这些决定是关于另一个文件的（{file.source.name}，校验和不同）",
            f"the decisions are about another file ({file.source.name}, of another checksum)",
        )
    kept = [field.name for field in fields(Settlement)]
    return tuple(Settlement(**{k: getattr(each, k) for k in kept}) for each in file.decisions)


def decisions_in(path: Path, draft: Draft) -> tuple[Settlement, ...]:
    """Read such a file from disk.

    Raises:
        SourceNotFoundError: there is no such file, or FolderGivenError: it is a folder.
        DecisionError: it cannot be read as decisions about the draft.
    """
    return read_decisions(documents.load(path), draft)


def save_decisions(workspace: Workspace, draft_id: str, path: Path, fmt: str) -> None:
    """Write the decisions in force to a file.

    Raises:
        DecisionError: no such format.
        MachineError: the file cannot be written.
    """
    save([export_decisions(workspace, draft_id, fmt)], path)
