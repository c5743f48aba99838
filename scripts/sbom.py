"""Write the bill of materials of a release: what `requirements/runtime.txt` pins, as CycloneDX.

    python scripts/sbom.py [OUTPUT]

The same pins give the same bytes: no time, no random number. Licences are those that the installed
packages state; `docs/reference/licences.md` lists them.
"""

import json
import re
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
FORMAT = "1.5"


def pins(text: str) -> list[tuple[str, str, list[str]]]:
    """Return name, version and SHA-256 of the archives of every package pinned."""
    found: list[tuple[str, str, list[str]]] = []
    for line in text.splitlines():
        if pin := PIN.match(line):
            found.append((pin[1], pin[2], []))
        if found:
            found[-1][2].extend(HASH.findall(line))
    return sorted(found)


def licence_of(name: str) -> str:
    """Return the licence that an installed package states; empty for one not installed here."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    classified = [each for each in told.get_all("Classifier") or () if each.startswith("License")]
    stated = (*(told.get_all("License-Expression") or ()), *(told.get_all("License") or ()), "")
    short = str(stated[0])
    if short and "\n" not in short:
        return short
    return " / ".join(each.rpartition(" :: ")[2] for each in classified)


def bill(version: str, text: str) -> dict[str, object]:
    """Return the document."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": FORMAT,
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "name": "jinque",
                "version": version,
                "purl": f"pkg:pypi/jinque@{version}",
            }
        },
        "components": [_component(*pin) for pin in pins(text)],
    }


def _component(name: str, version: str, hashes: list[str]) -> dict[str, object]:
    purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{version}"
    made: dict[str, object] = {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
    }
    if licence := licence_of(name):
        made["licenses"] = [{"license": {"name": licence}}]
    # Of several archives each has its own checksum: properties hold them all.
    made["properties"] = [
        {"name": "jinque:archive:sha256", "value": each} for each in sorted(hashes)
    ]
    return made


def main() -> None:
    """Write it to a file, or to the standard output."""
    sys.path.insert(0, str(ROOT / "src"))
    from jinque import __version__

    text = (ROOT / "requirements/runtime.txt").read_text(encoding="utf-8")
    told = json.dumps(bill(__version__, text), ensure_ascii=False, indent=1) + "\n"
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(told, encoding="utf-8")
    else:
        sys.stdout.write(told)


if __name__ == "__main__":
    main()
