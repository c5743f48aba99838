"""Reads `data/<document>/source.txt` and the metadata file of each edition beside it."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec
import yaml

from jinque.corpus.metadata import EditionFile, to_profile
from jinque.errors import InvalidCorpusError
from jinque.model import Profile

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
            f"内置目录的元数据文件不合格式：{fault}",
            f"A metadata file of the corpus breaks its schema: {fault}",
            where=path.name,
            hint_zh="请重新安装本软件。",
            hint_en="Reinstall the package.",
        ) from fault
