"""`jinque account`: who may sign in to the site of an office.

The command of the accounts.

The arguments and options of `jinque account`, as typed.

Asks for a password without showing it, and tells who asks.

Words of the accounts, in both languages.
"""

import getpass
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import DONE, Session, bundled
from jinque.cli.terminal import opened, write_json
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.locale import joined, say, say_in
from jinque.model.account import Account, Role

if TYPE_CHECKING:
    from jinque.api import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountOptions:
    """As typed; None is not said."""

    action: Annotated[str, typer.Argument()] = "list"
    name: Annotated[str | None, typer.Argument()] = None
    role: Annotated[str | None, typer.Option("--role")] = None
    password_stdin: Annotated[bool, typer.Option("--password-stdin")] = False
    as_json: Annotated[bool, typer.Option("--json")] = False


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
            say("There is no terminal to type the password on."),
            where="--password-stdin",
            hint=say(
                "Run it on a terminal; or use --password-stdin, which reads the first line "
                "of the standard input."
            ),
        )
    first = getpass.getpass(session.say("Password: "))
    if first == getpass.getpass(session.say("Once more: ")):
        return first
    raise InvalidOptionError(
        say("The two passwords are not the same; nothing was changed."),
        where="password",
        hint=say("Try again."),
    )


def user_of_the_shell() -> str:
    """Return what the history says of a command: `shell:` and the machine's user."""
    try:
        return f"shell:{getpass.getuser()}"
    except (OSError, KeyError, ImportError):
        return "shell:"


ROLES = {
    Role.EDITOR: say("editor"),
    Role.REVIEWER: say("reviewer"),
    Role.PUBLISHER: say("publisher"),
}
STATES = {True: say("active"), False: say("disabled")}
ACTIONS = ("list", "add", "role", "password", "disable", "enable", "unlock")

ACCOUNT_COMMANDS = {
    "account": say("Accounts of serve --office"),
}
ACCOUNT_PARAMETERS = {
    "account ACTION": say("list (default), add, role, password, disable, enable or unlock"),
    "account NAME": say("name: 1 to 40 characters or digits"),
    "account --role": say("editor, reviewer or publisher; each may do what those before it may"),
    "account --password-stdin": say("read the password from the first line of stdin"),
    "account --json": say("answer in JSON, for programs"),
}


WITHOUT_NAME = "list"


def administer(session: Session, options: AccountOptions) -> int:
    """Carry out one action on the accounts; return the exit code."""
    act = _action(options)
    name = _name(options)
    role = _role(options)
    password = ""
    if options.action in {"add", "password"}:
        password = asked_password(session, from_stdin=options.password_stdin)
    with opened(session) as workspace:
        changed = act(workspace, name, role, password) if act else None
        told = _every(workspace) if changed is None else (changed,)
    if options.as_json:
        from jinque import api

        write_json({"accounts": [api.to_json(each) for each in told]})
    else:
        _print(session, told, options.action)
    return DONE


Act = Callable[["Workspace", str, Role, str], Account]


def _action(options: AccountOptions) -> Act | None:
    """Return what an action calls; None for the list."""
    if options.action not in ACTIONS:
        raise InvalidOptionError(
            say("There is no action “{action}”.", action=options.action),
            where="ACTION",
            hint=say("Choose one of: {actions}.", actions=joined(ACTIONS)),
        )
    return _acts().get(options.action)


def _acts() -> dict[str, Act]:
    from jinque import api

    by = user_of_the_shell()
    return {
        "add": lambda work, name, role, password: api.add_account(
            work, name, role, password, by=by
        ),
        "role": lambda work, name, role, _: api.set_account_role(work, name, role, by=by),
        "password": lambda work, name, _, password: api.set_account_password(
            work, name, password, by=by
        ),
        "disable": lambda work, name, *_: api.set_account_active(
            work, name, is_active=False, by=by
        ),
        "enable": lambda work, name, *_: api.set_account_active(work, name, is_active=True, by=by),
        "unlock": lambda work, name, *_: api.unlock_account(work, name, by=by),
    }


def _name(options: AccountOptions) -> str:
    if options.name or options.action == WITHOUT_NAME:
        return options.name or ""
    raise WrongCallError(
        say("The name of the account is missing."),
        where="NAME",
        hint=say("For example: jinque account {action} zhang.min", action=options.action),
    )


def _role(options: AccountOptions) -> Role:
    """Return the role; of an action that needs none, the least."""
    known = [role.value for role in Role]
    if options.role in known:
        return Role(options.role)
    if options.role is None and options.action not in {"add", "role"}:
        return Role.EDITOR
    given = f"“{options.role}”" if options.role else ""
    raise InvalidOptionError(
        say("There is no role {given}.", given=given) if given else say("No role was given."),
        where="--role",
        hint=say("Choose one, as --role editor: editor, reviewer, publisher."),
    )


def _every(workspace: "Workspace") -> tuple[Account, ...]:
    from jinque import api

    return api.accounts(workspace)


def _print(session: Session, accounts: tuple[Account, ...], action: str) -> None:
    from jinque.cli.console import console, plain, show_table

    screen = console(sys.stdout)
    if action != WITHOUT_NAME:
        screen.print(plain(session.say("Done.")))
    if not accounts:
        none = session.say(
            "There is no account yet. Add one: jinque account add NAME --role editor"
        )
        screen.print(plain(none))
        return
    headings = [
        session.of(message)
        for message in (
            say_in("account", "Name"),
            say("Role"),
            say("State"),
            say_in("account", "Added"),
        )
    ]
    show_table(screen, headings, [_row(session, each) for each in accounts])


def _row(session: Session, account: Account) -> tuple[str, ...]:
    return (
        account.name,
        session.of(ROLES[account.role]),
        session.of(STATES[account.is_active]),
        account.created_at[:10],
    )


def add_account_commands(app: typer.Typer) -> None:
    """Add it to the program."""
    app.command(name="account")(bundled(AccountOptions, administer))
