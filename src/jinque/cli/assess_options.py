"""The options of `jinque assess`; what they mean stands in `assess_help`."""

from dataclasses import dataclass
from typing import Annotated

import typer

Text = str | None
Several = list[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessOptions:
    """What is told to `jinque assess`, as typed."""

    person: Annotated[Text, typer.Argument()] = None
    post: Annotated[Text, typer.Option("--post")] = None
    on: Annotated[Text, typer.Option("--on")] = None
    aim: Annotated[Text, typer.Option("--aim")] = None
    place: Annotated[Several, typer.Option("--place")] = None
    edition: Annotated[Several, typer.Option("--edition")] = None
    verdict: Annotated[Several, typer.Option("--verdict")] = None
    limit: Annotated[str, typer.Option("--limit")] = "20"
    example: Annotated[bool, typer.Option("--example")] = False
    as_json: Annotated[bool, typer.Option("--json")] = False
