"""`jinque account`: who may sign in to the site of an office."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from jinque.cli.accounts_options import AccountOptions
from jinque.cli.accounts_password import asked_password
from jinque.cli.accounts_words import ACTIONS, ROLES, STATES
from jinque.cli.exits import DONE
from jinque.cli.opening import opened
from jinque.cli.output import write_json
from jinque.cli.session import Session
from jinque.errors import InvalidOptionError, WrongCallError
from jinque.model.account import Account, Role

if TYPE_CHECKING:
    from jinque.api import Workspace

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

        write_json({"accounts": [api.account_dict(each) for each in told]})
    else:
        _print(session, told, options.action)
    return DONE


Act = Callable[["Workspace", str, Role, str], Account]


def _action(options: AccountOptions) -> Act | None:
    """Return what an action calls; None for the list."""
    if options.action not in ACTIONS:
        raise InvalidOptionError(
            f"没有“{options.action}”这个动作。",
            f"There is no action “{options.action}”.",
            where="ACTION",
            hint_zh=f"可用：{'、'.join(ACTIONS)}。",
            hint_en=f"Choose one of: {', '.join(ACTIONS)}.",
        )
    return _acts().get(options.action)


def _acts() -> dict[str, Act]:
    from jinque import api
    from jinque.cli.accounts_password import user_of_the_shell

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
        "缺少账户名。",
        "The name of the account is missing.",
        where="NAME",
        hint_zh=f"例如：jinque account {options.action} 张敏",
        hint_en=f"For example: jinque account {options.action} zhang.min",
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
        f"没有{given}这个角色。" if given else "没有给出角色。",
        f"There is no role {given}." if given else "No role was given.",
        where="--role",
        hint_zh="可用：--role editor（编辑）、reviewer（复核）、publisher（发布）。",
        hint_en=f"Choose one, as --role editor: {', '.join(known)}.",
    )


def _every(workspace: "Workspace") -> tuple[Account, ...]:
    from jinque import api

    return api.accounts(workspace)


def _print(session: Session, accounts: tuple[Account, ...], action: str) -> None:
    from jinque.cli.screen import console, plain, show_table

    screen = console(sys.stdout)
    if action != WITHOUT_NAME:
        screen.print(plain(session.say("已办。", "Done.")))
    if not accounts:
        none = session.say(
            "还没有账户。添加：jinque account add 姓名 --role editor",
            "There is no account yet. Add one: jinque account add NAME --role editor",
        )
        screen.print(plain(none))
        return
    headings = [
        session.say(zh, en)
        for zh, en in (("姓名", "Name"), ("角色", "Role"), ("状态", "State"), ("添加于", "Added"))
    ]
    show_table(screen, headings, [_row(session, each) for each in accounts])


def _row(session: Session, account: Account) -> tuple[str, ...]:
    return (
        account.name,
        session.of(ROLES[account.role]),
        session.of(STATES[account.is_active]),
        account.created_at[:10],
    )
