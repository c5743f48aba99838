import json

from hypothesis import given
from hypothesis import strategies as st

from jinque.dataset import rows, to_jsonl
from tests.unit.dataset.specimens import cell, edition, post


def test_each_row_is_one_compact_line_of_plain_chinese() -> None:
    lines = list(to_jsonl(edition(post("焊工"), post("钳工", serial=2)), "post"))

    assert len(lines) == 2
    assert lines[0].startswith('{"id":"demo:装备制造:1","order":1,')
    assert all(line.endswith("}\n") and line.count("\n") == 1 for line in lines)


def test_an_edition_without_such_rows_gives_no_line() -> None:
    assert list(to_jsonl(edition(post()), "clause")) == []


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1))
def test_reading_the_lines_gives_the_rows_back(texts: list[str]) -> None:
    source = edition(*(post(text, cells=(cell("说明", text),)) for text in texts))

    assert [json.loads(line) for line in to_jsonl(source, "post")] == list(rows(source, "post"))


def test_the_same_edition_gives_the_same_bytes() -> None:
    source = edition(post(), post("钳工", serial=2))

    assert "".join(to_jsonl(source, "post")) == "".join(to_jsonl(source, "post"))
