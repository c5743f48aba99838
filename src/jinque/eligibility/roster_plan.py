"""How a large roster is cut into parts."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from jinque.dataset.parquet import footer_checksum, parquet_files, row_groups
from jinque.eligibility.kernel_plan import Plan


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
