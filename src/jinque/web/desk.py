"""Whoever is signed in, at a page of the office."""

from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Final, TypeVar

from litestar import Response
from litestar.response import Redirect

from jinque import api
from jinque.api.shelf import Shelf
from jinque.errors import JinqueError
from jinque.model.account import Account
from jinque.model.review_actor import Actor
from jinque.web.faults import status_of
from jinque.web.guard import Form, check_form, check_origin, not_signed_in, sent_form
from jinque.web.readings import Readings
from jinque.web.session import Cookies, form_token
from jinque.web.site import Visit, fault_response
from jinque.web.view import AnyRequest

Context = TypeVar("Context")

SEE_OTHER: Final = 303


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeSite:
    """What all visits to the office share.

    Attributes:
        hashing: computes hashes of passwords: few at a time, because each takes 64 MiB.
        address: the site's address in browsers; empty takes the one that each request names.
    """

    office: api.Office
    shelf: Shelf
    readings: Readings
    hashing: Executor
    address: str

    @property
    def cookies(self) -> Cookies:
        """The cookies, as safe as the address allows."""
        return Cookies(is_secure=self.address.startswith("https://"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """Who is signed in, as pages and twins tell it.

    Attributes:
        form_token: what every form of this session has to carry.
    """

    name: str
    role: str
    form_token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A request of somebody who is signed in."""

    visit: Visit
    site: OfficeSite
    request: AnyRequest
    account: Account
    token: str

    @property
    def workspace(self) -> api.Workspace:
        """The record open for use."""
        return self.visit.site.workspace

    @property
    def actor(self) -> Actor:
        """The person as a review knows it."""
        return Actor(name=self.account.name, role=self.account.role)

    @property
    def shown(self) -> DeskView:
        """What pages tell of it."""
        return DeskView(
            name=self.account.name,
            role=self.account.role.value,
            form_token=form_token(self.token),
        )

    async def form(self) -> Form:
        """Return the fields of a form of this session.

        Raises:
            ForeignFormError: it comes from elsewhere.
        """
        check_origin(self.request, self.site.address)
        given = await sent_form(self.request)
        check_form(given, self.token)
        return given

    def page(self, template: str, context: Context, *, status: int = 200) -> Response[Context]:
        """Return a page or its twin, kept nowhere."""
        return self.visit.private(f"office/{template}", context, status=status)

    def go(self, path: str) -> Redirect:
        """Lead to a page after a form, or to its twin where JSON is wished for."""
        plain, mark, rest = path.partition("#")
        stem, asked, query = plain.partition("?")
        twin = f"{stem}.json" if self.visit.view.wants_json else stem
        return Redirect(f"{twin}{asked}{query}{mark}{rest}", status_code=SEE_OTHER)

    def refusal(self, fault: JinqueError) -> Response[bytes]:
        """Return an error as a page or in the one JSON shape."""
        return fault_response(self.visit.site, self.visit.view, fault, status_of(fault))


def desk_of(visit: Visit, site: OfficeSite, request: AnyRequest) -> Desk:
    """Return the desk of whoever sends a request.

    Raises:
        NotSignedInError: nobody is signed in.
    """
    token = site.cookies.token(request.cookies, site.cookies.session)
    account = site.office.signing.signed_in(token)
    if account is None:
        raise not_signed_in()
    return Desk(visit=visit, site=site, request=request, account=account, token=token)
