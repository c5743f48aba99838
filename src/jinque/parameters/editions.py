"""How the edition of the classification that rows use is told, as dated data."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRule:
    """When rows decide the edition of the classification they use.

    Attributes:
        made: day of the rule, ISO 8601.
        least_share: share, 0 to 1, of the telling pairs that an edition needs.
        least_pairs: telling pairs that are needed to overrule a stated edition.
        code_headings: headings of a column of codes, besides those of catalogues.
        name_headings: headings of a column of names, besides those of catalogues.
    """

    made: str
    least_share: float
    least_pairs: int
    code_headings: tuple[str, ...]
    name_headings: tuple[str, ...]


@cache
def load_edition_rule() -> EditionRule:
    """Return the rule of `data/editions.yaml`."""
    text = (files("jinque.parameters") / "data" / "editions.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), EditionRule)
