"""Faults of the caller or of the machine, each with a stable code.

Faults in *data* are never raised: they are `jinque.model.Issue` values in a report.

What an office refuses to a person, or says of an account.

Files that cannot be read as they are, for a reason that their owner can remove.

Files that would take more than their share of the machine: one code for each limit.

PDF files that cannot be read as they are.

Faults of a file that tells of a person.

What a review refuses: drafts that are gone or changed, and steps that come too early.

Refusals of a roster of people.

What the interface for programs refuses.

The one tree of errors; a subclass is a code, never a new shape.
"""

from typing import ClassVar

from jinque.locale import Sentence, Translator, sentences


class JinqueError(Exception):
    """A call that cannot be carried out, told in words a first-time user can act on.

    Args:
        message: what is wrong, naming the offending value.
        where: the place at fault (file, edition, post, option); empty when there is none.
        hint: what to do next.
    """

    code: ClassVar[str] = "error"

    def __init__(self, message: Sentence, *, where: str = "", hint: Sentence | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """Return the message in English, for those who read a traceback."""
        return Translator("en")(self.message)

    @property
    def told(self) -> Sentence:
        """Return what is wrong and what to do about it, one sentence behind the other."""
        return sentences((self.message, self.hint) if self.hint else (self.message,))

    def to_dict(self, translator: Translator) -> dict[str, dict[str, str]]:
        """Return the one JSON error shape: `{"error": {code, message, where, hint}}`."""
        return {
            "error": {
                "code": self.code,
                "message": translator(self.message),
                "where": self.where,
                "hint": translator(self.hint) if self.hint else "",
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


class UnknownRuleSetError(WrongCallError):
    """No rule set of that identifier ships or lies in the folder of rules."""

    code = "rule_set_unknown"


class InvalidRulesError(WrongCallError):
    """A rule file breaks its schema or contradicts itself; nothing was taken from it."""

    code = "rules_invalid"


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


class NotSignedInError(WrongCallError):
    """The page is for accounts of the office, and nobody is signed in, or not any more."""

    code = "not_signed_in"


class SignInRefusedError(WrongCallError):
    """Name and password do not go together, or the account has to wait; which is not said."""

    code = "sign_in_refused"


class ForeignFormError(WrongCallError):
    """What was sent does not come from a page that this site gave to this session."""

    code = "form_foreign"


class UnknownAccountError(WrongCallError):
    """No account has that name."""

    code = "account_unknown"


class AccountExistsError(WrongCallError):
    """An account has that name, or one that differs only in width or case."""

    code = "account_exists"


class WeakPasswordError(WrongCallError):
    """The password is too short, too long or too easy to guess."""

    code = "password_weak"


class EncryptedSourceError(WrongCallError):
    """The file, or a part of it, is locked with a password."""

    code = "source_encrypted"


class ArchiveOfSeveralError(WrongCallError):
    """An archive holds several files that could be read, where one is needed."""

    code = "archive_of_several"


class OfficeMissingError(MachineError):
    """The format needs LibreOffice, which is not installed on this machine."""

    code = "office_missing"


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


class ScannedSourceError(WrongCallError):
    """The pages are pictures, or their fonts do not say which characters they print."""

    code = "source_scanned"


class TooManyPagesError(LimitError):
    """The PDF has too many pages."""

    code = "limit_pages"


class InvalidPersonError(WrongCallError):
    """The file is no YAML or JSON, or says of a person what cannot be read or cannot be."""

    code = "person_invalid"


class ForbiddenError(WrongCallError):
    """The role of the actor does not hold the right that the step needs."""

    code = "role_forbids"


class UnknownDraftError(WrongCallError):
    """No draft of that identifier is in the record."""

    code = "draft_unknown"


class DraftClosedError(WrongCallError):
    """The draft was published or discarded; nothing about it changes any more."""

    code = "draft_closed"


class DraftStaleError(WrongCallError):
    """The draft changed since the caller looked at it."""

    code = "draft_stale"


class DraftBlockedError(WrongCallError):
    """Errors or questions of the draft are open; it cannot be approved or published."""

    code = "draft_blocked"


class NotApprovedError(WrongCallError):
    """A second person has to approve the draft as it stands before it is published."""

    code = "draft_not_approved"


class FourEyesError(WrongCallError):
    """Who decided about a draft does not approve it as well."""

    code = "four_eyes"


class UnderReviewError(WrongCallError):
    """A draft of the file is open; only its review can publish it."""

    code = "source_under_review"


class RelatedEditionError(WrongCallError):
    """The file resembles an edition of the record, and nobody said how they belong together."""

    code = "edition_related"


class PoorerReadingError(WrongCallError):
    """The file would replace an edition of which more facts were read; a person has to compare."""

    code = "reading_poorer"


class BuiltinEditionError(WrongCallError):
    """The file would replace an edition that ships with the program; none does."""

    code = "edition_builtin"


class DecisionError(WrongCallError):
    """A decision does not go with the draft: no such issue, row, column, fact or value."""

    code = "decision_invalid"


class PersonalDataError(WrongCallError):
    """A roster holds identity card or phone numbers, which nothing needs; it was not read."""

    code = "personal_data"


class FolderInUseError(WrongCallError):
    """Other files stand where results of a roster should be written; they are left alone."""

    code = "folder_in_use"


class SparkMissingError(WrongCallError):
    """Apache Spark was asked for, and it or Java is not there, or the cluster does not answer."""

    code = "spark_missing"


class FormatNotOfferedError(WrongCallError):
    """None of the formats that the client accepts is offered."""

    code = "format_not_offered"


class StaleCursorError(WrongCallError):
    """A cursor is not of the list asked for: the filters are others, or the record changed."""

    code = "cursor_stale"


class TooManyRequestsError(WrongCallError):
    """One address asked more often than the limit allows; later requests are answered again."""

    code = "too_many_requests"


__all__ = [
    "AccountExistsError",
    "ArchiveOfSeveralError",
    "BuiltinEditionError",
    "CompressionRatioError",
    "DecisionError",
    "DraftBlockedError",
    "DraftClosedError",
    "DraftStaleError",
    "EmptySourceError",
    "EncryptedSourceError",
    "FolderGivenError",
    "FolderInUseError",
    "ForbiddenError",
    "ForeignFormError",
    "FormatNotOfferedError",
    "FourEyesError",
    "InvalidCorpusError",
    "InvalidOptionError",
    "InvalidPersonError",
    "InvalidRulesError",
    "JinqueError",
    "LimitError",
    "MachineError",
    "NotApprovedError",
    "NotReadableError",
    "NotSignedInError",
    "NothingFoundError",
    "OfficeMissingError",
    "PersonalDataError",
    "PoorerReadingError",
    "RecordBusyError",
    "RelatedEditionError",
    "ScannedSourceError",
    "SignInRefusedError",
    "SourceNotFoundError",
    "SourceTooLargeError",
    "SparkMissingError",
    "StaleCursorError",
    "TooDeepError",
    "TooManyCellsError",
    "TooManyElementsError",
    "TooManyEntriesError",
    "TooManyPagesError",
    "TooManyRequestsError",
    "TooManyRowsError",
    "TooSlowError",
    "UnderReviewError",
    "UnknownAccountError",
    "UnknownDraftError",
    "UnknownEditionError",
    "UnknownOccupationError",
    "UnknownPageError",
    "UnknownPostError",
    "UnknownRuleSetError",
    "UnknownSourceError",
    "UnpackedTooLargeError",
    "UnsupportedFormatError",
    "WeakPasswordError",
    "WrongCallError",
]
