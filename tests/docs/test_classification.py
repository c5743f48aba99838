"""The documentation names every status, kind and function of the classification."""

import re
from pathlib import Path

import pytest

from jinque import classification
from jinque.model import CorrespondenceKind, Likeness, LinkStatus, Occupation, Standing

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "classification.md"


@pytest.mark.parametrize(
    "names",
    [
        [status.value for status in LinkStatus],
        [kind.value for kind in CorrespondenceKind],
        [likeness.value for likeness in Likeness],
        [standing.value for standing in Standing],
        list(Occupation.__dataclass_fields__),
        [name for name in classification.__all__ if name.islower()],
    ],
    ids=["status", "kind", "likeness", "standing", "key", "function"],
)
def test_reference_names_everything(names: list[str]) -> None:
    words = set(re.findall(r"`(\w+)[(`]", PAGE.read_text(encoding="utf-8")))

    assert [name for name in names if name not in words] == []
