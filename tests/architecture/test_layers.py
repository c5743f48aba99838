"""What the documentation says of the layers is what import-linter checks."""

import re

from tests.architecture.code import ROOT, settings

PAGE = ROOT / "docs" / "explanation" / "architecture.md"

Rows = list[set[str]]


def _documented() -> Rows:
    page = PAGE.read_text(encoding="utf-8")
    block = re.search(r"^## Layers\n.*?^```\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    assert block, f"{PAGE} has no fenced block under the heading Layers"
    # Behind two blanks a row says what its packages are.
    return [_names(re.split(r"\s{2,}", line)[0]) for line in block[1].splitlines()]


def _checked() -> Rows:
    (contract,) = settings()["importlinter"]["contracts"]
    return [_names(row) for row in contract["layers"]]


def _names(row: str) -> set[str]:
    return {name.strip(" ()") for name in row.split("|")}


def test_the_documented_layers_equal_the_import_contract() -> None:
    assert _documented() == _checked()


def test_every_package_in_another_contract_has_a_place_in_the_layers() -> None:
    contracts = settings()["jinque"]["contracts"]
    third_party = contracts["third_party"].values()

    named = {*contracts["faces"], *contracts["faces_see"]}.union(*third_party)

    assert named - set().union(*_checked()) == set()
