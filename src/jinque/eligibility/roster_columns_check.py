"""The columns of a roster in Parquet: those of people are read, those nobody needs are refused."""

from pathlib import Path

from jinque.dataset.parquet import column_names, holds_match, parquet_files
from jinque.eligibility.roster_schema import PEOPLE_SCHEMA, STAFF_ID
from jinque.errors import NotReadableError, PersonalDataError
from jinque.parameters import load_roster_terms
from jinque.text import fold

_LEAST_COLUMNS = 2
_PERSONAL = r"(^|\D)(\d{17}[\dXx]|1[3-9]\d{9})(\D|$)"


def check_columns(roster: Path) -> tuple[str, ...]:
    """Return the columns that mean nothing here; refuse those that nobody needs.

    Raises:
        PersonalDataError: a column is of identity card or phone numbers.
        NotReadableError: there are none that mean anything.
    """
    refused, others = load_roster_terms().refused, dict[str, None]()
    for file in parquet_files(roster):
        names = column_names(file)
        for name in names:
            if any(word in fold(name).replace("_", "") for word in refused):
                raise _personal(file, name)
        if holds_match(file, STAFF_ID, _PERSONAL):
            raise _personal(file, STAFF_ID)
        strange = [name for name in names if name not in PEOPLE_SCHEMA.names]
        if len(names) - len(strange) < _LEAST_COLUMNS:
            raise _no_columns(file)
        others |= dict.fromkeys(strange)
    return tuple(others)


def _personal(file: Path, name: str) -> PersonalDataError:
    return PersonalDataError(
        f"列“{name}”像是身份证号、手机号这类个人信息，整份名单没有读取。",
        f"Column “{name}” looks like identity card or phone numbers; nothing was read.",
        where=file.name,
        hint_zh="请删去这一列再试；这里不需要它，也不应交给任何工具。",
        hint_en="Delete that column and try again: it is not needed here.",
    )


def _no_columns(file: Path) -> NotReadableError:
    names = "、".join(PEOPLE_SCHEMA.names)
    return NotReadableError(
        "这个 Parquet 文件里没有名单的列。",
        "This Parquet file has no columns of a roster.",
        where=file.name,
        hint_zh=f"可用的列：{names}。",
        hint_en=f"The columns are {names}.",
    )
