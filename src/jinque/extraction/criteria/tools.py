"""Software, programming languages and instruments by name.

A list of names is one of tools where one of them is known, where a class word closes it, or where
nothing but their use is asked. What is done with a tool is left to people.
"""

import re
from collections.abc import Iterator
from functools import cache

from jinque.extraction.criteria.found import ONE_OF, Found, are_all, one_of, pattern
from jinque.model.criterion import Tool
from jinque.parameters.words import load_criteria_words

_SEPARATOR = pattern("tools_separator")
_LATIN = r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+#.\-]*(?:\s+[A-Za-z0-9][A-Za-z0-9+#.\-]*)*"
_MISPRINTED_CLASS = re.compile(pattern("tools_misprinted_class"))
_OPEN_TAIL = pattern("tools_open_tail")
_CLASS_TAIL = pattern("tools_class_tail")
_PHRASE_END = pattern("tools_phrase_end")
_SHORT = 3


def read_tools(sentence: str) -> Iterator[Found]:
    """Read lists of tools: known by a name in them or by the class word that closes them."""
    place = 0
    while match := _one_class(sentence, place):
        tail = _tail().match(sentence, match.end())
        tokens = _tokens(sentence, match.span(), is_closed=bool(tail and tail["class"]))
        place = match.end()
        if not tokens or not _are_tools(sentence, match, tokens, tail):
            continue
        start, end = match.start(), tail.end() if tail else match.end()
        other = (tail["other"] or "") if tail else ""
        is_one = tail is not None and bool(
            tail["one"] or tail["one_first"] or tail["one_only"] or "任一" in tail.group()
        )
        is_one = is_one or _of_one_kind().search(sentence[: match.start()]) is not None
        every = False if is_one else are_all(_blind(match.group() + other), len(tokens))
        is_doubtful = any(map(_is_misprinted, tokens)) or _MISPRINTED_CLASS.match(sentence, end)
        deed = _deeds().match(sentence, end)
        yield Found(
            criterion=Tool(names=tokens, are_all=every),
            start=_class_before(sentence, start),
            end=_behind_bracket(sentence, match, deed.end() if deed else end),
            doubt="tool_misprinted" if is_doubtful else None,
        )
        place = end


def _one_class(sentence: str, place: int) -> re.Match[str] | None:
    """Return the next list; it ends where a class word closes it and another follows."""
    match = _list().search(sentence, place)
    if not match:
        return None
    tail = _tail().match(sentence, match.end())
    glued = list(_glued_class().finditer(sentence, match.start(), match.end()))
    run = tail.group() if tail else ""
    classes = [each["word"] for each in glued] + ([tail["class"]] if tail and tail["class"] else [])
    for each, later in zip(glued, classes[1:], strict=False):
        if later not in each["word"] and each["word"] not in later + run:
            return _list().search(sentence, place, each.end())
    return match


@cache
def _glued_class() -> re.Pattern[str]:
    return re.compile(pattern("tools_glued_class", classes=_classes()))


def _class_before(sentence: str, start: int) -> int:
    """Return where the class word in front of a bracket begins (主流数据库（MySQL等）)."""
    before = _bracketed().search(sentence[:start])
    return before.start() if before else start


def _behind_bracket(sentence: str, listed: re.Match[str], end: int) -> int:
    """Return the end behind a bracket that the list opened, or in which it stands."""
    is_open = re.search("[（(](?![^（()）]*[）)])", sentence[: max(end, listed.end())])
    closing = (
        re.compile(pattern("tools_behind_bracket", classes=_classes())).match(sentence, end)
        if is_open
        else None
    )
    return closing.end() if closing else end


def unknown_equipment(sentence: str) -> tuple[int, int] | None:
    """Return the first list of Latin names said to be equipment, of which none is known."""
    listed = pattern("tools_unknown_equipment", list_pattern=_list().pattern)
    match = re.search(listed, sentence)
    if match and not any(map(_is_known, _tokens(sentence, match.span("list"), is_closed=False))):
        return match.span()
    return None


def _is_misprinted(name: str) -> bool:
    """Tell whether a name is a known misprint, or has another glued to its end."""
    glued = re.search(r"[a-z](?P<second>[A-Z][a-z]{3,})$", name)
    is_two = glued is not None and _key(glued["second"]) in _known()
    return name in load_criteria_words().misprinted_tools or (is_two and _key(name) not in _known())


def _are_tools(
    sentence: str, listed: re.Match[str], tokens: tuple[str, ...], tail: re.Match[str] | None
) -> bool:
    words = load_criteria_words()
    if any(token in words.misprinted_tools for token in tokens):
        return True
    known = [token for token in tokens if len(token) > 1 and _is_known(token)]
    is_operated = _operated().search(sentence[: listed.start()]) is not None
    if known and (tail or is_operated or not all(map(_is_acronym_of_device, known))):
        return True
    class_word = _class_of(listed, tail)
    if class_word in words.machine_classes or all(token in words.not_tools for token in tokens):
        return False
    if not class_word:
        return _is_only_used(sentence, listed, tail)
    return _is_closed_list(sentence, listed, tail, class_word)


def _is_closed_list(
    sentence: str, listed: re.Match[str], tail: re.Match[str] | None, class_word: str
) -> bool:
    """Tell whether a class word makes a list of unknown names one of tools."""
    words = load_criteria_words()
    between = str(tail["between"] or "") if tail and tail["class"] else ""
    is_closed = tail is not None and "等" in tail.group() and class_word not in words.broad_classes
    is_used = _use_before().search(sentence[: listed.start()])
    if not re.fullmatch(_functions(), between) and not (is_closed and is_used):
        return False
    end = tail.end() if tail else listed.end()
    is_use = is_used and _after_use().match(sentence, end)
    return class_word not in words.broad_classes or bool(is_use)


def _class_of(listed: re.Match[str], tail: re.Match[str] | None) -> str:
    """Return the class word behind a list, or glued to a name in it."""
    if tail and tail["class"]:
        return str(tail["class"])
    glued = re.search(rf"[A-Za-z0-9+#](?P<word>{_classes()})", listed.group())
    return glued["word"] if glued else ""


def _is_only_used(sentence: str, listed: re.Match[str], tail: re.Match[str] | None) -> bool:
    """Tell whether unknown names are used, and the phrase ends with them or says what for."""
    end = tail.end() if tail else listed.end()
    before = re.search(
        rf"(?:{one_of(load_criteria_words().using_verbs)})\s*$", sentence[: listed.start()]
    )
    after = re.compile(
        pattern(
            "tools_is_only_used",
            phrase_end=_PHRASE_END,
            part2=one_of(load_criteria_words().tool_tasks),
        )
    ).match(sentence, end)
    return bool(before) and bool(after)


def _is_known(token: str) -> bool:
    """Tell whether a name is in the data, or ends as instruments do."""
    words = load_criteria_words()
    if token in words.not_tools:
        return False
    key = _key(token)
    if key in _known():
        return len(key) > _SHORT or token in _exact() or not any(map(str.islower, token[1:]))
    maker = re.match(one_of(words.tool_makers), token)
    if maker and maker.end() < len(token):
        return token[maker.end() :].isascii()
    return not token.isascii() and bool(re.search(_instrument_end(), token))


def _is_acronym_of_device(name: str) -> bool:
    """Tell whether a name is short for an instrument, and for what is seen with it, too (MRI)."""
    devices = load_criteria_words().tools["instruments"]
    return name.isascii() and any(name in line for line in devices)


def _key(name: str) -> str:
    return re.sub(r"[\s\-]", "", name).casefold()


@cache
def _exact() -> frozenset[str]:
    tools = load_criteria_words().tools
    return frozenset(name for lines in tools.values() for line in lines for name in line)


@cache
def _known() -> frozenset[str]:
    return frozenset(map(_key, _exact()))


def _tokens(sentence: str, span: tuple[int, int], *, is_closed: bool) -> tuple[str, ...]:
    """Return the names of a list; words that are none of them only where a class closes it."""
    names = []
    for match in _item().finditer(sentence, span[0]):
        if match.start() >= span[1]:
            break
        is_class = match["named"] or match["program"]
        if not is_class or is_closed or match["named"]:
            names.append(re.sub(rf"(?<=[A-Za-z0-9+#])(?:{_classes()})$", "", match.group()).strip())
    return tuple(dict.fromkeys(filter(None, names)))


def _blind(text: str) -> str:
    """Drop names in which a mark of the list stands."""
    return re.sub(one_of(load_criteria_words().misprinted_tools) or "(?!)", "", text)


@cache
def _classes() -> str:
    return one_of(load_criteria_words().tool_classes)


@cache
def _functions() -> str:
    """Return the pattern of what may stand between an unknown name and its class word."""
    words = load_criteria_words()
    return pattern(
        "tools_functions", part1=one_of((*words.tool_functions, *words.tool_classes)), one_of=ONE_OF
    )


@cache
def _instrument_end() -> str:
    words = load_criteria_words()
    lookbehind = "".join(f"(?<!{word})" for word in words.not_instruments)
    ends = one_of(words.instrument_endings)
    return pattern("tools_instrument_end", ends=ends, lookbehind=lookbehind)


@cache
def _start() -> str:
    """Return what stands right before a name: a mark of a list, or the end of a verb."""
    words = load_criteria_words()
    ends = "".join(sorted({verb[-1] for verb in (*words.using_verbs, *words.knowing_verbs)}))
    return pattern("tools_start", ends=ends)


@cache
def _bracketed() -> re.Pattern[str]:
    """A class word and the bracket that opens behind it."""
    return re.compile(pattern("tools_bracketed", classes=_classes()))


@cache
def _of_one_kind() -> re.Pattern[str]:
    """Words before a bracket that say that one of those in it is enough."""
    return re.compile(pattern("tools_of_one_kind", one_of=ONE_OF))


@cache
def _token() -> re.Pattern[str]:
    words = load_criteria_words()
    odd = [name for name in _exact() if not name.isascii() or not re.fullmatch(_LATIN, name)]
    instruments = {name for line in words.tools["instruments"] for name in line}
    programs = one_of(n for n in odd if n not in instruments and not n[-1].isascii())
    marked = one_of(n for n in odd if n not in instruments and n[-1].isascii())
    devices = one_of(n for n in odd if n in instruments) or "(?!)"
    makers = one_of(words.tool_makers)
    verbs = one_of((*words.using_verbs, *words.knowing_verbs))
    chinese = pattern("tools_token", verbs=verbs)
    stem = rf"(?:{chinese}{{0,6}}?[A-Za-z\-]{{1,8}}{chinese}{{0,10}}?|{chinese}{{1,12}}?)"
    measuring = rf"{_start()}{stem}{_instrument_end()}"
    ends = pattern("tools_token_2", classes=_classes())
    longer = pattern("tools_token_3", programs=programs, verbs=verbs)
    return re.compile(
        pattern(
            "tools_token_4",
            marked=marked,
            programs=programs,
            ends=ends,
            longer=longer,
            measuring=measuring,
            devices=devices,
            makers=makers,
            latin=_LATIN,
            classes=_classes(),
        )
    )


@cache
def _named() -> re.Pattern[str]:
    """A class word that stands as a name in a list with named tools (AutoCAD和制图软件)."""
    narrow = one_of(
        word
        for word in load_criteria_words().tool_classes
        if word not in load_criteria_words().broad_classes
    )
    name = pattern("tools_named", narrow=narrow)
    return re.compile(pattern("tools_named_2", name=name))


@cache
def _first_class() -> str:
    """Return the pattern of a class word that begins a list (制图软件及CAD)."""
    words = load_criteria_words()
    functions = one_of(words.tool_functions)
    verbs = one_of((*words.using_verbs, *words.knowing_verbs))
    lead = pattern("tools_first_class", verbs=verbs)
    name = pattern("tools_first_class_2", lead=lead, verbs=verbs, functions=functions)
    return pattern("tools_first_class_3", start=_start(), name=name)


@cache
def _program() -> re.Pattern[str]:
    """A Chinese name beside known ones in a list that a class word closes."""
    words = load_criteria_words()
    functions = one_of(words.tool_functions)
    verbs = one_of((*words.using_verbs, *words.knowing_verbs))
    name = pattern("tools_program", functions=functions, verbs=verbs)
    classes = one_of((*words.tool_classes, *words.machine_classes))
    ends = pattern("tools_program_2", classes=classes)
    return re.compile(rf"{_start()}{name}{ends}")


@cache
def _item() -> re.Pattern[str]:
    return re.compile(
        f"{_first_class()}|{_token().pattern}|(?P<named>{_named().pattern})|(?P<program>{_program().pattern})"
    )


@cache
def _list() -> re.Pattern[str]:
    token = _token().pattern
    others = f"{token}|{_named().pattern}|{_program().pattern}"
    first = pattern("tools_list", first_class=_first_class(), program_pattern=_program().pattern)
    return re.compile(rf"{first}{token}(?:{_SEPARATOR}(?:{others}))*")


@cache
def _tail() -> re.Pattern[str]:
    words = load_criteria_words()
    classes = one_of((*words.tool_classes, *words.machine_classes))
    return re.compile(
        pattern(
            "tools_tail",
            one_of=ONE_OF,
            open_tail=_OPEN_TAIL,
            class_tail=_CLASS_TAIL,
            classes=classes,
        )
    )


@cache
def _deeds() -> re.Pattern[str]:
    deeds = one_of(load_criteria_words().tool_deeds)
    return re.compile(pattern("tools_deeds", deeds=deeds, phrase_end=_PHRASE_END))


@cache
def _use_before() -> re.Pattern[str]:
    words = load_criteria_words()
    return re.compile(
        rf"(?:{one_of((*words.using_verbs, *words.knowing_verbs))})[^，,；。]{{0,6}}$"
    )


@cache
def _operated() -> re.Pattern[str]:
    return re.compile(rf"(?:{one_of(load_criteria_words().using_verbs)})[^，,；。]{{0,4}}$")


@cache
def _after_use() -> re.Pattern[str]:
    return re.compile(pattern("tools_after_use", phrase_end=_PHRASE_END))
