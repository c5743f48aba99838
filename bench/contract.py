"""`/api/v1` under calls made up from its own description: faults and breaches of the description.

    python bench/contract.py [CALLS]

CALLS is how many calls to make in all, 20,000 where it is not given. Right and wrong ones, of every
operation that has parameters. It stops at the first answer that is a fault of the server or breaks
the description and prints the call as a line for curl.
"""

import sys
import tempfile
import time
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from jinque import api
from jinque.web.app import site_app
from tests.contract.calls import call_all

SORTS = 7
"""Operations with parameters times right and wrong calls, as far as there are wrong ones."""


def main() -> None:
    calls = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with api.open_workspace(data_dir=Path(folder)) as workspace:
            app = site_app(workspace, requests_a_minute=10**9)
            begun = time.perf_counter()
            made = call_all(app, -(-calls // SORTS))
            took_s = time.perf_counter() - begun
    for label, count in made.items():
        print(f"{label:50} {count:>7,}")
    total = sum(made.values())
    print(f"{'all, none a fault, none against the description':50} {total:>7,}  {took_s:.0f} s")


if __name__ == "__main__":
    main()
