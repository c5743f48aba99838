"""Starts the reading process with only the modules that it needs.

The packages above `worker` load every reader when they are imported, which takes twice as long as
all else that a short file needs. Here they are known by name alone.

    python launch.py ENGINE SECONDS < file
"""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

_SOURCE = Path(__file__).parents[3]


def _name_packages() -> None:
    for name in (
        "jinque",
        "jinque.documents",
        "jinque.documents.pdf",
        "jinque.documents.ofd",
        "jinque.documents.printed",
    ):
        package = ModuleType(name)
        package.__path__ = [str(_SOURCE.joinpath(*name.split(".")))]
        sys.modules[name] = package


if __name__ == "__main__":
    _name_packages()
    from jinque.documents.printed.worker import run

    engine = import_module(f"jinque.documents.{sys.argv[1]}.engine")
    run(engine.OpenDocument, int(sys.argv[2]))
