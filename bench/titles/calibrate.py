"""Fit the probabilities on the open parts of the gold set and write them into the package.

    python -m bench.titles.calibrate

A title that a text of the lexicon spells out tells how often such a text is right; all titles,
with that text hidden, tell how far likeness alone can be trusted. The aliases were written with
the open parts in sight, so the lower end of the interval is taken for the former. `test` is not
read.
"""

import datetime as dt
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from bench.titles.gold import OPEN_PARTS, GoldTitle, gold
from bench.titles.measures import wilson
from jinque.coding import Coder, Ranked, clean, load_coder
from jinque.coding.coder import log_odds

TARGET = Path(__file__).parents[2] / "src/jinque/parameters/data/calibration.yaml"
SHARPNESS = 14.0
CODED_FROM = 0.95
"""What *coded* promises; the least precision of those, by fit(), is printed beside it."""
LEAST_LIKENESS = 0.5
NO_CODE_FROM = 0.5
CLASS_FROM = 0.8


def ranked(coder: Coder, title: GoldTitle, *, hide_exact: bool) -> tuple[Ranked, ...]:
    return coder.rank(title.request, clean(title.request.title), hide_exact=hide_exact)


def is_right(title: GoldTitle, first: Ranked) -> bool:
    return title.accepts(first.code)


def fit() -> dict[str, float]:
    coder, titles = load_coder(), gold(*OPEN_PARTS)
    exact = [(each, found) for each in titles if (found := ranked(coder, each, hide_exact=False))]
    spelt = [(each, found) for each, found in exact if found[0].is_exact]
    firm = [is_right(each, found[0]) for each, found in spelt if found[0].is_borne_out]
    alone = [is_right(each, found[0]) for each, found in spelt if not found[0].is_borne_out]
    alike = [(each, found) for each in titles if (found := ranked(coder, each, hide_exact=True))]
    features = np.array([[f[0].texts[0][1], log_odds(f[0].share)] for _, f in alike])
    hits = np.array([is_right(each, found[0]) for each, found in alike])
    curve = LogisticRegression(C=10.0).fit(features, hits)
    missed = [(each, f) for each, f in alike if not is_right(each, f[0])]
    rest = sum(any(each.accepts(other.code) for other in f[1:]) for each, f in missed)
    return {
        "sharpness": SHARPNESS,
        "exact": wilson(sum(alone), len(alone))[0],
        "borne_out": wilson(sum(firm), len(firm))[0],
        "constant": float(curve.intercept_[0]),
        "likeness": float(curve.coef_[0][0]),
        "share": float(curve.coef_[0][1]),
        "rest": rest / len(missed),
        "coded_from": CODED_FROM,
        "least_likeness": LEAST_LIKENESS,
        "no_code_from": NO_CODE_FROM,
        "class_from": CLASS_FROM,
    }


def main() -> None:
    day = dt.datetime.now(tz=dt.UTC).date().isoformat()
    head = "# Made by bench/titles/calibrate.py; do not edit by hand.\n"
    about = f'fitted_on: {" and ".join(OPEN_PARTS)}\nmade: "{day}"\n'
    lines = "".join(f"{name}: {value:.4f}\n" for name, value in fit().items())
    TARGET.write_text(head + about + lines, encoding="utf-8")
    print(lines)


if __name__ == "__main__":
    main()
