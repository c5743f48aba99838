"""What the program makes of a file: the only module here that knows it, by its API alone.

Rows are those of `export`, the answer of `ingest` as the shell prints it, criteria as
`jinque criteria --json` gives them.
"""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from jinque import api
from jinque.errors import JinqueError

_ROW_KINDS = ("post", "title_mapping", "list_item")

Json = dict[str, object]
Words = dict[str, str]


@dataclass(kw_only=True)
class Reading:
    """What came out of a file.

    Attributes:
        rows: as exported, flattened by `_flattened`.
        issues: `code`, `severity`, Chinese sentence and quoted words of each.
        columns: heading and role ("" where unknown) of each column that holds anything.
        metadata: values of the facts.
        refusal: code and sentence; "" where rows came out.
        broke: a fault of the program's own.
        demands: for one post its serial or name and all words that its criteria quote.
    """

    rows: list["Line"] = field(default_factory=list)
    issues: list[Words] = field(default_factory=list)
    columns: list[tuple[str, str]] = field(default_factory=list)
    metadata: Words = field(default_factory=dict)
    sections: list[str] = field(default_factory=list)
    refusal: str = ""
    broke: bool = False
    demands: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row that was read: every value as a text, by its path in the JSON; cells by heading."""

    values: Words
    cells: Words

    @property
    def name(self) -> str:
        """Of the post, without blanks."""
        return tight(self.values.get("name", ""))

    @property
    def serial(self) -> str:
        """As printed."""
        return self.values.get("serial_printed", "")

    def words(self) -> list[str]:
        """Return everything that the row says, but for the quotation of its source."""
        return [*self.values.values(), *self.cells.values()]


class Reader:
    """Reads files, each into a record of its own, so that none meets another."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = folder / "template"
        with api.open_workspace(data_dir=self._template):
            pass

    def read(self, name: str, data: bytes, demand_of: str = "") -> Reading:
        """Read one file.

        Args:
            name: of the file.
            data: its bytes.
            demand_of: name of the post whose criteria are asked for.
        """
        place = self._folder / "record"
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(self._template, place)
        file = self._folder / name
        file.write_bytes(data)
        try:
            with api.open_workspace(data_dir=place) as workspace:
                return _read(workspace, file, demand_of)
        except JinqueError as error:
            code = getattr(error, "code", "")
            return Reading(refusal=f"{code} {error}")
        except Exception as error:  # noqa: BLE001
            return Reading(refusal=f"{type(error).__name__} {error}", broke=True)
        finally:
            file.unlink()


def _read(workspace: api.Workspace, file: Path, demand_of: str) -> Reading:
    answer = json.loads(json.dumps(api.to_json(api.ingest(workspace, file))))
    reading = Reading()
    asked: str | None = None
    for edition in answer["editions"]:
        for kind in _ROW_KINDS:
            for line in api.export(workspace, edition["id"], "jsonl", kind):
                row = json.loads(line)
                reading.rows.append(_flattened(row))
                if tight(row.get("name") or "") == tight(demand_of) and kind == "post":
                    asked = asked or row["id"]
        for key, fact in edition["facts"].items():
            if isinstance(fact, dict) and fact.get("value") is not None:
                reading.metadata[key] = str(fact["value"])
        sections = edition.get("sections", [])
        reading.sections += [str(part) for each in sections for part in each["path"] if part]
    reading.issues = [
        {
            "code": issue["code"],
            "severity": issue["severity"],
            "message": issue["message"]["zh"],
            "quote": issue["quote"],
        }
        for issue in answer["issues"]
    ]
    reading.columns = [
        (column["heading"], column["role"] or "")
        for column in answer["columns"]
        if column["filled"]
    ]
    if asked:
        criteria = api.to_json(api.post_criteria(workspace, asked))
        shown = json.loads(json.dumps(criteria))
        quoted = [f"{each['quote']} {each['clause']}" for each in shown["criteria"]]
        told = [issue["quote"] + issue["message"]["zh"] for issue in shown["issues"]]
        reading.demands = (demand_of, tight(" ".join(quoted + told + shown["none_stated"])))
    return reading


def _flattened(row: Json) -> Line:
    cells = row.pop("cells", None)
    row.pop("citation", None)
    row.pop("cell_places", None)
    values = dict(_leaves("", row))
    shown = cells if isinstance(cells, dict) else {}
    return Line(values=values, cells={key: str(value) for key, value in shown.items()})


def _leaves(path: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(f"{path}.{key}" if path else str(key), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(f"{path}.{number}", inner)
    elif value is not None:
        yield path, str(value)


def tight(text: str) -> str:
    """Return a text without blanks, its ticks in one sign."""
    return re.sub(r"[☑✓✔√]", "√", re.sub(r"\s", "", text))
