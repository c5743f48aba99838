"""What comes of a roster that is screened part by part."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jinque.model.screening import PostTotals


class Engine(StrEnum):
    """Where the work runs: in processes of this machine, or on Apache Spark."""

    PROCESSES = "processes"
    SPARK = "spark"


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeAnswer:
    """The totals of a roster in Parquet.

    Attributes:
        people: with a result.
        rejected: rows that were not read.
        before: people whose result stood there from an earlier run.
        unread: columns that were not read.
    """

    on: date
    people: int
    rejected: int
    before: int
    posts: tuple[PostTotals, ...]
    no_stated: int
    unread: tuple[str, ...]
