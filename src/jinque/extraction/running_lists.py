"""Sentences that list names, such as `（一）电子信息类。包括甲、乙、丙等。` in a catalogue."""

from dataclasses import dataclass

from jinque.model import Paragraph, Span
from jinque.parameters import Vocabulary
from jinque.text import drop_blanks, read_ordinal, split_list

_LEAST_ENTRIES = 3
_LONGEST_ENTRY = 24
_NOT_IN_A_LIST = "，；：,;:"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningList:
    """A sentence that lists names.

    Attributes:
        heading: the numbered words in front of the list (`（一）电子信息类`); None without.
        entries: the names in printed order.
        is_open: the list ends with a word for "and others".
    """

    heading: str | None
    entries: tuple[str, ...]
    is_open: bool
    span: Span


def read_list(paragraph: Paragraph, vocabulary: Vocabulary) -> RunningList | None:
    """Return the paragraph as a running list; None when it is anything else."""
    text = drop_blanks(paragraph.text)
    heading: str | None = None
    if read_ordinal(text):
        heading, _, text = text.partition("。")
    body = text.removesuffix("。")
    if not text.endswith("。") or "。" in body or any(mark in body for mark in _NOT_IN_A_LIST):
        return None
    for lead in vocabulary.list_leads:
        body = body.removeprefix(lead)
    ending = next((end for end in vocabulary.open_list_endings if body.endswith(end)), "")
    entries = split_list(body.removesuffix(ending))
    if len(entries) < _LEAST_ENTRIES or max(map(len, entries)) > _LONGEST_ENTRY:
        return None
    return RunningList(
        heading=heading, entries=tuple(entries), is_open=bool(ending), span=paragraph.span
    )
