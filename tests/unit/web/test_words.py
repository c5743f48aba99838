import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from jinque.web.app import described
from jinque.web.rendering import Translator, catalogue

TEMPLATES = Path(str(files("jinque.web") / "templates"))
SOURCES = {
    path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
    for path in TEMPLATES.rglob("*.html")
}
USED = {key for text in SOURCES.values() for key in re.findall(r"\bt\('([^']+)'[,)]", text)}
# Words chosen by a value: those that templates begin, and the values of filters.
BEGUN = {key for text in SOURCES.values() for key in re.findall(r"\bt\('([^']+)' ~", text)}
BEGUN |= {"kind.", "mark.", "code.", "check.", "assess.column.", "show."}


def _slots(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)", sentence))


def test_both_languages_have_the_same_keys() -> None:
    assert list(catalogue("zh")) == list(catalogue("en"))


def test_both_languages_fill_the_same_slots() -> None:
    zh, en = catalogue("zh"), catalogue("en")

    assert [key for key in zh if _slots(zh[key]) != _slots(en[key])] == []


def test_no_word_is_empty() -> None:
    words = [*catalogue("zh").items(), *catalogue("en").items()]

    assert [key for key, word in words if not word.strip()] == []


def test_every_word_of_a_template_is_in_the_catalogues() -> None:
    assert sorted(USED - set(catalogue("zh"))) == []


def test_every_word_of_the_catalogues_is_used() -> None:
    chosen = {key for text in SOURCES.values() for key in re.findall(r"'([a-z]+\.[a-z_]+)'", text)}
    known = USED | chosen
    unused = [key for key in catalogue("zh") if key not in known]

    assert [key for key in unused if not key.startswith(tuple(BEGUN))] == []


def test_no_template_says_anything_in_chinese_by_itself() -> None:
    without_comments = {
        name: re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL) for name, text in SOURCES.items()
    }
    said = {name: re.findall(r"[\u4e00-\u9fff]+", text) for name, text in without_comments.items()}

    assert {name: words for name, words in said.items() if words} == {"base.html": ["紧缺", "中文"]}


def test_whole_numbers_get_thousands_separators() -> None:
    assert Translator("zh")("count.post", n=1603) == "1,603 个岗位"


@pytest.mark.parametrize(("n", "said"), [(1, "1 post"), (0, "0 posts"), (2, "2 posts")])
def test_english_counts_one_and_many(n: int, said: str) -> None:
    assert Translator("en")("count.post", n=n) == said


def test_every_check_has_words() -> None:
    text = Path("docs/reference/issues.md").read_text(encoding="utf-8")
    codes = re.findall(r"^\| `([a-z_]+)` \| (?:error|warning|info)\b", text, re.MULTILINE)

    assert [code for code in codes if f"check.{code}" not in catalogue("zh")] == []


def test_a_word_that_need_not_exist_has_another() -> None:
    assert Translator("zh").optional("check.of_the_future", "of_the_future") == "of_the_future"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_address_and_parameter_is_explained(language: str) -> None:
    words = Translator(language)
    for item in described().paths.values():
        for operation in item.values():
            given: Any = operation
            words(f"route.{given['operationId']}")
            for parameter in given.get("parameters", ()):
                words(f"parameter.{parameter['name']}")
