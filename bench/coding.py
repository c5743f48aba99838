"""How well and how fast titles are coded, beside simpler ways.

`python bench/coding.py` measures on `test`; `python bench/coding.py dev` on another part;
`--part fresh` on the half of the fresh titles that is kept for testing (bench/titles/fresh.md).
"""

import subprocess
import sys
from pathlib import Path


def main() -> None:
    root = Path(__file__).parents[1]
    command = [sys.executable, "-m", "bench.titles", *sys.argv[1:]]
    sys.exit(subprocess.run(command, cwd=root, check=False).returncode)


if __name__ == "__main__":
    main()
