"""The shell, one of the two faces of `jinque.api`."""

from jinque.cli.entry import main

__all__ = ["main"]
