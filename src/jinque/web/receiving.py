"""How each request is received, and how each error is answered."""

from collections.abc import Callable
from urllib.parse import quote

from litestar import Response
from litestar.response import Redirect

from jinque.errors import NotSignedInError
from jinque.web.faults import as_fault
from jinque.web.site import Site, Visit, fault_response
from jinque.web.view import AnyRequest, View, view_of


def visitor(site: Site) -> Callable[[AnyRequest], Visit]:
    """Return what makes a visit of a request."""

    def visit(request: AnyRequest) -> Visit:
        known = request.headers.get("if-none-match", "")
        etags = frozenset(tag.strip() for tag in known.split(","))
        return Visit(site=site, view=view_of(request), known_etags=etags)

    return visit


def refuser(site: Site) -> Callable[[AnyRequest, Exception], Response[bytes] | Redirect]:
    """Return what makes an answer of an error: in words, in JSON, or the form of signing in."""

    def refuse(request: AnyRequest, error: Exception) -> Response[bytes] | Redirect:
        view = view_of(request)
        if isinstance(error, NotSignedInError) and _is_a_look(request, view):
            back = quote(view.address({}), safe="")
            return Redirect(f"/office/sign-in?to={back}", status_code=303)
        told, status = as_fault(request, error)
        return fault_response(site, view, told, status)

    return refuse


def _is_a_look(request: AnyRequest, view: View) -> bool:
    return request.method == "GET" and not view.wants_json
