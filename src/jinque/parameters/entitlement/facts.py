"""The vocabulary of facts that rules turn on, and how people write them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from jinque.errors import InvalidCorpusError, InvalidPersonError
from jinque.locale import Sentence, clauses, joined, say, say_in
from jinque.model.entitlement.answer import FactValue, PartialDay
from jinque.model.entitlement.rules import FactAsked
from jinque.parameters.entitlement.tree import NO, YES, Record, Tree, fen_of, parse
from jinque.text import fold

KINDS = ("yes_no", "number", "amount", "day", "partial_day", "choice", "text")
_MOST_NUMBER = 1_000_000
_PARTIAL = re.compile(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?")
_YES = YES | {"有", "y", "1", "√", "✓"}
_NO = NO | {"无", "没有", "n", "0", "×"}
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def read_facts(record: Record, key: str = "facts") -> tuple[FactAsked, ...]:
    """Read facts declared below a key of a file."""
    declared = record.record(key)
    if declared is None:
        return ()
    found = []
    for name in declared.keys:
        each = declared.record(name)
        if each is None:
            declared.file.broken(declared.at(name), say("nothing stands here"))
            continue
        kinds = {kind: kind for kind in KINDS}
        fact = FactAsked(
            id=name,
            kind=each.choice("kind", kinds),
            names=each.names("names") or (name,),
            question=each.needed_words("question"),
            values=each.names("values"),
            grows=each.flag("grows", default=False),
        )
        each.done()
        found.append(fact)
    return tuple(found)


@cache
def load_facts() -> tuple[FactAsked, ...]:
    """Return the facts that every rule set may name.

    Raises:
        InvalidCorpusError: the file in the package breaks its schema.
    """
    path = files("jinque.parameters") / "data" / "entitlement" / "facts.yaml"
    file = parse(path.read_text(encoding="utf-8"), "facts.yaml")
    record = Record(file, file.tree, "")
    found = read_facts(record)
    record.done()
    if file.faults:
        first = file.faults[0]
        raise InvalidCorpusError(first.message, where=f"facts.yaml:{first.line}")
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFacts:
    """What somebody tells, with what could not be read.

    Attributes:
        faults: key as typed -> what is wrong and what would be right.
    """

    facts: Mapping[str, FactValue]
    faults: Mapping[str, Sentence]


def fact_names(facts: tuple[FactAsked, ...]) -> dict[str, FactAsked]:
    """Return every key that means a fact, folded."""
    return {fold(name): fact for fact in facts for name in (fact.id, *fact.names)}


def read_told(told: Mapping[str, Tree], facts: tuple[FactAsked, ...]) -> ToldFacts:
    """Read facts as people write them; a key that is none, or a value, is a fault of its own."""
    known = fact_names(facts)
    found: dict[str, FactValue] = {}
    faults: dict[str, Sentence] = {}
    for typed, value in told.items():
        fact = known.get(fold(typed))
        if fact is None:
            faults[typed] = say("there is no such key")
        elif value is not None:
            text = value if isinstance(value, str) else ""
            read = read_value(fact, text)
            if read is None:
                faults[fact.names[0] if typed == fact.id else typed] = wanted(fact)
            else:
                found[fact.id] = read
    return ToldFacts(facts=found, faults=faults)


def refuse_faults(told: ToldFacts, where: str) -> Mapping[str, FactValue]:
    """Return the facts, or refuse a file with the first values that cannot be read.

    Raises:
        InvalidPersonError: something could not be read.
    """
    if not told.faults:
        return told.facts
    message = clauses(
        say("{key}: {words}", key=key, words=words) for key, words in list(told.faults.items())[:5]
    )
    raise InvalidPersonError(
        say("{message}.", message=message),
        where=where,
        hint=say("Correct it; leave out what is not known. The keys: jinque rules show."),
    )


def read_value(fact: FactAsked, typed: str) -> FactValue | None:
    """Return what a text says of a fact; None where it cannot be read."""
    text = typed.strip()
    return _READERS[fact.kind](fact, text) if text else None


def wanted(fact: FactAsked) -> Sentence:
    """Say what would be right."""
    if fact.kind == "choice":
        return say("one of: {values}", values=joined(fact.values))
    return _WANTED[fact.kind]


_WANTED = {
    "yes_no": say_in("facts", "yes or no"),
    "number": say("a whole number from 0"),
    "amount": say("yuan, as 12000 or 1234.50"),
    "day": say("a day as 2026-01-31"),
    "partial_day": say("1990-09-30, 1990-09 or 1990"),
    "text": say("a text"),
}


def _yes_no(_: FactAsked, text: str) -> bool | None:
    word = fold(text)
    return True if word in _YES else False if word in _NO else None


def _number(_: FactAsked, text: str) -> int | None:
    plain = fold(text).removesuffix("个月").removesuffix("月").removesuffix("年")
    is_number = plain.isascii() and plain.isdecimal()
    return int(plain) if is_number and int(plain) <= _MOST_NUMBER else None


def _amount(_: FactAsked, text: str) -> int | None:
    plain = fold(text)
    if plain in _NO - {"0"}:
        return 0
    return fen_of(plain.removesuffix("元"))


def _partial(_: FactAsked, text: str) -> PartialDay | None:
    found = _PARTIAL.fullmatch(fold(text))
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year is None or not _FIRST_YEAR <= year <= _LAST_YEAR:
            return None
        return PartialDay(year=year, month=month, day=day)
    except ValueError:
        return None


def _day(fact: FactAsked, text: str) -> date | None:
    found = _partial(fact, text)
    return found.first if found is not None and found.day is not None else None


def _choice(fact: FactAsked, text: str) -> str | None:
    return next((value for value in fact.values if fold(value) == fold(text)), None)


def _text(_: FactAsked, text: str) -> str | None:
    return text if len(text) <= 200 else None  # noqa: PLR2004 - a name


_READERS = {
    "yes_no": _yes_no,
    "number": _number,
    "amount": _amount,
    "day": _day,
    "partial_day": _partial,
    "choice": _choice,
    "text": _text,
}
