"""Contexts into HTML or JSON."""

from functools import partial
from urllib.parse import quote

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from jinque.web.assets import release
from jinque.web.view import View
from jinque.web.wording import Translator

HTML = "text/html"
JSON = "application/json"


class Renderer:
    """Templates, compiled once, and the JSON encoder.

    Args:
        has_office: the site has the pages of an office, which every page then leads to.
    """

    def __init__(self, *, has_office: bool = False) -> None:
        self._environment = Environment(
            loader=PackageLoader("jinque.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters["quoted"] = partial(quote, safe="/:")
        self._environment.globals["has_office"] = has_office

    def render(self, template: str, context: object, view: View) -> tuple[bytes, str]:
        """Return the bytes and media type of a page or, if `view` wants it, of its twin."""
        if view.wants_json:
            return msgspec.json.encode(context), JSON
        html = self._environment.get_template(template).render(
            page=context, view=view, t=Translator(view.language), release=release(), part=_part
        )
        return html.encode(), HTML


def _part(text: str, length: int) -> tuple[str, bool]:
    """Cut a long text for a list; tell whether anything was left out."""
    return (text, False) if len(text) <= length else (text[:length], True)
