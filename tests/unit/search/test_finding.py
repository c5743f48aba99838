import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinque.errors import InvalidOptionError
from jinque.model import Kind, SearchAnswer, SearchRequest, Shortage
from jinque.search import Index, build_index, find
from jinque.search.index import FILTERS
from tests.said import zh
from tests.unit.dataset.specimens import cell, metadata, post, published, stated

NURSE = post(
    "新生儿科医师",
    id="a:卫生:1",
    edition_id="a",
    section=("卫生",),
    industry="卫生",
    code="2-05-01-15",
    notes=("所有卫生领域所需人才均需持有规培证",),
    cells=(
        cell("最低学历要求", "本科", "education"),
        cell("能力要求", "具备诊疗能力。", "ability"),
    ),
)
ENGINEER = post(
    "设计工程师",
    id="a:装备制造:1",
    edition_id="a",
    serial=2,
    code="2-02-07-13",
    region="瓦房店市",
    shortage=Shortage(printed="★★★★★", scale="stars_5", value=5, index=None),
    cells=(
        cell("最低学历要求", "硕士", "education"),
        cell("能力要求", "熟练使用ＣＡＤ与C++，具备电路设计能力。", "ability"),
    ),
)
OPERATOR = post(
    "操作员",
    id="b:电气产业:1",
    edition_id="b",
    kind=Kind.TITLE_MAPPING,
    section=("电气产业",),
    industry="电气产业",
    code=None,
    shortage=None,
    cells=(cell("说明", "为设计工程师画图，也做诊疗设备"),),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index(
        [
            published(NURSE, ENGINEER, id="a", metadata=metadata(place=stated("大连市"))),
            published(
                OPERATOR,
                id="b",
                metadata=metadata(place=stated("温州市"), title=stated("温州目录")),
            ),
        ],
        {NURSE.id: 3},
    )


def _ids(answer: SearchAnswer) -> list[str]:
    return [hit.post.id for hit in answer.hits]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("儿科", ["a:卫生:1"]),
        ("医", ["a:卫生:1"]),
        ("师", ["a:卫生:1", "a:装备制造:1", "b:电气产业:1"]),
        ("cad", ["a:装备制造:1"]),
        ("C++", ["a:装备制造:1"]),
        ("2-02", ["a:装备制造:1"]),
        ("２－０２－０７", ["a:装备制造:1"]),
        ("诊疗 本科", ["a:卫生:1"]),
        ("规培证", ["a:卫生:1"]),
        ("大连", ["a:卫生:1", "a:装备制造:1"]),
        ("大连 电路", ["a:装备制造:1"]),
        ("电路能力", []),
    ],
)
def test_rows_that_hold_every_word_are_found(index: Index, query: str, expected: list[str]) -> None:
    assert _ids(find(index, SearchRequest(query=query))) == expected


def test_a_name_comes_before_a_mention(index: Index) -> None:
    assert _ids(find(index, SearchRequest(query="设计工程师"))) == ["a:装备制造:1", "b:电气产业:1"]


def test_the_whole_name_comes_before_a_longer_one() -> None:
    longer = post("高级护士长", serial=1)
    exact = post("护士", serial=2, id="demo:装备制造:2")

    answer = find(build_index([published(longer, exact)], {}), SearchRequest(query="护士"))

    assert [hit.post.name for hit in answer.hits] == ["护士", "高级护士长"]


def test_an_empty_query_lists_every_row_in_order(index: Index) -> None:
    answer = find(index, SearchRequest())

    assert _ids(answer) == ["a:卫生:1", "a:装备制造:1", "b:电气产业:1"]
    assert (answer.total, answer.searched) == (3, 3)


def test_punctuation_alone_finds_nothing(index: Index) -> None:
    assert find(index, SearchRequest(query="，。")).total == 0


@pytest.mark.parametrize(
    ("request_", "expected"),
    [
        (SearchRequest(editions=("b",)), ["b:电气产业:1"]),
        (SearchRequest(places=("大连",)), ["a:卫生:1", "a:装备制造:1"]),
        (SearchRequest(places=("瓦房店市", "温州市")), ["a:装备制造:1", "b:电气产业:1"]),
        (SearchRequest(industries=("卫生", "电气产业")), ["a:卫生:1", "b:电气产业:1"]),
        (SearchRequest(shortages=("★★★★★",)), ["a:装备制造:1"]),
        (SearchRequest(shortages=("★★★",)), ["a:卫生:1"]),
        (SearchRequest(degrees=("硕士",)), ["a:装备制造:1"]),
        (SearchRequest(kinds=("title_mapping",)), ["b:电气产业:1"]),
        (SearchRequest(places=("大连市",), degrees=("本科",)), ["a:卫生:1"]),
        (SearchRequest(places=("杭州市",)), []),
    ],
)
def test_filters_all_hold_and_their_values_are_alternatives(
    index: Index, request_: SearchRequest, expected: list[str]
) -> None:
    assert _ids(find(index, request_)) == expected


def test_a_page_is_cut_from_all_hits(index: Index) -> None:
    answer = find(index, SearchRequest(limit=1, offset=1))

    assert _ids(answer) == ["a:装备制造:1"]
    assert answer.total == 3


def test_a_facet_leaves_its_own_filter_out_and_keeps_the_others(index: Index) -> None:
    facets = find(index, SearchRequest(editions=("a",), degrees=("硕士",))).facets

    assert [(facet.value, facet.count) for facet in facets["degrees"]] == [("本科", 1), ("硕士", 1)]
    assert [(facet.value, facet.count) for facet in facets["editions"]] == [("a", 1)]


def test_facets_stand_in_falling_order_of_count(index: Index) -> None:
    facets = find(index, SearchRequest()).facets

    assert list(facets) == [*FILTERS]
    assert [(facet.value, facet.count) for facet in facets["places"]] == [
        ("大连市", 2),
        ("瓦房店市", 1),
        ("温州市", 1),
    ]


def test_a_chosen_value_without_a_row_stays_to_be_taken_back(index: Index) -> None:
    facets = find(index, SearchRequest(query="诊疗", degrees=("硕士",))).facets

    assert ("硕士", 0) in [(facet.value, facet.count) for facet in facets["degrees"]]


def test_nothing_found_suggests_fewer_words_and_near_names(index: Index) -> None:
    answer = find(index, SearchRequest(query="新生儿医师 硕士"))

    assert answer.suggestions == ("硕士", "新生儿科医师")


def test_every_suggestion_finds_something(index: Index) -> None:
    request = SearchRequest(query="设计工程 诊疗 规培证", editions=("a",))

    suggestions = find(index, request).suggestions

    assert suggestions
    assert all(
        find(index, SearchRequest(query=query, editions=("a",))).total for query in suggestions
    )


@pytest.mark.parametrize(
    "request_",
    [
        SearchRequest(limit=0),
        SearchRequest(limit=201),
        SearchRequest(offset=-1),
        SearchRequest(offset=100_001),
        SearchRequest(kinds=("clause",)),
        SearchRequest(query="焊" * 201),
    ],
)
def test_a_value_out_of_range_is_refused(index: Index, request_: SearchRequest) -> None:
    with pytest.raises(InvalidOptionError) as caught:
        find(index, request_)

    assert zh(caught.value.hint)
    assert caught.value.where


def test_an_empty_record_answers_with_nothing() -> None:
    answer = find(build_index([], {}), SearchRequest(query="护士"))

    assert (answer.total, answer.searched) == (0, 0)


@given(st.text(st.sampled_from('设计工程师护士 C+-2★，(*."\\?'), max_size=12))
def test_any_query_is_answered_and_twice_the_same(query: str) -> None:
    index = build_index([published(ENGINEER, NURSE)], {})

    assert find(index, SearchRequest(query=query)) == find(index, SearchRequest(query=query))
