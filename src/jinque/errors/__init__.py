"""Faults of the caller or of the machine, each with a stable code.

Faults in *data* are never raised: they are `jinque.model.Issue` values in a report.
"""

from jinque.errors.tree import (
    EmptySourceError,
    FolderGivenError,
    InvalidCorpusError,
    InvalidOptionError,
    JinqueError,
    MachineError,
    NothingFoundError,
    NotReadableError,
    RecordBusyError,
    SourceNotFoundError,
    SourceTooLargeError,
    UnknownEditionError,
    UnknownPageError,
    UnknownPostError,
    UnknownSourceError,
    UnsupportedFormatError,
    WrongCallError,
)

__all__ = [
    "EmptySourceError",
    "FolderGivenError",
    "InvalidCorpusError",
    "InvalidOptionError",
    "JinqueError",
    "MachineError",
    "NotReadableError",
    "NothingFoundError",
    "RecordBusyError",
    "SourceNotFoundError",
    "SourceTooLargeError",
    "UnknownEditionError",
    "UnknownPageError",
    "UnknownPostError",
    "UnknownSourceError",
    "UnsupportedFormatError",
    "WrongCallError",
]
