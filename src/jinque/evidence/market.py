"""Labour-market tables: what is needed and who seeks, by occupation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from jinque.classification import load_classification
from jinque.evidence.lines import Line, heading_row
from jinque.evidence.returns import Groups, Reading
from jinque.locale import Sentence, say, say_in
from jinque.model.evidence import MarketRow
from jinque.parameters.survey import load_survey_terms
from jinque.text import fold

_LEAST_HEADINGS = 3
_PERIOD = re.compile(r"(\d{4})年?(?:第?([一二三四1-4])季度|[qQ]([1-4]))")
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4}
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_SHARED = (
    ("period", say_in("market", "period")),
    ("place", say_in("fact", "place")),
    ("universe", say("universe")),
)
_SWAPPED_SHARE = 0.8
_LEAST_RATIOS = 2
_TOLERANCE = 0.02


def is_market(groups: Groups) -> bool:
    """Tell whether a file holds such a table."""
    return any(_heading(lines) for lines in groups.values())


def _heading(lines: Sequence[Line]) -> tuple[int, dict[str, int]] | None:
    found = heading_row(lines, load_survey_terms().market, _LEAST_HEADINGS)
    if not found:
        return None
    columns = {question.key: column for column, question in found[1].items()}
    named = {"occupation", "occupation_name"} & columns.keys()
    return (found[0], columns) if named and {"needed", "seekers"} <= columns.keys() else None


def read_market(groups: Groups, file: str, quarter: str) -> tuple[list[MarketRow], Reading]:
    """Read every such table of a file.

    Seekers without a wish (无要求) are kept as their own row and spread over the occupations in
    proportion to what is needed; both numbers stay.

    Args:
        groups: rows of its sheets or tables.
        file: its name.
        quarter: what it is taken to be of where it does not say.
    """
    reading = Reading(file=file)
    rows: list[MarketRow] = []
    for (sheet, table), lines in groups.items():
        found = _heading(lines)
        if found:
            name = f"{file}#{sheet or table or 1}"
            above = " ".join(text for line in lines[: found[0]] for text in line.cells.values())
            made = _table(lines, found, name, (above, quarter), reading)
            rows += _spread(made)
    return rows, reading


def _table(
    lines: Sequence[Line],
    found: tuple[int, Mapping[str, int]],
    name: str,
    context: tuple[str, str],
    reading: Reading,
) -> list[MarketRow]:
    head, columns = found
    above, quarter = context
    period = _period(above) or quarter
    below = lines[head + 1 :]
    _check_swapped(below, columns, reading)
    rows: list[MarketRow] = []
    for line in below:
        reading.rows_in += 1
        row = _row(line, columns, name, period, reading)
        if row is not None:
            reading.rows_kept += 1
            rows.append(row)
    return rows


def _row(
    line: Line, columns: Mapping[str, int], table: str, period: str, reading: Reading
) -> MarketRow | None:
    terms = load_survey_terms()
    cells = {key: line.cells.get(column, "").strip() for key, column in columns.items()}
    printed = cells.get("occupation_name") or cells.get("occupation", "")
    if fold(printed) in terms.totals:
        reading.tell(
            "market_total",
            line,
            None,
            say("A sum, no occupation."),
            is_error=False,
        )
        return None
    is_open = fold(printed) in terms.unspecified
    code = "" if is_open else _code(cells)
    if not code and not is_open:
        reading.tell(
            "market_occupation", line, columns.get("occupation_name", columns.get("occupation")),
            say("“{printed}” is neither a code nor a whole name of the 2022 classification: "
"left out.", printed=printed),
        )  # fmt: skip
        return None
    numbers = [_count(line, columns[key], reading) for key in ("needed", "seekers")]
    if numbers == [None, None]:
        reading.tell(
            "market_empty",
            line,
            None,
            say("Neither number can be read."),
        )
        return None
    differs = _differs(cells)
    if differs:
        reading.tell("market_mismatch", line, None, differs, is_error=False)
        numbers[1] = None
    return MarketRow(
        file=reading.file, table=table, row=line.row, occupation=code, printed=printed,
        period=_period(cells.get("period", "")) or period, place=cells.get("place", ""),
        universe=cells.get("universe", ""), needed=numbers[0], seekers=numbers[1],
        is_unspecified=is_open,
    )  # fmt: skip


def _code(cells: Mapping[str, str]) -> str:
    entries = load_classification("2022").by_code
    code = fold(cells.get("occupation", ""))
    if code in entries:
        return code
    name = fold(cells.get("occupation_name", "") or cells.get("occupation", ""))
    found = [each for each, entry in entries.items() if fold(entry.name) == name]
    return found[0] if len(found) == 1 else ""


def _count(line: Line, column: int, reading: Reading) -> float | None:
    words = line.cells.get(column)
    if words is None:
        return None
    folded = fold(words).replace(",", "").rstrip("人")
    if _NUMBER.fullmatch(folded):
        return float(folded)
    reading.tell(
        "market_number", line, column,
        say("“{words}” is no number; the cell was left out.", words=words),
        is_error=False,
    )  # fmt: skip
    return None


def _differs(cells: Mapping[str, str]) -> Sentence | None:
    """Return what demand and seekers of a row do not share; then neither x1 nor x2 is taken."""
    for key, message in _SHARED:
        needed, seekers = cells.get(f"needed_{key}", ""), cells.get(f"seekers_{key}", "")
        if key == "period":
            needed, seekers = _period(needed) or needed, _period(seekers) or seekers
        if needed and seekers and fold(needed) != fold(seekers):
            return say(
                "Demand is of {message} “{needed}”, seekers of “{seekers}”: not "
                "comparable, no x1, x2.",
                needed=needed,
                seekers=seekers,
                message=message,
            )
    return None


def _check_swapped(lines: Sequence[Line], columns: Mapping[str, int], reading: Reading) -> None:
    """Compare the printed ratio with both ways to divide."""
    if "ratio" not in columns:
        return
    right = turned = 0
    for line in lines:
        numbers = [
            _plain(line.cells.get(columns[key], "")) for key in ("needed", "seekers", "ratio")
        ]
        needed, seekers, ratio = numbers
        if needed and seekers and ratio and needed != seekers:
            right += abs(needed / seekers - ratio) <= _TOLERANCE * max(1.0, ratio)
            turned += abs(seekers / needed - ratio) <= _TOLERANCE * max(1.0, ratio)
    if turned >= _LEAST_RATIOS and turned >= _SWAPPED_SHARE * (right + turned):
        reading.tell(
            "market_swapped", lines[0], columns["needed"],
            say("Demand and seekers look swapped: in {turned} rows the printed ratio is "
"seekers over demand. Check the headings and read it again.", turned=turned),
            is_error=False,
        )  # fmt: skip


def _plain(words: str) -> float | None:
    folded = fold(words).replace(",", "").rstrip("人")
    return float(folded) if _NUMBER.fullmatch(folded) else None


def _period(words: str) -> str:
    found = _PERIOD.search(fold(words))
    if not found:
        return ""
    quarter = found[3] or str(_QUARTERS.get(found[2], found[2]))
    return f"{found[1]}Q{quarter}"


def _spread(rows: list[MarketRow]) -> list[MarketRow]:
    """Spread seekers without a wish over the occupations in proportion to what is needed."""
    groups: dict[tuple[str, str, str], list[MarketRow]] = {}
    for row in rows:
        groups.setdefault((row.period, row.place, row.universe), []).append(row)
    made: list[MarketRow] = []
    for group in groups.values():
        free = sum(row.seekers or 0.0 for row in group if row.is_unspecified)
        needed = sum(row.needed or 0.0 for row in group if not row.is_unspecified)
        for row in group:
            if row.is_unspecified or row.seekers is None:
                made.append(row)
                continue
            share = free * (row.needed or 0.0) / needed if needed else 0.0
            made.append(replace(row, seekers_spread=row.seekers + share))
    return made
