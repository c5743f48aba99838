"""The gold set, always one part at a time, so that nothing is tuned on `test` unseen."""

import csv
from dataclasses import dataclass
from pathlib import Path

from jinque.model import TitleRequest

FILE = Path(__file__).parents[1] / "gold" / "titles.csv"
OPEN_PARTS = ("train", "dev")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldTitle:
    """A title with the code chosen by reading; an empty code is "no national code"."""

    request: TitleRequest
    source: str
    code: str
    acceptable: frozenset[str]
    split: str

    def accepts(self, code: str | None) -> bool:
        """Tell whether a careful coder could have chosen a code; None is no answer."""
        return code is not None and (code == self.code or code in self.acceptable)


def gold(*parts: str) -> tuple[GoldTitle, ...]:
    with FILE.open(encoding="utf-8-sig", newline="") as file:
        return tuple(_title(row) for row in csv.DictReader(file) if row["split"] in parts)


def _title(row: dict[str, str]) -> GoldTitle:
    return GoldTitle(
        request=TitleRequest(
            title=row["title"], description=row["description"], industry=row["industry"]
        ),
        source=row["source"],
        code=row["code"],
        acceptable=frozenset(filter(None, row["acceptable"].split(";"))),
        split=row["split"],
    )
