"""Sentences in JSON: the words of both languages, kept as they were said."""

from dataclasses import dataclass

import msgspec
import pytest

from jinque.locale import Sentence, Words, read_words, say, write_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something that holds a sentence."""

    message: Sentence
    hint: Sentence | None = None


def test_a_sentence_is_written_in_the_words_of_both_languages() -> None:
    written = msgspec.json.encode(Told(message=say("not stated")), enc_hook=write_words)

    assert written == '{"message":{"zh":"未载明","en":"not stated"},"hint":null}'.encode()


def test_what_was_written_is_read_as_it_was_said_then() -> None:
    old = '{"message":{"zh":"旧话","en":"old words"},"hint":{"zh":"甲","en":"a"}}'

    read = msgspec.json.decode(old, type=Told, dec_hook=read_words)

    assert read == Told(message=Words(zh="旧话", en="old words"), hint=Words(zh="甲", en="a"))
    assert msgspec.json.encode(read, enc_hook=write_words).decode() == old


@pytest.mark.parametrize(
    "damaged", ['{"zh":"甲"}', '{"zh":"甲","en":1}', '"甲"', '{"zh":"甲","en":"a","fr":"b"}']
)
def test_words_that_lack_a_language_are_refused(damaged: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(f'{{"message":{damaged}}}', type=Told, dec_hook=read_words)


def test_other_values_have_no_form() -> None:
    with pytest.raises(NotImplementedError):
        write_words(object())
