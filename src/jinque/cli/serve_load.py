"""The application that the server's process loads."""

import importlib
from collections.abc import Callable
from typing import Any

# Named and not imported: the two faces do not know each other.
SITE = "jinque.web:create_app"
OFFICE = "jinque.web:create_office"


def load_site() -> Callable[..., Any]:
    """Return the site's application.

    The server's own loader would put the current folder before everything that is installed.
    """
    return _made(SITE)


def load_office() -> Callable[..., Any]:
    """Return the application with the pages of an office."""
    return _made(OFFICE)


def _made(named: str) -> Callable[..., Any]:
    module, _, factory = named.partition(":")
    application: Callable[..., Any] = getattr(importlib.import_module(module), factory)()
    return application
