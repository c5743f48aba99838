"""The shell, one of the two faces of `jinque.api`."""

from jinque.cli.app import main

__all__ = ["main"]
