"""Formats that are recognised and not read, each with words that help."""

from dataclasses import dataclass

from jinque.errors import UnsupportedFormatError
from jinque.locale import Sentence, say


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a file is, and what its owner can do."""

    what: Sentence
    hint: Sentence

    def error(self, where: str) -> UnsupportedFormatError:
        """Return the error to raise."""
        return UnsupportedFormatError(
            say("This is {what}, which cannot be read as it is.", what=self.what),
            where=where,
            hint=self.hint,
        )


_UNPACK = say("Unpack it and ingest the files in it one by one.")
_RECOGNISE = say(
    "A picture holds no text; recognise it first (OCR), or ask the publisher for a text version."
)
_AS_WORKBOOK = say("Save it as .xlsx in Excel or WPS.")

UOF_PACKED = Refusal(
    say("a packed UOF file (UOF 2)"), say("Save it as .docx or .xlsx in the program that wrote it.")
)
PRESENTATION = Refusal(say("a PowerPoint presentation"), say("Copy its tables to Word or Excel."))
BINARY_WORKBOOK = Refusal(say("a binary Excel workbook (.xlsb)"), _AS_WORKBOOK)
UNKNOWN_COMPOUND = Refusal(
    say("an office file of an old format"), say("Save it as .docx or .xlsx in WPS or Office.")
)
EMPTY_ARCHIVE = Refusal(
    say("an archive without a file that can be read"),
    say("Word, Excel, web pages and text can be read; unpack archives inside it first."),
)

_SIGNATURES = (
    (b"\x89PNG", Refusal(say("a PNG picture"), _RECOGNISE)),
    (b"\xff\xd8\xff", Refusal(say("a JPEG picture"), _RECOGNISE)),
    (b"GIF8", Refusal(say("a GIF picture"), _RECOGNISE)),
    (b"II*\x00", Refusal(say("a TIFF picture"), _RECOGNISE)),
    (b"MM\x00*", Refusal(say("a TIFF picture"), _RECOGNISE)),
    (b"\x1f\x8b", Refusal(say("a gzip file"), _UNPACK)),
    (b"Rar!", Refusal(say("a RAR archive"), _UNPACK)),
    (b"7z\xbc\xaf", Refusal(say("a 7z archive"), _UNPACK)),
)


def refuse(data: bytes, where: str) -> None:
    """Raise for a format that its first bytes tell.

    Raises:
        UnsupportedFormatError: naming the format and what to do.
    """
    for signature, refusal in _SIGNATURES:
        if data.startswith(signature):
            raise refusal.error(where)
