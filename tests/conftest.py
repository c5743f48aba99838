"""What tests share: isolation from the user's machine, and the services that some of them need."""

import ctypes.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import hypothesis
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

hypothesis.settings.register_profile("default", deadline=None)
# In CI a failure must be found again from its log alone, on another machine.
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=2000)
hypothesis.settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "default")
)

# A test says that it needs a service by asking for the fixture; each service runs once, because
# all tests that need it go to the same worker.
SERVICES = {"postgres_url": "postgres", "browser": "browser"}

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def pytest_configure() -> None:
    sys.addaudithook(_refuse_the_network)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        # Spark starts a virtual machine for each session: these are what `make test-long` is for.
        if item.get_closest_marker("spark") is not None:
            item.add_marker(pytest.mark.long)
        for fixture in SERVICES.keys() & set(getattr(item, "fixturenames", ())):
            item.add_marker(SERVICES[fixture])
            item.add_marker(pytest.mark.xdist_group(SERVICES[fixture]))


def pytest_runtest_setup(item: pytest.Item) -> None:
    if item.get_closest_marker("spark") is None:
        return
    if not all(find_spec(name) for name in ("pyspark", "pandas")) or not shutil.which("java"):
        _unavailable("pyspark, pandas or Java is not installed")


@pytest.fixture(scope="session", autouse=True)
def _no_trace_on_the_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the user's own record out of the tests, and the tests out of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("JINQUE_DATABASE_URL", raising=False)
        yield


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Start a PostgreSQL server of our own and give the SQLAlchemy URL of its empty database."""
    programs = _postgres_programs()
    if programs is None:
        _unavailable("PostgreSQL is not installed")
    with _postgres_cluster(programs) as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Start Chromium; a test opens pages of its own in it.

    One for each module, because Playwright keeps an event loop running meanwhile, beside which
    no test of the same worker could start one.
    """
    from playwright.sync_api import sync_playwright

    chromium = _chromium()
    if chromium is None:
        _unavailable("Chromium is not installed")
    if sys.platform == "linux" and not ctypes.util.find_library("atomic"):
        _unavailable("libatomic, which Playwright's driver is linked with, is not installed")
    if not _has_chinese_font():
        _unavailable("no Chinese font is installed")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_FLAGS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def office() -> str:
    """Give the path of LibreOffice, without which old formats are not read."""
    from jinque.documents.libreoffice import find_office

    found = find_office()
    if found is None:
        _unavailable("LibreOffice is not installed")
    return str(found)


CHROMIUM_FLAGS = [
    "--no-sandbox",  # which root, as in CI, cannot have
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def _refuse_the_network(event: str, arguments: tuple[object, ...]) -> None:
    if event != "socket.connect":
        return
    address = arguments[1]
    if isinstance(address, tuple) and address[0] not in LOOPBACK:
        raise PermissionError(f"a test reached for the network: {address}")


def _unavailable(reason: str) -> NoReturn:
    """Skip the test; where everything is required, as in CI, fail it."""
    if os.environ.get("JINQUE_REQUIRE_ALL"):
        pytest.fail(f"{reason}, and JINQUE_REQUIRE_ALL is set")
    pytest.skip(reason)


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    on_macos = (
        Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
        Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    )
    found = [path for name in names if (path := shutil.which(name))]
    return next(iter([*found, *(str(path) for path in on_macos if path.exists())]), None)


def _has_chinese_font() -> bool:
    if sys.platform == "darwin":
        return True
    if not shutil.which("fc-list"):
        return False
    fonts = subprocess.run(
        ["fc-list", ":lang=zh-cn", "family"], check=True, capture_output=True, text=True
    )
    return bool(fonts.stdout.strip())


def _postgres_programs() -> Path | None:
    """Find the folder with initdb; Debian keeps it off the PATH, one folder a version."""
    if initdb := shutil.which("initdb"):
        return Path(initdb).parent
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(found, key=lambda path: float(path.parts[-3]), default=None)
    return newest.parent if newest else None


@contextmanager
def _postgres_cluster(programs: Path) -> Iterator[str]:
    # Not below pytest's own folder, which another user may not enter: PostgreSQL refuses to run
    # as root, and then runs as the user that its package has made.
    folder = Path(tempfile.mkdtemp(prefix="jinque-postgres-"))
    user = "postgres" if os.geteuid() == 0 else None
    if user:
        shutil.chown(folder, user, user)

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [programs / program, "-D", folder / "cluster", *arguments],
            check=True,
            user=user,
            group=user,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )

    try:
        run("initdb", "-U", "jinque", "-E", "UTF8", "--locale=C", "--auth=trust", "--no-sync")
        port = _free_port()
        options = f"-F -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
        run("pg_ctl", "-w", "-l", str(folder / "log"), "-o", options, "start")
        try:
            yield f"postgresql+psycopg://jinque@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
