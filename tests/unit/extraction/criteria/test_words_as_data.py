"""A new word by which requirements are read is a line in a data file, and no Python."""

import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

READ = """
import sys
from pathlib import Path
from jinque.parameters import words
words.files = lambda package: Path(sys.argv[1])
from jinque.extraction.criteria.blocks import read_block
for demand in read_block("ability", sys.argv[2]):
    print(demand.found.criterion.kind)
"""


def _kinds(data: Path, text: str) -> list[str]:
    run = [sys.executable, "-c", READ, str(data), text]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.split()


@pytest.mark.parametrize(
    ("file", "line", "with_word", "text", "kind"),
    [
        (
            "criteria.yaml",
            "tenure_words: [",
            "tenure_words: [入行年数, ",
            "入行年数5年以上",
            "experience_years",
        ),
        (
            "criteria.yaml",
            "work_records: [",
            "work_records: [干龄, ",
            "具有船舶行业从业干龄",
            "industry_experience",
        ),
        (
            "criteria_tools.yaml",
            "  ships:\n    - [",
            "  ships:\n    - [船图通, ",
            "熟练使用船图通",
            "tool",
        ),
        ("criteria.yaml", "languages: [", "languages: [世界语, ", "精通世界语", "language"),
        (
            "criteria.yaml",
            "certificate_endings: [",
            "certificate_endings: [工牌, ",
            "持有验船师工牌",
            "certificate",
        ),
    ],
)
def test_a_word_in_the_data_is_enough(
    tmp_path: Path, file: str, line: str, with_word: str, text: str, kind: str
) -> None:
    shutil.copytree(str(files("jinque.parameters") / "data"), tmp_path / "data")
    before = _kinds(tmp_path, text)
    words = tmp_path / "data" / file
    words.write_text(
        words.read_text(encoding="utf-8").replace(line, with_word, 1), encoding="utf-8"
    )

    after = _kinds(tmp_path, text)

    assert kind not in before
    assert after == [kind]
