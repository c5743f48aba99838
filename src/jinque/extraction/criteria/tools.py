"""Software, programming languages and instruments by name."""

import re
from collections.abc import Iterator
from functools import cache

from jinque.extraction.criteria.found import Found, one_of
from jinque.extraction.criteria.listing import ONE_OF, are_all
from jinque.model.criterion_listed import Tool
from jinque.parameters.criteria_words import load_criteria_words

_SEPARATOR = r"\s*(?:、|，|,|/|以及|或者|或|和|及|与)\s*"
_CLASS_TAIL = r"[^，,、；。()（）和或及与A-Za-z]{0,10}?"
_MISPRINTED_CLASS = re.compile(r"\s*等[^，,；。]{0,4}工作")
_OPEN_TAIL = r"[^，,、；。()（）和或及与]{0,12}?"


def read_tools(sentence: str) -> Iterator[Found]:
    """Read lists of tools: known by a name in them or by the class word that closes them."""
    place = 0
    while match := _list().search(sentence, place):
        tail = _tail().match(sentence, match.end())
        tokens = _tokens(match.group())
        if _are_tools(tokens, has_class=bool(tail) or _has_suffix(match.group())):
            end = tail.end() if tail else match.end()
            other = (tail["other"] or "") if tail else ""
            is_one = tail is not None and bool(tail["one"] or "任一" in tail.group())
            every = False if is_one else are_all(_blind(match.group() + other), len(tokens))
            is_doubtful = any(map(_is_misprinted, tokens)) or _MISPRINTED_CLASS.match(sentence, end)
            yield Found(
                criterion=Tool(names=tokens, are_all=every),
                start=match.start(),
                end=end,
                doubt="tool_misprinted" if is_doubtful else None,
            )
            place = end
        else:
            place = match.end()


def unknown_equipment(sentence: str) -> tuple[int, int] | None:
    """Return the first list of Latin names said to be equipment, of which none is known."""
    match = re.search(
        rf"(?:操作|使用)(?P<list>{_list().pattern})\s*等?[^，,；。]{{0,4}}?设备", sentence
    )
    if match and not _are_tools(_tokens(match["list"]), has_class=False):
        return match.span()
    return None


def _is_misprinted(name: str) -> bool:
    """Tell whether a name is a known misprint, or has another glued to its end."""
    glued = re.search(r"[a-z](?P<second>[A-Z][a-z]{3,})$", name)
    is_two = glued is not None and _key(glued["second"]) in _known()
    return name in load_criteria_words().misprinted_tools or (is_two and _key(name) not in _known())


def _are_tools(tokens: tuple[str, ...], *, has_class: bool) -> bool:
    words = load_criteria_words()
    if any(token in words.misprinted_tools for token in tokens):
        return True
    known = [token for token in tokens if _key(token) in _known() or not token.isascii()]
    others = [token for token in tokens if token not in words.not_tools]
    if not has_class:
        return any(len(token) > 1 for token in known)
    return bool(others)


def _key(name: str) -> str:
    return re.sub(r"[\s\-]", "", name).casefold()


@cache
def _known() -> frozenset[str]:
    return frozenset(_key(name) for name in load_criteria_words().tools)


def _tokens(text: str) -> tuple[str, ...]:
    classes = one_of(load_criteria_words().tool_classes)
    names = [
        re.sub(rf"(?<=[A-Za-z+#])(?:{classes}|系统)$", "", m.group())
        for m in _item().finditer(text)
    ]
    return tuple(dict.fromkeys(name.strip() for name in names))


def _has_suffix(text: str) -> bool:
    classes = one_of(load_criteria_words().tool_classes)
    return bool(re.search(rf"[A-Za-z+#](?:{classes})", text))


def _blind(text: str) -> str:
    """Drop names in which a mark of the list stands."""
    return re.sub(one_of(load_criteria_words().misprinted_tools) or "(?!)", "", text)


@cache
def _token() -> re.Pattern[str]:
    words = load_criteria_words()
    chinese = one_of(name for name in words.tools if not name.isascii())
    misprinted = one_of(words.misprinted_tools)
    classes = one_of(words.tool_classes)
    latin = r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+#.\-]*(?:\s+[A-Za-z][A-Za-z0-9+#.\-]*)*"
    instrument = (
        r"(?<=[、，,和或及与用作握悉通解])[\u4e00-\u9fff]{1,7}?(?:仪(?![器表])|示波器|显微镜)"
    )
    return re.compile(rf"(?:{misprinted}|{latin}(?:{classes}|系统)?|(?:{chinese})|{instrument})")


@cache
def _named() -> re.Pattern[str]:
    """A class word that stands as a name in a list with named tools (AutoCAD和制图软件)."""
    classes = one_of(load_criteria_words().tool_classes)
    name = rf"(?!相关|其他|其它|同类|类似)[\u4e00-\u9fff]{{0,6}}?(?:{classes})"
    return re.compile(rf"(?<=[、，,/和或及与]){name}(?=$|[，,；。、等的])")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(f"{_token().pattern}|{_named().pattern}")


@cache
def _list() -> re.Pattern[str]:
    token = _token().pattern
    return re.compile(rf"{token}(?:{_SEPARATOR}(?:{token}|{_named().pattern}))*")


@cache
def _tail() -> re.Pattern[str]:
    classes = one_of(load_criteria_words().tool_classes)
    return re.compile(
        rf"\s*(?:等{_OPEN_TAIL}|(?P<other>或(?:其他|相关|同类|类似)){_CLASS_TAIL}|{_CLASS_TAIL})(?:{classes})+(?:设备)?"
        rf"(?P<one>{ONE_OF})?"
    )
