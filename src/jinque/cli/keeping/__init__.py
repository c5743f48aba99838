"""`jinque backup`, `jinque restore`, `jinque verify`: the record in a file, and back."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jinque.cli.call import DONE, FAULTY_DATA, Session, bundled
from jinque.cli.terminal import write_json
from jinque.locale import say

if TYPE_CHECKING:
    from jinque.api.keeping import Backup, Verification

_JSON = say("answer in JSON, for programs")

KEEPING_COMMANDS = {
    "backup": say("Copy the record into a file, while it is used"),
    "restore": say("Bring a backup back into an empty place"),
    "verify": say("Look the record through for damage"),
}
KEEPING_PARAMETERS = {
    "backup FILE": say("the file to write; it must not be there yet"),
    "backup --json": _JSON,
    "restore FILE": say("a file that jinque backup wrote"),
    "restore --json": _JSON,
    "verify --json": _JSON,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOptions:
    """As typed."""

    file: Annotated[Path, typer.Argument()]
    as_json: Annotated[bool, typer.Option("--json")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyOptions:
    """As typed."""

    as_json: Annotated[bool, typer.Option("--json")] = False


def add_keeping_commands(app: typer.Typer) -> None:
    """Add them to the program."""
    app.command(name="backup")(bundled(FileOptions, run_backup))
    app.command(name="restore")(bundled(FileOptions, run_restore))
    app.command(name="verify")(bundled(VerifyOptions, run_verify))


def run_backup(session: Session, options: FileOptions) -> int:
    """Write a backup."""
    from jinque.api import keeping, to_json

    made = keeping.backup(options.file)
    if options.as_json:
        write_json({"backup": to_json(made)})
    else:
        sys.stdout.write(_told(session, made))
        told = session.say("Written: {file}. Keep it as closely as the record.", file=options.file)
        sys.stdout.write(f"{told}\n")
    return DONE


def run_restore(session: Session, options: FileOptions) -> int:
    """Bring a backup back; the exit code says whether what came back is whole."""
    from jinque.api import keeping, to_json

    made = keeping.restore(options.file)
    if options.as_json:
        write_json({"restoration": to_json(made)})
    else:
        sys.stdout.write(_told(session, made.backup))
        sys.stdout.write(session.say("Restored: {place}", place=made.place) + "\n")
        sys.stdout.write(_found(session, made.verification))
    return FAULTY_DATA if made.verification.damages else DONE


def run_verify(session: Session, options: VerifyOptions) -> int:
    """Look the record through; the exit code says whether it is whole."""
    from jinque.api import keeping, to_json

    found = keeping.verify()
    if options.as_json:
        write_json({"verification": to_json(found)})
    else:
        sys.stdout.write(_found(session, found))
    return FAULTY_DATA if found.damages else DONE


def _told(session: Session, made: "Backup") -> str:
    editions, sources, drafts = (made.rows[name] for name in ("edition", "source", "draft"))
    return (
        session.say(
            "{editions} versions, {sources} sources, {drafts} drafts",
            editions=editions,
            sources=sources,
            drafts=drafts,
        )
        + f"\nSHA-256 {made.rows_sha256}\n"
    )


def _found(session: Session, found: "Verification") -> str:
    lines = [
        session.say(
            "Looked through: {sources} sources, {editions} versions, {drafts} drafts.",
            sources=found.sources,
            editions=found.editions,
            drafts=found.drafts,
        )
    ]
    for each in found.damages:
        lines += [f"{each.code}  {each.where}", f"  {session.of(each.message)}"]
        lines.append(f"  {session.of(each.hint)}")
    if not found.damages:
        lines.append(session.say("The record is whole."))
    return "\n".join(lines) + "\n"
