"""Who is at work in the shell."""

import getpass

from jinque.model.account import Role
from jinque.model.review_actor import Actor


def shell_actor() -> Actor:
    """Return whoever the operating system says is at work, who may do everything here."""
    return Actor(name=f"shell:{getpass.getuser()}", role=Role.PUBLISHER)
