"""Fit the probabilities on titles that no alias was written for, and write them into the package.

    python -m bench.titles.calibrate

The half `calibrate` of the fresh titles was coded before anybody saw the coder answer on it: what
is measured there is what is claimed: no lower end of an interval, and no part of the gold set whose
titles the aliases were written with in sight. The half `test` is not read.
"""

import datetime as dt
from pathlib import Path
from statistics import fmean

import numpy as np
from sklearn.linear_model import LogisticRegression

from bench.titles.fresh import FreshTitle, fresh
from jinque.coding import Coder, Ranked, clean, load_coder
from jinque.coding.coder import log_odds
from jinque.model import TitleRequest

TARGET = Path(__file__).parents[2] / "src/jinque/parameters/data/calibration.yaml"
SHARPNESS = 14.0
CODED_FROM = 0.9
"""From here on the mean claim is above 96 %."""
OWN_FROM = 2 / 3
OCCUPATION_HYPHENS = 3
LEAST_LIKENESS = 0.5
NO_CODE_FROM = 0.5
CLASS_FROM = 0.8


def ranked(coder: Coder, title: FreshTitle) -> tuple[Ranked, ...]:
    request = TitleRequest(title=title.title)
    found = coder.rank(request, clean(title.title))
    return tuple(each for each in found if each.code)


def is_occupation(first: Ranked) -> bool:
    return first.code.count("-") >= OCCUPATION_HYPHENS


def fit() -> dict[str, float]:
    coder = load_coder()
    every = [(each, found) for each in fresh("calibrate") if (found := ranked(coder, each))]
    spelt = [(t, f) for t, f in every if f[0].is_exact and is_occupation(f[0])]
    single = [(t, f) for t, f in spelt if f[0].own >= OWN_FROM]
    firm = [t.accepts(f[0].code) for t, f in single if f[0].is_borne_out]
    alone = [t.accepts(f[0].code) for t, f in single if not f[0].is_borne_out]
    several = [t.accepts(f[0].code) for t, f in spelt if f[0].own < OWN_FROM]
    alike = [(t, f) for t, f in every if not f[0].is_exact]
    features = np.array([[f[0].texts[0][1], log_odds(f[0].share)] for _, f in alike])
    hits = np.array([t.accepts(f[0].code) for t, f in alike])
    curve = LogisticRegression(C=10.0).fit(features, hits)
    missed = [(t, f) for t, f in alike if not t.accepts(f[0].code)]
    rest = sum(any(t.accepts(other.code) for other in f[1:]) for t, f in missed)
    return {
        "sharpness": SHARPNESS,
        "exact": fmean(alone),
        "borne_out": fmean(firm),
        "own_from": OWN_FROM,
        "several": fmean(several),
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
    about = f'fitted_on: fresh calibrate\nmade: "{day}"\n'
    lines = "".join(f"{name}: {value:.4f}\n" for name, value in fit().items())
    TARGET.write_text(head + about + lines, encoding="utf-8")
    print(lines)


if __name__ == "__main__":
    main()
