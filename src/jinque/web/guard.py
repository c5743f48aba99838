"""What keeps the office: who is signed in, and that a form is one that this site gave."""

from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from jinque.errors import ForeignFormError, NotSignedInError
from jinque.web.session import is_form_token
from jinque.web.view import AnyRequest

FORM_FIELD = "form_token"
MOST_FIELDS = 200

Form = Mapping[str, str]


def check_origin(request: AnyRequest, address: str) -> None:
    """Refuse what another site's page sends.

    Args:
        request: a POST; every browser names the origin of the page in one.
        address: the site's address in browsers; empty takes the one that the request names.

    Raises:
        ForeignFormError: the origin is another, or there is none.
    """
    origin = request.headers.get("origin", "")
    expected = address or str(request.base_url).rstrip("/")
    if origin and origin == expected:
        return
    raise ForeignFormError(
        f"请求来自另一个地址（{_shown(origin)}），没有执行。",
        f"The request comes from another address ({_shown(origin)}) and was not carried out.",
        where="Origin",
        hint_zh=f"请从本站页面（{expected}）重新提交；在反向代理后面运行时，"
        "启动要写 --public-address。",
        hint_en=f"Send it again from a page of this site ({expected}); behind a reverse proxy "
        "the site is started with --public-address.",
    )


def check_form(given: Mapping[str, str], token: str) -> None:
    """Refuse a form that was not made for this session.

    Raises:
        ForeignFormError: its token is another's, or missing.
    """
    if is_form_token(given.get(FORM_FIELD, ""), token):
        return
    raise ForeignFormError(
        "这个表单不是本次登录的页面给出的，没有执行。",
        "The form was not made by a page of this session and was not carried out.",
        where=FORM_FIELD,
        hint_zh="可能登录后又登录过一次；请回到页面，刷新后重新提交。",
        hint_en="Perhaps one has signed in again since; reload the page and send the form again.",
    )


async def sent_form(request: AnyRequest) -> Form:
    """Return the fields of a short form; of several of one name the last."""
    body = (await request.body()).decode(errors="replace")
    try:
        return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=MOST_FIELDS))
    except ValueError:
        return {}


def not_signed_in() -> NotSignedInError:
    """Tell that the page is for accounts."""
    return NotSignedInError(
        "请先登录：没有登录，或登录已过期。",
        "Sign in first: nobody is signed in, or the session is over.",
        hint_zh="一小时不用，或登录满十二小时，会话就结束。账户由管理员用 jinque account 添加。",
        hint_en="A session ends after an hour without use, and after twelve hours in any case. "
        "Accounts are added by `jinque account`.",
    )


def way_back(path: str) -> str:
    """Return a page of the office to go to after signing in; any other address is not followed."""
    parts = urlsplit(path)
    is_ours = not (parts.scheme or parts.netloc) and "\\" not in path
    is_office = parts.path == "/office" or parts.path.startswith("/office/")
    return path if is_ours and is_office and path.isprintable() else "/office"


def _shown(origin: str) -> str:
    return origin[:100] if origin.isprintable() and origin else "-"
