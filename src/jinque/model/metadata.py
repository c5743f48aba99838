"""What is known of an edition as a whole, each fact with what it rests on."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict

from jinque.locale import Sentence, Words, both
from jinque.model.document import Span


class Status(StrEnum):
    """Whether the document itself says a thing; supplied: a person said it in its stead."""

    STATED = "stated"
    INFERRED = "inferred"
    SUPPLIED = "supplied"
    NOT_STATED = "not_stated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where a statement rests; cutting `span` out of the source gives `quote`.

    Attributes:
        source_sha256: checksum of the source's bytes.
        span: place in the source's decoded text.
        quote: the raw slice, with tabs, bookmark marks and line breaks as they stand.
    """

    source_sha256: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attested:
    """A fact about an edition, with what it rests on.

    Attributes:
        value: the fact as text (dates as ISO 8601); None when the document does not state it.
        status: stated, inferred, supplied or not stated.
        basis_zh: what an inference or a person's word rests on, or what is missing; empty when
            plainly stated. Literal words, since they are part of the version (see `rests_on`).
        basis_en: the same in English.
        citation: the words that state it; compulsory when the status is stated.
    """

    value: str | None = None
    status: Status
    basis_zh: str = ""
    basis_en: str = ""
    citation: Citation | None = None

    @property
    def basis(self) -> Sentence | None:
        """Return what the fact rests on; None where it is plainly stated."""
        has_both = self.basis_zh and self.basis_en
        return Words(zh=self.basis_zh, en=self.basis_en) if has_both else None

    def __post_init__(self) -> None:
        if (self.value is None) != (self.status is Status.NOT_STATED):
            raise ValueError(f"value {self.value!r} does not go with status {self.status}")
        if self.status is Status.STATED and self.citation is None:
            raise ValueError(f"{self.value!r} is called stated without a citation")


class Basis(TypedDict):
    """The keywords of `Attested` that say what a fact rests on."""

    basis_zh: str
    basis_en: str


def rests_on(sentence: Sentence) -> Basis:
    """Return what a fact rests on in the words of both languages."""
    words = both(sentence)
    return {"basis_zh": words["zh"], "basis_en": words["en"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The interval of an index that a label stands for, ends inclusive as printed.

    Attributes:
        label: the label as printed.
        lower: lower end, an index between 0 and 1.
        upper: upper end.
        includes_lower: whether the bracket printed at the lower end is closed.
        includes_upper: the same at the upper end.
    """

    label: str
    lower: float
    upper: float
    includes_lower: bool
    includes_upper: bool

    def holds(self, index: float) -> bool:
        """Tell whether `index` lies in the interval."""
        above = index >= self.lower if self.includes_lower else index > self.lower
        below = index <= self.upper if self.includes_upper else index < self.upper
        return above and below


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How an edition prints shortage.

    Attributes:
        code: `stars_5`, `words_3`; `words` without a known order, `index` without labels.
        labels: the labels from weakest to strongest, as printed; without a known order as they
            come.
        order: whether the document states that order.
        bands: intervals of an index, in printed order; empty where no index is printed.
    """

    code: str
    labels: tuple[str, ...]
    order: Attested
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What is known of an edition as a whole, each fact with its status.

    `effective_to` is exclusive; `scope` names the persons the edition is for.
    """

    title: Attested
    publisher: Attested
    document_number: Attested
    place: Attested
    issued_on: Attested
    effective_from: Attested
    effective_to: Attested
    classification_edition: Attested
    scope: Attested
    scale: Scale | None = None


FACTS = (
    *("title", "publisher", "document_number", "place", "issued_on", "effective_from"),
    *("effective_to", "classification_edition", "scope"),
)
"""The fields of `Metadata` that are facts, in its order."""
