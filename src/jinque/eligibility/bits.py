"""Sets of people as bits: one 64-bit word for 64 people."""

import numpy as np
from numpy.typing import NDArray

Words = NDArray[np.uint64]

_BITS = 64
_BYTES = 8


def packed(flags: NDArray[np.bool_]) -> Words:
    """Return flags as words; bits behind the last flag are 0."""
    found = np.packbits(flags, bitorder="little")
    padded = np.zeros(-(-len(flags) // _BITS) * _BYTES, np.uint8)
    padded[: len(found)] = found
    return padded.view(np.uint64)


def count_of(words: Words) -> int:
    """Return how many people are in a set."""
    return int(np.bitwise_count(words).sum())


def rows_of_words(sets: NDArray[np.uint64], count: int) -> NDArray[np.int64]:
    """Turn sets of people, one a row, into sets of rows, one a person.

    They are signed, since Spark and Parquet readers know no unsigned words of 64 bits.

    Args:
        sets: shape (sets, words).
        count: of the people.
    """
    flags = np.unpackbits(sets.view(np.uint8), axis=1, count=count, bitorder="little")
    wide = np.packbits(flags.T, axis=1, bitorder="little")
    padded = np.zeros((count, -(-len(sets) // _BITS) * _BYTES), np.uint8)
    padded[:, : wide.shape[1]] = wide
    return padded.view(np.int64)
