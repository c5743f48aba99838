"""What the record says of drafts that are not there, are closed, or changed meanwhile."""

from jinque.errors import DraftClosedError, DraftStaleError, UnknownDraftError

_STATES = {"published": ("已公布", "published"), "discarded": ("已作废", "discarded")}


def unknown_draft(draft_id: str) -> UnknownDraftError:
    """Tell a draft that is not there."""
    return UnknownDraftError(
        f"没有草稿 {draft_id}。",
        f"There is no draft {draft_id}.",
        where=draft_id,
        hint_zh="运行 jinque review list 可列出草稿。",
        hint_en="`jinque review list` lists the drafts.",
    )


def closed_draft(draft_id: str, state: str) -> DraftClosedError:
    """Tell a draft that came to an end, by its state."""
    zh, en = _STATES[state]
    return DraftClosedError(
        f"草稿 {draft_id} {zh}，不能再改。",
        f"Draft {draft_id} is {en}; it changes no more.",
        where=draft_id,
        hint_zh="要改已公布的内容，请重新送审同一个文件：以前的决定会自动套用。",
        hint_en="To change what was published, put the same file under review again: the "
        "decisions taken before are applied by themselves.",
    )


def stale_draft(draft_id: str, seen: int, newest: int) -> DraftStaleError:
    """Tell a draft of which the caller saw an older revision."""
    return DraftStaleError(
        f"草稿 {draft_id} 已被改动：您看到的是第 {seen} 稿，现在是第 {newest} 稿；没有保存。",
        f"Draft {draft_id} changed: you saw revision {seen}, it is at {newest} now; nothing was "
        "saved.",
        where=draft_id,
        hint_zh="请重新打开草稿，看过改动后再决定。",
        hint_en="Open the draft again, look at what changed, and decide anew.",
    )
