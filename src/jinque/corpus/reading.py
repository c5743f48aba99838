"""The schema of an edition's metadata file, and its way into a `Profile`.

Every fact names its status; a stated one quotes the words and the line that state it, and is
refused when the source has them not there.

Reads `data/<document>/source.txt` and the metadata file of each edition beside it.
"""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
import yaml

from jinque.errors import InvalidCorpusError
from jinque.locale import say
from jinque.model import Attested, Band, Citation, Metadata, Profile, Scale, Span, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEntry:
    """A fact as written in YAML; `line` and `quote` go together, `basis` is [zh, en]."""

    status: Status
    value: str | None = None
    line: int | None = None
    quote: str = ""
    basis: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleEntry:
    """A scale as written in YAML: labels from weakest to strongest, bands as printed."""

    code: str
    labels: tuple[str, ...]
    order: FactEntry
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionFile:
    """One `*.yaml` beside a source; the names of the facts are those of `Metadata`."""

    edition_id: str
    source_name: str
    part_title: str | None = None
    clause_parts: tuple[str, ...] = ()
    path_includes: tuple[str, ...] = ()
    facts: dict[str, FactEntry]
    scale: ScaleEntry | None = None


def to_profile(file: EditionFile, text: str, sha256: str) -> Profile:
    """Return the profile of an edition, its quotes turned into citations.

    Raises:
        InvalidCorpusError: a quote does not stand on its line.
    """
    facts = {name: _attested(entry, text, sha256) for name, entry in file.facts.items()}
    return Profile(
        edition_id=file.edition_id,
        title=file.part_title,
        clause_parts=file.clause_parts,
        path_includes=file.path_includes,
        metadata=Metadata(**facts, scale=_scale(file.scale, text, sha256)),
    )


def _scale(entry: ScaleEntry | None, text: str, sha256: str) -> Scale | None:
    if entry is None:
        return None
    order = _attested(entry.order, text, sha256)
    return Scale(code=entry.code, labels=entry.labels, order=order, bands=entry.bands)


def _attested(entry: FactEntry, text: str, sha256: str) -> Attested:
    zh, en = entry.basis
    return Attested(
        value=entry.value,
        status=entry.status,
        basis_zh=zh,
        basis_en=en,
        citation=_citation(entry, text, sha256) if entry.line else None,
    )


def _citation(entry: FactEntry, text: str, sha256: str) -> Citation:
    first = entry.line or 1
    line_start = sum(len(line) + 1 for line in text.split("\n")[: first - 1])
    start = text.find(entry.quote, line_start)
    if not entry.quote or start < 0 or "\n" in text[line_start:start]:
        raise InvalidCorpusError(
            say(
                "Line {first} does not hold the quote “{quote}”.",
                first=str(first),
                quote=entry.quote,
            ),
            where=sha256,
        )
    last = first + entry.quote.count("\n")
    end = start + len(entry.quote)
    span = Span(line_start=first, line_end=last, start=start, end=end)
    return Citation(source_sha256=sha256, span=span, quote=entry.quote)


_ORDER = ("dalian", "skilled-trades", "wenzhou", "shanghai-foreign", "zhejiang-2022-77")


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusSource:
    """A source document of the corpus.

    Attributes:
        name: file name of the source as it was received.
        data: its bytes, unchanged.
        profiles: one for each edition in the document.
    """

    name: str
    data: bytes
    profiles: tuple[Profile, ...]


@cache
def sources() -> tuple[CorpusSource, ...]:
    """Return the built-in documents in the order in which lists show them.

    Raises:
        InvalidCorpusError: a metadata file breaks its schema, or quotes what its source lacks.
    """
    root = files("jinque.corpus") / "data"
    return tuple(_source(root / name) for name in _ORDER)


def _source(folder: Traversable) -> CorpusSource:
    data = (folder / "source.txt").read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    editions = [_edition_file(folder / name) for name in names]
    text = data.decode("utf-8")
    return CorpusSource(
        name=editions[0].source_name,
        data=data,
        profiles=tuple(to_profile(edition, text, sha256) for edition in editions),
    )


def _edition_file(path: Traversable) -> EditionFile:
    try:
        return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), EditionFile)
    except (msgspec.ValidationError, yaml.YAMLError) as fault:
        raise InvalidCorpusError(
            say("A metadata file of the corpus breaks its schema: {fault}", fault=fault),
            where=path.name,
            hint=say("Reinstall the package."),
        ) from fault
