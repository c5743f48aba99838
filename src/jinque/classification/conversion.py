"""Codes of one edition of the classification told in another.

Only a code with its name beside it is converted, or a code that means one occupation whichever
edition it is of. What no source settles is left, with what a person may choose.
"""

import re
from collections.abc import Iterable

from jinque.classification.correspondence import correspondences, counterparts
from jinque.classification.editions import entry_of
from jinque.classification.occupations import (
    EDITIONS,
    check_edition,
    entries_named,
    load_classification,
)
from jinque.classification.witnesses import is_confirmed
from jinque.locale import Sentence, phrases, say
from jinque.model import (
    Conversion,
    ConversionStatus,
    Correspondence,
    CorrespondenceKind,
    Occupation,
    Sureness,
)
from jinque.parameters import load_vocabulary
from jinque.text import fold

_DASHES = re.compile(r"[\u2010-\u2015\u2212\uff0d]")
_CODE = re.compile(r"\d(?:-\d{2}){0,4}")
_SINGLE = "-00"
_WAYS = {
    CorrespondenceKind.SAME: ConversionStatus.SAME,
    CorrespondenceKind.RECODED: ConversionStatus.RECODED,
    CorrespondenceKind.RENAMED: ConversionStatus.RENAMED,
    CorrespondenceKind.WORK_TYPE: ConversionStatus.WORK_TYPE,
}
"""Kinds of correspondence that lead somewhere."""


def convert_code(code: str, name: str, wanted: str) -> Conversion:
    """Tell a printed code in another edition of the classification.

    Args:
        code: one to five segments; the kind of dash and width do not matter.
        name: printed beside it; empty where nothing is.
        wanted: one of `EDITIONS`.

    Raises:
        InvalidOptionError: there is no such edition here.
    """
    check_edition(wanted, "to")
    asked = _Asked(plain_code(code), _unmarked(name), wanted)
    if not _CODE.fullmatch(asked.code):
        return _Asked(code.strip(), asked.name, wanted).left(
            ConversionStatus.NO_CODE, _no_code(code)
        )
    return _with_name(asked) if asked.name else _without_name(asked)


def _unmarked(name: str) -> str:
    """Return a name without the marks that catalogues print behind it, as 快递员L or （特需）."""
    vocabulary = load_vocabulary()
    letters = "".join(vocabulary.letter_marks)
    plain = re.sub(rf"(?<=[\u4e00-\u9fff）)])[{letters}](?:[/、][{letters}])*$", "", name.strip())
    for mark in vocabulary.special_need_marks:
        plain = plain.removesuffix(mark)
    return plain.strip()


def plain_code(printed: str) -> str:
    """Return a code in plain figures and hyphens, blanks taken out."""
    return "".join(_DASHES.sub("-", fold(printed)).split())


class _Asked:
    """A question with the answers it may have."""

    def __init__(self, code: str, name: str, wanted: str) -> None:
        self.code, self.name, self.wanted = code, name, wanted
        [self.other] = [edition for edition in EDITIONS if edition != wanted]

    def left(
        self,
        status: ConversionStatus,
        reason: Sentence,
        proposed: Iterable[Occupation] = (),
        edition: str | None = None,
    ) -> Conversion:
        """Leave the code for a person."""
        return Conversion(
            code=self.code,
            name=self.name,
            edition=edition,
            wanted=self.wanted,
            status=status,
            sureness=Sureness.UNDECIDED,
            entry=None,
            reason=reason,
            proposed=tuple(dict.fromkeys(proposed)),
        )

    def told(
        self,
        status: ConversionStatus,
        entry: Occupation,
        reason: Sentence,
        *,
        edition: str,
        sure: bool,
    ) -> Conversion:
        """Answer with an entry of the wanted edition."""
        return Conversion(
            code=self.code,
            name=self.name,
            edition=edition,
            wanted=self.wanted,
            status=status,
            sureness=Sureness.CERTAIN if sure else Sureness.UNCONFIRMED,
            entry=entry,
            reason=reason,
        )


def _with_name(asked: _Asked) -> Conversion:
    here = entry_of(asked.wanted, asked.code, asked.name)
    there = entry_of(asked.other, asked.code, asked.name)
    if here:
        doubt = _doubt(here)
        status = ConversionStatus.SAME if there else ConversionStatus.CURRENT
        reason = _same() if there else _current(here, _meaning(asked.other, asked.code))
        reason = _joined(reason, doubt) if doubt else reason
        return asked.told(status, here, reason, edition=asked.wanted, sure=not doubt)
    if there:
        return _followed(asked, there, _doubt(there))
    return _otherwise_spelt(asked) or _contradicting(asked)


def _otherwise_spelt(asked: _Asked) -> Conversion | None:
    """Follow a name that a source of the 2015 list spells so, and a code of the draft notice."""
    entry = load_classification("2015").by_code.get(asked.code)
    if entry and fold(asked.name) in map(fold, entry.other_spellings):
        if asked.wanted == "2015":
            return asked.told(
                ConversionStatus.SAME, entry, _spelt(entry), edition="2015", sure=False
            )
        return _followed(asked, entry, _spelt(entry))
    rows = [row for row in correspondences() if row.code_2015 == asked.code]
    row = next((row for row in rows if fold(row.name_2015) == fold(asked.name)), None)
    if row and asked.wanted == "2022" and len(row.codes_2022) == 1:
        now = load_classification("2022").by_code[row.codes_2022[0]]
        status = _WAYS[row.kind]
        return asked.told(status, now, row.reason, edition="2015", sure=False)
    return None


def _followed(asked: _Asked, entry: Occupation, doubt: Sentence | None) -> Conversion:
    """Follow an entry of the other edition to the wanted one; `doubt` says what is not sure."""
    rows = [row for row in counterparts(entry) if row.kind in _WAYS and _leads(row, entry)]
    target = _target(entry, rows)
    if target is None:
        reason = _unsettled(asked, entry)
        proposed = _proposed(asked, entry)
        return asked.left(ConversionStatus.UNSETTLED, reason, proposed, entry.classification)
    row, found = target
    doubt = doubt or _doubt(found)
    reason = _joined(row.reason, doubt) if doubt else row.reason
    status = _WAYS[row.kind]
    return asked.told(status, found, reason, edition=entry.classification, sure=not doubt)


def _leads(row: Correspondence, entry: Occupation) -> bool:
    return entry.classification == "2015" or entry.code in row.codes_2022


def _target(
    entry: Occupation, rows: list[Correspondence]
) -> tuple[Correspondence, Occupation] | None:
    if entry.classification == "2015":
        codes = [(row, code) for row in rows for code in row.codes_2022]
        ways = [(row, load_classification("2022").by_code[code]) for row, code in codes]
    else:
        before = [(row, row.code_2015, row.name_2015) for row in rows if row.code_2015]
        found = [(row, entry_of("2015", code, name)) for row, code, name in before]
        ways = [(row, each) for row, each in found if each]
    return ways[0] if len(ways) == 1 else None


def _without_name(asked: _Asked) -> Conversion:
    here = load_classification(asked.wanted).by_code.get(asked.code)
    there = load_classification(asked.other).by_code.get(asked.code)
    if here and there:
        if is_one_occupation(asked.code):
            return asked.told(
                ConversionStatus.SAME, here, _one_meaning(), edition=asked.wanted, sure=False
            )
        proposed = (here, *_proposed(asked, there))
        return asked.left(ConversionStatus.AMBIGUOUS, _ambiguous(asked), proposed)
    if here:
        reason = _current(here, None)
        return asked.told(ConversionStatus.CURRENT, here, reason, edition=asked.wanted, sure=False)
    if there:
        return _followed(asked, there, _by_code_alone())
    return asked.left(ConversionStatus.UNLISTED, _unlisted(asked))


def is_one_occupation(code: str) -> bool:
    """Tell whether a code that both editions have is one occupation in both, renamed or not."""
    entry = load_classification("2015").by_code.get(code)
    rows = counterparts(entry) if entry else ()
    return any(code in row.codes_2022 for row in rows)


def _contradicting(asked: _Asked) -> Conversion:
    named = [entry for entry in entries_named(asked.name) if entry.classification == asked.wanted]
    known = [
        edition for edition in EDITIONS if load_classification(edition).by_code.get(asked.code)
    ]
    group = _written_as_occupation(asked)
    if not known and group:
        return asked.left(ConversionStatus.UNLISTED, _is_class(asked, group), (group,))
    if not known:
        return asked.left(ConversionStatus.UNLISTED, _unlisted(asked), named)
    own = [load_classification(asked.wanted).by_code.get(asked.code)]
    proposed = (*named, *(entry for entry in own if entry))
    return asked.left(
        ConversionStatus.CONTRADICTS, _contradicts(asked, is_named=bool(named)), proposed
    )


def _written_as_occupation(asked: _Asked) -> Occupation | None:
    """Return the class of that name whose code is printed with -00 behind it."""
    code = asked.code.removesuffix(_SINGLE)
    group = entry_of(asked.wanted, code, asked.name) if code != asked.code else None
    return group or (entry_of(asked.other, code, asked.name) if code != asked.code else None)


def _proposed(asked: _Asked, entry: Occupation) -> tuple[Occupation, ...]:
    wanted = load_classification(asked.wanted).by_code
    rows = counterparts(entry)
    if asked.wanted == "2022":
        codes = [code for row in rows for code in (*row.codes_2022, *row.proposed_2022)]
    else:
        codes = [row.code_2015 for row in rows if row.code_2015]
    return tuple(wanted[code] for code in dict.fromkeys(codes) if code in wanted)


def _meaning(edition: str, code: str) -> Occupation | None:
    return load_classification(edition).by_code.get(code)


def _same() -> Sentence:
    return say("code and name are the same in both editions")


def _one_meaning() -> Sentence:
    return say("no name is given; the code is one occupation in both editions")


def _current(entry: Occupation, other: Occupation | None) -> Sentence:
    message = say("a code of {classification} already", classification=entry.classification)
    if other and fold(other.name) != fold(entry.name):
        edition = other.classification
        return say(
            "{message}; beware, in {edition} it is “{name}”",
            edition=edition,
            name=other.name,
            message=message,
        )
    return message


def _spelt(entry: Occupation) -> Sentence:
    return say("another spelling of “{name}”, which one source has", name=entry.name)


def _joined(first: Sentence, second: Sentence) -> Sentence:
    return say("{first}; {second}", first=first, second=second)


def _by_code_alone() -> Sentence:
    return say("by the code alone, no name is given")


def _doubt(entry: Occupation) -> Sentence | None:
    """Return what is not sure about an entry; None where a second source confirms it."""
    if is_confirmed(entry):
        return None
    edition = entry.classification
    return say(
        "no second source confirms {code} {name} of {edition}",
        edition=edition,
        code=entry.code,
        name=entry.name,
    )


def _unsettled(asked: _Asked, entry: Occupation) -> Sentence:
    rows = counterparts(entry)
    if rows:
        return rows[0].reason
    return say(
        "the list of {wanted} has no “{name}”, and no code is attested for it",
        wanted=asked.wanted,
        name=entry.name,
    )


def _ambiguous(asked: _Asked) -> Sentence:
    said = [
        (edition, load_classification(edition).by_code[asked.code].name) for edition in EDITIONS
    ]
    return say(
        "{code} is {meanings}; without a name nothing tells which is meant",
        code=asked.code,
        meanings=_meanings(said),
    )


def _contradicts(asked: _Asked, *, is_named: bool) -> Sentence:
    entries = [(edition, _meaning(edition, asked.code)) for edition in EDITIONS]
    said = [(edition, entry.name) for edition, entry in entries if entry]
    tail = (
        say("the name is another entry's")
        if is_named
        else say("no edition has the name at this code")
    )
    return say(
        "{code} is {meanings}, but the table says “{name}”: {tail}; a person decides",
        code=asked.code,
        name=asked.name,
        meanings=_meanings(said),
        tail=tail,
    )


def _meanings(said: Iterable[tuple[str, str]]) -> Sentence:
    return phrases(
        say("“{name}” in {edition}", name=name, edition=edition) for edition, name in said
    )


def _is_class(asked: _Asked, group: Occupation) -> Sentence:
    return say(
        "{code} is no occupation: “{name}” is the class {group_code} of {classification}, "
        "written with -00 behind it",
        code=asked.code,
        name=group.name,
        classification=group.classification,
        group_code=group.code,
    )


def _unlisted(asked: _Asked) -> Sentence:
    return say("neither edition's list has {code}", code=asked.code)


def _no_code(printed: str) -> Sentence:
    if printed.strip():
        return say("“{printed}” is no code", printed=printed[:40])
    return say("there is no code")
