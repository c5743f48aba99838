"""The example that a reader copies and fills in."""

from functools import cache
from importlib.resources import files


@cache
def example_person() -> str:
    """Return a commented file about a made-up person, in YAML with Chinese keys."""
    path = files("jinque.parameters") / "data" / "person_example.yaml"
    return path.read_text(encoding="utf-8")
