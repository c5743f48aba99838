"""The JSON shapes of editions side by side (docs/reference/json.md)."""

from collections import Counter

from jinque.model.answer import EditionSummary
from jinque.model.diff import Change, ChangeKind, EditionDiff, PostPair
from jinque.model.diff_words import SCALES_DIFFER
from jinque.model.post import Post


def diff_dict(found: EditionDiff) -> dict[str, object]:
    """Return the differences of two editions; posts by what identifies them."""
    return {
        "former": _edition(found.former),
        "later": _edition(found.later),
        "is_one_scale": found.is_one_scale,
        "note": None if found.is_one_scale else {"zh": SCALES_DIFFER.zh, "en": SCALES_DIFFER.en},
        "counts": diff_counts(found),
        "added": [_post(post) for post in found.added],
        "removed": [_post(post) for post in found.removed],
        "changed": [_pair(pair) for pair in found.changed],
        "near": [{"former": _post(each.former), "later": _post(each.later)} for each in found.near],
    }


def diff_counts(found: EditionDiff) -> dict[str, int]:
    """Return how many posts were added, removed, changed and left, and the changes by kind.

    A post with two changes counts once in `changed` and once under each kind.
    """
    kinds = Counter(change.kind for pair in found.changed for change in pair.changes)
    return {
        "added": len(found.added),
        "removed": len(found.removed),
        "changed": len(found.changed),
        "unchanged": len(found.unchanged),
        **{kind.value: kinds[kind] for kind in ChangeKind if kinds[kind]},
    }


def _edition(summary: EditionSummary) -> dict[str, object]:
    return {"id": summary.id, "version": summary.version, "title": summary.metadata.title.value}


def _post(post: Post) -> dict[str, object]:
    return {
        "id": post.id,
        "code": post.code,
        "name": post.name,
        "industry": post.industry,
        "shortage": post.shortage and post.shortage.printed,
    }


def _pair(pair: PostPair) -> dict[str, object]:
    return {
        "former": _post(pair.former),
        "later": _post(pair.later),
        "paired_by": pair.paired_by.value,
        "changes": [_change(change) for change in pair.changes],
    }


def _change(change: Change) -> dict[str, object]:
    plain: dict[str, object] = {
        "kind": change.kind.value,
        "field": change.field,
        "former": change.former,
        "later": change.later,
    }
    if change.kind is ChangeKind.REQUIREMENT_CHANGED:
        return {**plain, "removed": list(change.removed), "added": list(change.added)}
    return plain
