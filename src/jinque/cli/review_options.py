"""The options of `jinque review`, as typed."""

from dataclasses import dataclass
from typing import Annotated

import typer

Text = str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewOptions:
    """The options as typed; None is not said."""

    action: Annotated[str, typer.Argument()] = "list"
    draft: Annotated[Text, typer.Argument()] = None
    what: Annotated[Text, typer.Argument()] = None
    field: Annotated[Text, typer.Option("--field")] = None
    value: Annotated[Text, typer.Option("--value")] = None
    reason: Annotated[str, typer.Option("--reason")] = ""
    edition: Annotated[Text, typer.Option("--edition")] = None
    other: Annotated[Text, typer.Option("--other")] = None
    named: Annotated[Text, typer.Option("--named")] = None
    format: Annotated[str, typer.Option("--format")] = "yaml"
    output: Annotated[Text, typer.Option("--output", "-o")] = None
    as_json: Annotated[bool, typer.Option("--json")] = False
