from dataclasses import replace

import msgspec
import pytest

from jinque.locale import write_words
from jinque.model import Report
from jinque.store.rows import DamagedTextError, json_pieces, pack, unpack
from tests.golden.conftest import read_corpus


@pytest.mark.parametrize("edition_id", ["dalian", "zhejiang-2022-77", "wenzhou-majors-1"])
def test_pieces_together_are_the_json_of_the_edition(edition_id: str) -> None:
    edition = read_corpus()[edition_id].edition

    pieces = [piece for _, piece in json_pieces(edition)]

    assert b"".join(pieces) == msgspec.json.encode(edition, enc_hook=write_words)


def test_long_lists_are_encoded_piece_by_piece() -> None:
    edition = read_corpus()["zhejiang-2022-77"].edition
    posts = edition.posts * 3
    longest = len(msgspec.json.encode(posts, enc_hook=write_words))

    pieces = [piece for _, piece in json_pieces(replace(edition, posts=posts))]

    assert max(map(len, pieces)) < longest / 2


def test_what_was_packed_is_unpacked() -> None:
    text = msgspec.json.encode(read_corpus()["dalian"].edition, enc_hook=write_words)

    packed = pack(text[i : i + 100] for i in range(0, len(text), 100))

    assert unpack(packed) == text
    assert len(packed) < len(text) / 3


def test_plain_text_of_an_earlier_version_is_read_as_it_stands() -> None:
    report = Report(rows_in=0, rows_out=0, rows_rejected=0, issues=())

    text = msgspec.json.encode(report, enc_hook=write_words).decode()

    assert msgspec.json.decode(unpack(text), type=Report) == report


@pytest.mark.parametrize("text", ["", "不是", "AAAA", "eJxL"])
def test_damaged_text_is_told(text: str) -> None:
    with pytest.raises(DamagedTextError):
        unpack(text)


def test_changed_letter_is_told() -> None:
    packed = list(pack([b'{"rows_in":0}' * 50]))
    place = len(packed) // 2
    packed[place] = "A" if packed[place] != "A" else "B"

    with pytest.raises(DamagedTextError):
        unpack("".join(packed))
