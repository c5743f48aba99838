"""Majors by name, and how a held major stands to a printed one.

Catalogues print majors loosely: `计算机` for a class, `医学类` for a whole discipline. What the
official lists do not settle is UNKNOWN; nothing is taken as related because it sounds so.

The lists of majors, merged: one row for a name on a level.
"""

import re
from collections import defaultdict
from functools import cache, lru_cache

from jinque.classification.occupations import read_table
from jinque.locale import Sentence, say
from jinque.model.occupation import Major, MajorLikeness, MajorRelation
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


_MOST_PAIRS = 20_000
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]")
_ENDINGS = ("专业", "方向", "学科")


def find_majors(name: str) -> tuple[Major, ...]:
    """Return the majors of that name, of every level that has it.

    Args:
        name: as on a diploma: a direction in brackets and the word 专业 behind it do not matter;
            a lacking or surplus 学 at the end does not either where no major has the very name.
    """
    typed = _plain(name)
    index = majors_by_name()
    other = typed.removesuffix("学") if typed.endswith("学") else f"{typed}学"
    return index.get(typed) or index.get(other, ())


@lru_cache(_MOST_PAIRS)
def relation(printed: str, held: str) -> MajorRelation:
    """Tell how a major that is held stands to a printed one.

    Args:
        printed: name of a major, a class or a discipline as a catalogue prints it.
        held: name of a major as on a diploma.
    """
    if _plain(printed) == _plain(held):
        return _same(say("“{held}” is the one that is printed", held=held))
    known = tuple(each for each in find_majors(held) if each.major_class)
    if not known:
        return _unknown(held)
    named = find_majors(printed)
    if {fold(each.name) for each in named} & {fold(each.name) for each in known}:
        return _same(say("“{held}” and “{printed}” are one major", held=held, printed=printed))
    return _of_group(printed, held, known) or _of_majors(printed, held, named, known)


def _of_group(printed: str, held: str, known: tuple[Major, ...]) -> MajorRelation | None:
    """Compare with a printed class or discipline; None where no such group is printed."""
    stem = _plain(printed).removesuffix("类")
    is_whole = _plain(printed).endswith("类")
    in_classes = {f"{stem}类", f"{stem}学类", f"{stem.removesuffix('学')}类"} & classes()
    in_disciplines = {stem} & disciplines()
    inside = [each for each in known if fold(each.major_class) in in_classes]
    within = [each for each in known if fold(each.discipline) in in_disciplines]
    if not inside and not within:
        levels = {each.level for each in known}
        groups = levels_by_group()
        is_group = any(groups[group] & levels for group in in_classes | in_disciplines)
        return _other(printed, held, known) if is_group and not find_majors(printed) else None
    group = inside[0].major_class if inside else within[0].discipline
    is_short = bool(inside) and _plain(held).startswith(stem) and not find_majors(printed)
    if is_whole or is_short:
        return _same(say("“{held}” is in {group}, which is printed", held=held, group=group))
    return _related(printed, held, group)


def _of_majors(
    printed: str, held: str, named: tuple[Major, ...], known: tuple[Major, ...]
) -> MajorRelation:
    own = {each.major_class for each in known}
    shared = [each.major_class for each in named if each.major_class in own]
    if shared:
        return _related(printed, held, shared[0])
    levels = {each.level for each in known}
    is_comparable = any(each.major_class and each.level in levels for each in named)
    return _other(printed, held, known) if is_comparable else _unknown(printed)


def _same(message: Sentence) -> MajorRelation:
    return MajorRelation(kind=MajorLikeness.SAME, reason=message)


def _related(printed: str, held: str, group: str) -> MajorRelation:
    return MajorRelation(
        kind=MajorLikeness.SAME_CLASS,
        reason=say(
            "“{held}” and “{printed}” are both in {group}: whether related is to be judged",
            held=held,
            printed=printed,
            group=group,
        ),
    )


def _other(printed: str, held: str, known: tuple[Major, ...]) -> MajorRelation:
    groups = "、".join(dict.fromkeys(each.major_class for each in known))
    return MajorRelation(
        kind=MajorLikeness.OTHER,
        reason=say(
            "“{held}” is in {groups}, another class than “{printed}”",
            held=held,
            groups=groups,
            printed=printed,
        ),
    )


def _unknown(name: str) -> MajorRelation:
    return MajorRelation(
        kind=MajorLikeness.UNKNOWN,
        reason=say(
            "“{name}” is in no class of our lists, which lack graduate subjects: to be judged",
            name=name,
        ),
    )


def _plain(name: str) -> str:
    typed = _BRACKETS.sub("", fold(name))
    for ending in _ENDINGS:
        typed = typed.removesuffix(ending) or typed
    return typed or fold(name)
