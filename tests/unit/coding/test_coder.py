"""Titles as people write them."""

from collections.abc import Sequence

import numpy as np
import pytest

from jinque.coding import Coder, load_coder, read_lexicon
from jinque.coding.lexicon import CleanTitle
from jinque.coding.likeness import Floats
from jinque.errors import InvalidOptionError
from jinque.model import CodedTitle, CodingOutcome, EvidenceKind, TitleRequest
from jinque.parameters import load_calibration


def coded(title: str, *, description: str = "", industry: str = "") -> CodedTitle:
    request = TitleRequest(title=title, description=description, industry=industry)
    return load_coder().code(request)


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("计算机软件工程技术人员", "2-02-10-03"),
        ("前端开发工程师", "2-02-10-03"),
        ("ＪＡＶＡ　开发工程师", "2-02-10-03"),
        ("高级Java开发工程师", "2-02-10-03"),
        ("機械設計工程師", "2-02-07-01"),
        ("FPGA工程师", "2-02-38-09"),
        ("HR", "2-06-08-01"),
        ("【急招】快递员（包吃住，月薪6000-8000）", "4-02-07-08"),
        ("资深育婴师", "4-10-01-01"),
        ("快第员", "4-02-07-08"),
        ("保险代理人", "4-05-03-01"),
        ("道路客运汽车驾驶员", "4-02-02-01"),
        ("服装设计师/搭配师", "2-09-06-02"),
        ("护士", "2-05-08"),
    ],
)
def test_a_title_finds_its_code(title: str, code: str) -> None:
    answer = coded(title)

    assert code == answer.candidates[0].code


@pytest.mark.parametrize("one", ["家畜饲养员", "家禽饲养员", "家畜繁殖员", "家禽繁殖员"])
def test_names_one_character_apart_stay_apart(one: str) -> None:
    answer = coded(one)

    assert one == answer.candidates[0].name
    assert CodingOutcome.CODED is answer.outcome


@pytest.mark.parametrize("title", ["兼职（日结）", "高薪诚聘", "管培生", "5000-8000元/月"])
def test_what_names_no_work_has_no_national_code(title: str) -> None:
    assert CodingOutcome.NO_NATIONAL_CODE is coded(title).outcome


@pytest.mark.parametrize(
    "title", ["量子纠缠调解通灵人", '=HYPERLINK("x")', "的了在是", "qwertyuiop"]
)
def test_what_is_near_to_nothing_is_left_to_a_person(title: str) -> None:
    assert CodingOutcome.CODED is not coded(title).outcome


@pytest.mark.parametrize("title", ["", " 　\n", "工" * 201, "工程师" * 4000])
def test_what_cannot_be_a_title_is_refused(title: str) -> None:
    with pytest.raises(InvalidOptionError):
        coded(title)


def test_only_marks_leave_nothing_to_code() -> None:
    answer = coded("（）!!!")

    assert answer.candidates == ()
    assert answer.notices


def test_a_class_is_named_where_candidates_agree_on_it_alone() -> None:
    answer = coded("某某科医师助理医生")

    assert CodingOutcome.REVIEW is answer.outcome
    assert answer.at_least is not None
    assert answer.at_least.startswith("2-05")


def test_the_evidence_names_the_text_that_was_matched() -> None:
    evidence = coded("码农").candidates[0].evidence[0]

    assert (evidence.kind, evidence.text, evidence.likeness) == (EvidenceKind.ALIAS, "码农", 1.0)


def test_the_description_is_evidence() -> None:
    described = "从事集成电路的设计与验证，熟悉集成电路工艺。"
    answer = coded("芯片架构人才", description=described)

    kinds = {each.kind for each in answer.candidates[0].evidence}
    assert EvidenceKind.DESCRIPTION in kinds


def test_a_batch_answers_in_order() -> None:
    requests = [TitleRequest(title=title) for title in ("护士", "保安", "护士")]

    answers = list(load_coder().code_all(requests))

    assert requests == [answer.request for answer in answers]
    assert answers[0] == answers[2]


class Stubborn:
    """A scorer that holds one text to be what every title means."""

    def __init__(self, place: int, count: int) -> None:
        self._opinion = np.zeros(count)
        self._opinion[place] = 1

    def likeness(self, title: CleanTitle, industries: Sequence[str]) -> Floats:
        del title, industries
        return self._opinion.copy()


def test_another_scorer_can_be_added() -> None:
    lexicon = read_lexicon()
    place = next(at for at, known in enumerate(lexicon) if known.text == "茶艺师")
    coder = Coder(lexicon, (Stubborn(place, len(lexicon)),), load_calibration())

    answer = coder.code(TitleRequest(title="一个没有人听过的称呼"))

    assert answer.candidates[0].name == "茶艺师"


@pytest.mark.parametrize("title", ["装配工", "检验员", "店长", "策划"])
def test_a_title_that_fits_several_trades_goes_to_a_person(title: str) -> None:
    answer = load_coder().code(TitleRequest(title=title))

    assert answer.outcome is CodingOutcome.REVIEW
    assert len({each.code for each in answer.candidates}) > 1


@pytest.mark.parametrize("title", ["护士", "工程师", "技术员（机加）"])
def test_a_class_is_no_code_of_a_title(title: str) -> None:
    assert load_coder().code(TitleRequest(title=title)).outcome is CodingOutcome.REVIEW


def test_what_stands_in_brackets_counts() -> None:
    first = load_coder().code(TitleRequest(title="高级工程师（电气）")).candidates[0]

    assert first.name == "电工电器工程技术人员"
