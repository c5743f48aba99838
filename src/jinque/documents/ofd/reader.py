"""OFD files with text become documents.

The package is unpacked here, within the budget; its XML is parsed in the reading process, as the
pages of a PDF are. What stands beside the pages (signatures, attachments, annotations) is told.
"""

from pathlib import PurePosixPath

from lxml import etree

from jinque.documents.archive import Archive, damaged, locked, parse_part
from jinque.documents.flattening import Flattener
from jinque.documents.ofd.package import ENTRY, child, children, located, packed
from jinque.documents.printed import Engine, flatten_pages
from jinque.documents.source import Source
from jinque.locale import say
from jinque.model import Document

_ENGINE = Engine(name="ofd", kind="OFD")
_LOCKS = frozenset({"encryptions.xml", "decryptseed.dat", "entriesmap.dat"})
"""Parts that an encrypted package has (GM/T 0099)."""


def read_ofd(source: Source) -> Document:
    """Read an OFD whose pages hold text.

    Raises:
        EncryptedSourceError: it is encrypted.
        NotReadableError: it is damaged.
        ScannedSourceError, EmptySourceError, LimitError: as for a PDF.
    """
    archive = Archive(source)
    if any(PurePosixPath(name).name.lower() in _LOCKS for name in archive.names):
        raise locked(source.name)
    parts = {name: archive.unpack(name) for name in archive.names if name.lower().endswith(".xml")}
    if ENTRY not in parts:
        raise damaged(source.name)
    flattener = flatten_pages(source, _ENGINE, packed(parts))
    _tell_what_stands_beside(parts, source, flattener)
    return flattener.document("ofd")


def _tell_what_stands_beside(parts: dict[str, bytes], source: Source, flattener: Flattener) -> None:
    entry = parse_part(parts[ENTRY], source)
    for body in children(entry, "DocBody"):
        if _part_of(child(body, "Signatures"), ENTRY, parts):
            flattener.notice(
                "signature_not_checked",
                message=say("The file is signed; whether the signature holds was not checked."),
            )
        root = _part_of(child(body, "DocRoot"), ENTRY, parts)
        if root is None:
            continue
        document = parse_part(parts[root], source)
        listed = _part_of(child(document, "Attachments"), root, parts)
        if listed is not None:
            _tell_attachments(parse_part(parts[listed], source), flattener)
        if _part_of(child(document, "Annotations"), root, parts):
            flattener.notice(
                "annotations_not_read",
                message=say("Stamps, remarks and watermarks laid over the pages were not read."),
            )


def _tell_attachments(listed: etree._Element, flattener: Flattener) -> None:
    for attachment in children(listed, "Attachment"):
        flattener.notice(
            "part_not_read",
            message=say(
                "The attachment “{name}” was not read; save it and ingest it by itself.",
                name=attachment.get("Name", ""),
            ),
        )


def _part_of(location: etree._Element | None, base: str, parts: dict[str, bytes]) -> str | None:
    """Return the name of the part that an element of another part names; None where it lacks."""
    text = "" if location is None else location.text or ""
    return located(text, base, parts) if text.strip() else None
