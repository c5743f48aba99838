"""One notation for sentences: said in English in the code, in Chinese in `locale/zh_CN` alone."""

import ast
import json
import re
from pathlib import Path
from string import Formatter

from scripts import messages
from tests.architecture.code import ROOT

PACKAGE = ROOT / "src" / "jinque"
RECORD = Path(__file__).with_name("chinese.json")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_SAYING = {"say", "say_in", "say_n", "say_n_in"}


SAID = tuple(messages.said())


def _calls(tree: ast.AST) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in _SAYING
    ]


def _trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_bytes())
        for path in sorted(PACKAGE.rglob("*.py"))
        if "locale" not in path.relative_to(PACKAGE).parts
    }


def _chinese_texts(tree: ast.Module) -> int:
    """Count texts with Chinese, but for docstrings and for names within an English sentence."""
    said = {id(text) for call in _calls(tree) for text in call.args}
    explained = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return sum(
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and bool(_CHINESE.search(node.value))
        and id(node) not in said | explained
        for node in ast.walk(tree)
    )


def _slots(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_no_sentence_is_missing_unused_or_untranslated() -> None:
    catalogue = messages.known()
    listed = {(each.context or "", _first(each.id)) for each in catalogue if each.id}

    assert {(context, one) for context, one, _ in SAID} == listed
    assert [each.id for each in messages.untranslated(catalogue)] == []
    assert not catalogue.obsolete
    assert [each.id for each in catalogue if each.id and each.fuzzy] == []


def test_the_catalogue_is_as_make_messages_writes_it() -> None:
    po, mo = messages.texts(messages.updated(messages.known(), SAID))

    assert messages.PO.read_bytes() == po
    assert messages.PO.with_suffix(".mo").read_bytes() == mo


def test_both_languages_fill_the_same_slots() -> None:
    odd = [
        each.id
        for each in messages.known()
        if each.id and _slots(_first(each.id)) != _slots(_first(each.string))
    ]

    # One sentence of stored reports names the row before in Chinese only; its words are kept.
    assert [text[:12] for text in odd] == ["The {what} f"]


def test_an_english_sentence_with_two_chinese_has_contexts_that_tell_them_apart() -> None:
    found: dict[str, set[str]] = {}
    for context, one, many in SAID:
        found.setdefault(f"{context}\x04{one}", set()).add(many)

    assert {key: plurals for key, plurals in found.items() if len(plurals) > 1} == {}


def test_every_sentence_is_given_its_values() -> None:
    wrong = []
    for name, tree in _trees().items():
        for call in _calls(tree):
            texts = [each.value for each in call.args if isinstance(each, ast.Constant)]
            given = {each.arg for each in call.keywords}
            if texts and given and None not in given:
                wanted = set().union(*(_slots(str(text)) for text in texts))
                if not wanted - {"n"} <= given | {"n"}:
                    wrong.append((name, call.lineno, sorted(wanted - given)))

    assert wrong == []


def test_no_sentence_is_said_in_chinese_outside_the_catalogue() -> None:
    """Patterns and words that read catalogues are data; their number by file may only fall."""
    record = json.loads(RECORD.read_text(encoding="utf-8"))
    real = {name: count for name, tree in _trees().items() if (count := _chinese_texts(tree))}

    assert {name: count for name, count in real.items() if count > record.get(name, 0)} == {}
    assert {name: real.get(name, 0) for name in record if real.get(name, 0) < record[name]} == {}


def _first(text: object) -> str:
    return str(text[0]) if isinstance(text, tuple | list) else str(text)
