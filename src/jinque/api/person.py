"""What a person tells of themself in a file."""

from jinque.errors import InvalidPersonError
from jinque.model.person import Person
from jinque.parameters import person as files
from jinque.parameters.person import Fault, Tree

_ENCODINGS = ("utf-8-sig", "gb18030")


def read_person(content: str | bytes, name: str) -> Person:
    """Read a file about a person: YAML or JSON with keys in Chinese or English.

    Args:
        content: text, or bytes in UTF-8 or GB 18030.
        name: of the file, which tells JSON from YAML and stands in errors.

    Raises:
        InvalidPersonError: it cannot be read; it says which lines and keys, why, and what to do.
    """
    return files.read_person(content if isinstance(content, str) else _text(content, name), name)


def read_person_told(tree: Tree) -> tuple[Person, tuple[Fault, ...]]:
    """Read the same of a form: keys and values as in a file, every value a text.

    Returns:
        The person without the facts at fault, and the faults, by path of the key.
    """
    return files.read_person_told(tree)


def with_english_keys(body: object) -> object:
    """Return a JSON object about a person with its Chinese keys in English."""
    return files.with_english_keys(body)


def example_person() -> str:
    """Return a commented example of such a file, in YAML."""
    return files.example_person()


def _text(content: bytes, name: str) -> str:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InvalidPersonError(
        "人员文件不是文字文件。",
        "The file about the person is no text.",
        where=name,
        hint_zh="请另存为 UTF-8 编码的文本文件。",
        hint_en="Save it as plain text in UTF-8.",
    )
