"""The one table from errors to exit codes (docs/reference/cli.md)."""

from jinque.errors import JinqueError, MachineError, WrongCallError

DONE = 0
FAULTY_DATA = 1
WRONG_CALL = 2
MACHINE_FAILED = 3
INTERRUPTED = 130  # what shells give a program that Ctrl-C ended

EXIT_CODES: dict[type[JinqueError], int] = {
    WrongCallError: WRONG_CALL,
    MachineError: MACHINE_FAILED,
}


def exit_code(error: JinqueError) -> int:
    """Return the exit code of the nearest class in the table; a failed machine without one."""
    classes = (EXIT_CODES.get(kind) for kind in type(error).__mro__ if kind in EXIT_CODES)
    return next((code for code in classes if code is not None), MACHINE_FAILED)
