"""From a noun of the model to its one JSON form, and back.

A form is told once for a class: which field stands under which key, what is spliced into the
object around it, and which properties belong to it. What a class does not tell is as the model
says: a field under its own name, in the model's order. Enumerations stand as their values, days in
ISO 8601, tuples as arrays, sentences in both languages. msgspec reads the plain values; what it
lacks is here: unions of dataclasses told apart by their `kind`, other names than the model's, and
properties.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Protocol, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec

from jinque.locale import Sentence, Words, both

Noun = TypeVar("Noun")
Getter = Callable[[Any], object]
Object = Mapping[str, Any]
_PLAIN = frozenset({str, int, float, bool, NoneType})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A field that stands under other keys than one, in a way that only code can say.

    Attributes:
        keys: the type of what stands under each key.
        write: from the field's value to keys and values.
        read: from the whole object back to the field's value, as objects and plain values of the
            field's own type.
    """

    keys: Mapping[str, Any]
    write: Callable[[Any], Mapping[str, object]]
    read: Callable[[Object], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a class stands in JSON, where it is not field by field under the model's names.

    Attributes:
        names: key by field, where it is another than the field's name.
        splices: fields whose object is merged into the one around it.
        groups: by key, an object of several fields: its keys and their fields.
        spreads: by field, how code writes and reads it.
        excerpts: by field, those keys of its object that are merged into the one around it; the
            rest is left out, so that such a form is written and never read.
        adds: by key, what is worked out of the noun: a property of it or of what it holds, by its
            path (`edition.id`), or a function whose result is annotated. It is not read back.
        omits: fields that are left out; a form that omits any is written and never read.
        tag: the key that tells the class among those of its union; it holds the class's `kind`.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    splices: tuple[str, ...] = ()
    groups: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    spreads: Mapping[str, Spread] = field(default_factory=dict)
    excerpts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    adds: Mapping[str, str | Getter] = field(default_factory=dict)
    omits: tuple[str, ...] = ()
    tag: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A noun in part, or with more beside it, in the form that it has everywhere.

    Attributes:
        noun: what is told.
        keys: those of its form that are told; None tells all.
        more: what stands beside them, by key.
    """

    noun: object
    keys: tuple[str, ...] | None = None
    more: Mapping[str, object] = field(default_factory=dict)


class Codec:
    """Writes and reads nouns in the forms that are told of their classes.

    Args:
        forms: by class; one that is not named stands as the model has it.
    """

    def __init__(self, forms: Mapping[type, Form]) -> None:
        self._forms = forms
        self._members: dict[type, tuple[_Member, ...]] = {}
        self._writers: dict[type, Callable[[Any], object]] = {}

    def encode(self, value: object) -> Any:  # noqa: ANN401 - objects, arrays and plain values
        """Return a noun, or several, as objects, arrays and plain values."""
        kind = value.__class__
        if kind in _PLAIN:
            return value
        writer = self._writers.get(kind)
        if writer is None:
            writer = self._writers[kind] = self._writer(kind)
        return writer(value)

    def decode(self, told: object, kind: type[Noun]) -> Noun:
        """Return the noun that an object stands for; keys that are not known are passed over.

        Raises:
            msgspec.ValidationError: a key is missing, or a value is none of its type's.
            TypeError: the class is written and never read.
        """
        return cast("Noun", self.read(told, kind))

    def keys_of(self, kind: type) -> dict[str, Any]:
        """Return the keys of a class in their order, each with the type of its value."""
        return {key: hint for member in self.members_of(kind) for key, hint in member.keys.items()}

    def is_read_back(self, kind: type) -> bool:
        """Tell whether a class can be read from its form."""
        form = self._forms.get(kind, _SAME)
        return not (form.omits or form.excerpts)

    def _writer(self, kind: type) -> Callable[[Any], object]:
        if is_dataclass(kind):
            return self._told if kind is Told else self._object_writer(kind)
        for base, writer in self._writers_of_values.items():
            if issubclass(kind, base):
                return writer
        raise TypeError(f"no JSON form of {kind.__qualname__}")

    @property
    def _writers_of_values(self) -> dict[type, Callable[[Any], object]]:
        """Return how values that are no nouns are written; the first that holds is taken."""
        encode = self.encode
        return {
            Enum: lambda value: value.value,
            Sentence: both,
            date: lambda value: value.isoformat(),
            Mapping: lambda value: {encode(key): encode(one) for key, one in value.items()},
            Iterable: lambda value: [encode(one) for one in value],
        }

    def _told(self, told: Told) -> dict[str, object]:
        more: dict[str, object] = self.encode(dict(told.more))
        if told.keys is None:
            return {**self.encode(told.noun), **more}
        found: dict[str, object] = {}
        for member in self.members_of(told.noun.__class__):
            if not member.keys.keys().isdisjoint(told.keys):
                member.write(told.noun, found)
        return {key: found[key] for key in told.keys} | more

    def _object_writer(self, kind: type) -> Callable[[Any], dict[str, object]]:
        writes = tuple(member.write for member in self.members_of(kind))

        def write(value: object) -> dict[str, object]:
            made: dict[str, object] = {}
            for each in writes:
                each(value, made)
            return made

        return write

    def members_of(self, kind: type) -> "tuple[_Member, ...]":
        """Return what puts the keys of a class into an object, in their order."""
        found = self._members.get(kind)
        if found is None:
            found = self._members[kind] = tuple(self._make(kind))
        return found

    def _make(self, kind: type) -> "Iterator[_Member]":
        form, hints = self._forms.get(kind, _SAME), _hints(kind)
        if form.tag:
            yield _Added(self, form.tag, "kind", str)
        grouped = {name: key for key, group in form.groups.items() for name in group.values()}
        told: set[str] = set()
        for name in (each.name for each in fields(kind) if each.name not in form.omits):
            key = grouped.get(name)
            if key is None:
                yield self._member(form, name, hints[name])
            elif key not in told:
                told.add(key)
                yield _Group(self, key, form.groups[key], hints)
        for key, add in form.adds.items():
            yield _Added(self, key, add, _result(kind, add))

    def _member(self, form: Form, name: str, hint: Any) -> "_Member":  # noqa: ANN401
        if name in form.spreads:
            return _Spread(self, name, form.spreads[name], hint)
        if name in form.excerpts:
            return _Excerpt(self, name, hint, form.excerpts[name])
        if name in form.splices:
            return _Splice(self, name, hint)
        return _Plain(self, form.names.get(name, name), name, hint)

    def read(self, told: Any, hint: Any) -> object:  # noqa: ANN401
        """Return what stands for a value of the type that an annotation names."""
        if get_origin(hint) is not None:
            return self._read_several(told, hint)
        if hint is Sentence:
            return Words(zh=told["zh"], en=told["en"])
        if isinstance(hint, type) and is_dataclass(hint):
            return self._read_object(told, hint)
        if isinstance(hint, type) and (tagged := self._tagged(hint)):
            return self._read_object(told, tagged[told[_TAG]])
        return msgspec.convert(told, hint)

    def _read_several(self, told: Any, hint: Any) -> object:  # noqa: ANN401
        origin = get_origin(hint)
        if origin in (Union, UnionType):
            return self._read_union(told, get_args(hint))
        if origin is tuple:
            return self._read_tuple(told, get_args(hint))
        if isinstance(origin, type) and issubclass(origin, Mapping):
            key, one = get_args(hint)
            keys = {msgspec.convert(each, key, strict=False): each for each in told}
            return {each: self.read(told[name], one) for each, name in keys.items()}
        return msgspec.convert(told, hint)

    def _read_object(self, told: Any, kind: Any) -> object:  # noqa: ANN401
        if not isinstance(told, Mapping):
            raise msgspec.ValidationError(f"an object of {kind.__qualname__} is expected")
        if not self.is_read_back(kind):
            raise TypeError(f"{kind.__qualname__} is written and never read")
        given: dict[str, object] = {}
        for member in self.members_of(kind):
            missing = [key for key in member.keys if key not in told and member.is_read]
            if missing:
                raise msgspec.ValidationError(f"{kind.__qualname__} lacks {', '.join(missing)}")
            given |= member.read(told)
        return kind(**given)

    def _read_union(self, told: Any, hints: tuple[Any, ...]) -> object:  # noqa: ANN401
        if told is None and NoneType in hints:
            return None
        kinds = [hint for hint in hints if hint is not NoneType]
        if len(kinds) == 1:
            return self.read(told, kinds[0])
        if all(is_dataclass(kind) for kind in kinds):
            tagged = {kind.kind: kind for kind in kinds}
            return self._read_object(told, tagged[told[_TAG]])
        return msgspec.convert(told, Union[tuple(kinds)])  # noqa: UP007 - the kinds are worked out

    def _read_tuple(self, told: Any, hints: tuple[Any, ...]) -> tuple[object, ...]:  # noqa: ANN401
        if hints[-1] is Ellipsis:
            return tuple(self.read(one, hints[0]) for one in told)
        return tuple(self.read(one, hint) for one, hint in zip(told, hints, strict=True))

    def _tagged(self, base: type) -> dict[str, type]:
        """Return the classes below `base` that a `kind` tells apart, by it."""
        below = [kind for kind in self._forms if issubclass(kind, base) and self._forms[kind].tag]
        return {kind.kind: kind for kind in below}  # type: ignore[attr-defined]


_SAME = Form()
_TAG = "kind"


class _Member(Protocol):
    """What one field, or several, put into an object."""

    keys: dict[str, Any]
    is_read: bool

    def write(self, noun: object, made: dict[str, object], /) -> None: ...

    def read(self, told: Object, /) -> dict[str, object]: ...


class _Plain:
    """A field under one key."""

    is_read = True

    def __init__(self, codec: Codec, key: str, name: str, hint: Any) -> None:  # noqa: ANN401
        self._codec, self._key, self._name, self._hint = codec, key, name, hint
        self.keys = {key: hint}

    def write(self, noun: object, made: dict[str, object]) -> None:
        value = getattr(noun, self._name)
        made[self._key] = value if value.__class__ in _PLAIN else self._codec.encode(value)

    def read(self, told: Object) -> dict[str, object]:
        return {self._name: self._codec.read(told[self._key], self._hint)}


class _Splice:
    """A field whose object is merged into the one around it; None is null under all its keys."""

    is_read = True

    def __init__(self, codec: Codec, name: str, hint: Any) -> None:  # noqa: ANN401
        self._codec, self._name = codec, name
        self._is_optional = NoneType in get_args(hint)
        self._kind = next(one for one in (*get_args(hint), hint) if is_dataclass(one))
        inner = codec.keys_of(cast("type", self._kind))
        self.keys = {key: one | None for key, one in inner.items()} if self._is_optional else inner

    def write(self, noun: object, made: dict[str, object]) -> None:
        value = getattr(noun, self._name)
        made.update(dict.fromkeys(self.keys) if value is None else self._codec.encode(value))

    def read(self, told: Object) -> dict[str, object]:
        if self._is_optional and all(told[key] is None for key in self.keys):
            return {self._name: None}
        return {self._name: self._codec.read(told, self._kind)}


class _Excerpt:
    """A field of which some keys are merged into the object around it."""

    is_read = False

    def __init__(self, codec: Codec, name: str, hint: Any, keys: tuple[str, ...]) -> None:  # noqa: ANN401
        self._codec, self._name, self._told = codec, name, keys
        every = codec.keys_of(hint)
        self.keys = {key: every[key] for key in keys}

    def write(self, noun: object, made: dict[str, object]) -> None:
        told = Told(noun=getattr(noun, self._name), keys=self._told)
        made.update(self._codec.encode(told))

    def read(self, _told: Object) -> dict[str, object]:
        return {}


class _Group:
    """Several fields in an object of their own."""

    is_read = True

    def __init__(self, codec: Codec, key: str, inner: Mapping[str, str], hints: Object) -> None:
        self._codec, self._key, self._inner, self._hints = codec, key, inner, hints
        self.keys = {key: dict[str, tuple(hints[name] for name in inner.values())]}  # type: ignore[misc]

    def write(self, noun: object, made: dict[str, object]) -> None:
        encode = self._codec.encode
        made[self._key] = {key: encode(getattr(noun, name)) for key, name in self._inner.items()}

    def read(self, told: Object) -> dict[str, object]:
        group = told[self._key]
        return {
            name: self._codec.read(group[key], self._hints[name])
            for key, name in self._inner.items()
        }


class _Spread:
    """A field that code writes and reads."""

    is_read = True

    def __init__(self, codec: Codec, name: str, spread: Spread, hint: Any) -> None:  # noqa: ANN401
        self._codec, self._name, self._spread, self._hint = codec, name, spread, hint
        self.keys = dict(spread.keys)

    def write(self, noun: object, made: dict[str, object]) -> None:
        for key, value in self._spread.write(getattr(noun, self._name)).items():
            made[key] = self._codec.encode(value)

    def read(self, told: Object) -> dict[str, object]:
        return {self._name: self._codec.read(self._spread.read(told), self._hint)}


class _Added:
    """What is worked out of the noun; it is not read back."""

    is_read = False

    def __init__(self, codec: Codec, key: str, add: str | Getter, hint: Any) -> None:  # noqa: ANN401
        self._codec, self._key = codec, key
        self._get: Getter = attrgetter(add) if isinstance(add, str) else add
        self.keys = {key: hint}

    def write(self, noun: object, made: dict[str, object]) -> None:
        made[self._key] = self._codec.encode(self._get(noun))

    def read(self, _told: Object) -> dict[str, object]:
        return {}


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _result(kind: type, add: str | Getter) -> Any:  # noqa: ANN401
    if not isinstance(add, str):
        return get_type_hints(add)["return"]
    hint: Any = kind
    for name in add.split("."):
        held = getattr(hint, name, None)
        hint = (
            get_type_hints(held.fget)["return"]
            if isinstance(held, property)
            else _hints(hint)[name]
        )
    return hint
