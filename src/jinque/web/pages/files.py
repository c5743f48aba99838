"""Files made of the record: kept as long as it does not change, made beside the server's work."""

import asyncio
from collections.abc import Callable

from litestar import Response

from jinque import api
from jinque.web.assets import release
from jinque.web.cache import Answer, etag_of
from jinque.web.site import Visit

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Make = Callable[[api.Workspace], bytes]


async def kept_file(
    visit: Visit, name: tuple[str, ...], media_type: str, make: Make
) -> Response[bytes]:
    """Return a file, or 304 where the client holds it already.

    Args:
        visit: whose record the file is made of.
        name: all that it depends on beside the record and the release.
        media_type: without a character set.
        make: called in a thread, and only when the file is not kept.
    """
    site = visit.site
    key = (release(), api.revision(site.workspace), *name)
    etag = etag_of(key)
    headers = {"cache-control": "no-cache", "vary": "cookie", "etag": etag}
    if etag in visit.known_etags:
        return Response(b"", status_code=304, headers=headers)
    answer = site.cache.get(key)
    if answer is None:
        body = await asyncio.to_thread(make, site.workspace)
        answer = Answer(body=body, media_type=media_type, etag=etag)
        site.cache.put(key, answer)
    return Response(answer.body, media_type=answer.media_type, headers=headers)


async def workbook(visit: Visit, name: str, make: Make) -> Response[bytes]:
    """Return a workbook to save; it depends on the address alone."""
    made = await kept_file(visit, ("workbook", *visit.view.key), WORKBOOK, make)
    made.headers["content-disposition"] = f'attachment; filename="{name}"'
    return made
