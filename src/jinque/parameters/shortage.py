"""Methods of the shortage index and of others, dated and cited, read from YAML."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from jinque.errors import InvalidOptionError
from jinque.locale import read_words, say
from jinque.model.shortage import Method, OtherMethod


@dataclass(frozen=True, slots=True, kw_only=True)
class _Methods:
    methods: tuple[Method, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Others:
    methods: tuple[OtherMethod, ...]


@cache
def load_methods() -> tuple[Method, ...]:
    """Return the methods that ship with the package, the newest first."""
    found = read_methods(_text("method.yaml"), "method.yaml")
    return tuple(sorted(found, key=lambda each: each.effective_from, reverse=True))


@cache
def load_other_methods() -> tuple[OtherMethod, ...]:
    """Return the ideas of other publishers that ship with the package."""
    content = yaml.safe_load(_text("others.yaml"))
    return msgspec.convert(content, _Others, dec_hook=read_words).methods


def read_methods(text: str, where: str) -> tuple[Method, ...]:
    """Return the methods of a file of parameters.

    Args:
        text: YAML.
        where: name of the file, for an error.

    Raises:
        InvalidOptionError: it is no such file; the message names the first wrong value.
    """
    try:
        # Days are compared as ISO texts; YAML would make them days of its own.
        content = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - makes texts, lists and maps only
        return msgspec.convert(content, _Methods, strict=False, dec_hook=read_words).methods
    except (yaml.YAMLError, msgspec.ValidationError) as fault:
        raise InvalidOptionError(
            say("The file of method parameters is wrong: {fault}", fault=fault),
            where=where,
            hint=say("Begin from what jinque score --show-method prints."),
        ) from fault


def method_text() -> str:
    """Return the file of parameters as it ships, to be copied and changed."""
    return _text("method.yaml")


def _text(name: str) -> str:
    return (files("jinque.parameters") / "data" / "shortage" / name).read_text(encoding="utf-8")
