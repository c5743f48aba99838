"""Folders of rules: what ships with the package, and what a bureau puts beside it.

A folder holds rule sets, cases, calendars and rules of the ladder, each told by its content; files
in it and one folder deep are read. Nothing is remembered longer than the files stay as they are.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from jinque.locale import say
from jinque.model.entitlement.cases import CaseFile
from jinque.model.entitlement.rules import FactAsked, RuleFault, RuleSet
from jinque.parameters.entitlement.calendar import YearArranged, load_calendar, read_calendar
from jinque.parameters.entitlement.cases import is_case_file, read_cases
from jinque.parameters.entitlement.facts import load_facts
from jinque.parameters.entitlement.reading import read_rule_path

_ENDINGS = (".yaml", ".yml")
_MOST_FILES = 500
_LARGEST = 4_000_000
_RULE_HEADS = ("lines:", "sources:", "force:")
_VOCABULARY = {"facts.yaml", "working_days.yaml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFolder:
    """What a folder holds.

    Attributes:
        sets: rule sets in the order of their files.
        files: rule set -> name of its file; `paths` has the whole path.
        years: arrangements of working days.
        ladders: rule files of the ladder, name and text.
        faults: of every file.
    """

    sets: tuple[RuleSet, ...] = ()
    files: dict[str, str] = field(default_factory=dict)
    paths: dict[str, Path] = field(default_factory=dict)
    cases: tuple[CaseFile, ...] = ()
    years: tuple[YearArranged, ...] = ()
    ladders: tuple[tuple[str, str], ...] = ()
    faults: tuple[RuleFault, ...] = ()

    def set_of(self, name: str) -> RuleSet | None:
        """Return the rule set of an identifier."""
        return next((each for each in self.sets if each.id == name), None)


def shipped_folder() -> Path:
    """Return the folder that ships with the package."""
    return Path(str(files("jinque.parameters"))) / "data" / "entitlement"


def read_rule_folder(folder: Path) -> RuleFolder:
    """Read a folder; a file that cannot be read is a fault, never a reason to leave the others."""
    paths = tuple(_paths(folder))
    marks = tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in paths)
    return _read(marks, _texts_beside(folder))


def folder_state(folder: Path) -> str:
    """Return a text that changes when a file of a folder does."""
    marks = [(path.name, path.stat().st_mtime_ns, path.stat().st_size) for path in _paths(folder)]
    return hashlib.sha256(repr((marks, _texts_beside(folder))).encode()).hexdigest()[:16]


def _texts_beside(folder: Path) -> tuple[tuple[str, int], ...]:
    """Return what the rule files cite: a changed text is read again."""
    return tuple(
        (str(path), path.stat().st_mtime_ns)
        for place in (folder, *_folders(folder))
        if place.is_dir()
        for path in sorted(place.glob("*.txt"))
    )


@lru_cache(maxsize=32)
def _read(marks: tuple[tuple[str, int, int], ...], _: tuple[tuple[str, int], ...]) -> RuleFolder:
    found = _Reading()
    for name, _mtime, size in marks[:_MOST_FILES]:
        path = Path(name)
        text = _text(path, size, found.faults)
        if text is not None and path.name not in _VOCABULARY:
            found.take(path, text)
    return found.folder()


class _Reading:
    """Takes the files of a folder one by one; cases wait until their rule sets are known."""

    def __init__(self) -> None:
        self.faults: list[RuleFault] = []
        self._sets: list[RuleSet] = []
        self._files: dict[str, str] = {}
        self._paths: dict[str, Path] = {}
        self._years: list[YearArranged] = []
        self._ladders: list[tuple[str, str]] = []
        self._waiting: list[tuple[Path, str]] = []

    def take(self, path: Path, text: str) -> None:
        """Read one file by what it holds."""
        if is_case_file(text):
            self._waiting.append((path, text))
        elif _begins(text, "years:"):
            years, faults = read_calendar(text, path.name)
            self._years += years
            self.faults += faults
        elif _begins(text, "skill_levels:"):
            self._ladders.append((path.name, text))
        elif any(_begins(text, head) for head in _RULE_HEADS):
            self._rule_set(path)
        else:
            words = say("neither rules, cases nor a calendar: left unread")
            self.faults.append(
                RuleFault(code="not_rules", is_error=False, message=words, file=path.name)
            )

    def _rule_set(self, path: Path) -> None:
        found, faults = read_rule_path(path)
        self.faults += faults
        if found:
            self.faults += _twice(found, self._files, path.name)
            self._sets.append(found)
            self._files[found.id] = path.name
            self._paths[found.id] = path

    def folder(self) -> RuleFolder:
        """Return what was read."""
        known = {each.id: (*load_facts(), *each.facts) for each in self._sets}
        cases = _cases(self._waiting, known, self.faults)
        return RuleFolder(
            sets=tuple(self._sets),
            files=self._files,
            paths=self._paths,
            cases=cases,
            years=tuple(self._years),
            ladders=tuple(self._ladders),
            faults=tuple(self.faults),
        )


def _cases(
    waiting: Iterable[tuple[Path, str]],
    known: dict[str, tuple[FactAsked, ...]],
    faults: list[RuleFault],
) -> tuple[CaseFile, ...]:
    found = []
    for path, text in waiting:
        each, found_faults = read_cases(text, path.name, known)
        faults += found_faults
        if each:
            found.append(each)
    return tuple(found)


def _begins(text: str, head: str) -> bool:
    return any(line.startswith(head) for line in text.splitlines())


def _twice(found: RuleSet, names: dict[str, str], file: str) -> list[RuleFault]:
    if found.id not in names:
        return []
    words = say("“{id}” is the identifier of {names} already", id=found.id, names=names[found.id])
    return [RuleFault(code="set_twice", is_error=True, message=words, file=file, path="id")]


def _text(path: Path, size: int, faults: list[RuleFault]) -> str | None:
    if size > _LARGEST:
        words = say("the file has more than {largest} bytes", largest=_LARGEST)
        faults.append(RuleFault(code="too_large", is_error=True, message=words, file=path.name))
        return None
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        words = say("cannot be read as UTF-8: {fault}", fault=fault)
        faults.append(RuleFault(code="not_readable", is_error=True, message=words, file=path.name))
        return None


def _folders(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(
            each for each in folder.iterdir() if each.is_dir() and not each.name.startswith(".")
        )


def _paths(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
        return
    for place in (folder, *_folders(folder)):
        if place.is_dir():
            yield from sorted(
                path
                for path in place.iterdir()
                if path.is_file() and path.suffix in _ENDINGS and not path.name.startswith(".")
            )


def joined(several: Iterable[RuleFolder]) -> RuleFolder:
    """Return several folders as one; of an identifier that stands twice the later set holds."""
    folders = list(several)
    sets = {each.id: each for folder in folders for each in folder.sets}
    return RuleFolder(
        sets=tuple(sets.values()),
        files={name: file for folder in folders for name, file in folder.files.items()},
        paths={name: path for folder in folders for name, path in folder.paths.items()},
        cases=tuple(each for folder in folders for each in folder.cases),
        years=(*load_calendar(), *(each for folder in folders for each in folder.years)),
        ladders=tuple(each for folder in folders for each in folder.ladders),
        faults=tuple(each for folder in folders for each in folder.faults),
    )
