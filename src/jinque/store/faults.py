"""What databases complain of, in words a user can act on."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy.exc import DBAPIError, OperationalError

from jinque.errors import JinqueError, MachineError, RecordBusyError


@dataclass(frozen=True, slots=True, kw_only=True)
class _Complaint:
    """A kind of complaint.

    Attributes:
        sign: matches the beginning of SQLite's error name or of PostgreSQL's SQLSTATE.
    """

    sign: str
    error: type[JinqueError]
    zh: str
    en: str
    hint_zh: str
    hint_en: str


_COMPLAINTS = (
    _Complaint(
        sign="SQLITE_BUSY|SQLITE_LOCKED|55P03|40|25P04",
        error=RecordBusyError,
        zh="另一个程序正在写入记录库，等候超时。",
        en="Another program is writing to the record; waiting for it timed out.",
        hint_zh="请稍后再试；记录库没有改变。",
        hint_en="Try again in a moment; the record is unchanged.",
    ),
    _Complaint(
        sign="SQLITE_NOTADB|SQLITE_CORRUPT",
        error=MachineError,
        zh="记录库文件已损坏，或者不是记录库。",
        en="The file of the record is damaged, or is no record at all.",
        hint_zh="请恢复备份，或移走该文件后重新导入；程序不会覆盖它。",
        hint_en="Restore a backup, or move the file away and ingest again; it is not overwritten.",
    ),
    _Complaint(
        sign="SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|SQLITE_AUTH|42501|3F000",
        error=MachineError,
        zh="没有权限打开或写入记录库。",
        en="There is no permission to open the record or to write to it.",
        hint_zh="请检查文件夹或数据库用户的权限，或用 JINQUE_DATA_DIR 换一个文件夹。",
        hint_en="Check the permissions of the folder or of the database user, or choose another "
        "folder by JINQUE_DATA_DIR.",
    ),
    _Complaint(
        sign="SQLITE_FULL|53100",
        error=MachineError,
        zh="磁盘已满，没有保存。",
        en="The disk is full; nothing was saved.",
        hint_zh="请腾出空间后再试；记录库没有改变。",
        hint_en="Free some space and try again; the record is unchanged.",
    ),
    _Complaint(
        sign="08|53|57|28|3D|unreachable",
        error=RecordBusyError,
        zh="连不上存放记录的数据库。",
        en="The database that holds the record cannot be reached.",
        hint_zh="请检查 JINQUE_DATABASE_URL 里的主机、端口、用户和数据库名，以及数据库是否在运行。",
        hint_en="Check host, port, user and database name in JINQUE_DATABASE_URL, and that the "
        "database is running.",
    ),
)
_OTHER = _Complaint(
    sign="",
    error=MachineError,
    zh="记录库出错。",
    en="The record failed.",
    hint_zh="记录库没有改变；请把括号里的原话告诉维护者。",
    hint_en="The record is unchanged; report the words in brackets to the maintainers.",
)


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn a database's complaint into an error of the tree; `where` names the record."""
    try:
        yield
    except DBAPIError as fault:
        sign = _sign(fault)
        found = next((one for one in _COMPLAINTS if re.match(one.sign, sign)), _OTHER)
        words = next(iter(str(fault.orig).strip().splitlines()), sign)
        raise found.error(
            f"{found.zh}（{words}）",
            f"{found.en} ({words})",
            where=where,
            hint_zh=found.hint_zh,
            hint_en=found.hint_en,
        ) from fault


def _sign(fault: DBAPIError) -> str:
    sign = getattr(fault.orig, "sqlite_errorname", None) or getattr(fault.orig, "sqlstate", None)
    # libpq gives no SQLSTATE when there is no server to give one.
    return sign or ("unreachable" if isinstance(fault, OperationalError) else "")
