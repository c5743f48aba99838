"""Cookies of the office: the token of a session, and the one before there is a session."""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass

from litestar.datastructures import Cookie

_TOKEN_BYTES = 32
_FORM_PURPOSE = b"jinque form"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookies:
    """Names and flags of the cookies.

    Attributes:
        is_secure: the browser reaches the site by https: it then sends them by nothing else, and
            lets no other host of the domain set them.
    """

    is_secure: bool

    @property
    def session(self) -> str:
        """Name of the cookie with the token of a session."""
        return self._named("jinque-session")

    @property
    def door(self) -> str:
        """Name of the cookie that the form of signing in belongs to."""
        return self._named("jinque-door")

    def set(self, name: str, token: str) -> Cookie:
        """Return a cookie that ends with the browser and that no script reads."""
        return Cookie(
            key=name,
            value=token,
            path="/",
            httponly=True,
            secure=self.is_secure,
            samesite="strict",
        )

    def gone(self, name: str) -> Cookie:
        """Return what takes a cookie away."""
        return Cookie(
            key=name,
            value="",
            path="/",
            max_age=0,
            httponly=True,
            secure=self.is_secure,
            samesite="strict",
        )

    def token(self, cookies: Mapping[str, str], name: str) -> str:
        """Return the token sent under a name; empty without one."""
        return cookies.get(name, "")

    def _named(self, name: str) -> str:
        return f"__Host-{name}" if self.is_secure else name


def new_token() -> str:
    """Return 256 random bits as text."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def form_token(token: str) -> str:
    """Return what a form has to carry beside the cookie with `token`.

    It is made of the token and tells nothing of it: a page may show it.
    """
    return hmac.digest(token.encode(), _FORM_PURPOSE, "sha256").hex()


def is_form_token(given: str, token: str) -> bool:
    """Compare in a time that tells nothing; without a session no form is right."""
    return bool(token) and hmac.compare_digest(given.encode(), form_token(token).encode())
