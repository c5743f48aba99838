import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinque.search.words import fold_token, terms, tokenise


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("电路设计", "电路 路设 设计 计"),
        ("医", "医"),
        ("使用C或C++编程", "使用 用 c 或 c++ 编程 程"),
        ("ＣＡＤ、５Ｇ", "cad 5g"),
        ("2-02-07-13", "2-02-07-13"),
        ("指数0.8968", "指数 数 0.8968"),
        ("★★★★★", "★★★★★"),
        ("Node.js", "node js"),
        ("3年及以上，\n管理", "3 年及 及以 以上 上 管理 理"),
        ("，。（）", ""),
    ],
)
def test_text_becomes_pairs_words_and_codes(text: str, expected: str) -> None:
    assert terms(text) == expected


def test_width_and_case_make_no_difference() -> None:
    assert fold_token("ＭＡＴＬＡＢ（２）") == fold_token("Matlab(2)")


@given(st.text())
def test_a_token_stands_at_its_place_in_the_printed_text(text: str) -> None:
    for token in tokenise(text):
        assert 0 <= token.start < token.end <= len(text)
        assert token.text in fold_token(text[token.start : token.end])


@given(st.text())
def test_folding_the_tokens_of_a_text_changes_nothing(text: str) -> None:
    assert terms(text) == " ".join(token.text for token in tokenise(text))
