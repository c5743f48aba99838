"""Large rosters part by part: a part is a group of rows of a Parquet file, and a result file."""

import json
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jinque.dataset.parquet import notes_of, read_group, write_parquet
from jinque.eligibility.kernel import BLOCK, Kernel
from jinque.eligibility.results import result_table
from jinque.eligibility.roster_faults import faults_of
from jinque.eligibility.roster_plan import Part, PartDone
from jinque.eligibility.roster_schema import PEOPLE_SCHEMA

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
