"""One visit to the site: a context asked for, rendered or taken from those kept."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar, cast

from litestar import Response
from litestar.datastructures import Cookie

from jinque import api
from jinque.errors import JinqueError
from jinque.web.assets import release
from jinque.web.cache import Answer, AnswerCache, etag_of
from jinque.web.contexts.error import ErrorContext, ErrorPage
from jinque.web.rendering import Renderer
from jinque.web.view import View

Context = TypeVar("Context")

ONE_YEAR_S = 365 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What all visits share."""

    workspace: api.Workspace
    renderer: Renderer
    cache: AnswerCache


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A request for one page.

    Attributes:
        known_etags: those the client already holds.
    """

    site: Site
    view: View
    known_etags: frozenset[str]

    def answer(self, template: str, build: Callable[[api.Workspace], Context]) -> Response[Context]:
        """Return the page, its twin, or 304 where the client holds it already.

        Args:
            template: file of the page's HTML.
            build: makes the context; called only when no answer is kept.
        """
        key = (release(), api.revision(self.site.workspace), *self.view.key)
        etag = etag_of(key)
        if etag in self.known_etags:
            return cast("Response[Context]", _response(b"", "", self.view, etag, status=304))
        kept = self.site.cache.get(key)
        if kept is None:
            context = build(self.site.workspace)
            body, media_type = self.site.renderer.render(template, context, self.view)
            kept = Answer(body=body, media_type=media_type, etag=etag)
            self.site.cache.put(key, kept)
        made = _response(kept.body, kept.media_type, self.view, etag)
        return cast("Response[Context]", made)

    def private(self, template: str, context: Context, *, status: int = 200) -> Response[Context]:
        """Return a page or its twin that tells of a person: kept nowhere, here or on the way."""
        body, media_type = self.site.renderer.render(template, context, self.view)
        made = _response(body, media_type, self.view, "", status=status)
        return cast("Response[Context]", made)


def fault_response(site: Site, view: View, fault: JinqueError, status: int) -> Response[bytes]:
    """Return an error as a page in words or in the one JSON shape; never kept."""
    context: ErrorContext | ErrorPage = (
        ErrorContext.of(fault, view.language)
        if view.wants_json
        else ErrorPage.of(site.workspace, fault, view.language)
    )
    body, media_type = site.renderer.render("error.html", context, view)
    return _response(body, media_type, view, "", status=status)


def _response(
    body: bytes, media_type: str, view: View, etag: str, *, status: int = 200
) -> Response[bytes]:
    headers = {
        "cache-control": "no-cache" if etag else "no-store",
        "vary": "accept, cookie",
        "content-language": view.language,
    }
    if etag:
        headers["etag"] = etag
    cookies = [
        Cookie(key=name, value=value, max_age=ONE_YEAR_S, samesite="lax", httponly=True)
        for name, value in view.chosen
    ]
    return Response(
        body, status_code=status, media_type=media_type or None, headers=headers, cookies=cookies
    )
