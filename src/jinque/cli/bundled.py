"""A command whose options are the fields of a dataclass, for commands with many of them."""

from collections.abc import Callable
from dataclasses import fields
from inspect import Parameter, Signature
from typing import Any, TypeVar, get_type_hints

import typer

from jinque.cli.session import Session

Options = TypeVar("Options")


def bundled(options: type[Options], run: Callable[[Session, Options], int]) -> Callable[..., int]:
    """Return a function that Typer takes for a command with one option a field.

    Args:
        options: a dataclass; each field is annotated as a parameter of a command, with a default.
        run: carries the command out and returns the exit code.
    """

    def command(ctx: typer.Context, **given: Any) -> int:  # noqa: ANN401 - typed by the fields
        return run(ctx.obj, options(**given))

    hints = get_type_hints(options, include_extras=True)
    context = Parameter("ctx", Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    parameters = [
        Parameter(
            field.name,
            Parameter.KEYWORD_ONLY,
            default=field.default,
            annotation=hints[field.name],
        )
        for field in fields(options)  # type: ignore[arg-type]
    ]
    command.__annotations__ = {"ctx": typer.Context, **hints}
    command.__dict__["__signature__"] = Signature([context, *parameters])
    return command
