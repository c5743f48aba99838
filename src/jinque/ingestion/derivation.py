"""What is worked out of an edition once: what its posts ask, and what a search finds them by.

It is made when an edition is published, from the text that its citations count in, and is kept
beside it. When the record is opened by a program that would make it otherwise, it is made anew
from the text that is kept; a version of which no text is kept (an earlier program published it)
has its source read once more.
"""

from collections.abc import Iterable, Iterator, Sequence

from jinque.criteria.study import fewest_years
from jinque.documents import read
from jinque.errors import JinqueError
from jinque.extraction.criteria import CriteriaReader
from jinque.ingestion.names import kept_names
from jinque.ingestion.source import Progress, tell
from jinque.ingestion.standing import maker, reader
from jinque.matching.asked import kept_asked
from jinque.model import Edition, Kind
from jinque.model.criterion import PostReading
from jinque.search.entries import kept_rows, pack_rows
from jinque.store import Record
from jinque.store.derived import Beside, Derivation, Standing, packed_readings


def derive(edition: Edition, text: str) -> Derivation:
    """Work out what stands beside an edition.

    Args:
        edition: the edition.
        text: of its source, in which its citations count.
    """
    readings = tuple(_readings(edition, text))
    years = {
        each.post_id: years
        for post, each in zip(edition.posts, readings, strict=True)
        if post.kind is Kind.POST and (years := fewest_years(each)) is not None
    }
    entries = pack_rows(kept_rows(edition, years))
    asked = kept_asked(edition.posts, readings)
    names = kept_names(edition)
    return Derivation(names=names, asked=asked, criteria=packed_readings(readings), entries=entries)


def beside(text: str, editions: Iterable[Edition], read_by: str | None = None) -> Beside:
    """Work out what stands beside the editions of one source.

    Args:
        text: of the source.
        editions: as read from it.
        read_by: checksum of the code that read them; None means this program.
    """
    return Beside(
        text=text,
        read_by=reader() if read_by is None else read_by,
        made_by=maker(),
        derivations={each.id: derive(each, text) for each in editions},
    )


def complete(record: Record, standings: Sequence[Standing], progress: Progress | None) -> None:
    """Make what some versions of a record wait for.

    Args:
        record: receives one transaction for each version.
        standings: the versions.
        progress: called with the identifier of each edition.

    Raises:
        MachineError: the record fails; what was made until then stays.
    """
    for done, standing in enumerate(standings):
        tell(progress, standing.edition_id, done, len(standings))
        record.keep_beside(standing, _completed(record, standing))
    tell(progress, standings[-1].edition_id, len(standings), len(standings))


def _completed(record: Record, standing: Standing) -> Beside:
    text, read_by = _text(record, standing), standing.read_by or ""
    if standing.is_newest:
        edition = record.published(standing.edition_id, standing.version).edition
        return beside(text, [edition], read_by)
    nothing = Derivation(names=b"", asked=b"", criteria=b"", entries=b"")
    derivations = {standing.edition_id: nothing}
    return Beside(text=text, read_by=read_by, made_by="", derivations=derivations)


def _text(record: Record, standing: Standing) -> str:
    if standing.text_sha256 is not None:
        return record.text(record.published(standing.edition_id, standing.version).summary)
    try:
        return read(record.source(standing.source_sha256), name=standing.source_name).text
    except JinqueError:
        return ""


def _readings(edition: Edition, text: str) -> Iterator[PostReading]:
    criteria = CriteriaReader(edition, text)
    for post in edition.posts:
        yield criteria.read(post)
