"""A text in which words are looked for letter by letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jinque.teaching.curriculum import Text


@given(
    text=st.text(alphabet="aC+#ＡＣß㎏能力课 -\n", max_size=40),
    words=st.text("aC+#能力课", max_size=4),
)
def test_a_quote_is_cut_out_of_the_text(text: str, words: str) -> None:
    quote = Text(text).find(words)

    if quote is not None:
        assert quote.hit
        assert f"{quote.before}{quote.hit}{quote.after}" in text


@pytest.mark.parametrize(
    ("words", "text", "hit"),
    [
        ("C++", "Ｃ＋＋程序设计", "Ｃ＋＋"),
        ("Pro/E", "ProE 建模", "ProE"),
        ("Solid Works", "SOLIDWORKS", "SOLIDWORKS"),
        ("数据分析", "数据\n分析", "数据\n分析"),
        ("kg", "单位㎏", "㎏"),
        ("Java", "JavaScript、Java", "Java"),
    ],
)
def test_words_are_found_however_they_are_set(words: str, text: str, hit: str) -> None:
    quote = Text(text).find(words)

    assert quote is not None
    assert quote.hit == hit


@pytest.mark.parametrize(
    ("words", "text"), [("Java", "JavaScript"), ("CAD", "AutoCAD"), ("C", "C++"), ("", "课程")]
)
def test_a_part_of_a_latin_word_is_not_found(words: str, text: str) -> None:
    assert Text(text).find(words) is None


def test_a_quote_stays_on_its_line() -> None:
    quote = Text("第一行\n学 Java 语言\n第三行").find("java")

    assert quote is not None
    assert (quote.before, quote.after) == ("学 ", " 语言")
