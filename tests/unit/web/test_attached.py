"""A file that is sent has a name that a header can hold."""

from urllib.parse import unquote

import pytest

from jinque.web.forms import attached, natural


def test_an_ascii_name_stands_as_it_is() -> None:
    assert attached("dalian-v1.csv") == 'attachment; filename="dalian-v1.csv"'


@pytest.mark.parametrize("name", ["青岛2024-v1.jsonl", "𠮷é.csv", "a'b(紧缺)!*.csv"])
def test_any_other_name_stands_in_percents(name: str) -> None:
    header = attached(name)

    header.encode("latin-1")
    assert unquote(header.partition("filename*=UTF-8''")[2]) == name.replace("*", "_")


@pytest.mark.parametrize("name", ['a"b.csv', "a\r\nset-cookie: x.csv", "../../etc/passwd", "a\\b"])
def test_no_name_leaves_the_header_or_the_folder(name: str) -> None:
    header = attached(name)

    assert "\r" not in header
    assert "\n" not in header
    assert header.count('"') == 2
    assert "/" not in header.removeprefix("attachment; ")


def test_a_very_long_name_is_cut_and_keeps_its_ending() -> None:
    header = attached("目" * 5_000 + ".csv")

    assert len(header) < 2_000
    assert header.endswith(".csv")


@pytest.mark.parametrize("typed", ["9" * 5_000, "٣", "-1", "1.5", "", "x", "１"])
def test_what_is_no_short_whole_number_is_none(typed: str) -> None:
    assert natural(typed) is None


def test_a_whole_number_is_read() -> None:
    assert natural("012") == 12
