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
from jinque.model import (
    Conversion,
    ConversionStatus,
    Correspondence,
    CorrespondenceKind,
    Occupation,
    Sureness,
    Words,
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
        reason: Words,
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
        reason: Words,
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


def _followed(asked: _Asked, entry: Occupation, doubt: Words | None) -> Conversion:
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


def _same() -> Words:
    return Words(zh="两版的编码与名称都相同", en="code and name are the same in both editions")


def _one_meaning() -> Words:
    return Words(
        zh="未给名称；这个编码在两版里是同一职业",
        en="no name is given; the code is one occupation in both editions",
    )


def _current(entry: Occupation, other: Occupation | None) -> Words:
    zh, en = f"已是{entry.classification}年版的编码", f"a code of {entry.classification} already"
    if other and fold(other.name) != fold(entry.name):
        edition = other.classification
        return Words(
            zh=f"{zh}；注意它在{edition}年版中是“{other.name}”",
            en=f"{en}; beware, in {edition} it is “{other.name}”",
        )
    return Words(zh=zh, en=en)


def _spelt(entry: Occupation) -> Words:
    return Words(
        zh=f"这是“{entry.name}”的另一种写法，见于某一来源",
        en=f"another spelling of “{entry.name}”, which one source has",
    )


def _joined(first: Words, second: Words) -> Words:
    return Words(zh=f"{first.zh}；{second.zh}", en=f"{first.en}; {second.en}")


def _by_code_alone() -> Words:
    return Words(zh="未给名称，只凭编码", en="by the code alone, no name is given")


def _doubt(entry: Occupation) -> Words | None:
    """Return what is not sure about an entry; None where a second source confirms it."""
    if is_confirmed(entry):
        return None
    edition = entry.classification
    return Words(
        zh=f"{edition}年版的 {entry.code} {entry.name}未经第二来源证实",
        en=f"no second source confirms {entry.code} {entry.name} of {edition}",
    )


def _unsettled(asked: _Asked, entry: Occupation) -> Words:
    rows = counterparts(entry)
    if rows:
        return rows[0].reason
    return Words(
        zh=f"{asked.wanted}年版的名单里没有“{entry.name}”，也没有见载的旧码",
        en=f"the list of {asked.wanted} has no “{entry.name}”, and no code is attested for it",
    )


def _ambiguous(asked: _Asked) -> Words:
    said = [
        (edition, load_classification(edition).by_code[asked.code].name) for edition in EDITIONS
    ]
    zh = "，".join(f"在{edition}年版是“{name}”" for edition, name in said)
    en = ", ".join(f"“{name}” in {edition}" for edition, name in said)
    return Words(
        zh=f"编码 {asked.code} {zh}；没有名称，分不出是哪一个",
        en=f"{asked.code} is {en}; without a name nothing tells which is meant",
    )


def _contradicts(asked: _Asked, *, is_named: bool) -> Words:
    entries = [(edition, _meaning(edition, asked.code)) for edition in EDITIONS]
    said = [(edition, entry.name) for edition, entry in entries if entry]
    zh = "，".join(f"在{edition}年版是“{name}”" for edition, name in said)
    en = ", ".join(f"“{name}” in {edition}" for edition, name in said)
    tail_zh = "名称是另一条的" if is_named else "各版都没有这个名称配这个编码"
    tail_en = "the name is another entry's" if is_named else "no edition has the name at this code"
    return Words(
        zh=f"编码 {asked.code} {zh}，表里写的是“{asked.name}”：{tail_zh}，由人判断",
        en=f"{asked.code} is {en}, but the table says “{asked.name}”: {tail_en}; a person decides",
    )


def _is_class(asked: _Asked, group: Occupation) -> Words:
    return Words(
        zh=f"{asked.code} 不是职业：“{group.name}”是{group.classification}年版的类 {group.code}，"
        "末尾多写了 -00",
        en=f"{asked.code} is no occupation: “{group.name}” is the class {group.code} of "
        f"{group.classification}, written with -00 behind it",
    )


def _unlisted(asked: _Asked) -> Words:
    return Words(
        zh=f"两版的名单里都没有编码 {asked.code}", en=f"neither edition's list has {asked.code}"
    )


def _no_code(printed: str) -> Words:
    if printed.strip():
        return Words(zh=f"“{printed[:40]}”不是职业编码", en=f"“{printed[:40]}” is no code")
    return Words(zh="没有编码", en="there is no code")
