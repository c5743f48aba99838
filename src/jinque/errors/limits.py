"""Files that would take more than their share of the machine: one code for each limit."""

from jinque.errors.tree import WrongCallError


class LimitError(WrongCallError):
    """The file exceeds a limit that protects the machine; reading stopped there."""

    code = "limit_exceeded"


class UnpackedTooLargeError(LimitError):
    """The parts of a packed file are too large once unpacked."""

    code = "limit_unpacked_bytes"


class CompressionRatioError(LimitError):
    """A packed part grows far more than an office program's file does."""

    code = "limit_compression_ratio"


class TooManyEntriesError(LimitError):
    """A packed file has too many parts."""

    code = "limit_entries"


class TooManyRowsError(LimitError):
    """The file has too many paragraphs and rows of tables."""

    code = "limit_rows"


class TooManyCellsError(LimitError):
    """The tables of the file have too many cells, merged ones counted at each place."""

    code = "limit_cells"


class TooManyElementsError(LimitError):
    """The markup of the file has too many elements and attributes."""

    code = "limit_elements"


class TooDeepError(LimitError):
    """Tables, elements or archives stand inside each other too deeply."""

    code = "limit_nesting"


class TooSlowError(LimitError):
    """Reading the file takes too long."""

    code = "limit_seconds"
