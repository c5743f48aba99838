"""Characters that stand in the private use area only because an old codec put them there.

GB18030-2022 gave standard code points to what its editions of 2000 and 2005 kept in the private use
area, and Windows' code page 936 keeps more there; Python's codec follows the edition of 2000. What
has a standard code point gets it; what stays private is for the flattener to report.
"""

import re

_MOVED_IN_2022 = {
    0xE78D: "︐", 0xE78E: "︒", 0xE78F: "︑", 0xE790: "︓", 0xE791: "︔", 0xE792: "︕",
    0xE793: "︖", 0xE794: "︗", 0xE795: "︘", 0xE796: "︙", 0xE7C7: "\u1e3f", 0xE7C8: "\u01f9",
    0xE81E: "\u9fb4", 0xE826: "\u9fb5", 0xE82B: "\u9fb6", 0xE82C: "\u9fb7", 0xE832: "\u9fb8",
    0xE843: "\u9fb9", 0xE854: "\u9fba", 0xE864: "\u9fbb", 0xE816: "\U00020087",
    0xE817: "\U00020089", 0xE818: "\U000200cc", 0xE831: "\U000215d7", 0xE83B: "\U0002298f",
    0xE855: "\U000241fe",
}  # fmt: skip
"""A6D9–A6DF, A6EC, A6ED, A6F3, A8BC, FE59 and their like (GB 18030-2022, changes against 2005)."""

_FIRST_OF_FE = 0xE815
_LAST_TRAIL, _GAP = 0xA0, 0x7F
_PRIVATE = re.compile("[\ue000-\uf8ff]")


def _windows_936() -> dict[int, str]:
    """Return what code page 936 keeps at E815–E864: the codes FE50–FEA0 in their order."""
    trails = [trail for trail in range(0x50, _LAST_TRAIL + 1) if trail != _GAP]
    found = {}
    for private, trail in enumerate(trails, _FIRST_OF_FE):
        character = bytes((0xFE, trail)).decode("gb18030")
        if not _PRIVATE.match(character):
            found[private] = character
    return found


_STANDARD = {**_windows_936(), **_MOVED_IN_2022}


def standard(text: str) -> tuple[str, str]:
    """Return text with standard code points where there are some, and the characters moved."""
    moved = "".join(one for one in _PRIVATE.findall(text) if ord(one) in _STANDARD)
    return (text.translate(_STANDARD), moved) if moved else (text, "")


def private_in(text: str) -> str:
    """Return the private use characters in a text, each once."""
    return "".join(dict.fromkeys(_PRIVATE.findall(text)))
