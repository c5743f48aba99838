"""An office with a clock that tests turn, and passwords that are hashed quickly."""

from datetime import UTC, datetime, timedelta

from jinque.model.account import Role
from jinque.store import Record
from jinque.store.accounts import Accounts, Signing
from jinque.store.sessions import Passwords

PASSWORD = "四 只 猫 过 河 去 2026"  # noqa: S105 - of the tests
OTHER = "another quiet harbour 7"


class Counting(Passwords):
    """Counts the computations; a hash as weak as this one takes no time."""

    def __init__(self) -> None:
        super().__init__(time_cost=1, memory_kib=64, lanes=1)
        self.computed = 0

    def fits(self, password: str, hashed: str | None) -> bool:
        self.computed += 1
        return super().fits(password, hashed)


class Bureau:
    """Accounts and sessions of one record."""

    def __init__(self, record: Record) -> None:
        self.now = datetime(2026, 3, 2, 8, tzinfo=UTC)
        self.passwords = Counting()
        self.accounts = Accounts(record, clock=self.clock, passwords=self.passwords)
        self.signing = Signing(record, clock=self.clock, passwords=self.passwords)
        self.passwords.computed = 0

    def clock(self) -> datetime:
        return self.now

    def later(self, **span: float) -> None:
        self.now += timedelta(**span)

    def with_account(self, name: str = "张敏", role: Role = Role.EDITOR) -> "Bureau":
        self.accounts.add(name, role, PASSWORD, by="shell:root")
        return self
