"""Downloads."""

from collections.abc import Iterator
from itertools import chain

from litestar import get
from litestar.di import NamedDependency
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath, FromQuery
from litestar.response import Stream

from jinque import api
from jinque.errors import InvalidOptionError
from jinque.web.contexts.edition import FORMATS
from jinque.web.pages.responses import FAULTS_OF_ONE
from jinque.web.site import Visit

MEDIA_TYPES = {"jsonl": "application/x-ndjson", "csv": "text/csv"}


FILE = ResponseSpec(
    str,
    generate_examples=False,
    description="The file, as an attachment.",
    media_type="application/x-ndjson",
)


@get(
    "/editions/{edition_id:str}/export",
    operation_id="export",
    responses={200: FILE, **FAULTS_OF_ONE},
)
async def export_file(
    visit: NamedDependency[Visit],
    edition_id: FromPath[str],
    format: FromQuery[str] = "jsonl",  # noqa: A002 - the name that stands in the address
    kind: FromQuery[str] = "",
) -> Stream:
    """All rows of one kind as a file: one JSON object a line, or CSV."""
    if format not in FORMATS:
        raise InvalidOptionError(
            f"没有“{format}”这种格式",
            f"There is no format “{format}”",
            where="format",
            hint_zh=f"可用的格式：{'、'.join(FORMATS)}",
            hint_en=f"The formats are: {', '.join(FORMATS)}",
        )
    workspace = visit.site.workspace
    pieces = _begun(api.export(workspace, edition_id, format, kind or None))
    version = api.edition(workspace, edition_id).summary.version
    name = "-".join(filter(None, (edition_id, f"v{version}", kind)))
    return Stream(
        pieces,
        media_type=MEDIA_TYPES[format],
        headers={"content-disposition": f'attachment; filename="{name}.{format}"'},
    )


def _begun(pieces: Iterator[str]) -> Iterator[str]:
    """Take the first piece, so that a wrong call fails before the answer has begun."""
    first = next(pieces, "")
    return chain([first], pieces)
