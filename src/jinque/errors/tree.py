"""The one tree of errors; a subclass is a code, never a new shape."""

from typing import ClassVar


class JinqueError(Exception):
    """A call that cannot be carried out, told in words a first-time user can act on.

    Args:
        zh: what is wrong, in Chinese, naming the offending value.
        en: the same in English.
        where: the place at fault (file, edition, post, option); empty when there is none.
        hint_zh: what to do next, in Chinese.
        hint_en: the same in English.
    """

    code: ClassVar[str] = "error"

    def __init__(
        self, zh: str, en: str, *, where: str = "", hint_zh: str = "", hint_en: str = ""
    ) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en
        self.where = where
        self.hint_zh = hint_zh
        self.hint_en = hint_en

    def to_dict(self, language: str = "zh") -> dict[str, dict[str, str]]:
        """Return the one JSON error shape: `{"error": {code, message, where, hint}}`.

        Args:
            language: `zh` or `en`; anything else reads as `zh`.
        """
        is_english = language == "en"
        return {
            "error": {
                "code": self.code,
                "message": self.en if is_english else self.zh,
                "where": self.where,
                "hint": self.hint_en if is_english else self.hint_zh,
            }
        }


class WrongCallError(JinqueError):
    """The caller asked for something that cannot be; nothing was changed."""

    code = "wrong_call"


class MachineError(JinqueError):
    """The machine failed (disk, database, permission); the record is as it was."""

    code = "machine_failed"


class SourceNotFoundError(WrongCallError):
    """No file stands at the path given."""

    code = "source_not_found"


class FolderGivenError(WrongCallError):
    """A folder was given where one file is needed."""

    code = "folder_given"


class EmptySourceError(WrongCallError):
    """The file holds no bytes, or only blanks."""

    code = "source_empty"


class SourceTooLargeError(WrongCallError):
    """The file is larger than the budget of its format."""

    code = "source_too_large"


class UnsupportedFormatError(WrongCallError):
    """The bytes are of a format that no reader here reads."""

    code = "format_unsupported"


class NotReadableError(WrongCallError):
    """The bytes claim a format or an encoding that they do not keep."""

    code = "source_not_readable"


class NothingFoundError(WrongCallError):
    """The document was read, but no table, list or clause of a catalogue stands in it."""

    code = "nothing_found"


class UnknownEditionError(WrongCallError):
    """No edition of that identifier is in the record."""

    code = "edition_unknown"


class UnknownPostError(WrongCallError):
    """No post of that identifier is in the record."""

    code = "post_unknown"


class UnknownOccupationError(WrongCallError):
    """Neither edition of the classification has such a code or name."""

    code = "occupation_unknown"


class UnknownPageError(WrongCallError):
    """No page of the site stands at that address."""

    code = "page_unknown"


class UnknownSourceError(WrongCallError):
    """No source of that checksum is in the record."""

    code = "source_unknown"


class InvalidOptionError(WrongCallError):
    """An option has a value outside its list or range."""

    code = "option_invalid"


class InvalidCorpusError(MachineError):
    """A file that ships in the package is damaged or contradicts its schema."""

    code = "corpus_invalid"


class RecordBusyError(MachineError):
    """Another process holds the record, or the database cannot be reached."""

    code = "record_unavailable"
