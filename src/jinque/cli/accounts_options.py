"""The arguments and options of `jinque account`, as typed."""

from dataclasses import dataclass
from typing import Annotated

import typer


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountOptions:
    """As typed; None is not said."""

    action: Annotated[str, typer.Argument()] = "list"
    name: Annotated[str | None, typer.Argument()] = None
    role: Annotated[str | None, typer.Option("--role")] = None
    password_stdin: Annotated[bool, typer.Option("--password-stdin")] = False
    as_json: Annotated[bool, typer.Option("--json")] = False
