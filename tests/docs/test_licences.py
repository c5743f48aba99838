"""What the program runs on: its licences are known, and its bill of materials is reproducible."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ALLOWED = re.compile(
    r"(?:MIT(?:-0)?|BSD|BSD-[23]-Clause|0BSD|Apache-2\.0|Apache License 2\.0|ISC|PSF-2\.0|MPL-2\.0"
    r"|Zlib|CC0-1\.0|dependency licenses)(?: License)?"
)


def _pinned() -> set[str]:
    text = (ROOT / "requirements/runtime.txt").read_text(encoding="utf-8")
    return set(re.findall(r"^([A-Za-z0-9._-]+)==", text, re.MULTILINE))


def _listed() -> dict[str, str]:
    text = (ROOT / "docs/reference/licences.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\S+) \| (.+) \|$", text, re.MULTILINE)
    return {name: licence for name, licence in rows if name != "package"}


def _bill(output: Path) -> bytes:
    command = [sys.executable, str(ROOT / "scripts/sbom.py"), str(output)]
    subprocess.run(command, check=True)
    return output.read_bytes()


def test_every_pinned_package_is_listed_and_no_other() -> None:
    assert set(_listed()) == _pinned()


@pytest.mark.parametrize("name", sorted(_pinned()))
def test_every_licence_is_one_that_is_allowed(name: str) -> None:
    parts = re.split(r" AND | OR |, | / ", _listed()[name])

    assert all(ALLOWED.fullmatch(part) for part in parts)


def test_an_installed_package_states_the_licence_that_is_listed(tmp_path: Path) -> None:
    components = json.loads(_bill(tmp_path / "bom.json"))["components"]
    stated = {
        each["name"]: each["licenses"][0]["license"]["name"]
        for each in components
        if "licenses" in each
    }

    assert stated
    assert {name: _listed()[name] for name in stated} == stated


def test_the_bill_of_materials_names_every_pin_and_is_the_same_each_time(tmp_path: Path) -> None:
    first, second = _bill(tmp_path / "a.json"), _bill(tmp_path / "b.json")
    told = json.loads(first)

    assert first == second
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.5")
    assert {each["name"] for each in told["components"]} == _pinned()
    assert all(each["properties"] for each in told["components"])
