"""The law of the codec: what is written of a noun is read as the same noun, and keys are one."""

import importlib
import json
import pkgutil
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from jinque import api, codec, model
from jinque.api.shapes import FACES
from jinque.codec import NOUNS
from jinque.model import Clause, Edition, EditionSummary, Issue, Link, Post
from jinque.model.criterion import Criterion
from jinque.model.document import Document
from tests.golden.conftest import read_corpus
from tests.people_strategies import CRITERIA

_TEXTS = st.text("紧缺a1!, ", max_size=4)
# What is told only in part, or with another noun's words, and therefore never read back.
PARTLY_TOLD = {
    *("Assessment", "BridgeAnswer", "CareerPath", "Comparison", "CriteriaAnswer", "Draft"),
    *("DraftEdition", "DraftIssue", "EditionDiff", "IndustryRow", "IngestAnswer", "Listing"),
    *("NearPair", "OccupationRow", "Overview", "PersonScreened", "PlaceProfile", "PostPair"),
    *("PostTotals", "PublishedEdition", "RosterPerson", "ScreeningAnswer", "LargeAnswer"),
}


def _classes() -> list[type]:
    """Return every noun: the dataclasses of the model, but what no face shows."""
    found = {}
    for module in pkgutil.iter_modules(model.__path__, "jinque.model."):
        for one in vars(importlib.import_module(module.name)).values():
            if isinstance(one, type) and is_dataclass(one) and one.__module__ == module.name:
                found[one.__qualname__] = one
    return [kind for _, kind in sorted(found.items()) if not _holds(kind, (Document,))]


def _holds(kind: Any, wanted: tuple[type, ...]) -> bool:  # noqa: ANN401
    """Tell whether a class is, or has in it, one of some classes."""
    return kind in wanted or any(one in wanted for one in _inside(kind))


@cache
def _inside(kind: Any) -> frozenset[type]:  # noqa: ANN401
    if not (isinstance(kind, type) and is_dataclass(kind)):
        return frozenset().union(*(_inside(one) for one in get_args(kind)), *[[]]) | {
            one for one in get_args(kind) if isinstance(one, type)
        }
    hints = get_type_hints(kind)
    held = [hints[each.name] for each in fields(kind)]
    named = {one for one in held if isinstance(one, type)}
    return frozenset(named).union(*(_inside(one) for one in held if one is not kind))


def _is_told_whole(kind: type) -> bool:
    return all(FACES.is_read_back(one) for one in {kind, *_inside(kind)})


def _made(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401, PLR0911 - one for each sort
    origin = get_origin(hint)
    if origin in (Union, UnionType):
        return st.one_of(*map(_made, get_args(hint)))
    if origin is tuple:
        one, *rest = get_args(hint)
        if rest == [Ellipsis]:
            return st.lists(_made(one), max_size=2).map(tuple)
        return st.tuples(_made(one), *map(_made, rest))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        key, value = get_args(hint)
        return st.dictionaries(_made(key), _made(value), max_size=2)
    if hint is Criterion:
        return CRITERIA
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        return st.builds(
            _build,
            st.just(hint),
            **{each.name: _made(hints[each.name]) for each in fields(hint) if each.init},
        )
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    plain = {
        str: _TEXTS,
        int: st.integers(0, 99),
        float: st.integers(0, 100).map(lambda number: number / 100),
        bool: st.booleans(),
        NoneType: st.none(),
        date: st.dates(),
    }
    return plain[hint]


def _build(kind: type, /, **given_fields: object) -> object:
    try:
        return kind(**given_fields)
    except (ValueError, KeyError):
        reject()


def _through_json(noun: object) -> object:
    return json.loads(json.dumps(FACES.encode(noun), ensure_ascii=False, allow_nan=False))


WHOLE = [kind for kind in _classes() if _is_told_whole(kind)]


@pytest.mark.parametrize("kind", WHOLE, ids=lambda kind: kind.__name__)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_written_is_read_as_the_same(kind: type, data: st.DataObject) -> None:
    noun = data.draw(_made(kind))

    assert FACES.decode(_through_json(noun), kind) == noun


@pytest.mark.parametrize("kind", _classes(), ids=lambda kind: kind.__name__)
def test_every_noun_has_keys_and_none_of_them_twice(kind: type) -> None:
    named = [key for member in FACES.members_of(kind) for key in member.keys]

    assert len(named) == len(set(named)) > 0


def test_nothing_else_is_told_only_in_part() -> None:
    told = {kind.__name__ for kind in _classes() if not FACES.is_read_back(kind)}

    assert told <= PARTLY_TOLD


def test_the_kinds_of_criteria_are_unique() -> None:
    kinds = [kind.kind for kind in NOUNS if issubclass(kind, Criterion)]  # type: ignore[attr-defined]

    assert len(kinds) == len(set(kinds)) == len(Criterion.__subclasses__())


@settings(max_examples=200, deadline=None)
@given(criterion=CRITERIA)
def test_every_criterion_is_read_by_its_kind(criterion: Criterion) -> None:
    told = _through_json(criterion)

    assert isinstance(told, dict)
    assert told["kind"] == criterion.kind
    assert FACES.decode(told, Criterion) == criterion


def test_faces_change_no_form_that_files_have() -> None:
    """What files hold is written without the faces' additions: they must not differ."""
    for kind in (Post, Clause, Issue, Link, EditionSummary, Edition):
        assert codec.CODEC.keys_of(kind) == FACES.keys_of(kind)


def test_every_noun_of_the_built_in_corpus_comes_back() -> None:
    for reading in read_corpus().values():
        edition = reading.edition
        assert codec.decode(_through_json(edition), Edition) == edition
        for issue in reading.report.issues:
            assert codec.decode(_through_json(issue), Issue) == issue


def test_keys_that_are_not_known_are_passed_over_and_missing_ones_named(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with api.open_workspace(data_dir=tmp_path_factory.mktemp("record")) as workspace:
        post = api.show(workspace, "dalian:装备制造:1").post
    told = codec.encode(post)

    assert codec.decode({**told, "new": 1}, Post) == post
    del told["order"]
    with pytest.raises(ValueError, match="Post lacks order"):
        codec.decode(told, Post)
