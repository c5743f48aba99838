"""Collect the sentences of the program, and compile their Chinese.

    python scripts/messages.py            write jinque.po and jinque.mo anew
    python scripts/messages.py --check    tell whether they are as this would write them

Sentences are found where they are said: in calls of `say`, `say_in`, `say_n` and `say_n_in`, and
in `_`, `pgettext`, `ngettext` and `npgettext` of the templates. A sentence that is new gets an
empty Chinese, which the tests refuse; one that is said no more goes.
"""

import ast
import io
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "jinque"
PO = PACKAGE / "locale" / "zh_CN" / "LC_MESSAGES" / "jinque.po"
# Function -> whether its first text is a context, and whether it has a plural.
_PYTHON = {
    "say": (False, False),
    "say_in": (True, False),
    "say_n": (False, True),
    "say_n_in": (True, True),
}
_TEMPLATES = ("_", "ngettext", "pgettext", "npgettext")


def said() -> Iterator[tuple[str, str, str]]:
    """Yield context, English and English plural of each sentence of the program."""
    for file in sorted(PACKAGE.rglob("*.py")):
        yield from _said_in_python(file)
    for file in sorted(PACKAGE.rglob("*.html")):
        with file.open("rb") as template:
            for _line, _function, message, _comments in babel_extract(
                template, _TEMPLATES, (), {"silent": "false"}
            ):
                yield from _said_in_template(_function, message)


def _said_in_python(file: Path) -> Iterator[tuple[str, str, str]]:
    for node in ast.walk(ast.parse(file.read_bytes())):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        texts = [str(each.value) for each in node.args if isinstance(each, ast.Constant)]
        if name in _PYTHON and texts and len(texts) == len(node.args):
            has_context, has_plural = _PYTHON[name]
            if len(texts) != 1 + has_context + has_plural:
                raise SystemExit(f"{file}:{node.lineno}: {name} with {len(texts)} texts")
            context = texts.pop(0) if has_context else ""
            yield context, texts[0], texts[1] if has_plural else ""


def _said_in_template(function: str, message: object) -> Iterator[tuple[str, str, str]]:
    texts = [each for each in (message if isinstance(message, tuple) else (message,)) if each]
    context = str(texts.pop(0)) if function in ("pgettext", "npgettext") else ""
    yield context, str(texts[0]), str(texts[1]) if function.startswith("n") else ""


def known() -> Catalog:
    """Return the catalogue as it is."""
    with PO.open("rb") as file:
        return read_po(file, locale="zh_CN", domain="jinque")


def updated(old: Catalog, sentences: Iterable[tuple[str, str, str]]) -> Catalog:
    """Return the catalogue with the sentences that are said now, and no more."""
    # The compiled file says when it was made; a day of its own would make every one another.
    new = Catalog(
        locale="zh_CN", fuzzy=False, charset="utf-8", creation_date=_MADE, revision_date=_MADE
    )
    for context, one, many in sorted(set(sentences)):
        message = old.get(one, context or None)
        chinese = _first(message.string) if message else ""
        if many:
            new.add((one, many), (chinese,), context=context or None)
        else:
            new.add(one, chinese, context=context or None)
    return new


def texts(catalogue: Catalog) -> tuple[bytes, bytes]:
    """Return a catalogue as the two files have it."""
    po, mo = io.BytesIO(), io.BytesIO()
    write_po(po, catalogue, width=0, omit_header=True, sort_output=True, no_location=True)
    write_mo(mo, catalogue)
    return _HEADER.encode() + po.getvalue(), mo.getvalue()


def untranslated(catalogue: Catalog) -> list[Message]:
    """Return the sentences without Chinese."""
    return [each for each in catalogue if each.id and not _first(each.string)]


def _first(text: str | tuple[str, ...] | list[str] | None) -> str:
    return text if isinstance(text, str) else text[0] if text else ""


_MADE = datetime(2000, 1, 1, tzinfo=UTC)
_HEADER = r"""# The Chinese of the interface. `make messages` writes this anew; translations stay.
msgid ""
msgstr ""
"Language: zh_CN\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"

"""


def main(arguments: list[str]) -> int:
    """Write the files, or check them; the exit code is 1 where something is to be done."""
    catalogue = updated(known(), said())
    po, mo = texts(catalogue)
    if "--check" in arguments:
        fresh = PO.read_bytes() == po and PO.with_suffix(".mo").read_bytes() == mo
        return 0 if fresh and not untranslated(catalogue) else 1
    PO.write_bytes(po)
    PO.with_suffix(".mo").write_bytes(mo)
    for each in untranslated(catalogue):
        sys.stdout.write(f"no Chinese yet: {each.context or ''} {each.id}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
