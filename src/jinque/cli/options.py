"""The options and arguments of the commands; what they mean stands in `help_words`."""

from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json")]
PostId = Annotated[str, typer.Argument()]
CodeOrName = Annotated[str, typer.Argument()]
EditionId = Annotated[str, typer.Argument()]
File = Annotated[str, typer.Argument()]
Query = Annotated[list[str] | None, typer.Argument()]

Places = Annotated[list[str] | None, typer.Option("--place")]
Industries = Annotated[list[str] | None, typer.Option("--industry")]
Shortages = Annotated[list[str] | None, typer.Option("--shortage")]
Degrees = Annotated[list[str] | None, typer.Option("--degree")]
Editions = Annotated[list[str] | None, typer.Option("--edition")]
Kinds = Annotated[list[str] | None, typer.Option("--kind")]
Limit = Annotated[str, typer.Option("--limit")]
Offset = Annotated[str, typer.Option("--offset")]

Review = Annotated[bool, typer.Option("--review")]
Decisions = Annotated[str | None, typer.Option("--decisions")]
NewEdition = Annotated[str | None, typer.Option("--edition")]
Format = Annotated[str, typer.Option("--format")]
RowKind = Annotated[str | None, typer.Option("--kind")]
Output = Annotated[str | None, typer.Option("--output", "-o")]
AsOf = Annotated[str | None, typer.Option("--as-of")]
Host = Annotated[str, typer.Option("--host")]
Port = Annotated[str, typer.Option("--port")]
AsOffice = Annotated[bool, typer.Option("--office")]
PublicAddress = Annotated[str, typer.Option("--public-address")]

Language = Annotated[str, typer.Option("--lang")]
Version = Annotated[bool, typer.Option("--version")]
