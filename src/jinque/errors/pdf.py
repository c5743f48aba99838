"""PDF files that cannot be read as they are."""

from jinque.errors.limits import LimitError
from jinque.errors.tree import WrongCallError


class ScannedSourceError(WrongCallError):
    """The pages are pictures, or their fonts do not say which characters they print."""

    code = "source_scanned"


class TooManyPagesError(LimitError):
    """The PDF has too many pages."""

    code = "limit_pages"
