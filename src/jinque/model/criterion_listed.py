"""What posts demand by name: majors, industries, certificates, languages, tools, awards."""

from dataclasses import dataclass
from typing import ClassVar

from jinque.model.criterion import Criterion


def _check_names(names: tuple[str, ...]) -> None:
    if not names or not all(names):
        raise ValueError(f"a list of names without a name: {names!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Majors(Criterion):
    """A major among those listed, or a related one.

    Attributes:
        names: as printed.
        is_open: the list ends with 等, so it names examples.
    """

    kind: ClassVar[str] = "majors"
    names: tuple[str, ...]
    is_open: bool

    def __post_init__(self) -> None:
        _check_names(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Background(Criterion):
    """A background in a subject, no degree in it being demanded; fields as in `Majors`."""

    kind: ClassVar[str] = "background"
    names: tuple[str, ...]
    is_open: bool

    def __post_init__(self) -> None:
        _check_names(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class IndustryExperience(Criterion):
    """Work done in one of some industries, named as printed."""

    kind: ClassVar[str] = "industry_experience"
    any_of: tuple[str, ...]

    def __post_init__(self) -> None:
        _check_names(self.any_of)


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate(Criterion):
    """Named certificates.

    Attributes:
        names: as printed.
        are_all: whether each is needed; None where the print does not tell.
        issuers: who issues them; empty when not printed.
        countries: where they are issued; empty when not printed.
    """

    kind: ClassVar[str] = "certificate"
    names: tuple[str, ...]
    are_all: bool | None
    issuers: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _check_names(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence(Criterion):
    """Named rights to practise (执业…).

    Attributes:
        are_all: as in `Certificate`.
        condition: what is printed in brackets behind; empty without it.
    """

    kind: ClassVar[str] = "licence"
    names: tuple[str, ...]
    are_all: bool | None
    condition: str = ""

    def __post_init__(self) -> None:
        _check_names(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSkill(Criterion):
    """Command of a language; `level` in the printed words."""

    kind: ClassVar[str] = "language"
    language: str
    level: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool(Criterion):
    """Software, programming languages, instruments by name.

    Attributes:
        are_all: as in `Certificate`.
        is_open: the list ends with 等, so others may do; said when it is bound to a post.
    """

    kind: ClassVar[str] = "tool"
    names: tuple[str, ...]
    are_all: bool | None
    is_open: bool = False

    def __post_init__(self) -> None:
        _check_names(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class WonAwards(Criterion):
    """Awards won, as printed; `are_all` as in `Certificate`."""

    kind: ClassVar[str] = "award"
    names: tuple[str, ...]
    are_all: bool | None

    def __post_init__(self) -> None:
        _check_names(self.names)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkPlace(Criterion):
    """Readiness to work in a kind of place (能够在海岛工作), in the printed words."""

    kind: ClassVar[str] = "place"
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval(Criterion):
    """What a supervising authority must find, in the printed words."""

    kind: ClassVar[str] = "approval"
    words: str
