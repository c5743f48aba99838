"""How one request wants its answer: language, letter size, HTML or JSON, and its own address."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from litestar import Request

AnyRequest = Request[Any, Any, Any]

LANGUAGES = ("zh", "en")
FOR_PROGRAMS = "/api/"
SIZES = ("normal", "large")
SWITCHES = {"lang": LANGUAGES, "size": SIZES}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What a request asks for beside its subject.

    Attributes:
        language: `zh` or `en`.
        size: `normal` or `large` letters.
        path: the decoded path, without the `.json` of a twin.
        query: the query in the order given, without the two switches.
        origin: scheme and host as the client addressed them, without a slash at the end.
        wants_json: whether to answer with the JSON twin.
        chosen: switches given in this address, to be remembered in cookies.
    """

    language: str
    size: str
    path: str
    query: tuple[tuple[str, str], ...]
    origin: str
    wants_json: bool
    chosen: tuple[tuple[str, str], ...]

    def address(self, changes: Mapping[str, str | None]) -> str:
        """Return this page's address with parts of the query changed.

        Args:
            changes: new values by name; None or an empty text takes the name out.
        """
        kept = [(name, value) for name, value in self.query if name not in changes]
        added = [(name, value) for name, value in changes.items() if value]
        query = urlencode(kept + added)
        return quote(self.path, safe="/:") + (f"?{query}" if query else "")

    @property
    def permalink(self) -> str:
        """The whole address, without switches; the part behind the host stays readable Chinese."""
        query = urlencode(self.query)
        return f"{self.origin}{self.path}" + (f"?{query}" if query else "")

    @property
    def twin(self) -> str:
        """The address of the JSON twin, from the root of the site."""
        path, _, query = self.address({}).partition("?")
        path = "/index" if path == "/" else path
        return f"{path}.json" + (f"?{query}" if query else "")

    @property
    def key(self) -> tuple[str, ...]:
        """What a stored answer to this request depends on, the state of the record aside."""
        return (self.language, self.size, str(self.wants_json), self.permalink)


def view_of(request: AnyRequest) -> View:
    """Read the wishes of `request`; an unknown value of a switch counts as not given."""
    chosen = tuple(
        (name, value)
        for name, known in SWITCHES.items()
        if (value := request.query_params.get(name)) in known
    )
    asked = dict(chosen)
    accepted = request.accept.best_match(["text/html", "application/json"], default="text/html")
    return View(
        language=asked.get("lang") or _remembered(request.cookies, "lang"),
        size=asked.get("size") or _remembered(request.cookies, "size"),
        path=request.scope["path"],
        query=tuple((k, v) for k, v in request.query_params.multi_items() if k not in SWITCHES),
        origin=str(request.base_url).rstrip("/"),
        wants_json=accepted == "application/json" or request.scope["path"].startswith(FOR_PROGRAMS),
        chosen=chosen,
    )


def _remembered(cookies: Mapping[str, str], name: str) -> str:
    known = SWITCHES[name]
    value = cookies.get(name, "")
    return value if value in known else known[0]
