"""What holds for every request, before any page is chosen."""

from litestar.enums import ScopeType
from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

POLICY = (
    b"default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    b"object-src 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)

TWIN = ".json"


class Doorway:
    """Turn the address of a JSON twin into a wish for JSON, answer HEAD, add safety headers.

    `/posts/x.json` becomes `/posts/x` with `Accept: application/json`, `/index.json` becomes `/`;
    a HEAD is answered as its GET without the body.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or one event of the server's life."""
        if scope["type"] != ScopeType.HTTP:
            await self.app(scope, receive, send)
            return
        is_head = scope["method"] == "HEAD"

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *HEADERS]
            elif message["type"] == "http.response.body" and is_head:
                message["body"] = b""
            await send(message)

        await self.app(_resolved(scope), receive, send_safely)


def _resolved(scope: HTTPScope) -> HTTPScope:
    resolved = scope.copy()
    if scope["method"] == "HEAD":
        resolved["method"] = "GET"
    path = scope["path"]
    if path.endswith(TWIN):
        stem = path.removesuffix(TWIN)
        resolved["path"] = "/" if stem == "/index" else stem
        resolved["raw_path"] = resolved["path"].encode()
        others = [(name, value) for name, value in scope["headers"] if name != b"accept"]
        resolved["headers"] = [*others, (b"accept", b"application/json")]
    return resolved
