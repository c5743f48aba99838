"""The site with the pages of an office: accounts, drafts, history."""

import os
from concurrent.futures import ThreadPoolExecutor

from litestar import Router
from litestar.di import NamedDependency, Provide
from litestar.types import ASGIApp

from jinque import api
from jinque.api import review
from jinque.api.shelf import Shelf
from jinque.model.review_actor import Actor
from jinque.web.app import site_app
from jinque.web.desk import Desk, OfficeSite, desk_of
from jinque.web.pages.office.deciding import decide
from jinque.web.pages.office.draft import (
    draft_history_page,
    draft_issue_page,
    draft_issues_page,
    draft_page,
    draft_row_page,
    draft_rows_page,
)
from jinque.web.pages.office.drafts import office_page, reading_page, upload
from jinque.web.pages.office.entrance import sign_in, sign_in_page, sign_out
from jinque.web.pages.office.history import office_history_page
from jinque.web.pages.office.password import change_password, password_page
from jinque.web.readings import Progress, Readings
from jinque.web.site import Visit
from jinque.web.view import AnyRequest

ADDRESS_SETTING = "JINQUE_PUBLIC_ADDRESS"
MOST_HASHES = 2

OFFICE_PAGES = (
    sign_in_page,
    sign_in,
    sign_out,
    password_page,
    change_password,
    office_history_page,
    office_page,
    upload,
    reading_page,
    draft_page,
    draft_issues_page,
    draft_issue_page,
    draft_rows_page,
    draft_row_page,
    draft_history_page,
    decide,
)


def create_office() -> ASGIApp:
    """Return the site with the office, over the record that the environment names."""
    workspace = api.open_workspace()
    address = os.environ.get(ADDRESS_SETTING, "")
    return office_app(workspace, api.open_office(workspace), address=address)


def office_app(workspace: api.Workspace, office: api.Office, *, address: str = "") -> ASGIApp:
    """Return the site with the office over an open workspace.

    Args:
        workspace: is closed when the site stops.
        office: its accounts.
        address: the site's address in browsers, `https://lists.example.org`; empty takes the one
            that each request names.
    """

    def read(data: bytes, name: str, actor: Actor, tell: Progress) -> str:
        return review.review_bytes(workspace, data, name, actor, progress=tell).id

    site = OfficeSite(
        office=office,
        shelf=Shelf(workspace),
        readings=Readings(read),
        hashing=ThreadPoolExecutor(max_workers=MOST_HASHES, thread_name_prefix="hashing"),
        address=address,
    )
    return site_app(workspace, [office_router(site)])


def office_router(site: OfficeSite) -> Router:
    """Return the routes of the office with what their pages need."""

    def desk(visit: NamedDependency[Visit], request: AnyRequest) -> Desk:
        return desk_of(visit, site, request)

    def given_site() -> OfficeSite:
        return site

    return Router(
        path="/",
        route_handlers=OFFICE_PAGES,
        dependencies={
            "desk": Provide(desk, sync_to_thread=False),
            "site": Provide(given_site, sync_to_thread=False),
        },
    )
