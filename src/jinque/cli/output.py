"""Answers for programs on stdout: always UTF-8, line ends as written."""

import json
import sys
from collections.abc import Iterable
from io import TextIOWrapper


def write_json(value: dict[str, object]) -> None:
    """Write one JSON object, indented, Chinese as it is."""
    write([json.dumps(value, ensure_ascii=False, indent=2), "\n"])


def write(pieces: Iterable[str]) -> None:
    """Write pieces of a file to stdout, unchanged whatever the locale."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    for piece in pieces:
        sys.stdout.write(piece)
