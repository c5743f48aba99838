"""Questions about a person, typed into the form of the ladder."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

# The worked example: technician since 2022-11-01, asked on two days.
ELECTRICIAN = {"place": "浙江", "occupation": "电工", "obtained_on": "2022-11-01"}

QUESTIONS = {
    "electrician": {**ELECTRICIAN, "skill_level": "技师"},
    "turner": {"place": "舟山市", "occupation": "车工", "title_level": "中级"},
    "elsewhere": {**ELECTRICIAN, "place": "上海", "skill_level": "技师"},
    "not listed": {**ELECTRICIAN, "occupation": "电工长", "skill_level": "技师"},
    "nothing said": {"place": "浙江"},
}


def ask(page: "Page", site: str, fields: Mapping[str, str], language: str = "zh") -> None:
    """Open the form, fill it in and send it."""
    page.goto(f"{site}/ladder?lang={language}")
    for name, value in fields.items():
        field = page.locator(f"#f-{name}")
        if name.endswith("level"):
            field.select_option(value)
        else:
            field.fill(value)
    page.locator("#facts button[type=submit]").click()
