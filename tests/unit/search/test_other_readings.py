"""Other names, initials and other spellings, over rows made by hand and linked to real codes."""

from dataclasses import replace

import pytest

from jinque.locale import Words
from jinque.model import Link, LinkStatus, Marker, SearchAnswer, SearchRequest
from jinque.search import Index, build_index, complete, find
from tests.unit.dataset.specimens import cell, post, published

PROGRAMMER = post("计算机程序设计员", id="a:1", code="4-04-05-01", markers=(Marker.DIGITAL,))
DESIGNER = post("数字电路前段开发主管", id="a:2", serial=2, code=None)
ANALYST = post(
    "数据分析员",
    id="a:3",
    serial=3,
    code=None,
    pay_cny_10k_year=9.0,
    cells=(cell("能力要求", "熟悉TensorFlow", "ability"),),
)
LINK = Link(
    post_id="a:1",
    code="4-04-05-01",
    edition="2022",
    status=LinkStatus.AGREES,
    reason=Words(zh="一致", en="agrees"),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return build_index([published(PROGRAMMER, DESIGNER, ANALYST, links=(LINK,))], {"a:1": 3})


def ask(index: Index, query: str) -> SearchAnswer:
    return find(index, SearchRequest(query=query))


def ids(answer: SearchAnswer) -> list[str]:
    return [hit.post.id for hit in answer.hits]


def test_an_everyday_title_finds_the_posts_of_its_occupation_and_says_why(index: Index) -> None:
    (hit,) = ask(index, "程序员").hits

    assert hit.post.id == "a:1"
    assert hit.passages[0].field == "other_name"


@pytest.mark.parametrize("typed", ["jsj", "jsjcxsjy", "cxy"])
def test_letters_find_names_that_begin_with_them_in_pinyin(index: Index, typed: str) -> None:
    (hit,) = ask(index, typed).hits

    assert hit.post.id == "a:1"
    assert hit.passages[0].field == "initials"


@pytest.mark.parametrize("typed", ["cyg", "zyg"])
def test_letters_of_a_second_reading_find_the_name_too(typed: str) -> None:
    index = build_index([published(post("朝阳工", id="a:1", code=None))], {})

    (hit,) = ask(index, typed).hits

    assert hit.post.id == "a:1"
    assert complete(index, typed) == ("朝阳工",)


def test_a_word_that_sounds_the_same_in_a_name_is_found_too(index: Index) -> None:
    answer = ask(index, "前端")

    assert ids(answer)[-1] == "a:2"
    assert answer.hits[-1].passages[0].runs == ("数字电路", "前段", "开发主管")


@pytest.mark.parametrize(
    ("typed", "meant", "found"),
    [
        ("Tensorflwo", "tensorflow", "a:3"),
        ("程序没计员", "程序设计员", "a:1"),
        ("数据分忻员", "数据分析员", "a:3"),
    ],
)
def test_a_slip_is_read_as_what_is_known_and_the_answer_says_so(
    index: Index, typed: str, meant: str, found: str
) -> None:
    answer = ask(index, typed)

    assert (answer.read_as, ids(answer), answer.request.query) == (meant, [found], typed)


@pytest.mark.parametrize("typed", ["会级", "焊接机器人", "xyz"])
def test_a_word_that_is_near_nothing_finds_nothing(index: Index, typed: str) -> None:
    answer = ask(index, typed)

    assert (answer.total, answer.read_as) == (0, None)


def test_what_is_found_as_typed_is_not_read_otherwise(index: Index) -> None:
    assert ask(index, "TensorFlow").read_as is None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (SearchRequest(groups=("4-04",)), ["a:1"]),
        (SearchRequest(years=("3–4",)), ["a:1"]),
        (SearchRequest(marks=("digital",)), ["a:1"]),
        (SearchRequest(pays=("8–10",)), ["a:3"]),
        (SearchRequest(years=("3–4",), pays=("8–10",)), []),
    ],
)
def test_class_years_marks_and_pay_narrow_too(
    index: Index, wanted: SearchRequest, found: list[str]
) -> None:
    assert ids(find(index, wanted)) == found


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("数", ("数字电路前段开发主管", "数据分析员")),
        ("分析", ("数据分析员",)),
        ("sjf", ("数据分析员",)),
        ("程序员", ("计算机程序设计员",)),
        (" ", ()),
        ("量子", ()),
    ],
)
def test_names_are_offered_while_typing(index: Index, typed: str, names: tuple[str, ...]) -> None:
    assert complete(index, typed) == names


def _linked(code: str, edition: str, name: str) -> Index:
    row = post(name, id="a:1", code=code)
    own = replace(LINK, code=code, edition=edition)
    return build_index([published(row, links=(own,))], {})


def test_a_post_is_found_by_the_code_and_name_of_the_other_edition() -> None:
    lawyer = _linked("2-07-03-00", "2015", "公司法务")

    assert ids(ask(lawyer, "2-07-04-00")) == ["a:1"]
    assert ids(ask(lawyer, "律师")) == ["a:1"]
    assert ids(ask(_linked("2-07-04-00", "2022", "公司法务"), "2-07-03-00")) == ["a:1"]


def test_a_post_is_not_found_by_what_its_old_code_means_today() -> None:
    assert ids(ask(_linked("2-07-03-00", "2015", "公司法务"), "检察官")) == []
    assert ids(ask(_linked("2-08-04-00", "2015", "园长"), "特殊教育教师")) == []


def test_a_code_says_what_it_is_in_the_classification(index: Index) -> None:
    found = ask(index, "2-07-03-00").occupations

    assert [(each.entry.code, each.via is not None) for each in found] == [
        ("2-07-03-00", False),
        ("2-07-04-00", True),
    ]
    assert ask(index, "数据").occupations == ()
    assert ask(index, "").occupations == ()
