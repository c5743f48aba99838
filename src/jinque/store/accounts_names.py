"""Names of accounts."""

import re
import unicodedata

from jinque.errors import AccountExistsError, InvalidOptionError, UnknownAccountError

_NAME = re.compile(r"[^\W_](?:[\w.·-]{0,38}\w)?")


def checked_name(name: str) -> str:
    """Return the name in one form of its characters.

    Raises:
        InvalidOptionError: it is not of 1 to 40 letters, Chinese characters, digits, `.`, `·`,
            `-` and `_`, beginning with a letter, character or digit.
    """
    plain = unicodedata.normalize("NFKC", name).strip()
    if _NAME.fullmatch(plain):
        return plain
    raise InvalidOptionError(
        f"“{name}”不能作账户名。",
        f"“{name}” cannot be the name of an account.",
        where="name",
        hint_zh="请用 1 到 40 个汉字、字母或数字，中间可有 . · - _。",
        hint_en="Use 1 to 40 letters, Chinese characters or digits, with . · - _ between them.",
    )


def key_of(name: str) -> str:
    """Return what two ways of typing one name have in common."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def is_storable_key(key: str) -> bool:
    """Tell whether an account can have that key; what was typed may hold anything."""
    return _NAME.fullmatch(key) is not None


def unknown_account(name: str) -> UnknownAccountError:
    """Tell an account that is not there."""
    return UnknownAccountError(
        f"没有“{name}”这个账户。",
        f"There is no account “{name}”.",
        where=name,
        hint_zh="jinque account list 列出现有的账户。",
        hint_en="`jinque account list` lists the accounts that there are.",
    )


def taken_name(name: str) -> AccountExistsError:
    """Tell a name that is taken."""
    return AccountExistsError(
        f"已有“{name}”这个账户。",
        f"There is an account “{name}” already.",
        where=name,
        hint_zh="账户从不删除，名字不能再用；要恢复停用的账户：jinque account enable 姓名。",
        hint_en="Accounts are never deleted and names not used again; to bring a disabled one "
        "back: jinque account enable NAME.",
    )
