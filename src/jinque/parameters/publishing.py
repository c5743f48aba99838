"""The words by which an edition asks for things, read from YAML."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """Words with slots.

    Attributes:
        role: of the column that they are written into.
        words: `{…}` are slots.
    """

    role: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperText:
    """A paper that goes with an edition.

    Attributes:
        lines: paragraphs with slots; what only the office knows is a blank in brackets.
        table: name of the table behind them; empty for none.
    """

    title: str
    lines: tuple[str, ...]
    table: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintWords:
    """What an edition prints beside its rows.

    Attributes:
        fonts: of body text by GB/T 9704-2012, under the names that machines have them by.
    """

    serial: str
    contents: str
    sheet: str
    publisher: str
    issued_on: str
    validity: str
    in_force: str
    day: str
    trial: str
    mid_term: str
    synthetic: str
    fonts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetWords:
    """Headings of the sheet by which an office is asked, and its name."""

    key: str
    step: str
    opinion: str
    draft: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LintWords:
    """What is looked for in a draft.

    Attributes:
        title_endings: a heading that ends so is read as the title of a catalogue.
        highest_degree: level -> the highest degree that its holders have, 0 for none.
        degrees: degree -> how high it is.
        band_example: a band of an index as it is typed.
    """

    title_endings: tuple[str, ...]
    highest_degree: dict[str, int]
    degrees: dict[str, int]
    band_example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTexts:
    """Everything of `data/publishing.yaml` that papers are written from; it explains each."""

    papers: dict[str, PaperText]
    ground_score: str
    ground_alone: str
    bands_changed: str
    until: str
    tables: dict[str, tuple[str, ...]]
    widths: dict[str, tuple[int, ...]]
    answers: dict[str, str]
    proposals: dict[str, str]
    lineages: dict[str, str]
    stages: dict[str, str]
    named_marks: tuple[str, ...]


@cache
def _held() -> dict[str, object]:
    path = files("jinque.parameters") / "data" / "publishing.yaml"
    return dict(yaml.safe_load(path.read_text(encoding="utf-8")))


@cache
def load_templates() -> dict[str, Template]:
    """Return the templates that ship with the program, by name."""
    return msgspec.convert(_held()["templates"], dict[str, Template])


@cache
def load_paper_texts() -> PaperTexts:
    """Return the words of the papers that ship with the program."""
    return msgspec.convert(_held(), PaperTexts)


@cache
def load_print_words() -> PrintWords:
    """Return what an edition prints beside its rows."""
    return msgspec.convert(_held()["print"], PrintWords)


@cache
def load_sheet_words() -> SheetWords:
    """Return the headings of the sheet by which an office is asked."""
    return msgspec.convert(_held()["sheet"], SheetWords)


@cache
def load_lint_words() -> LintWords:
    """Return what is looked for in a draft."""
    return msgspec.convert(_held(), LintWords)
