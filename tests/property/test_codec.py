"""The law of the codec: what is written of a noun is read as the same noun, and keys are one."""

import importlib
import json
import pkgutil
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
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
from jinque.locale import Sentence, Words
from jinque.model import (
    Attested,
    Citation,
    Clause,
    Edition,
    EditionSummary,
    Issue,
    Link,
    Place,
    Post,
    Report,
    Span,
    Status,
)
from jinque.model.comparison import Chart
from jinque.model.conversion import Conversion, ConversionStatus, Sureness
from jinque.model.criterion import (
    Criterion,
    EducationLevel,
    FullTime,
    LevelYears,
    ManagementYears,
    YearsByDegree,
)
from jinque.model.document import Block, Document
from jinque.model.ladder import Ladder
from jinque.model.occupation import Classification
from jinque.model.paper import Paper
from jinque.model.person import Person
from jinque.model.post import ColumnReading, LinkStatus
from jinque.model.roster import RosterPlace
from jinque.model.shortage import Method
from jinque.model.teaching import CurriculumChoice
from jinque.parameters.shortage import load_methods
from tests.golden.conftest import read_corpus
from tests.people_strategies import CRITERIA

_PLAIN: Mapping[Any, st.SearchStrategy[Any]] = {
    str: st.sampled_from(("", "紧缺", "a1", "!C5")),
    int: st.integers(0, 99),
    float: st.integers(0, 100).map(lambda number: number / 100),
    bool: st.booleans(),
    NoneType: st.none(),
    date: st.dates(date(2000, 1, 1), date(2028, 1, 1)),
}
_REASON = Words(zh="因", en="since")
SIMPLE = (FullTime(), EducationLevel(at_least="本科"), ManagementYears(at_least=3))
# What stays inside: the text of a file, whom a question is about, whole lists.
NEVER_SHOWN = (Document, Person, Classification, Block, Chart, Ladder, Paper, CurriculumChoice)
# What few draws would hold to the rules of.
_SPANS = (
    Span(line_start=2, line_end=3, start=4, end=9),
    Span(line_start=1, line_end=1, start=0, end=0, place=Place(page=2, table=1, row=3)),
)
_CITED = Citation(source_sha256="ab", span=_SPANS[1], quote="甲")
SAMPLES: Mapping[type, tuple[object, ...]] = {
    Span: _SPANS,
    Words: (Words(zh="甲", en="a"), Words(zh="乙。", en="b.")),
    Attested: (
        Attested(status=Status.NOT_STATED, basis_zh="无", basis_en="none"),
        Attested(value="甲", status=Status.INFERRED, basis_zh="据此", basis_en="by it"),
        Attested(value="乙", status=Status.STATED, citation=_CITED),
    ),
    Link: (
        Link(post_id="a:1", code=None, edition=None, status=LinkStatus.UNMATCHED, reason=_REASON),
        Link(post_id="a:2", code="1", edition="2022", status=LinkStatus.AGREES, reason=_REASON),
    ),
    ColumnReading: (
        ColumnReading(heading="", role=None, confidence=0),
        ColumnReading(
            heading="名", role="name", confidence=0.5, reasons=(_REASON,), citation=_CITED
        ),
    ),
    RosterPlace: (
        RosterPlace(sheet=None, row=5),
        RosterPlace(sheet="名!单", row=12, column="AB"),
    ),
    LevelYears: (LevelYears(levels=("本科",), at_least=3),),
    YearsByDegree: (YearsByDegree(rules=(LevelYears(levels=("本科",), at_least=3),)),),
    Conversion: (
        Conversion(
            code="1",
            name="甲",
            edition=None,
            wanted="2022",
            status=next(iter(ConversionStatus)),
            sureness=Sureness.UNDECIDED,
            entry=None,
            reason=_REASON,
        ),
    ),
    Method: tuple(load_methods()),
    Report: (Report(rows_in=3, rows_out=2, rows_rejected=1, issues=()),),
}
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
    return [kind for _, kind in sorted(found.items()) if not _holds(kind, NEVER_SHOWN)]


def _holds(kind: Any, wanted: tuple[Any, ...]) -> bool:  # noqa: ANN401
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


def _made(hint: Any, depth: int = 0) -> st.SearchStrategy[Any]:  # noqa: ANN401
    """Return a strategy for an annotation; the deeper, the shorter its lists."""
    if hint is Criterion:
        return st.sampled_from(SIMPLE)
    if hint is Sentence:
        return st.sampled_from(SAMPLES[Words])
    if get_origin(hint) is not None:
        return _several(hint, depth)
    if isinstance(hint, type) and is_dataclass(hint):
        return _object(hint, depth)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(list(hint))
    return _PLAIN[hint]


def _several(hint: Any, depth: int) -> st.SearchStrategy[Any]:  # noqa: ANN401
    origin, inner = get_origin(hint), get_args(hint)
    most = max(0, 2 - depth)
    if origin in (Union, UnionType):
        return st.one_of(*(_made(one, depth) for one in inner))
    if origin is tuple and inner[-1] is Ellipsis:
        return st.lists(_made(inner[0], depth + 1), max_size=most).map(tuple)
    if origin is tuple:
        return st.tuples(*(_made(one, depth) for one in inner))
    return st.dictionaries(_made(inner[0]), _made(inner[1], depth + 1), max_size=most)


@cache
def _object(kind: Any, depth: int) -> st.SearchStrategy[Any]:  # noqa: ANN401
    if kind in SAMPLES:
        return st.sampled_from(SAMPLES[kind])
    hints = get_type_hints(kind)
    parts = {each.name: _made(hints[each.name], depth + 1) for each in fields(kind) if each.init}
    return st.fixed_dictionaries(parts).map(lambda given_fields: _build(kind, given_fields))


def _build(kind: type, given_fields: dict[str, object]) -> object:
    try:
        return kind(**given_fields)
    except (ValueError, KeyError):
        reject()


def _through_json(noun: object) -> object:
    return json.loads(json.dumps(FACES.encode(noun), ensure_ascii=False, allow_nan=False))


WHOLE = [kind for kind in _classes() if _is_told_whole(kind)]


@pytest.mark.parametrize("kind", WHOLE, ids=lambda kind: kind.__name__)
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
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
    kinds = [kind.kind for kind in NOUNS if issubclass(kind, Criterion)]

    every = {kind.__qualname__ for kind in Criterion.__subclasses__()}
    assert len(kinds) == len(set(kinds)) == len(every)


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
    """A sentence comes back in the words that it had, as a stored report has them."""
    for reading in read_corpus().values():
        edition = reading.edition
        told = _through_json(edition)
        again = codec.decode(told, Edition)
        assert _through_json(again) == told
        assert replace(again, links=()) == replace(edition, links=())
        for issue in reading.report.issues:
            told = _through_json(issue)
            assert _through_json(codec.decode(told, Issue)) == told


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
