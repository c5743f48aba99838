"""LibreOffice as a converter of old formats: alone, in a folder of its own, stopped on time.

The settings under which LibreOffice converts: nothing runs, and nothing is fetched.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from jinque.documents.source import Source
from jinque.errors import NotReadableError, OfficeMissingError, TooSlowError
from jinque.locale import say

_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
{settings}
</oor:items>
"""
_SETTING = (
    '<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)
_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Office.Calc/Content/Update", "Link", "1"),
    ("Inet/Settings", "ooInetProxyType", "1"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""No macros, no linked content, and a proxy that nobody answers for what would be fetched."""


def write_profile(profile: Path) -> None:
    """Write the settings into a new profile folder."""
    folder = profile / "user"
    folder.mkdir(parents=True)
    settings = "\n".join(
        _SETTING.format(path=path, name=name, value=value) for path, name, value in _SETTINGS
    )
    text = _PROFILE.format(settings=settings)
    (folder / "registrymodifications.xcu").write_text(text, encoding="utf-8")


_PROGRAMS = ("soffice", "libreoffice")
_ON_MACOS = Path("/Applications/LibreOffice.app/Contents/MacOS/soffice")
_FILTERS = {
    "doc": "MS Word 97",
    "rtf": "Rich Text Format",
    "odt": "writer8",
    "ods": "calc8",
    "word.xml": "MS Word 2003 XML",
    "excel.xml": "MS Excel 2003 XML",
    "uot": "UOF text",
    "uos": "UOF spreadsheet",
    "xls": "MS Excel 95",
    "xl4": "MS Excel 4.0",
    "docx": "MS Word 2007 XML",
}


def convert(source: Source, kind: str, target: str) -> bytes:
    """Return the file as LibreOffice writes it anew.

    Args:
        source: a file of a format that is not read natively.
        kind: which, a key of the table of filters (`doc`, `uot`, `xls` of Excel 95 …).
        target: `docx`, `xlsx`, or `pdf` for a file of our own.

    Raises:
        OfficeMissingError: LibreOffice is not installed.
        TooSlowError: it took longer than the budget allows and was stopped.
        NotReadableError: it could not read the file.
    """
    program = find_office()
    if program is None:
        raise _missing(source.name)
    with tempfile.TemporaryDirectory(prefix="jinque-office-", ignore_cleanup_errors=True) as folder:
        here = Path(folder)
        given = here / f"source.{kind}"
        given.write_bytes(source.data)
        _run(program, given, target, source)
        made = here / "made" / given.with_suffix(f".{target}").name
        if not made.is_file():
            raise _failed(source.name)
        return made.read_bytes()


def find_office() -> str | None:
    """Return the path of LibreOffice, or None where it is not installed."""
    found = next((path for name in _PROGRAMS if (path := shutil.which(name))), None)
    return found or (str(_ON_MACOS) if _ON_MACOS.exists() else None)


def _run(program: str, given: Path, target: str, source: Source) -> None:
    seconds = source.budget.limits.office_seconds
    process = subprocess.Popen(  # noqa: S603 - a fixed command; the file is named by us
        _command(program, given, target),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=given.parent,
        env={"PATH": os.environ.get("PATH", ""), "HOME": str(given.parent), "LC_ALL": "C.UTF-8"},
        start_new_session=True,
    )
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise _too_slow(source.name, seconds) from None
    finally:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _command(program: str, given: Path, target: str) -> list[str]:
    profile = given.parent / "profile"
    write_profile(profile)
    return [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        f"--infilter={_FILTERS[given.name.removeprefix('source.')]}",
        *("--convert-to", target, "--outdir", str(given.parent / "made"), str(given)),
    ]


def _missing(where: str) -> OfficeMissingError:
    return OfficeMissingError(
        say("Reading this old format needs LibreOffice, which is not installed here."),
        where=where,
        hint=say(
            "Debian/Ubuntu: apt-get install libreoffice-writer-nogui "
            "libreoffice-calc-nogui; macOS: brew install --cask libreoffice. Or save it as "
            ".docx or .xlsx in WPS or Office."
        ),
    )


def _failed(where: str) -> NotReadableError:
    return NotReadableError(
        say("LibreOffice cannot open the file; it may be damaged or locked."),
        where=where,
        hint=say("Open it in its own program and save it as .docx or .xlsx."),
    )


def _too_slow(where: str, seconds: float) -> TooSlowError:
    return TooSlowError(
        say("LibreOffice took more than {seconds:g} seconds and was stopped.", seconds=seconds),
        where=where,
        hint=say(
            "Large tables of old formats convert slowly; save it as .docx or .xlsx in WPS "
            "or Office."
        ),
    )
