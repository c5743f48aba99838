#!/usr/bin/env bash
# zen-engine 2.1.3 (GoRules, the Python wheel): years added to 29 February give no day at all in a common
# year, while the same time in months ends on 28 February. d('2000-02-29').add(35,'y') is "Invalid date",
# .add(420,'M') is 2035-02-28. Nothing is raised, and the two ways to compare such a day part: isBefore and
# isAfter are both false, the operator < is true. A rule "has reached 35" on a birthday of 29 February thus
# never holds by isBefore and always holds by <, in the same engine and for the same person.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" --disable-pip-version-check -q install "zen-engine==2.1.3" 2>/dev/null
cat >"$folder/ask.py" <<'PY'
import zen


def said(expression: str) -> object:
    return zen.evaluate_expression(expression, {})


by_years, by_months = "d('2000-02-29').add(35,'y')", "d('2000-02-29').add(420,'M')"
found = {
    "35 years": said(by_years),
    "420 months": said(by_months),
    "36 years, a leap year": said("d('2000-02-29').add(36,'y')"),
    "28 February + 35 years": said("d('2000-02-28').add(35,'y')"),
    "35 years, isBefore 2099": said(f"{by_years}.isBefore('2099-01-01')"),
    "35 years, isAfter 2099": said(f"{by_years}.isAfter('2099-01-01')"),
    "35 years < 2099": said(f"{by_years} < d('2099-01-01')"),
}
for name, value in found.items():
    print(f"{name}: {value}")
expected = {
    "35 years": "Invalid date",
    "420 months": "2035-02-28T00:00:00Z",
    "36 years, a leap year": "2036-02-29T00:00:00Z",
    "28 February + 35 years": "2035-02-28T00:00:00Z",
    "35 years, isBefore 2099": False,
    "35 years, isAfter 2099": False,
    "35 years < 2099": True,
}
assert {name: value if isinstance(value, bool) else str(value) for name, value in found.items()} == expected, (
    "changed"
)
PY
"$folder/venv/bin/python" "$folder/ask.py"
echo "zen-engine 2.1.3: 29 February + 35 years is no day; isBefore says false, < says true"
