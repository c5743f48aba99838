"""Words that a value chooses, and the templates that ask for them."""

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from jinque.locale import Translator
from jinque.web.app import described
from jinque.web.named import NAMES
from jinque.web.rendering import spoken

TEMPLATES = Path(str(files("jinque.web") / "templates"))
SOURCES = {
    path.relative_to(TEMPLATES).as_posix(): path.read_text(encoding="utf-8")
    for path in TEMPLATES.rglob("*.html")
}
GROUPS = {
    group for text in SOURCES.values() for group in re.findall(r"\bnamed(?:_or)?\('([\w.]+)'", text)
}
# Groups that the value of a filter or our own Python chooses.
CHOSEN = {"mark", "code", "kind", "severity", "show", "assess.column"}


def test_templates_ask_for_groups_that_there_are() -> None:
    assert sorted(GROUPS - set(NAMES)) == []


def test_every_group_is_asked_for() -> None:
    assert sorted(set(NAMES) - GROUPS - CHOSEN) == []


def test_no_template_says_anything_in_chinese_by_itself() -> None:
    plain = {
        name: re.sub(r"\{#.*?#\}|\{\{.*?\}\}", "", text, flags=re.DOTALL)
        for name, text in SOURCES.items()
    }
    said = {name: re.findall(r"[\u4e00-\u9fff]+", text) for name, text in plain.items()}

    assert {name: words for name, words in said.items() if words} == {"base.html": ["紧缺", "中文"]}


def test_whole_numbers_get_thousands_separators() -> None:
    assert spoken("zh")["named"]("count", "post", n=1603) == "1,603 个岗位"


@pytest.mark.parametrize(("n", "said"), [(1, "1 post"), (0, "0 posts"), (2, "2 posts")])
def test_english_counts_one_and_many(n: int, said: str) -> None:
    assert spoken("en")["named"]("count", "post", n=n) == said


def test_every_check_has_words() -> None:
    text = Path("docs/reference/issues.md").read_text(encoding="utf-8")
    codes = re.findall(r"^\| `([a-z_]+)` \| (?:error|warning|info)\b", text, re.MULTILINE)

    assert [code for code in codes if code not in NAMES["check"]] == []


def test_a_word_that_need_not_exist_has_another() -> None:
    named_or = spoken("zh")["named_or"]

    assert named_or("check", "of_the_future", "of_the_future") == "of_the_future"


def test_words_of_a_shape_are_said_like_a_sentence() -> None:
    assert spoken("en")["said"]({"zh": "甲", "en": "a"}) == "a"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_address_and_parameter_is_explained(language: str) -> None:
    say = Translator(language)
    for item in described().paths.values():
        for operation in item.values():
            given: Any = operation
            say(NAMES["route"][given["operationId"]])
            for parameter in given.get("parameters", ()):
                say(NAMES["parameter"][parameter["name"]])
