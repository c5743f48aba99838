"""`jinque serve`: says what was read and where, then hands over to the server.

The application that the server's process loads.

What `jinque serve --office` settles and says before it serves.
"""

import errno
import importlib
import ipaddress
import os
import re
import socket
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import typer

from jinque.cli.call import AsOffice, Host, Port, PublicAddress, Session, whole_number
from jinque.cli.terminal import ISSUES, KINDS, counted, opened
from jinque.errors import InvalidOptionError, MachineError, WrongCallError
from jinque.locale import say
from jinque.model import EditionSummary
from jinque.model.account import Account

_LARGEST_PORT = 65535

# Named and not imported: the two faces do not know each other.
PROXY_SETTING = "JINQUE_TRUSTED_PROXY"
"""Addresses of reverse proxies whose word on the visitor's address counts, with commas between."""

SITE = "jinque.web:create_app"
OFFICE = "jinque.web:create_office"


def load_site() -> Callable[..., Any]:
    """Return the site's application.

    The server's own loader would put the current folder before everything that is installed.
    """
    return _made(SITE)


def load_office() -> Callable[..., Any]:
    """Return the application with the pages of an office."""
    return _made(OFFICE)


def _made(named: str) -> Callable[..., Any]:
    module, _, factory = named.partition(":")
    application: Callable[..., Any] = getattr(importlib.import_module(module), factory)()
    trusted = os.environ.get(PROXY_SETTING, "")
    if not trusted:
        return application
    from granian.utils.proxies import wrap_asgi_with_proxy_headers

    behind: Callable[..., Any] = wrap_asgi_with_proxy_headers(application, trusted)
    return behind


ADDRESS_SETTING = "JINQUE_PUBLIC_ADDRESS"

_ADDRESS = re.compile(r"https?://[a-z0-9.\-]+(?::\d{1,5})?|https?://\[[0-9a-f:]+\](?::\d{1,5})?")


def set_up_office(public_address: str) -> str:
    """Hand the address in browsers to the server's process by its settings; return it.

    Args:
        public_address: as typed; empty takes the setting, or the address that browsers name.

    Raises:
        InvalidOptionError: it is no address of a host.
    """
    given = public_address or os.environ.get(ADDRESS_SETTING, "")
    address = given.rstrip("/").lower()
    if address and not _ADDRESS.fullmatch(address):
        raise InvalidOptionError(
            say("“{given}” is no address of a site.", given=given),
            where="--public-address",
            hint=say(
                "Give scheme, host and port only, as https://lists.example.org or "
                "http://10.0.0.5:8000."
            ),
        )
    os.environ[ADDRESS_SETTING] = address
    return address


def refuse_without_office(public_address: str) -> None:
    """Refuse an address that would change nothing.

    Raises:
        WrongCallError: there is one.
    """
    if public_address:
        raise WrongCallError(
            say("--public-address goes with --office only."),
            where="--public-address",
            hint=say("Add --office, or leave the option out."),
        )


def office_notes(session: Session, accounts: Sequence[Account], host: str, address: str) -> str:
    """Return what whoever starts the site of an office should know."""
    active = sum(each.is_active for each in accounts)
    lines = [
        session.say(
            "With accounts: {active} may sign in. The pages of review are at /office.",
            active=active,
        )
    ]
    if not active:
        lines.append(
            session.say(
                "Nobody can sign in yet; add an account: jinque account add NAME --role editor"
            )
        )
    if not address.startswith("https://") and not _is_this_machine(host):
        lines.append(
            session.say(
                "Note: without encryption others on the network may see passwords; put it "
                "behind an https proxy and give --public-address https://..."
            )
        )
    return "\n".join(lines) + "\n"


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def serve_site(session: Session, host: str, port: int, *, office_at: str | None = None) -> None:
    """Serve the site until Ctrl-C.

    Args:
        session: language of what is printed.
        host: address to listen on.
        port: 0 takes any free port.
        office_at: None without accounts; otherwise the address in browsers, empty for the one
            listened on.
    """
    from jinque import api

    free = _free_port(host, port)
    with opened(session) as workspace:
        summaries = api.catalogues(workspace)
        accounts = () if office_at is None else api.accounts(workspace)
    sys.stdout.write(_summary(session, summaries))
    if office_at is not None:
        sys.stdout.write(office_notes(session, accounts, host, office_at))
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{free}/"
    sys.stdout.write(session.say("Site: {address}  (Ctrl-C stops it)\n", address=address))
    sys.stdout.flush()
    _run(host, free, load_site if office_at is None else load_office)


def _summary(session: Session, summaries: tuple[EditionSummary, ...]) -> str:
    rows: Counter[str] = Counter()
    issues: Counter[str] = Counter()
    for summary in summaries:
        rows.update(summary.counts)
        issues.update(summary.issues)
    of_rows, of_issues = counted(session, rows, KINDS), counted(session, issues, ISSUES)
    return session.say(
        "The record holds {n} catalogues: {of_rows}; issues: {of_issues}.\n",
        n=len(summaries),
        of_rows=of_rows,
        of_issues=of_issues,
    )


def _free_port(host: str, port: int) -> int:
    """Return the port, or a free one for 0.

    The server itself would share a port in use with the program that has it.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except OSError as fault:
            is_elsewhere = isinstance(fault, socket.gaierror) or fault.errno == errno.EADDRNOTAVAIL
            raise _no_such_host(host) if is_elsewhere else _not_free(host, port, fault) from fault
        free: int = probe.getsockname()[1]
    return free


def _no_such_host(host: str) -> InvalidOptionError:
    return InvalidOptionError(
        say("“{host}” is no address of this machine.", host=host),
        where="--host",
        hint=say("Use 127.0.0.1 for this machine, 0.0.0.0 for its network."),
    )


def _not_free(host: str, port: int, fault: OSError) -> MachineError:
    is_used = fault.errno == errno.EADDRINUSE
    return MachineError(
        say("Port {port} is in use.", port=str(port))
        if is_used
        else say(
            "Port {port} cannot be opened: {strerror}.", port=str(port), strerror=fault.strerror
        ),
        where=f"{host}:{port}",
        hint=say("Choose another one, as --port 8001, or stop the program that uses it."),
    )


def _stopped(host: str, port: int) -> MachineError:
    return MachineError(
        say("The site stopped and does not run."),
        where=f"{host}:{port}",
        hint=say("The lines above say why."),
    )


def _run(host: str, port: int, load: Callable[[], Callable[..., Any]]) -> None:
    """Run the server in one worker; what it serves stands in the settings that it inherits."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    server = Granian(
        target=SITE,
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        log_level=LogLevels.error,
    )
    try:
        server.serve(target_loader=load, wrap_loader=False)
    except SystemExit as fault:
        # A signal to the whole group may end the worker before the server has seen its own; the
        # server then takes the worker's end for a crash.
        if fault.code and not server.interrupt_signal:
            raise _stopped(host, port) from fault


def add_serve_command(app: typer.Typer) -> None:
    """Add it to the program."""
    app.command()(serve)


def serve(
    ctx: typer.Context,
    *,
    host: Host = "127.0.0.1",
    port: Port = "8000",
    office: AsOffice = False,
    public_address: PublicAddress = "",
) -> None:
    """Serve the site."""
    free = whole_number("--port", port, most=_LARGEST_PORT)
    at = set_up_office(public_address) if office else None
    if not office:
        refuse_without_office(public_address)
    serve_site(ctx.obj, host, free, office_at=at)
