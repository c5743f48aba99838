"""People of an office, each in a browser of their own."""

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e import shell
from tests.e2e.site_server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

PASSWORD = "four quiet harbours 9"  # noqa: S105 - of the tests
STAFF = {"张敏": "editor", "李雷": "reviewer", "韩梅": "publisher"}
PATIENCE_MS = 30_000


@contextmanager
def office_serving(corpus_record: Path, folder: Path) -> Iterator[str]:
    """Serve a copy of the record with three accounts."""
    record = shell.copy(corpus_record, folder)
    for name, role in STAFF.items():
        add_account(record, name, role)
    with serving(record, "create_office") as address:
        yield address


def add_account(record: Path, name: str, role: str) -> None:
    subprocess.run(
        [shell.PROGRAM, "account", "add", name, "--role", role, "--password-stdin"],
        env=shell.environment(record),
        input=PASSWORD.encode(),
        check=True,
        capture_output=True,
        timeout=120,
    )


class Person:
    """Somebody at the office, from signing in on."""

    def __init__(self, browser: "Browser", site: str, name: str, width: int = 1280) -> None:
        context = browser.new_context(viewport={"width": width, "height": 900})
        self.site, self.name = site, name
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.goto(f"{site}/office/sign-in")
        self.page.fill("#name", name)
        self.page.fill("#password", PASSWORD)
        self.main.get_by_role("button", name="登录").click()

    @property
    def main(self) -> "Locator":
        return self.page.locator("main")

    def go(self, path: str) -> None:
        self.page.goto(self.site + path)

    def upload(self, name: str, data: bytes) -> str:
        """Send a file and wait until it is read; return the address of its draft."""
        self.go("/office")
        self.page.set_input_files(
            "#file", {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        )
        self.main.get_by_role("button", name="上传并读取").click()
        self.page.wait_for_url(re.compile("/office/drafts/"))
        return self.page.url.removeprefix(self.site)

    def open_issue(self, draft: str, code: str, row: str = "") -> None:
        """Go to the open issue of a check about a row."""
        self.go(f"{draft}/issues?show=open&check={code}")
        issue = self.main.locator(".issue").filter(has_text=row)
        issue.first.locator(".issue-says a").click()

    def settle(self, action: str, reason: str, **fields: str) -> None:
        """Fill in the form of the issue at hand and send it."""
        self.page.check(f"#do-{action}")
        for name, value in fields.items():
            box = self.page.locator(f"form.facts [name={name}]:not([type=hidden])")
            if box.evaluate("each => each.tagName") == "SELECT":
                box.select_option(value)
            else:
                box.fill(value)
        self.page.fill("#reason", reason)
        self.main.get_by_role("button", name=re.compile("^记下")).click()

    def open_issues(self, draft: str) -> str:
        """Return the list of the open issues of a draft, as it reads."""
        self.go(f"{draft}/issues?show=open")
        return self.says()

    def buttons(self, draft: str) -> list[str]:
        """Return the names of the buttons on the page of a draft."""
        self.go(draft)
        return [each.strip() for each in self.main.get_by_role("button").all_inner_texts()]

    def press(self, name: str) -> None:
        self.main.get_by_role("button", name=name, exact=True).click()

    def says(self) -> str:
        return self.main.inner_text()
