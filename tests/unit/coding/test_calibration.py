"""When a title that a text spells out is sure."""

import pytest

from jinque.coding import Ranked, clean, load_coder
from jinque.model import CodingOutcome, TitleRequest
from jinque.parameters import load_calibration


def _first(title: str) -> Ranked:
    return load_coder().rank(TitleRequest(title=title), clean(title))[0]


def test_an_official_name_bears_itself_out() -> None:
    assert _first("家畜饲养员").is_borne_out


def test_an_alias_is_borne_out_where_the_other_texts_lead_to_the_same_code() -> None:
    assert _first("前端开发工程师").is_borne_out


@pytest.mark.parametrize("title", ["普工"])
def test_an_alias_that_stands_alone_is_left_to_a_person(title: str) -> None:
    answer = load_coder().code(TitleRequest(title=title))

    assert not _first(title).is_borne_out
    assert answer.outcome is CodingOutcome.REVIEW
    assert answer.candidates[0].probability <= load_calibration().exact
