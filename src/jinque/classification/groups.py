"""The class at one depth that a code of 2022 stands in."""

from jinque.classification.occupations import load_classification

_SUB_MAJOR_SEGMENTS = 2


def sub_major_of(code: str) -> tuple[str, str]:
    """Return code and name of the sub-major class (中类) of a code of 2022.

    The name is empty where the list has no such class.
    """
    group = "-".join(code.split("-")[:_SUB_MAJOR_SEGMENTS])
    entry = load_classification("2022").by_code.get(group)
    return group, entry.name if entry else ""
