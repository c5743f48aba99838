"""The corpus into the record, at the first use and whenever it would be read otherwise.

Whether it would is told by a checksum of everything that a reading is made of: the modules and
the data of the packages in `standing.READERS`. The record keeps the checksum under which the
corpus was last read; while it is the same, nothing is read. When it differs, all sources are read
again, and those editions whose content came out otherwise become new versions.
"""

from jinque.corpus import CorpusSource, sources
from jinque.ingestion.source import Progress, SourceFile, tell
from jinque.ingestion.standing import reader, waiting
from jinque.store import Record

CORPUS_MARK = "corpus_read_by"


def load_corpus(record: Record, progress: Progress | None = None) -> bool:
    """Publish the built-in sources; True when the record changed.

    An edition whose newest version is of another source stays as it is: a file that somebody
    ingested is not put behind a new reading of the built-in one.

    Args:
        record: receives one publication for each source.
        progress: called with the file name of each source.

    Raises:
        InvalidCorpusError: a file of the package is damaged.
        MachineError: the record fails; what was published until then stays.
    """
    checksum = record.reader = reader()
    if record.mark(CORPUS_MARK) == checksum:
        return False
    builtin, changes = sources(), 0
    for done, source in enumerate(builtin):
        tell(progress, source.name, done, len(builtin))
        changes += _publish(record, source)
    record.set_mark(CORPUS_MARK, checksum)
    tell(progress, builtin[-1].name, len(builtin), len(builtin))
    return changes > 0


def complete_record(record: Record, progress: Progress | None = None) -> int:
    """Make what is missing beside the versions of a record, or was made by another program.

    Args:
        record: receives one transaction for each version.
        progress: called with the identifier of each edition.

    Returns:
        How many versions were waiting.

    Raises:
        MachineError: the record fails; what was made until then stays.
    """
    standings = waiting(record)
    if standings:
        from jinque.ingestion.derivation import complete

        complete(record, standings, progress)
    return len(standings)


def _publish(record: Record, source: CorpusSource) -> bool:
    # The readers are not imported for a record that they need not read again.
    from jinque.ingestion.derivation import beside
    from jinque.ingestion.reading import read_with_text
    from jinque.ingestion.replay import in_force, settled_report
    from jinque.store.drafts import Drafts

    file = SourceFile(data=source.data, name=source.name)
    history = Drafts(record).decisions(file.sha256)
    newest = {one.id: one.source_sha256 for one in record.summaries()}
    text, read = read_with_text(record, file, in_force(history), has_extracts=False)
    readings = [
        (reading.edition, settled_report(reading, history))
        for reading in read
        if newest.get(reading.edition.id) in {None, file.sha256}
    ]
    return bool(readings) and record.publish(
        readings,
        source=source.data,
        source_name=source.name,
        is_builtin=True,
        beside=beside(text, [edition for edition, _ in readings]),
    )
