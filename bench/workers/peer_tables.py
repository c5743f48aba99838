"""The tables that generic extractors find in the files of a folder, as JSON; see ../peers.py.

Run by an interpreter of its own, which has them and nothing of ours.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path

Tables = list[list[list[str]]]

_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")


def by_markitdown(path: Path) -> Tables:
    """Read the tables out of the Markdown text that markitdown makes of a file."""
    converter = import_module("markitdown").MarkItDown()
    tables: Tables = [[]]
    for line in converter.convert(str(path)).text_content.split("\n"):
        if not line.startswith("|"):
            tables.append([])
        elif not _RULE.fullmatch(line.strip()):
            cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
            tables[-1].append([cell.strip().replace("\\|", "|") for cell in cells])
    return [table for table in tables if table]


def by_pandas(path: Path) -> Tables:
    """Read a workbook or a page with pandas; it has no reader of Word documents."""
    pd = import_module("pandas")
    if path.suffix == ".xlsx":
        frames = list(pd.read_excel(path, sheet_name=None, header=None, dtype=str).values())
    elif path.suffix == ".html":
        frames = pd.read_html(path, header=None, converters=None)
        frames = [
            frame.T.reset_index().T if _has_names(frame.columns) else frame for frame in frames
        ]
    else:
        return []
    return [
        [["" if pd.isna(value) else str(value) for value in row] for row in frame.to_numpy()]
        for frame in frames
    ]


def _has_names(names: Iterable[object]) -> bool:
    return not all(isinstance(name, int) for name in names)


def main() -> int:
    """Print, for each extractor, the tables by file and the processor time."""
    calls: dict[str, Callable[[Path], Tables]] = {"markitdown": by_markitdown, "pandas": by_pandas}
    answer = {}
    for name, call in calls.items():
        begun = time.process_time()
        tables = {path.stem: call(path) for path in sorted(Path(sys.argv[1]).iterdir())}
        answer[name] = {"seconds": time.process_time() - begun, "tables": tables}
    json.dump(answer, sys.stdout, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
