"""Passwords: what is taken for one, and how it is kept (Argon2id, RFC 9106)."""

from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from jinque.errors import WeakPasswordError

SHORTEST = 12
LONGEST = 256
FEWEST_CHARACTERS = 5


class Passwords:
    """Hashes and verifies; by default the second choice of RFC 9106: 64 MiB, three passes.

    Args:
        time_cost: passes over the memory.
        memory_kib: memory of one computation.
        lanes: threads of one computation.
    """

    def __init__(self, *, time_cost: int = 3, memory_kib: int = 65536, lanes: int = 4) -> None:
        self._hasher = PasswordHasher(
            time_cost=time_cost, memory_cost=memory_kib, parallelism=lanes
        )

    @cached_property
    def _nobody(self) -> str:
        return self._hasher.hash("of nobody")

    def hashed(self, password: str) -> str:
        """Return the hash with its parameters and a salt of its own."""
        return self._hasher.hash(password)

    def fits(self, password: str, hashed: str | None) -> bool:
        """Tell whether the password is the hashed one; no hash takes as long to say no."""
        try:
            self._hasher.verify(hashed or self._nobody, password[:LONGEST])
        except (VerificationError, InvalidHashError):
            return False
        return hashed is not None


def check_password(password: str, name: str) -> None:
    """Refuse a password that is easy to guess.

    Raises:
        WeakPasswordError: fewer than 12 or more than 256 characters, fewer than five different
            ones, or the account's name within it.
    """
    is_long = SHORTEST <= len(password) <= LONGEST
    is_varied = len(set(password)) >= FEWEST_CHARACTERS
    if is_long and is_varied and name.casefold() not in password.casefold():
        return
    raise WeakPasswordError(
        "这个密码太容易猜到，或长度不合要求。",
        "The password is too easy to guess, or of a length that is not taken.",
        where="password",
        hint_zh=f"请用 {SHORTEST} 到 {LONGEST} 个字符，至少 {FEWEST_CHARACTERS} 个不同的字符，"
        "不要含姓名；几个不相干的词连起来就很好记。",
        hint_en=f"Use {SHORTEST} to {LONGEST} characters, at least {FEWEST_CHARACTERS} different "
        "ones, without the name; a few unrelated words in a row are easy to remember.",
    )
