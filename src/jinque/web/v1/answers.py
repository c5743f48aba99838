"""An answer in the format that the client accepts, with what it needs to ask again cheaply."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import TypeVar, cast

from litestar import Response

from jinque import api
from jinque.errors import FormatNotOfferedError
from jinque.model import Post
from jinque.web.assets import release
from jinque.web.cache import etag_of
from jinque.web.site import Site
from jinque.web.view import AnyRequest

JSON = "application/json"
CSV = "text/csv"
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OFFERED = (JSON, CSV, WORKBOOK)
Answer = TypeVar("Answer")
_NAMES = {CSV: "rows.csv", WORKBOOK: "rows.xlsx"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A request for data.

    Attributes:
        address: the whole address as the client gave it.
    """

    site: Site
    request: AnyRequest
    address: str

    @property
    def revision(self) -> str:
        """The state of the record, which every list depends on."""
        return api.revision(self.site.workspace)

    def format_of(self, *offered: str) -> str:
        """Return the offered format that the client likes best, the first where it does not say.

        Raises:
            FormatNotOfferedError: it accepts none of them.
        """
        best = self.request.accept.best_match(list(offered))
        if best is None:
            raise FormatNotOfferedError(
                "这里没有所要的格式。",
                "The format that is asked for is not offered here.",
                where="Accept",
                hint_zh=f"可用的格式：{'、'.join(offered)}。",
                hint_en=f"The formats are: {', '.join(offered)}.",
            )
        return best

    def headers(self, media_type: str) -> dict[str, str]:
        """Return the headers of an answer that may be kept and must be asked about again."""
        newest = max(each.published_at for each in api.catalogues(self.site.workspace))
        return {
            "etag": self._etag(media_type),
            "last-modified": format_datetime(datetime.fromisoformat(newest), usegmt=True),
            "cache-control": "no-cache",
            "vary": "accept",
        }

    def held(self) -> Response[bytes] | None:
        """Return 304 where the client holds this very answer already, before it is worked out."""
        media_type = self.request.accept.best_match(list(OFFERED))
        known = self.request.headers.get("if-none-match", "")
        tags = {tag.strip() for tag in known.split(",")}
        if media_type is None or self._etag(media_type) not in tags:
            return None
        return Response(b"", status_code=304, headers=self.headers(media_type))

    def json(self, answer: Answer) -> Response[Answer]:
        """Return an answer as JSON."""
        return Response(answer, media_type=JSON, headers=self.headers(JSON))

    def file(self, posts: Sequence[Post], media_type: str, more: str | None) -> Response[Answer]:
        """Return rows as CSV or as a workbook; the next page stands in the header `link`."""
        headers = self.headers(media_type)
        headers["content-disposition"] = f'attachment; filename="{_NAMES[media_type]}"'
        if more is not None:
            headers["link"] = f'<{more}>; rel="next"'
        body = api.rows_csv(posts) if media_type == CSV else api.rows_workbook(posts)
        return cast("Response[Answer]", Response(body, media_type=media_type, headers=headers))

    def _etag(self, media_type: str) -> str:
        return etag_of((release(), self.revision, self.address, media_type))
