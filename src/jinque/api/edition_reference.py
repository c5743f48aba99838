"""An edition with its version as people type it."""

from jinque.errors import InvalidOptionError

_MOST_DIGITS = 6


def edition_reference(typed: str) -> tuple[str, int | None]:
    """Split `dalian@1` into identifier and version; without a version None, the newest.

    Raises:
        InvalidOptionError: what stands behind the @ is no version.
    """
    edition_id, mark, version = typed.strip().replace("＠", "@").partition("@")
    if not mark:
        return edition_id, None
    if version.isascii() and version.isdigit() and len(version) <= _MOST_DIGITS and int(version):
        return edition_id, int(version)
    raise InvalidOptionError(
        f"“{version}”不是版本号。",
        f"“{version}” is no version.",
        where=typed,
        hint_zh="@ 后面写第几版，如 dalian@1；不写就是最新一版。",
        hint_en="Behind @ stands a number, as in dalian@1; without it the newest version is meant.",
    )
