"""Style sheet, script and icon."""

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from jinque.web.assets import asset

ONE_YEAR = "public, max-age=31536000, immutable"


@get("/assets/{name:str}", include_in_schema=False)
async def asset_file(name: FromPath[str]) -> Response[bytes]:
    """Return a file that pages name with the tag of the release behind it."""
    found = asset(name)
    if found is None:
        raise NotFoundException
    body, media_type = found
    return Response(body, media_type=media_type, headers={"cache-control": ONE_YEAR})
