"""Asks for a password without showing it, and tells who asks."""

import getpass
import sys

from jinque.cli.session import Session
from jinque.errors import InvalidOptionError, WrongCallError


def asked_password(session: Session, *, from_stdin: bool) -> str:
    """Return the password typed twice on the terminal, or the first line of stdin.

    A password is never taken from an argument, which other users of the machine could read.

    Raises:
        WrongCallError: there is no terminal, and stdin was not named.
        InvalidOptionError: the two are not the same.
    """
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise WrongCallError(
            "没有终端可以输入密码。",
            "There is no terminal to type the password on.",
            where="--password-stdin",
            hint_zh="请在终端里运行；或用 --password-stdin，从标准输入的第一行读密码。",
            hint_en="Run it on a terminal; or use --password-stdin, which reads the first line of "
            "the standard input.",
        )
    first = getpass.getpass(session.say("密码：", "Password: "))
    if first == getpass.getpass(session.say("再输一次：", "Once more: ")):
        return first
    raise InvalidOptionError(
        "两次输入的密码不一样，没有改变。",
        "The two passwords are not the same; nothing was changed.",
        where="password",
        hint_zh="请再试一次。",
        hint_en="Try again.",
    )


def user_of_the_shell() -> str:
    """Return what the history says of a command: `shell:` and the machine's user."""
    try:
        return f"shell:{getpass.getuser()}"
    except (OSError, KeyError, ImportError):
        return "shell:"
