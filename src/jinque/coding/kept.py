"""The lexicon and its index as files in the user's cache, to be mapped instead of made.

A folder for each state of the code and data that make them: written beside its place, renamed into
it, never changed. Where no cache can be written, both are made as often as they are needed.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import numpy as np
from platformdirs import user_cache_path

from jinque.coding.lexicon import Known, read_lexicon
from jinque.coding.likeness import GramIndex, GramScorer, Postings
from jinque.model import EvidenceKind

_PACKAGE = Path(__file__).parents[1]
_ROOMS = ("classification", "coding", "parameters")
_MODULES = ("text.py", "model/occupation.py")
_ARRAYS = ("ends", "places", "shares", "weights")
_DIGITS = 24


def lexicon_and_scorer() -> tuple[tuple[Known, ...], GramScorer]:
    """Return the lexicon and the likeness by grams over it, kept or made."""
    folder = user_cache_path("jinque", appauthor=False) / "coding" / _made_by()[:_DIGITS]
    with suppress(OSError, ValueError, KeyError):
        return _open(folder)
    lexicon = read_lexicon()
    scorer = GramScorer([known.folded for known in lexicon])
    with suppress(OSError):
        _write(folder, lexicon, scorer.index)
    return lexicon, scorer


@cache
def _made_by() -> str:
    """Return a checksum of the code and data that make the lexicon and its index."""
    within = (path for room in _ROOMS for path in (_PACKAGE / room).rglob("*") if path.is_file())
    files = (*(each for each in within if each.suffix != ".pyc"), *map(_PACKAGE.joinpath, _MODULES))
    digest = hashlib.sha256(np.__version__.encode())
    for path in sorted(files):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\n{len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()


def _open(folder: Path) -> tuple[tuple[Known, ...], GramScorer]:
    kept = json.loads((folder / "lexicon.json").read_bytes())
    kinds = {kind.value: kind for kind in EvidenceKind}
    lexicon = tuple(
        Known(text=text, folded=folded, code=code, kind=kinds[kind])
        for text, folded, code, kind in kept["texts"]
    )
    arrays = {
        name: np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False) for name in _ARRAYS
    }
    postings = Postings(grams=kept["grams"], **arrays)
    folded = [known.folded for known in lexicon]
    return lexicon, GramScorer(folded, index=GramIndex(postings, len(lexicon)))


def _write(folder: Path, lexicon: Sequence[Known], index: GramIndex) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = Path(tempfile.mkdtemp(prefix="part-", dir=folder.parent))
    try:
        postings = index.postings
        for name in _ARRAYS:
            np.save(part / f"{name}.npy", getattr(postings, name), allow_pickle=False)
        texts = [(each.text, each.folded, each.code, each.kind.value) for each in lexicon]
        told = {"texts": texts, "grams": list(postings.grams)}
        (part / "lexicon.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        for other in folder.parent.iterdir():
            if other != part and not other.name.startswith("part-"):
                shutil.rmtree(other, ignore_errors=True)
        part.replace(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
