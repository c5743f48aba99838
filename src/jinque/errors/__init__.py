"""Faults of the caller or of the machine, each with a stable code.

Faults in *data* are never raised: they are `jinque.model.Issue` values in a report.
"""

from jinque.errors.files import (
    ArchiveOfSeveralError,
    EncryptedSourceError,
    OfficeMissingError,
)
from jinque.errors.limits import (
    CompressionRatioError,
    LimitError,
    TooDeepError,
    TooManyCellsError,
    TooManyElementsError,
    TooManyEntriesError,
    TooManyRowsError,
    TooSlowError,
    UnpackedTooLargeError,
)
from jinque.errors.roster import PersonalDataError
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
    UnknownOccupationError,
    UnknownPageError,
    UnknownPostError,
    UnknownSourceError,
    UnsupportedFormatError,
    WrongCallError,
)

__all__ = [
    "ArchiveOfSeveralError",
    "CompressionRatioError",
    "EmptySourceError",
    "EncryptedSourceError",
    "FolderGivenError",
    "InvalidCorpusError",
    "InvalidOptionError",
    "JinqueError",
    "LimitError",
    "MachineError",
    "NotReadableError",
    "NothingFoundError",
    "OfficeMissingError",
    "PersonalDataError",
    "RecordBusyError",
    "SourceNotFoundError",
    "SourceTooLargeError",
    "TooDeepError",
    "TooManyCellsError",
    "TooManyElementsError",
    "TooManyEntriesError",
    "TooManyRowsError",
    "TooSlowError",
    "UnknownEditionError",
    "UnknownOccupationError",
    "UnknownPageError",
    "UnknownPostError",
    "UnknownSourceError",
    "UnpackedTooLargeError",
    "UnsupportedFormatError",
    "WrongCallError",
]
