"""The file of decisions: its shape, what is written in it, what is refused."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields

from jinque.errors import DecisionError
from jinque.model.review_decision import Action, Decision, Target


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
                f"第 {number} 条有不认识的键：{'、'.join(odd)}",
                f"decision {number} has unknown keys: {', '.join(odd)}",
            )


def bad_file(zh: str, en: str) -> DecisionError:
    """Tell why a file of decisions cannot be read or written."""
    return DecisionError(
        f"不能读取这份决定文件：{zh}。",
        f"The file of decisions cannot be read: {en}.",
        where="decisions",
        hint_zh="格式见 docs/how-to/review.md；可先用 jinque review export 导出一份来看。",
        hint_en="docs/how-to/review.md tells its form; `jinque review export` writes one.",
    )
