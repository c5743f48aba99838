"""Files that cannot be read as they are, for a reason that their owner can remove."""

from jinque.errors.tree import MachineError, WrongCallError


class EncryptedSourceError(WrongCallError):
    """The file, or a part of it, is locked with a password."""

    code = "source_encrypted"


class ArchiveOfSeveralError(WrongCallError):
    """An archive holds several files that could be read, where one is needed."""

    code = "archive_of_several"


class OfficeMissingError(MachineError):
    """The format needs LibreOffice, which is not installed on this machine."""

    code = "office_missing"
