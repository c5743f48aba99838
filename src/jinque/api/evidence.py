"""Evidence of shortage: surveys out, returns and labour-market tables in, made-up examples."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from jinque.errors import InvalidOptionError
from jinque.evidence.example import make_example, read_parameters
from jinque.evidence.tables import Evidence, has_evidence, locked, read_evidence, write_evidence

FOLDER_SETTING = "JINQUE_DATA_DIR"
_NAME = re.compile(r"[0-9A-Za-z\u4e00-\u9fff][0-9A-Za-z\u4e00-\u9fff._-]{0,59}")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceSummary:
    """What evidence there is.

    Attributes:
        folder: where it lies.
        rows: table -> rows.
        sha256: checksum of all of it.
    """

    name: str
    folder: str
    quarter: str
    is_synthetic: bool
    rows: dict[str, int]
    files: int
    sha256: str


def data_folder() -> Path:
    """Return the folder that JINQUE_DATA_DIR names, else the user's data folder."""
    named = os.environ.get(FOLDER_SETTING)
    folder = Path(named) if named else user_data_path("jinque", appauthor=False)
    return folder.expanduser().absolute()


def evidence_folder(name: str) -> Path:
    """Return where evidence of a name lies.

    Raises:
        InvalidOptionError: it is no name.
    """
    if not _NAME.fullmatch(name):
        raise InvalidOptionError(
            f"“{name}”不能作证据的名字。",
            f"Evidence cannot be called “{name}”.",
            where="NAME",
            hint_zh="用 1 到 60 个汉字、字母、数字、点、横线或下划线，以汉字、字母或数字开头。",
            hint_en="Use 1 to 60 letters, digits, dots, hyphens, underscores or Chinese characters.",
        )
    return data_folder() / "evidence" / name


def example_evidence(
    name: str, seed: int, *, parameters: Path | None = None, plagues: tuple[str, ...] = ()
) -> EvidenceSummary:
    """Make up evidence with known shortages and keep it under a name, marked as synthetic.

    Args:
        name: of the evidence.
        seed: the same seed and parameters give the same bytes.
        parameters: a file beside those that ship; None means those.
        plagues: what goes wrong in it.

    Raises:
        InvalidOptionError: there is no such plague, the parameters are wrong, or real evidence
            has that name.
    """
    folder = evidence_folder(name)
    given = read_parameters(parameters)
    with locked(folder):
        if has_evidence(folder) and not read_evidence(folder).facts.is_synthetic:
            raise InvalidOptionError(
                f"“{name}”是真实的证据，样例不能写在它上面。",
                f"“{name}” is real evidence; an example cannot take its place.",
                where=name,
                hint_zh="请换一个名字。",
                hint_en="Choose another name.",
            )
        write_evidence(make_example(name, seed, given, plagues).sample, folder)
    return summary(name)


def evidence(name: str) -> Evidence:
    """Return the evidence of a name, or of a folder of Parquet files.

    Raises:
        SourceNotFoundError: there is none.
    """
    return read_evidence(place_of(name))


def place_of(name: str) -> Path:
    """Return the folder that a name or a path means."""
    path = Path(name)
    return path if len(path.parts) > 1 and path.is_dir() else evidence_folder(name)


def summary(name: str) -> EvidenceSummary:
    """Return what there is under a name; raises what `evidence` raises."""
    found = evidence(name)
    return EvidenceSummary(
        name=found.facts.name,
        folder=str(place_of(name)),
        quarter=found.facts.quarter,
        is_synthetic=found.facts.is_synthetic,
        rows={table: rows.num_rows for table, rows in found.tables.items()},
        files=len(found.facts.files),
        sha256=found.sha256,
    )


def summaries() -> tuple[EvidenceSummary, ...]:
    """Return what evidence there is, by name."""
    root = data_folder() / "evidence"
    folders = sorted(root.iterdir()) if root.is_dir() else []
    return tuple(summary(folder.name) for folder in folders if has_evidence(folder))
