"""Requirement texts: from columns of their own, or from labelled blocks in one cell."""

import re
from dataclasses import replace

from jinque.extraction.patterns import block_label
from jinque.model import Requirements
from jinque.parameters import load_vocabulary
from jinque.text import join_wrapped

ROLES = ("ability", "education", "experience", "other")


def unwrap(text: str) -> str:
    """Join the wrapped lines of a cell; a break in front of a labelled block stays."""
    if "\n" not in text:
        return text.strip()
    blocks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if block_label().match(line.strip()) and blocks[-1]:
            blocks.append([])
        blocks[-1].append(line)
    return "\n".join(join_wrapped(block) for block in blocks)


def read_requirements(cells: dict[str, str]) -> Requirements | None:
    """Return the requirement texts of a row.

    Args:
        cells: unwrapped text by column role, of the columns that the table has.

    Returns:
        None when the table has no requirement column at all. A blank cell gives None in its
        place: nothing printed is not the printed word "none".
    """
    if not any(role in cells for role in (*ROLES, "requirements")):
        return None
    stated = {role: cells[role] or None for role in ROLES if role in cells}
    return replace(_blocks(cells.get("requirements", "")), **stated)


def _blocks(text: str) -> Requirements:
    """Cut a cell at its labels; text in front of the first label is other."""
    meaning = load_vocabulary().block_labels
    labels = [found for found in block_label().finditer(text) if _is_cut(text, found, meaning)]
    if not labels:
        return Requirements(other=text or None)
    stated: dict[str, str] = {}
    ends = [found.start() for found in labels[1:]] + [len(text)]
    for found, end in zip(labels, ends, strict=True):
        words = join_wrapped(text[found.end() : end].split("\n"))
        role = meaning[found["label"]]
        stated[role] = f"{stated[role]}\n{words}" if role in stated else words
    lead = text[: labels[0].start()].strip()
    if lead:
        stated["other"] = "\n".join(filter(None, (lead, stated.get("other", ""))))
    return Requirements(**{role: words or None for role, words in stated.items()})


def _is_cut(text: str, found: re.Match[str], meaning: dict[str, str]) -> bool:
    """A label cuts at the beginning of a line, or anywhere when it carries its number."""
    at_line_start = found.start() == 0 or text[found.start() - 1] == "\n"
    return bool(meaning[found["label"]]) and (at_line_start or bool(found["number"]))
