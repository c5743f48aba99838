"""A sentence is a value, and says in each language what that language says."""

import pickle
from collections.abc import Callable, Iterable
from datetime import date

import pytest

from jinque.locale import (
    NOTHING,
    Sentence,
    Translator,
    Words,
    both,
    capitalised,
    clauses,
    joined,
    phrases,
    printed,
    say,
    say_n,
    sentences,
)
from tests.said import en, zh

A = Words(zh="甲", en="a")
B = Words(zh="乙", en="b")


def test_a_sentence_is_said_in_either_language() -> None:
    sentence = say("The record holds no edition {edition_id}.", edition_id="dalian")

    assert both(sentence) == {
        "zh": "记录库里没有目录 dalian。",
        "en": "The record holds no edition dalian.",
    }


def test_sentences_said_alike_are_equal() -> None:
    assert say("{n} rows", n=1) == say("{n} rows", n=1)
    assert say("{n} rows", n=1) != say("{n} rows", n=2)
    assert len({say("x"), say("x"), joined((A, B)), joined((A, B))}) == 2


@pytest.mark.parametrize("sentence", [say("{a}", a=A), joined((A, "c")), A, capitalised(B)])
def test_a_sentence_goes_to_another_process(sentence: Sentence) -> None:
    assert pickle.loads(pickle.dumps(sentence)) == sentence  # noqa: S301 - our own


def test_a_sentence_without_a_translator_is_no_text() -> None:
    with pytest.raises(TypeError, match="a translator"):
        str(say("not stated"))
    with pytest.raises(TypeError):
        f"{say('not stated')}"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(1603, "1,603"), ("1603", "1603"), (date(2026, 5, 1), "2026-05-01"), (0.5, "0.5"), (A, "a")],
)
def test_quantities_have_thousands_separators(value: object, shown: str) -> None:
    assert en(say("{value}", value=value)) == shown


def test_a_slot_may_have_a_format() -> None:
    assert en(say("{share:.0%} of {n:d}", share=0.25, n=1603)) == "25% of 1603"


def test_braces_are_letters_where_there_are_no_values() -> None:
    assert en(say("as {this}")) == "as {this}"


def test_values_may_come_later() -> None:
    later = say("{name}, {n} rows", name=A)

    assert en(later.filled(n=2)) == "a, 2 rows"


def test_a_slot_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        en(say("{name} and {other}", name="a"))


@pytest.mark.parametrize(("n", "said"), [(1, "1 row"), (0, "0 rows"), (2000, "2,000 rows")])
def test_english_counts_one_and_many(n: int, said: str) -> None:
    assert en(say_n("{n} row", "{n} rows", n=n)) == said


def test_chinese_counts_all_alike() -> None:
    assert [zh(say_n("{n} row", "{n} rows", n=n)) for n in (1, 2)] == ["1 行", "2 行"]


@pytest.mark.parametrize(
    ("join", "chinese", "english"),
    [
        (joined, "甲、乙", "a, b"),
        (phrases, "甲，乙", "a, b"),
        (clauses, "甲；乙", "a; b"),
        (sentences, "甲乙", "a b"),
    ],
)
def test_marks_between_are_those_of_the_language(
    join: Callable[[Iterable[Sentence | str]], Sentence], chinese: str, english: str
) -> None:
    assert both(join((A, NOTHING, B))) == {"zh": chinese, "en": english}


def test_a_capital_letter_is_for_languages_that_have_them() -> None:
    assert both(capitalised(Words(zh="xls 文件", en="xls file"))) == {
        "zh": "xls 文件",
        "en": "Xls file",
    }


def test_printed_words_are_the_same_everywhere() -> None:
    assert both(printed("护士")) == {"zh": "护士", "en": "护士"}


@pytest.mark.parametrize("words", [{"zh": "", "en": "a"}, {"zh": "甲", "en": ""}])
def test_literal_words_need_both_languages(words: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="both languages"):
        Words(**words)


def test_an_unknown_language_is_chinese() -> None:
    assert Translator("fr")(A) == "甲"
