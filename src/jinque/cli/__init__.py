"""The shell, one of the two faces of `jinque.api`."""

from jinque.cli.front import main

__all__ = ["main"]
