"""From the command line to an exit code: the only place where errors end a program."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

import typer

from jinque.cli import exits, faults
from jinque.cli.app import GROUP, PROGRAM
from jinque.cli.help import asks_for_help, check_command, help_text
from jinque.cli.session import Session, begin
from jinque.errors import JinqueError


def main() -> None:
    """Run the shell on the arguments of the process and end it with an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that lacks a character shows a substitute instead of ending the program.
            stream.reconfigure(errors="replace")
    code = run(sys.argv[1:])
    _leave_quietly()
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return its exit code; errors are told on stderr."""
    session, ordered = begin(arguments, os.environ)
    try:
        return _run(ordered, session)
    except JinqueError as error:
        faults.tell(error, session)
        return exits.exit_code(error)
    except BrokenPipeError:
        return exits.DONE
    except KeyboardInterrupt:
        return exits.INTERRUPTED
    except Exception as fault:  # noqa: BLE001 - the last resort: no traceback reaches a user
        broken = faults.breakdown(fault)
        faults.tell(broken, session)
        return exits.exit_code(broken)


def _run(arguments: list[str], session: Session) -> int:
    if asks_for_help(arguments):
        sys.stdout.write(help_text(GROUP, arguments, session))
        return exits.DONE
    check_command(GROUP, arguments)
    try:
        code = GROUP.main(arguments, PROGRAM, standalone_mode=False, obj=session)
    except typer.TyperException as fault:
        raise faults.usage_error(fault) from fault
    except SystemExit as ended:
        # What Typer makes of a reader of our pipe who has gone away.
        if isinstance(ended.__context__, BrokenPipeError):
            return exits.DONE
        raise
    sys.stdout.flush()
    return code if isinstance(code, int) else exits.DONE


def _leave_quietly() -> None:
    """Let the interpreter find nothing left to write to a reader who has gone away."""
    with suppress(BrokenPipeError):
        sys.stdout.flush()
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
