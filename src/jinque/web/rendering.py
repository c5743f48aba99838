"""Contexts into HTML or JSON.

Style sheet, script and icon, sent from our own host.

How one request wants its answer: language, letter size, HTML or JSON, and its own address.

What templates say sentences with: `_`, `pgettext`, `ngettext`, `npgettext`, `named`, `said`.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Request

from jinque import api
from jinque.locale import Sentence, Translator, say, say_in, say_n, say_n_in
from jinque.web.named import NAMES

MEDIA_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}


def asset(name: str) -> tuple[bytes, str] | None:
    """Return the bytes and media type of a file that pages refer to; None for any other name."""
    return _assets().get(name)


@cache
def _assets() -> dict[str, tuple[bytes, str]]:
    """Return all files that pages refer to; names that visitors make up are kept nowhere."""
    return {
        entry.name: (entry.read_bytes(), MEDIA_TYPES["." + entry.name.rpartition(".")[2]])
        for entry in (files("jinque.web") / "static").iterdir()
    }


@cache
def release() -> str:
    """Return a short tag that changes with any file a page is made of."""
    web = files("jinque.web")
    digest = hashlib.sha256()
    for folder in (web / "static", web / "templates", web / "named", files("jinque.locale")):
        for entry in _files_in(folder):
            digest.update(entry.read_bytes())
    return digest.hexdigest()[:12]


def _files_in(folder: Traversable) -> Iterator[Traversable]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _files_in(entry)
        else:
            yield entry


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
        query=tuple((k, v) for k, v in _query(request) if k not in SWITCHES),
        origin=str(request.base_url).rstrip("/"),
        wants_json=accepted == "application/json" or request.scope["path"].startswith(FOR_PROGRAMS),
        chosen=chosen,
    )


def _query(request: AnyRequest) -> list[tuple[str, str]]:
    """Return the query in the order given: Litestar's `multi_items` goes over a set of names."""
    typed = request.scope["query_string"].decode("latin-1")
    return parse_qsl(typed, keep_blank_values=True)


def _remembered(cookies: Mapping[str, str], name: str) -> str:
    known = SWITCHES[name]
    value = cookies.get(name, "")
    return value if value in known else known[0]


Speech = dict[str, Callable[..., str]]


def spoken(language: str) -> Speech:
    """Return the functions of a template, in one language.

    Slots and numbers are those of `jinque.locale`: `_("{n} rows", n=n)`, never `%`. A word that a
    value chooses is looked up in `jinque.web.named`: `named("outcome", finding.outcome)`. What a
    context holds is `said`, as a sentence or in the words of both languages.
    """
    translator = Translator(language)

    def named(group: str, key: object, **values: object) -> str:
        return translator(NAMES[group][str(key)].filled(**values))

    def named_or(group: str, key: object, otherwise: str) -> str:
        sentence = NAMES[group].get(str(key))
        return translator(sentence) if sentence else otherwise

    def said(words: Sentence | Mapping[str, str]) -> str:
        return translator(words) if isinstance(words, Sentence) else words[language]

    return {
        "gettext": lambda message, **values: translator(say(message, **values)),
        "pgettext": lambda context, message, **values: translator(
            say_in(context, message, **values)
        ),
        "ngettext": lambda one, several, **values: translator(say_n(one, several, **values)),
        "npgettext": lambda context, one, several, **values: translator(
            say_n_in(context, one, several, **values)
        ),
        "named": named,
        "named_or": named_or,
        "said": said,
    }


HTML = "text/html"
JSON = "application/json"


def _told(value: object) -> object:
    """Return the JSON form of a noun, or of several, so that pages and twins say the same."""
    inner = value
    if isinstance(value, tuple):
        inner = value[0] if value else None
    elif isinstance(value, dict):
        inner = next(iter(value.values()), None)
    is_noun = is_dataclass(inner) and type(inner).__module__.startswith("jinque.model.")
    return api.to_json(value) if is_noun else value


class _Templates(Environment):
    """Templates that see nouns of the model in their JSON form."""

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - Jinja's own signature
        """Return an attribute, or what stands under that key."""
        if isinstance(obj, dict) and attribute in obj:
            return obj[attribute]
        return _told(super().getattr(obj, attribute))


class _Page:
    """What a template shows: a context, each noun in it turned into its form once."""

    def __init__(self, context: object) -> None:
        self._context = context

    def __getattr__(self, name: str) -> object:
        found = _told(getattr(self._context, name))
        setattr(self, name, found)
        return found


class Renderer:
    """Templates, compiled once, and the JSON encoder.

    Args:
        has_office: the site has the pages of an office, which every page then leads to.
    """

    def __init__(self, *, has_office: bool = False) -> None:
        self._environment = _Templates(
            loader=PackageLoader("jinque.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            extensions=["jinja2.ext.i18n"],
        )
        self._environment.filters["quoted"] = partial(quote, safe="/:")
        self._environment.globals["has_office"] = has_office

    def render(self, template: str, context: object, view: View) -> tuple[bytes, str]:
        """Return the bytes and media type of a page or, if `view` wants it, of its twin."""
        if view.wants_json:
            return api.to_json_bytes(context), JSON
        page = context if isinstance(context, dict) else _Page(context)
        html = self._environment.get_template(template).render(
            page=page, view=view, release=release(), part=_part, **spoken(view.language)
        )
        return html.encode(), HTML


def _part(text: str, length: int) -> tuple[str, bool]:
    """Cut a long text for a list; tell whether anything was left out."""
    return (text, False) if len(text) <= length else (text[:length], True)
