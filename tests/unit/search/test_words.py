import pytest

from jinque.search.words import read_words, tokenise


def _matched(query: str, text: str) -> list[str]:
    (word,) = read_words(query)
    return [text[start:end] for start, end in word.places(tokenise(text))]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("护士", [("护士",)]),
        ("  护士　医师 ", [("护士",), ("医师",)]),
        ("护士，医师、护士", [("护士",), ("医师",)]),
        ("C语言编程", [("c", "语言", "言编", "编程")]),
        ("语言C", [("语言", "言", "c")]),
        ("3年", [("3", "年")]),
        ("……", []),
        ("", []),
    ],
)
def test_a_query_becomes_words(query: str, expected: list[tuple[str, ...]]) -> None:
    assert [word.tokens for word in read_words(query)] == expected


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("设计", "电路设计，设计", ["设计", "设计"]),
        ("路", "电路设计", ["路"]),
        ("计", "电路设计", ["计"]),
        ("3年", "３年及以上", ["３年"]),
        ("cad", "ＡｕｔｏCAD与CAD", ["CAD"]),
        ("c语言", "精通C/C++、C 语言", ["C 语言"]),
        ("2-02", "2-02-07-13", ["2-02"]),
        ("2-02-07-13", "2-02-07-13", ["2-02-07-13"]),
        ("计电", "设计，电路", []),
        ("2‑02‑07‑13", "2-02-07-13", ["2-02-07-13"]),
        ("2–02—07－13", "2−02﹣07‐13", ["2−02﹣07‐13"]),
        ("２－０２", "2-02-07-13", ["2-02"]),
    ],
)
def test_a_word_is_found_where_it_is_printed(query: str, text: str, expected: list[str]) -> None:
    assert _matched(query, text) == expected
