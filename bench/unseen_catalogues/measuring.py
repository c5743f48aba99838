"""What was read beside what is true: cells exact, rows invented, words lost, questions asked."""

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Protocol

from bench.unseen_catalogues.reading import Line, Reader, Reading, Words, tight
from bench.unseen_catalogues.sheet import Column, Post, Sheet

_NOT_STATED = {"metadata_not_stated", "scale_not_explained", "classification_edition_not_stated"}
"""Sentences about what a document does not state ask nothing of anybody."""

_SHOWN_FAULTS = 4
_MOST_QUESTIONS = 5
"""A file may ask so many."""


class Truth(Protocol):
    """A printed file with its truth."""

    @property
    def name(self) -> str:
        """Of the file."""

    @property
    def data(self) -> bytes:
        """Its bytes."""

    @property
    def sheet(self) -> Sheet:
        """What is true of it."""

    @property
    def may_refuse(self) -> bool:
        """Whether a refusal is right too."""


@dataclass(kw_only=True)
class Score:
    """How much of one file, or of many, is right.

    Attributes:
        files, refused: files; how many were refused (those that may be are not counted).
        broken: faults of the program's own.
        rows, rows_exact: printed posts; those with every cell exact.
        cells, cells_exact: printed cells under a column, for each post.
        invented: rows that no post of the file stands for.
        lost: cells of which nothing speaks: no row, no issue, no fact.
        facts, facts_exact: what the lines around the table state.
        notices, notices_told: what must be told.
        demands, demands_shown: demands of one post a file; those that its criteria quote.
        questions: the most that a file asked.
        over: files that asked more than five.
        faults: examples.
    """

    files: int = 0
    refused: int = 0
    broken: int = 0
    rows: int = 0
    rows_exact: int = 0
    cells: int = 0
    cells_exact: int = 0
    invented: int = 0
    lost: int = 0
    facts: int = 0
    facts_exact: int = 0
    notices: int = 0
    notices_told: int = 0
    demands: int = 0
    demands_shown: int = 0
    questions: int = 0
    over: int = 0
    faults: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Count another score in; of questions the most is kept, of faults the first."""
        for name in self.__dataclass_fields__:
            mine, new = getattr(self, name), getattr(other, name)
            if name == "questions":
                self.questions = max(mine, new)
            elif name == "faults":
                self.faults += new[: max(0, _SHOWN_FAULTS - len(mine))]
            else:
                setattr(self, name, mine + new)

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong, lost, invented or untold."""
        whole = (
            (self.cells_exact, self.cells),
            (self.facts_exact, self.facts),
            (self.notices_told, self.notices),
            (self.demands_shown, self.demands),
        )
        clean = not (self.invented or self.lost or self.refused or self.broken or self.over)
        return clean and all(part == all_of for part, all_of in whole)


def measure(reader: Reader, printed: Truth) -> Score:
    """Read a file and compare."""
    sheet = printed.sheet
    middle = tight(sheet.posts[len(sheet.posts) // 2].truth["name"])
    reading = reader.read(printed.name[-120:], printed.data, middle)
    score = Score(files=1, broken=int(reading.broke))
    if reading.refusal and printed.may_refuse:
        return score
    score.refused = int(bool(reading.refusal))
    if reading.refusal:
        score.faults.append(f"{printed.name}: refused: {reading.refusal[:160]}")
    _Comparison(reading, printed, score).compare()
    score.questions = _questions(reading)
    score.over = int(score.questions > _MOST_QUESTIONS)
    if score.over:
        codes = Counter(issue["code"] for issue in reading.issues if _is_question(issue))
        score.faults.append(f"{printed.name}: {score.questions} questions: {dict(codes)}")
    return score


def _is_question(issue: Words) -> bool:
    return issue["severity"] != "info" and issue["code"] not in _NOT_STATED


def _questions(reading: Reading) -> int:
    """Count what a person must look at: unknown columns, and doubts, one for each printed word."""
    unknown = {heading for heading, role in reading.columns if not role}
    asked = {
        (issue["code"], issue["quote"] or issue["message"])
        for issue in reading.issues
        if _is_question(issue) and issue["quote"] not in unknown
    }
    return len(unknown) + len(asked)


class _Comparison:
    """Lays the rows that were read beside the posts that are true."""

    def __init__(self, reading: Reading, printed: Truth, score: Score) -> None:
        self._reading = reading
        self._sheet = printed.sheet
        self._name = printed.name
        self._score = score
        told = (issue["message"] + issue["quote"] for issue in reading.issues)
        facts = (*reading.metadata.values(), *reading.sections, reading.refusal)
        self._around = tight("\n".join((*told, *facts)))
        self._everything = tight("\n".join(word for row in reading.rows for word in row.words()))

    def compare(self) -> None:
        pairs, spare = _paired(self._sheet.posts, self._reading.rows)
        self._score.invented = len(spare)
        for line in spare[:2]:
            self._fault(f"invented row {line.name!r}")
        for post, read in pairs:
            if read is not None or not post.is_optional:
                self._post(post, read)
        self._facts()
        self._notices()
        self._demands()

    def _fault(self, text: str) -> None:
        if len(self._score.faults) < _SHOWN_FAULTS:
            self._score.faults.append(f"{self._name}: {text}")

    def _post(self, post: Post, line: Line | None) -> None:
        score = self._score
        wrong = 0
        keys = [column.key for column in self._sheet.columns]
        hidden = "industry" not in keys and "industry" in post.truth
        extra = [Column(key="industry", heading="")] if hidden else []
        for column in [*self._sheet.columns, *extra]:
            score.cells += 1
            if line and is_exact(column, post, line):
                score.cells_exact += 1
                continue
            wrong += 1
            self._missed(column, post, line)
        score.rows += 1
        score.rows_exact += wrong == 0

    def _missed(self, column: Column, post: Post, line: Line | None) -> None:
        printed = post.cells[column.key].text
        truth = post.truth[column.key]
        if truth and not self._reading.refusal and not self._is_said(printed, truth, line):
            self._score.lost += 1
            self._fault(f"{column.heading} {printed!r} of {post.truth['name']} lost")
        elif not self._reading.refusal:
            got = _got(column, line) if line else "no row"
            self._fault(f"{column.heading} of {post.truth['name']}: {truth!r} is {got}")

    def _is_said(self, printed: str, truth: str, line: Line | None) -> bool:
        """Tell whether the words stand anywhere: in the row, or in any sentence that is told."""
        wanted = {tight(printed), tight(truth)} - {""}
        if line:
            said = [tight(word) for word in line.words()]
            if any(want in word for want in wanted if len(want) > 1 for word in said):
                return True
            if any(want == word for want in wanted for word in said):
                return True
        elif any(want in self._everything for want in wanted if len(want) > 1):
            return True
        return any(want in self._around for want in wanted)

    def _facts(self) -> None:
        for key, truth in self._sheet.facts.items():
            got = tight(self._reading.metadata.get(key, ""))
            self._score.facts += 1
            if got in {tight(each) for each in truth.split("|")}:
                self._score.facts_exact += 1
            else:
                self._fault(f"fact {key}: {truth!r} is {got!r}")

    def _notices(self) -> None:
        told = "\n".join(
            f"{each['code']} {each['message']} {each['quote']}" for each in self._reading.issues
        )
        told += self._reading.refusal
        for notice in self._sheet.notices:
            self._score.notices += 1
            if any(word in told for word in notice.words):
                self._score.notices_told += 1
            else:
                self._score.lost += not self._reading.refusal
                self._fault(f"not told: {notice.about}")

    def _demands(self) -> None:
        if self._reading.demands is None:
            return
        name, quoted = self._reading.demands
        post = next(post for post in self._sheet.posts if tight(post.truth["name"]) == name)
        for column in self._sheet.columns:
            truth = tight(post.truth[column.key])
            if not column.is_demand or not truth or column.key in post.as_cell or truth in "□√":
                continue
            self._score.demands += 1
            if _is_quoted(truth, quoted):
                self._score.demands_shown += 1
            else:
                self._fault(f"demand {column.heading} {truth!r} is in no criterion of {name}")


def _is_quoted(truth: str, quoted: str) -> bool:
    """Tell whether the sentences of a demand stand in the criteria, or the demand is none."""
    if re.fullmatch(r"无|不限|无要求|男女不限|专业不限", truth):
        return True
    return all(part in quoted for part in re.split(r"[。；，、]", truth) if part)


def _paired(
    posts: list[Post], lines: list[Line]
) -> tuple[list[tuple[Post, Line | None]], list[Line]]:
    """Return each post with its row, and the rows that stand for none.

    By name first; then by serial or code where one name is a part of the other, so that a name read
    with something glued to it is a wrong cell and not an invented row.
    """
    spare = list(lines)
    found: dict[int, Line] = {}
    for is_like in (_is_same, _is_near):
        for number, post in enumerate(posts):
            if number in found:
                continue
            likes = [each for each in spare if is_like(post, each)]
            if likes:
                found[number] = likes[0]
                spare.remove(likes[0])
    return [(post, found.get(number)) for number, post in enumerate(posts)], spare


def _is_same(post: Post, line: Line) -> bool:
    return tight(post.truth["name"]) == line.name


def _is_near(post: Post, line: Line) -> bool:
    name = tight(post.truth["name"])
    is_part = bool(line.name) and (name in line.name or line.name in name)
    same_serial = line.serial == post.truth.get("serial", "-")
    return is_part and (same_serial or line.values.get("code") == post.truth.get("code", "-"))


_PATHS = {
    "name": "name",
    "serial": "serial_printed",
    "industry": "industry",
    "code": "code",
    "shortage": "shortage.printed",
    "education": "requirements.education",
    "experience": "requirements.experience",
    "ability": "requirements.ability",
}


def is_exact(column: Column, post: Post, line: Line) -> bool:
    """Tell whether one cell was read as it is."""
    truth = tight(post.truth[column.key])
    if column.key in post.as_cell or column.key not in {*_PATHS, "index", "pay"}:
        return _cell(column, line) == truth
    if column.key == "index":
        return _has_index(truth, line)
    if column.key == "pay":
        return _has_pay(column, post, truth, line)
    got = tight(line.values.get(_PATHS[column.key], ""))
    if column.key == "shortage" and post.shortage_value is not None:
        return got == truth and line.values.get("shortage.value") == str(post.shortage_value)
    return got == truth


def _cell(column: Column, line: Line) -> str | None:
    """Return what stands under the column's heading, which others may surround."""
    heading, above = tight(column.heading), tight(column.above)
    for shown, text in line.cells.items():
        if heading in tight(shown) and above in tight(shown):
            return tight(text)
    return None


def _got(column: Column, line: Line) -> str:
    """Return what was read in place of the truth, for the report."""
    if column.key in {"index", "shortage"}:
        about = {key: text for key, text in line.values.items() if key.startswith("shortage")}
        return f"{about}, cell {_cell(column, line)!r}"
    path = "pay_cny_10k_year" if column.key == "pay" else _PATHS.get(column.key, "")
    return f"{line.values.get(path)!r}, cell {_cell(column, line)!r}"


def _has_index(truth: str, line: Line) -> bool:
    """Tell whether the index stands beside the shortage: its number, or the words as printed."""
    number = _number(truth)
    about = {key: text for key, text in line.values.items() if key.startswith("shortage.")}
    printed = [text for key, text in about.items() if not key.endswith((".value", ".index"))]
    if truth in map(tight, printed):
        return True
    got = about.get("shortage.index") or about.get("shortage.index.value")
    return got is not None and _number(got) == number


def _number(text: str) -> float | None:
    """Return a number written in digits of any width; a share of a hundred as part of one."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(%?)", tight(text).replace("．", "."))
    if not found:
        return None
    return round(float(found[1]) / (100 if found[2] else 1), 6)


def _has_pay(column: Column, post: Post, truth: str, line: Line) -> bool:
    got = line.values.get("pay_cny_10k_year")
    if post.pay_10k is not None:
        return got is not None and float(got) == post.pay_10k
    is_kept = _cell(column, line) == truth
    is_range = bool(re.search(r"\d", truth))
    return is_kept and (is_range or got is None)


def measure_other(reader: Reader, name: str, data: bytes, *, has_people: bool) -> Score:
    """Read a file that is no catalogue: every row is invented, a list of people must be refused."""
    reading = reader.read(name, data)
    score = Score(files=1, invented=len(reading.rows), broken=int(reading.broke))
    if reading.rows:
        names = "、".join(line.name for line in reading.rows[:3])
        score.faults.append(f"{name}: {len(reading.rows)} rows published: {names}")
    if has_people:
        score.notices = 1
        score.notices_told = int(
            "personal_data" in reading.refusal or "个人信息" in reading.refusal
        )
        if not score.notices_told:
            score.faults.append(f"{name}: not refused as people: {reading.refusal[:100]!r}")
    return score
