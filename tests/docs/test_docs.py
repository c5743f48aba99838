"""The documentation says what the code has: codes, facts, links, numbers, commands shown."""

import ast
import re
from pathlib import Path

import pytest

from jinque.corpus import sources
from jinque.documents import read
from jinque.extraction import extract
from jinque.extraction.criteria import CODES
from jinque.model import Kind, Metadata

ROOT = Path(__file__).parents[2]
DOCS = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
CHECKS = ROOT / "src" / "jinque" / "extraction" / "checks"


REVIEW_CODES = {"correction_lost", "edition_related", "reading_poorer", "row_left_out"}


def _issue_codes() -> set[str]:
    """Codes as the checks write them: lower-case strings in the argument behind the place."""
    found = set()
    for path in CHECKS.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_place = isinstance(node, ast.Call) and ast.unparse(node.func).startswith("at_")
            if is_place and isinstance(node, ast.Call) and len(node.args) > 1:
                strings = [n for n in ast.walk(node.args[1]) if isinstance(n, ast.Constant)]
                found |= {str(n.value) for n in strings if re.fullmatch("[a-z_]+", str(n.value))}
    return found


def _lint_codes() -> set[str]:
    """Codes of what is wrong in a draft: the first argument of `_issue`."""
    tree = ast.parse((CHECKS.parents[1] / "publishing/linting.py").read_text(encoding="utf-8"))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call)]
    made = [n for n in calls if ast.unparse(n.func) == "_issue"]
    return {ast.literal_eval(n.args[0]) for n in made if isinstance(n.args[0], ast.Constant)}


def test_every_issue_code_is_documented_and_no_other() -> None:
    text = (ROOT / "docs/reference/issues.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([a-z_]+)` \| (?:error|warning|info)\b", text, re.MULTILINE))

    assert _issue_codes() | _lint_codes() | {*CODES} | REVIEW_CODES == documented


def test_every_fact_of_the_metadata_is_documented() -> None:
    text = (ROOT / "docs/reference/metadata.md").read_text(encoding="utf-8")

    assert [n for n in Metadata.__dataclass_fields__ if f"| `{n}` |" not in text] == []


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]

    assert [target for target in local if not (path.parent / target).exists()] == []


def test_every_page_is_reached_from_the_readme() -> None:
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        links = re.findall(r"\]\(([^)#]+\.md)", page.read_text(encoding="utf-8"))
        waiting += [t for link in links if (t := (page.parent / link).resolve()) not in reached]

    assert [path for path in DOCS if path not in reached] == []


def test_numbers_of_the_readme_are_those_of_the_corpus() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    kinds = [
        post.kind
        for source in sources()
        for reading in extract(read(source.data), source_name=source.name, profiles=source.profiles)
        for post in reading.edition.posts
    ]

    assert f"{kinds.count(Kind.POST)} posts of Dalian" in text
    assert f"{kinds.count(Kind.LIST_ITEM)} entries of Wenzhou" in text
    assert f"{kinds.count(Kind.TITLE_MAPPING)} occupations with their title series" in text


def test_no_document_names_this_machine_or_a_registry() -> None:
    words = re.compile(r"pypi[.]org|npmjs|deb[.]debian|/(?:work|root)/")

    assert [path for path in DOCS if words.search(path.read_text(encoding="utf-8"))] == []
