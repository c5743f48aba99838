"""How short a post is, as its catalogue prints it: the words always, a rank only where it is sure.

The labels of a column are looked at together: whether 紧缺 is the second of three grades or one of
three names without an order is told by its neighbours, by a legend in the notes, or by a person.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from jinque.extraction.columns.naming import is_dash, star_count
from jinque.locale import say
from jinque.model import Attested, Citation, Note, Shortage, Status
from jinque.model.metadata import rests_on
from jinque.parameters import load_vocabulary
from jinque.parameters.reading import load_reading_words
from jinque.text import drop_blanks, fold, split_list

MOST_STARS = 5
WORDS = "words"
"""Scale of labels whose order nobody states."""
INDEX = "index"
"""Scale of an edition that prints numbers and no labels."""

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)%")
_FALLING = re.compile(r"(?:由|从)(?P<first>[高强重大低弱轻小])(?:到|至)[高强重大低弱轻小]")
_LIST = re.compile(r"[为分是:]{1,2}成?(?P<labels>[^,。;:]+)")
_LEAST_LABELS = 2


def read_index(text: str) -> float | None:
    """Return a number of any width; a percentage as a part of one; None for anything else."""
    compact = fold(text)
    if found := _PERCENT.fullmatch(compact):
        return round(float(found[1]) / 100, 6)
    return float(compact) if _NUMBER.fullmatch(compact) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """Labels in the order that a note states, weakest first.

    Attributes:
        labels: as the note prints them.
        citation: the note.
    """

    labels: tuple[str, ...]
    citation: Citation


def read_legend(notes: Iterable[Note], labels: Sequence[str]) -> Legend | None:
    """Return the order that a note states of labels; every label must be in it.

    Args:
        notes: notes and title lines of the edition.
        labels: what the column prints, each once.
    """
    wanted = {fold(label) for label in labels}
    for note in notes:
        text = fold(note.text)
        for found in (_listed(text), _explained(text, labels)):
            if wanted and wanted <= set(found):
                return Legend(labels=tuple(found), citation=note.citation)
    return None


def _listed(text: str) -> tuple[str, ...]:
    """Return the labels of `由高到低为甲、乙、丙`, weakest first; empty without such words."""
    order = _FALLING.search(text)
    if order is None:
        return ()
    for names in _LIST.finditer(text, order.end()):
        labels = [_bare(label) for label in split_list(names["labels"], "、/和")]
        if len(labels) >= _LEAST_LABELS:
            is_falling = order["first"] in "高强重大"
            return tuple(reversed(labels)) if is_falling else tuple(labels)
    return ()


def _bare(label: str) -> str:
    """Leave out quotes and the words of number behind the last label (`丙三等`)."""
    return re.sub(
        r"(?<=.)[\d一二三四五][个]?[等级类档]+(?:别|次)?$", "", re.sub(r"[“”\"'‘’]", "", label)
    )


def _explained(text: str, labels: Sequence[str]) -> tuple[str, ...]:
    """Return labels by their meaning (`A为非常紧缺，B为比较紧缺`); empty without one each.

    Letters, stems and numerals that the same words explain belong to the scale, printed or not.
    """
    verbs = "|".join(re.escape(fold(verb)) for verb in load_reading_words().legend_verbs)
    wanted = [fold(label) for label in labels]
    known = map(fold, load_reading_words().legend_series)
    series = next((one for one in known if all(label[:1] in one for label in wanted)), "")
    others = [one + label[1:] for label in wanted[:1] for one in series]
    strengths: dict[str, int] = {}
    for label in dict.fromkeys([*wanted, *others]):
        quoted = rf"(?<![\w★])[“\"]?{re.escape(label)}[”\"]?(?:级|类|等|档)?(?:{verbs})+"
        found = re.search(rf"{quoted}([^,;。]+)", text)
        strength = _strength(found[1]) if found else None
        if strength is not None:
            strengths[label] = strength
        elif label in wanted:
            return ()
    if len(set(strengths.values())) < len(strengths):
        return ()
    return tuple(sorted(strengths, key=lambda label: strengths[label]))


def _strength(meaning: str) -> int | None:
    ranks = [
        rank
        for rank, words in enumerate(load_reading_words().legend_strengths)
        if any(word in meaning for word in words)
    ]
    firm = [rank for rank in ranks if rank != _PLAIN_STRENGTH]
    return max(firm or ranks, default=None)


_PLAIN_STRENGTH = 3


@dataclass(slots=True, kw_only=True)
class ShortageReader:
    """Reads the labels and numbers of one edition.

    Attributes:
        scale: name of the scale of its labels.
        labels: of the scale, weakest first; as printed and without order where nobody states one.
        ranks: folded label -> rank, 1 the weakest; None where it has none.
        legend: what states the order; None where nothing printed does.
        is_counted: a bare digit counts stars.
        is_index: bare numbers under the label's heading are the index.
        is_given: a person gave ranks.
    """

    scale: str = WORDS
    labels: tuple[str, ...] = ()
    ranks: dict[str, int | None] = field(default_factory=dict)
    legend: Legend | None = None
    is_counted: bool = False
    is_index: bool = False
    is_given: bool = False

    def read(self, text: str, index: str) -> Shortage | None:
        """Return what a row prints, label and number each for itself; None where it prints neither.

        Args:
            text: the label's cell.
            index: the cell of the number.
        """
        label, number = drop_blanks(text), read_index(index)
        if not is_label(label):
            label = ""
        if self.is_index and (own := read_index(label)) is not None:
            shown = drop_blanks(text)
            return Shortage(printed=shown, scale=INDEX, value=None, index=own)
        if not label and number is not None:
            return Shortage(printed=drop_blanks(index), scale=INDEX, value=None, index=number)
        if not label:
            return None
        value = self._value(label)
        return Shortage(printed=label, scale=self.scale, value=value, index=number)

    def _value(self, label: str) -> int | None:
        if self.ranks:
            return self.ranks.get(fold(label))
        stars = star_count(label, is_counted=self.is_counted)
        return stars if stars and stars <= MOST_STARS and self.scale == "stars_5" else None

    def order(self) -> Attested:
        """Return what the order of the labels rests on."""
        if not self.labels or self.scale in {WORDS, INDEX}:
            return Attested(
                status=Status.NOT_STATED,
                **rests_on(say("the order of the labels is not stated, and none is inferred")),
            )
        if self.legend:
            value, citation = self.labels[-1], self.legend.citation
            return Attested(value=value, status=Status.STATED, citation=citation)
        return Attested(
            value=self.labels[-1],
            status=Status.SUPPLIED if self.is_given else Status.INFERRED,
            **rests_on(
                say("given by a reviewer")
                if self.is_given
                else say("the order of the labels is not stated; read by convention")
            ),
        )


def shortage_reader(
    headings: Sequence[str],
    cells: Sequence[str],
    notes: Sequence[Note],
    given: Mapping[str, int | None],
) -> ShortageReader:
    """Return the reader of an edition.

    Args:
        headings: of its columns of shortage.
        cells: of these columns, in printed order.
        notes: its notes and title lines.
        given: label -> rank that a person gave it.
    """
    labels = tuple(dict.fromkeys(text for text in map(drop_blanks, cells) if is_label(text)))
    stars = load_reading_words().star_heading
    is_counted = any(word in heading for heading in headings for word in stars)
    if given:
        return _given(labels, given)
    if _are_measures(labels) and not is_counted:
        return ShortageReader(scale=INDEX, is_index=True)
    counts = [star_count(label, is_counted=is_counted) for label in labels]
    if labels and 2 * sum(map(bool, counts)) >= len(counts):
        star = load_vocabulary().star
        runs = tuple(star * count for count in range(1, MOST_STARS + 1))
        return ShortageReader(scale="stars_5", labels=runs, is_counted=is_counted)
    if legend := read_legend(notes, labels):
        return _ranked(legend.labels, labels, legend)
    for scale in _scales():
        if _is_on(labels, scale):
            return _ranked(scale, labels, None)
    return ShortageReader(labels=labels)


def _is_on(labels: Sequence[str], scale: Sequence[str]) -> bool:
    """Tell whether labels are those of a scale; of several one stray, which is told, is allowed."""
    known = set(map(fold, scale))
    strays = sum(fold(label) not in known for label in labels)
    return bool(labels) and (not strays or (strays == 1 and len(labels) > len(scale)))


def _ranked(order: Sequence[str], labels: Sequence[str], legend: Legend | None) -> ShortageReader:
    printed = {fold(label): label for label in labels}
    ranks: dict[str, int | None] = {fold(label): n for n, label in enumerate(order, start=1)}
    shown = tuple(printed.get(fold(label), label) for label in order)
    return ShortageReader(scale=f"words_{len(order)}", labels=shown, ranks=ranks, legend=legend)


def _given(labels: Sequence[str], given: Mapping[str, int | None]) -> ShortageReader:
    ranks = {fold(label): given.get(fold(label)) for label in labels}
    named = (label for label in labels if ranks[fold(label)])
    ranked = sorted(named, key=lambda label: ranks[fold(label)] or 0)
    levels = max((rank for rank in ranks.values() if rank), default=0)
    scale = f"words_{levels}" if ranked else WORDS
    rest = tuple(label for label in labels if label not in ranked)
    return ShortageReader(scale=scale, labels=(*ranked, *rest), ranks=ranks, is_given=True)


def _are_measures(labels: Sequence[str]) -> bool:
    """Tell whether all labels are numbers, and more or other ones than the grades 1 to 5."""
    values = [read_index(label) for label in labels]
    grades = range(1, MOST_STARS + 1)
    return bool(values) and None not in values and not all(value in grades for value in values)


def is_label(text: str) -> bool:
    """Tell whether a cell without blanks prints a label: short words, no error and no dash."""
    is_short = 0 < len(text) <= load_reading_words().longest_label
    is_plain = not text.startswith(("#", "=")) and not any(mark in text for mark in "。；！？")
    return is_short and is_plain and not is_dash(text)


@cache
def _scales() -> tuple[tuple[str, ...], ...]:
    known = tuple(scale.labels for scale in load_vocabulary().word_scales)
    return (*known, *load_reading_words().ordered_labels)


def unordered(reader: ShortageReader) -> Iterator[str]:
    """Yield the labels that have no rank, where labels are printed at all."""
    if reader.scale == WORDS:
        yield from reader.labels
