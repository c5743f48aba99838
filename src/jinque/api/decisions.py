"""The file of decisions: its shape, what is written in it, what is refused.

Decisions as a file that people can read, keep beside a source, and apply again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import msgspec

from jinque import documents
from jinque.api.workspace import Workspace
from jinque.dataset import save
from jinque.errors import DecisionError
from jinque.ingestion.replay import in_force
from jinque.locale import Sentence, joined, printed, say
from jinque.model.decision import Action, Decision, Settlement, Target
from jinque.model.review import Draft
from jinque.review.steps import looked_at


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSource:
    """The file that the decisions are about."""

    sha256: str
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """A decision as written; `by` and `when` tell who took it when, and are not read back."""

    action: Action
    reason: str
    issue: str | None = None
    post: str | None = None
    field: str | None = None
    value: str | None = None
    edition: str | None = None
    other: str | None = None
    named: str | None = None
    at: Target | None = None
    by: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFile:
    """The whole file; without a source it may be applied to any draft."""

    decisions: tuple[FileEntry, ...]
    source: FileSource | None = None


def written(decision: Decision) -> dict[str, object]:
    """Return a decision as an entry of the file, without what says nothing."""
    entry = {
        "action": decision.action.value,
        "reason": decision.reason,
        "value": decision.value,
        "other": decision.other,
        "named": decision.named,
        "at": _filled(asdict(decision.target)) if decision.target else None,
        "by": decision.by,
        "when": decision.at,
    }
    return _filled(entry)


def _filled(values: Mapping[str, object]) -> dict[str, object]:
    """Leave out what says nothing, in a place as well."""
    made = {
        key: _filled(value) if isinstance(value, dict) else value for key, value in values.items()
    }
    return {key: value for key, value in made.items() if value not in (None, "", {})}


def check_keys(tree: object) -> None:
    """Refuse a key that nothing reads, so that a misspelt one is not passed over.

    Raises:
        DecisionError: it names the entry and the keys.
    """
    entries = tree.get("decisions") if isinstance(tree, dict) else None
    known = {field.name for field in fields(FileEntry)}
    for number, entry in enumerate(entries if isinstance(entries, Sequence) else (), start=1):
        odd = sorted(set(map(str, entry)) - known) if isinstance(entry, dict) else []
        if odd:
            raise bad_file(
                say(
                    "decision {number} has unknown keys: {odd}", number=str(number), odd=joined(odd)
                )
            )


def bad_file(message: Sentence) -> DecisionError:
    """Tell why a file of decisions cannot be read or written."""
    return DecisionError(
        say("The file of decisions cannot be read: {message}.", message=message),
        where="decisions",
        hint=say("docs/how-to/review.md tells its form; `jinque review export` writes one."),
    )


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
    raise bad_file(say("there is no format “{fmt}”", fmt=fmt))


def read_decisions(text: str | bytes, draft: Draft) -> tuple[Settlement, ...]:
    """Read a file of decisions, YAML or JSON, for `settle`.

    Raises:
        DecisionError: not such a file, an unknown key, or decisions about another source.
    """
    if len(text) > MOST_BYTES:
        raise bad_file(say("the file is too large"))
    try:
        tree = msgspec.yaml.decode(text)
        check_keys(tree)
        file = msgspec.convert(tree, DecisionFile)
    except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
        raise bad_file(printed(str(fault))) from fault
    if file.source is not None and file.source.sha256 != draft.source_sha256:
        raise bad_file(
            say(
                "the decisions are about another file ({name}, of another checksum)",
                name=file.source.name,
            )
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
