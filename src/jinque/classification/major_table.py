"""The lists of majors, merged: one row for a name on a level."""

from collections import defaultdict
from functools import cache

from jinque.classification.tables import read_table
from jinque.model.major import Major
from jinque.text import fold

Index = dict[str, tuple[Major, ...]]


@cache
def majors() -> tuple[Major, ...]:
    """Return every major of the lists, undergraduate ones first, by code."""
    return tuple(
        Major(
            code=row["code"],
            name=row["name"],
            level=row["level"],
            discipline=row["discipline"],
            major_class=row["major_class"],
            attested_by=tuple(row["attested_by"].split(";")),
            note=row["note"],
        )
        for row in read_table("majors.csv")
    )


@cache
def majors_by_name() -> Index:
    """Return the majors by name, width and blanks aside."""
    index: defaultdict[str, list[Major]] = defaultdict(list)
    for each in majors():
        index[fold(each.name)].append(each)
    return {name: tuple(found) for name, found in index.items()}


@cache
def levels_by_group() -> dict[str, frozenset[str]]:
    """Return the levels on which each class (专业类) and each discipline has majors."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for each in majors():
        for group in filter(None, (each.major_class, each.discipline)):
            groups[fold(group)].add(each.level)
    return {group: frozenset(levels) for group, levels in groups.items()}


@cache
def classes() -> frozenset[str]:
    """Return the names of all classes (专业类), those of every level together."""
    return frozenset(fold(each.major_class) for each in majors() if each.major_class)


@cache
def disciplines() -> frozenset[str]:
    """Return the names of all disciplines (学科门类，专业大类)."""
    return frozenset(fold(each.discipline) for each in majors() if each.discipline)
