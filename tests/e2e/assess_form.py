"""The self-check's form, filled in as a visitor does."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

POST = "/assess/posts/dalian:%E6%96%B0%E4%B8%80%E4%BB%A3%E4%BF%A1%E6%81%AF%E6%8A%80%E6%9C%AF:1"
NAME = "计算机软件工程技术人员"
MARKER = "标记岗位甲乙丙"


def fill_six(page: "Page", occupation: str = NAME) -> None:
    """Answer the six questions of a developer of many years, of whom managing is not told."""
    page.locator("#f-nationality").get_by_label("中国").check()
    page.locator('[id="f-educations.1.level"]').select_option("本科")
    page.locator('[id="f-educations.1.degree"]').select_option("学士")
    page.locator('[id="f-educations.1.majors"]').fill("软件工程")
    page.locator("#f-is_graduate_of_year").get_by_label("不是").check()
    page.locator("#f-aim").fill(NAME)
    page.locator('[id="f-work.1.occupation"]').fill(occupation)
    page.locator('[id="f-work.1.begun_on"]').fill("2015-07")


def check(page: "Page", site: str, query: str = "") -> None:
    """Open the form, answer the six questions and send them."""
    page.goto(f"{site}/assess{query}")
    fill_six(page)
    page.locator("#facts > button[type=submit]").click()
