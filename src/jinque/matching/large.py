"""Runs parts of a roster in processes of this machine.

Rows of a Parquet roster that no person can be made of; they are told, not guessed at.

Large rosters part by part: a part is a group of rows of a Parquet file, and a result file.

How a large roster is cut into parts.

The folder of results: what may stand in it, and its totals.

A roster in Parquet: part by part, on either engine, resumed where an earlier run was stopped.

Runs parts of a roster on Apache Spark, with the same kernel, by `mapInArrow`.

Spark is told numbers of parts and answers with counts. People are read and results are written by
the executors themselves, under the same paths as here, so that nothing about anybody passes
through Spark's own files and logs.
"""

import hashlib
import json
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jinque.dataset import save
from jinque.dataset.parquet import (
    footer_checksum,
    notes_of,
    parquet_files,
    read_group,
    row_groups,
    write_parquet,
)
from jinque.errors import FolderInUseError, SourceNotFoundError, SparkMissingError
from jinque.locale import Translator, say, sentences
from jinque.matching.arrow import PEOPLE_SCHEMA, STAFF_ID, check_columns
from jinque.matching.kernel import BLOCK, ROW, Kernel, Plan, result_table
from jinque.matching.sheets import totals_shown
from jinque.model.matching import SELF_CHECK_NOTICE
from jinque.model.person import Fact
from jinque.model.roster import ROSTER_NOTICE, Engine, LargeAnswer, PostTotals
from jinque.parameters.words import load_criteria_words

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


FAULT_SCHEMA = pa.schema(
    [(ROW, pa.int64()), (STAFF_ID, pa.string()), ("column", pa.string()), ("fault", pa.string())]
)


def faults_of(batch: pa.RecordBatch, rows: pa.Array) -> pa.Table:
    """Return what is wrong with the rows of a block, each fault a row.

    Args:
        batch: with the columns of `PEOPLE_SCHEMA`.
        rows: places of its rows in the roster.
    """
    words = load_criteria_words()
    found = [
        *_unknown(batch, "educations", "level", words.education_ranks, may_lack=False),
        *_unknown(batch, "educations", "degree", ("", *words.degree_ranks), may_lack=True),
        *_unknown(batch, "titles", "level", words.title_ranks, may_lack=False),
        *_lists(batch),
        *_times(batch),
    ]
    place = sorted(set(found))
    at = pa.array([row for row, _, _ in place], pa.int64())
    return pa.table(
        [
            rows.take(at),
            batch.column(STAFF_ID).take(at),
            pa.array([column for _, column, _ in place], pa.string()),
            pa.array([fault for _, _, fault in place], pa.string()),
        ],
        schema=FAULT_SCHEMA,
    )


Fault = tuple[int, str, str]


def _unknown(
    batch: pa.RecordBatch, column: str, field: str, known: Iterable[str], *, may_lack: bool
) -> Iterable[Fault]:
    """Yield the rows with a level that is in no scale, or with none where one is needed."""
    entries = batch.column(column)
    values = pc.struct_field(entries.flatten(), field)
    wrong = pc.invert(pc.is_in(values, pa.array([*known], pa.string())))
    if may_lack:
        wrong = pc.and_(wrong, values.is_valid())
    rows = pc.list_parent_indices(entries).filter(wrong).to_pylist()
    for row, value in zip(rows, values.filter(wrong).to_pylist(), strict=True):
        yield row, column, f"{field}: {value}"


def _lists(batch: pa.RecordBatch) -> Iterable[Fault]:
    column = batch.column("open_lists")
    names = column.flatten()
    wrong = pc.invert(pc.is_in(names, pa.array([*Fact], pa.string())))
    rows = pc.list_parent_indices(column).filter(wrong).to_pylist()
    for row, name in zip(rows, names.filter(wrong).to_pylist(), strict=True):
        yield row, "open_lists", f"{name}"


def _times(batch: pa.RecordBatch) -> Iterable[Fault]:
    """Yield the rows with work that has no beginning or ends before it."""
    column = batch.column("work")
    spells = column.flatten()
    begun, ended = pc.struct_field(spells, "begun_on"), pc.struct_field(spells, "ended_on")
    is_crossed = pc.fill_null(pc.less(ended, begun), pa.scalar(value=False))
    wrong = pc.or_(is_crossed, begun.is_null())
    for row in pc.list_parent_indices(column).filter(wrong).to_pylist():
        yield row, "work", "begun_on, ended_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A group of rows and where its result goes.

    Attributes:
        number: counted from 0 through all files.
        first: place of its first row in the roster.
        work: checksum of everything that the result depends on.
    """

    number: int
    source: Path
    group: int
    first: int
    rows: int
    folder: Path
    work: str

    @property
    def result(self) -> Path:
        """File of the results, one row for each person."""
        return self.folder / f"part-{self.number:05d}.parquet"

    @property
    def rejects(self) -> Path:
        """File of the rows that were not read; its name keeps it out of the results."""
        return self.folder / f"_rejects-{self.number:05d}.parquet"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDone:
    """What a part came to.

    Attributes:
        people: with a result.
        rejected: rows that were not read.
        counts: for each post of the plan how many match, are undecided, do not match.
    """

    people: int
    rejected: int
    counts: tuple[tuple[int, int, int], ...]


def parts_of(roster: Path, folder: Path, plan: Plan, nearest: int) -> tuple[Part, ...]:
    """Return the parts of a roster.

    Raises:
        NotReadableError: a file is no Parquet file.
    """
    files = parquet_files(roster)
    groups = [
        (file, group, rows) for file in files for group, rows in enumerate(row_groups(file)) if rows
    ]
    work = _checksum(files, plan, nearest)
    parts, first = [], 0
    for number, (file, group, rows) in enumerate(groups):
        parts.append(
            Part(
                number=number,
                source=file,
                group=group,
                first=first,
                rows=rows,
                folder=folder,
                work=work,
            )
        )
        first += rows
    return tuple(parts)


def _checksum(files: list[Path], plan: Plan, nearest: int) -> str:
    parts = [footer_checksum(file) for file in files]
    posts = [f"{post.post_id} {post.deciding}" for post in plan.posts]
    return hashlib.sha256(
        "\n".join([*parts, str(plan.on), str(nearest), *posts]).encode()
    ).hexdigest()


_WORK, _COUNTS, _PEOPLE = "jinque.work", "jinque.counts", "jinque.people"


def screen_part(part: Part, kernel: Kernel, posts: int) -> PartDone:
    """Screen a part and write its result, unless it stands there from an earlier run.

    The rejects are written before the result, so that a part with a result is whole.
    """
    done = done_before(part)
    if done:
        return done
    tables, rejects, counts = [], [], np.zeros((posts, 3), np.int64)
    for block, places in _blocks(part):
        faults = faults_of(block, places)
        sound = pc.invert(pc.is_in(places, faults.column("row").combine_chunks()))
        batch, rows = block.filter(sound), places.filter(sound)
        screened = kernel.screen(batch)
        tables.append(result_table(batch, rows, screened))
        rejects.append(faults)
        counts += screened.counts()
    found = _write(part, pa.concat_tables(tables), pa.concat_tables(rejects), counts)
    pa.default_memory_pool().release_unused()
    return found


def done_before(part: Part) -> PartDone | None:
    """Return what a part came to in an earlier run over the same roster and posts, or None."""
    if not part.result.is_file():
        return None
    notes = notes_of(part.result)
    if notes.get(_WORK) != part.work:
        return None
    people, rejected = json.loads(notes[_PEOPLE])
    counts = tuple((met, open_, unmet) for met, open_, unmet in json.loads(notes[_COUNTS]))
    return PartDone(people=people, rejected=rejected, counts=counts)


def _blocks(part: Part) -> Iterator[tuple[pa.RecordBatch, pa.Array]]:
    first = part.first
    for batch in read_group(part.source, part.group, PEOPLE_SCHEMA, BLOCK):
        yield batch, pa.array(np.arange(first, first + batch.num_rows))
        first += batch.num_rows


def _write(part: Part, results: pa.Table, rejects: pa.Table, counts: np.ndarray) -> PartDone:
    rejected = pc.count_distinct(rejects.column("row")).as_py()
    if rejected:
        write_parquet(rejects, part.rejects, {_WORK: part.work})
    notes = {
        _WORK: part.work,
        _PEOPLE: json.dumps([results.num_rows, rejected]),
        _COUNTS: json.dumps(counts.tolist(), separators=(",", ":")),
    }
    write_parquet(results, part.result, notes)
    found = tuple((int(met), int(some), int(none)) for met, some, none in counts)
    return PartDone(people=results.num_rows, rejected=rejected, counts=found)


_workers: "list[Worker]" = []
"""The worker of this process; it remembers from part to part what judges said."""


class Worker:
    """Screens parts one after another with one kernel.

    Args:
        plan: the posts.
        nearest: posts to name for each person.
    """

    def __init__(self, plan: Plan, nearest: int) -> None:
        self._kernel, self._posts = Kernel(plan, nearest=nearest), len(plan.posts)

    def screen(self, part: Part) -> PartDone:
        """Screen a part; raises what `screen_part` raises."""
        return screen_part(part, self._kernel, self._posts)


def screen_here(
    plan: Plan, nearest: int, parts: Sequence[Part], processes: int
) -> Iterator[PartDone]:
    """Yield what parts came to, as they are done.

    Args:
        plan: the posts.
        nearest: posts to name for each person.
        parts: in any order.
        processes: how many run at once; with one, or one part, no other process is started.
    """
    if min(processes, len(parts)) <= 1:
        worker = Worker(plan, nearest)
        yield from map(worker.screen, parts)
        return
    # A forked process may hold the locks of threads that it has not got.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, _begin, (plan, nearest)) as pool:
        try:
            for done in as_completed([pool.submit(_screen, part) for part in parts]):
                yield done.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(plan: Plan, nearest: int) -> None:
    # Arrow's own allocator keeps what was freed: 90 MiB more in each process.
    pa.set_memory_pool(pa.system_memory_pool())
    _workers[:] = [Worker(plan, nearest)]


def _screen(part: Part) -> PartDone:
    return _workers[0].screen(part)


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
            say("The folder to write to does not exist."),
            where=str(folder.parent),
            hint=say("Make the folder first, or choose another place."),
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
        "notice": Translator("zh")(sentences((SELF_CHECK_NOTICE, ROSTER_NOTICE))),
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
        say("Other files stand here; they are not written over."),
        where=str(folder),
        hint=say("A Parquet result is a folder: choose a new name, or delete the old result."),
    )


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
    done += list(_told(_run_parts(plan, open_parts, where), parts, tuple(done), progress))
    answer = _answer(plan, done, before, unread)
    write_totals(answer, folder)
    return answer


def _run_parts(plan: Plan, parts: Sequence[Part], where: Where) -> Iterator[PartDone]:
    if where.engine is Engine.SPARK and parts:
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


_NUMBER = "part"
_DONE = "part long, people long, rejected long"


def screen_on_spark(
    plan: Plan, nearest: int, parts: Sequence[Part], master: str
) -> Iterator[PartDone]:
    """Yield what parts came to, when all are done.

    Args:
        plan: the posts.
        nearest: posts to name for each person.
        parts: those to be screened, any of them.
        master: address of the cluster (`local[2]`, `spark://host:7077`).

    Raises:
        SparkMissingError: Spark is not there, or did not carry it out.
    """
    try:
        from pyspark.errors import PySparkException
    except ImportError as fault:
        raise _failed(master, fault) from fault
    try:
        _run_on_spark(plan, nearest, parts, master)
    except PySparkException as fault:
        raise _failed(master, fault) from fault
    yield from (done for part in parts if (done := done_before(part)))


def _run_on_spark(plan: Plan, nearest: int, parts: Sequence[Part], master: str) -> None:
    session = _session(master)
    try:
        numbers = session.range(0, len(parts), 1, len(parts)).toDF(_NUMBER)
        numbers.mapInArrow(_screening(plan, nearest, parts), _DONE).collect()
    finally:
        session.stop()


def _screening(
    plan: Plan, nearest: int, parts: Sequence[Part]
) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def screen(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        worker = Worker(plan, nearest)
        for batch in batches:
            for number in batch.column(_NUMBER).to_pylist():
                done = worker.screen(parts[number])
                yield pa.RecordBatch.from_pylist(
                    [{"part": number, "people": done.people, "rejected": done.rejected}]
                )

    return screen


def _session(master: str) -> "SparkSession":
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.master(master).appName("jinque screen")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
    }.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _failed(master: str, fault: Exception) -> SparkMissingError:
    """Tell that Spark did not do it; its own words may quote a roster and are left out."""
    name = type(fault).__name__
    return SparkMissingError(
        say("Spark did not carry it out ({name}).", name=name),
        where=master,
        hint=say(
            "Check that pyspark, pandas and Java 17 are there (extra “spark”), that the "
            "address is right and the paths are the same on the cluster; small rosters "
            "need no Spark."
        ),
    )
