"""A roster in Parquet: part by part, on either engine, resumed where an earlier run was stopped."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinque.eligibility.kernel_plan import Plan
from jinque.eligibility.pool import screen_here
from jinque.eligibility.roster_columns_check import check_columns
from jinque.eligibility.roster_parts import done_before
from jinque.eligibility.roster_plan import Part, PartDone, parts_of
from jinque.eligibility.screening_files import check_folder, write_totals
from jinque.model.screening import PostTotals
from jinque.model.screening_large import Engine, LargeAnswer

Progress = Callable[[int, int], None]
"""Called with the people done and how many there are."""

NEAREST = 20
"""Posts named for each person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """Where the work runs.

    Attributes:
        processes: of this machine at once.
        master: address of the Spark cluster; empty for the processes.
    """

    engine: Engine = Engine.PROCESSES
    processes: int = 1
    master: str = ""


def screen_parquet(
    roster: Path, folder: Path, plan: Plan, where: Where, progress: Progress | None = None
) -> LargeAnswer:
    """Screen a roster and write results, posts and totals to a folder.

    Args:
        roster: a Parquet file, or a folder of them.
        folder: made where it does not exist; parts that stand in it from the same roster and the
            same posts are kept.
        plan: the posts.
        where: where the work runs.
        progress: called as parts are done.

    Raises:
        NotReadableError: the roster is no Parquet file, or has none of the columns.
        PersonalDataError: a column is of identity card or phone numbers.
        FolderInUseError: the folder holds results of something else.
    """
    unread = check_columns(roster)
    parts = parts_of(roster, folder, plan, NEAREST)
    check_folder(folder, parts)
    done = [found for part in parts if (found := done_before(part))]
    open_parts = [part for part in parts if not done_before(part)]
    before = sum(each.people for each in done)
    done += list(_told(_run(plan, open_parts, where), parts, tuple(done), progress))
    answer = _answer(plan, done, before, unread)
    write_totals(answer, folder)
    return answer


def _run(plan: Plan, parts: Sequence[Part], where: Where) -> Iterator[PartDone]:
    if where.engine is Engine.SPARK and parts:
        from jinque.eligibility.spark import screen_on_spark

        return screen_on_spark(plan, NEAREST, parts, where.master)
    return screen_here(plan, NEAREST, parts, where.processes)


def _told(
    found: Iterator[PartDone],
    parts: Sequence[Part],
    done: Sequence[PartDone],
    progress: Progress | None,
) -> Iterator[PartDone]:
    """Pass on what comes, telling how many rows are done."""
    total = sum(part.rows for part in parts)
    rows = sum(each.people + each.rejected for each in done)
    if progress:
        progress(rows, total)
    for each in found:
        rows += each.people + each.rejected
        if progress:
            progress(rows, total)
        yield each


def _answer(
    plan: Plan, done: Sequence[PartDone], before: int, unread: tuple[str, ...]
) -> LargeAnswer:
    totals = [
        PostTotals(
            post_id=post.post_id,
            name=post.name,
            matches=sum(each.counts[place][0] for each in done),
            undecided=sum(each.counts[place][1] for each in done),
            not_matching=sum(each.counts[place][2] for each in done),
        )
        for place, post in enumerate(plan.posts)
    ]
    return LargeAnswer(
        on=plan.on,
        people=sum(each.people for each in done),
        rejected=sum(each.rejected for each in done),
        before=before,
        posts=tuple(totals),
        no_stated=plan.no_stated,
        unread=unread,
    )
