"""How a post stands to the national classification."""

from dataclasses import dataclass
from enum import StrEnum

from jinque.model.words import Words


class LinkStatus(StrEnum):
    """What was found when a post's code and name were looked up.

    Attributes:
        AGREES: code and name are those of an entry of the edition that the catalogue uses.
        NAMES_CLASS: the same, but the entry is a class and not one occupation.
        OTHER_EDITION: code and name are those of an entry of another edition.
        NAME_DIFFERS: the code is in the edition under another name.
        CODE_REUSED: the same, and the editions give the code to two occupations; not linked.
        UNCONFIRMED: code and name are an entry's of 2015 that no second source confirms, and
            nothing else tells that the catalogue uses that edition; not linked.
        UNCHECKED: the code falls into a known gap of the edition's list, or is a work type.
        CODE_UNKNOWN: no list has the code, the complete one of the edition included.
        NO_CODE_STATED: the source itself says that the classification has no such occupation.
        PROPOSED: no code is printed; entries with this or a like name are named.
        UNMATCHED: no code is printed, and no entry has this or a like name.
        CONFIRMED: a person named the code in place of what is printed, and a list has it.
    """

    AGREES = "agrees"
    NAMES_CLASS = "names_class"
    OTHER_EDITION = "other_edition"
    NAME_DIFFERS = "name_differs"
    CODE_REUSED = "code_reused"
    UNCONFIRMED = "unconfirmed"
    UNCHECKED = "unchecked"
    CODE_UNKNOWN = "code_unknown"
    NO_CODE_STATED = "no_code_stated"
    PROPOSED = "proposed"
    UNMATCHED = "unmatched"
    CONFIRMED = "confirmed"


class Likeness(StrEnum):
    """Why an entry is proposed for a name.

    Attributes:
        SAME_NAME: the entry has this very name.
        FORMER_NAME: the printed edition or its public draft had this name for the entry.
        NEAR_NAME: the names are one character apart, or two neighbours are exchanged.
    """

    SAME_NAME = "same_name"
    FORMER_NAME = "former_name"
    NEAR_NAME = "near_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCandidate:
    """An entry that a person may confirm; never a link by itself.

    Attributes:
        edition: edition of the classification that `code` belongs to.
    """

    code: str
    name: str
    edition: str
    likeness: Likeness
    reason: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A post and the entry of the classification that it names.

    Attributes:
        code: code as printed, that of its class where the print names a class as an occupation,
            or as a person confirmed it; None where the post is not linked.
        edition: edition of the classification that `code` belongs to; None without a code.
        reason: what the status rests on, for people.
        candidates: other entries that the name suggests, the most alike first.
    """

    post_id: str
    code: str | None
    edition: str | None
    status: LinkStatus
    reason: Words
    candidates: tuple[LinkCandidate, ...] = ()

    def __post_init__(self) -> None:
        if (self.code is None) != (self.edition is None):
            raise ValueError(f"code {self.code!r} does not go with edition {self.edition!r}")
