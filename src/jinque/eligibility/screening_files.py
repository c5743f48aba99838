"""The folder of results: what may stand in it, and its totals."""

import json
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from jinque.dataset import save
from jinque.dataset.parquet import parquet_files, write_parquet
from jinque.eligibility.roster_parts import done_before
from jinque.eligibility.roster_plan import Part
from jinque.eligibility.screening_overview import totals_shown
from jinque.errors import FolderInUseError, SourceNotFoundError
from jinque.model.assessment_words import SELF_CHECK_NOTICE
from jinque.model.screening import ROSTER_NOTICE
from jinque.model.screening_large import LargeAnswer

POSTS = "_posts.parquet"
SUMMARY = "_summary.json"


def check_folder(folder: Path, parts: Sequence[Part]) -> None:
    """See to it that a folder can take the results of some parts.

    Raises:
        FolderInUseError: it is a file, or holds Parquet files of something else.
        SourceNotFoundError: the folder that should hold it does not exist.
    """
    if folder.is_file():
        raise _in_use(folder)
    if not folder.exists() and not folder.parent.is_dir():
        raise SourceNotFoundError(
            "要写入的文件夹不存在。",
            "The folder to write to does not exist.",
            where=str(folder.parent),
            hint_zh="请先建立这个文件夹，或换一个位置。",
            hint_en="Make the folder first, or choose another place.",
        )
    folder.mkdir(exist_ok=True)
    ours = {part.result for part in parts if done_before(part)}
    if any(file not in ours for file in parquet_files(folder)):
        raise _in_use(folder)


def write_totals(answer: LargeAnswer, folder: Path) -> None:
    """Write the posts in the order of the bitsets, and the totals; small numbers are left out."""
    totals = [totals_shown(post) for post in answer.posts]
    posts = {
        "post": pa.array(range(len(answer.posts)), pa.int32()),
        "post_id": pa.array([post.post_id for post in answer.posts], pa.string()),
        "name": pa.array([post.name for post in answer.posts], pa.string()),
    }
    for place, name in enumerate(("matches", "undecided", "not_matching")):
        posts[name] = pa.array([total[place] for total in totals], pa.int64())
    write_parquet(pa.table(posts), folder / POSTS, {})
    summary = {
        "notice": SELF_CHECK_NOTICE.zh + ROSTER_NOTICE.zh,
        "on": answer.on.isoformat(),
        "people": answer.people,
        "rejected": answer.rejected,
        "posts": len(answer.posts),
        "posts_without_requirements": answer.no_stated,
        "unread_columns": list(answer.unread),
    }
    save([json.dumps(summary, ensure_ascii=False, indent=2), "\n"], folder / SUMMARY)


def _in_use(folder: Path) -> FolderInUseError:
    return FolderInUseError(
        "这里已有别的文件，不会覆盖。",
        "Other files stand here; they are not written over.",
        where=str(folder),
        hint_zh="Parquet 结果是一个文件夹：请换一个新名字，或删去旧的结果。",
        hint_en="A Parquet result is a folder: choose a new name, or delete the old result.",
    )
