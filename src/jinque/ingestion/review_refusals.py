"""When a file does not become what its caller asked for, and only a review can tell."""

from collections.abc import Sequence

from jinque.errors import DraftStaleError, RelatedEditionError, UnderReviewError
from jinque.model.review import DraftReading


def read_otherwise(draft_id: str) -> DraftStaleError:
    """Tell that a file reads otherwise than when its draft was looked at."""
    return DraftStaleError(
        f"草稿 {draft_id} 重读后与您看到的不同（程序已更新，或编号已被占用）；没有公布。",
        f"Draft {draft_id} reads otherwise than you saw it (a newer program, or its identifier "
        "is taken now); nothing was published.",
        where=draft_id,
        hint_zh="新的读法已保存为草稿；请看过后再公布。",
        hint_en="The new reading was kept; look at it and publish then.",
    )


def under_review(name: str, draft_id: str) -> UnderReviewError:
    """Tell a file that is being reviewed."""
    return UnderReviewError(
        f"“{name}”正在审核中（草稿 {draft_id}），不能绕过审核读入。",
        f"“{name}” is under review (draft {draft_id}); it cannot be read in past it.",
        where=name,
        hint_zh=f"处理草稿后公布：jinque review publish {draft_id}；或作废草稿后再读入。",
        hint_en=f"Publish the draft: jinque review publish {draft_id}; or discard it first.",
    )


def check_related(readings: Sequence[DraftReading], name: str, edition_id: str | None) -> None:
    """Refuse what may be the next edition of a catalogue, unless its identifier was given.

    Raises:
        RelatedEditionError: the hint names the ways to say what it is.
    """
    doubtful = [r.related for r in readings if r.related.is_next and not r.related.is_settled]
    if not doubtful or edition_id is not None:
        return
    first = doubtful[0]
    raise RelatedEditionError(
        f"“{name}”看来是目录 {first.other} 的下一版"
        f"（{first.rows} 行中有 {first.equal_rows} 行相同），没有读入。",
        f"“{name}” looks like the next edition of {first.other} ({first.equal_rows} of "
        f"{first.rows} rows are equal); nothing was read in.",
        where=name,
        hint_zh="审核后公布为下一版：jinque ingest --review 文件；作为同一版的更正："
        f"--edition {first.other}；作为另一目录：--edition 新编号。",
        hint_en="To publish it as the next edition: jinque ingest --review FILE; as a correction "
        f"of the same one: --edition {first.other}; as another catalogue: --edition NEW-NAME.",
    )
