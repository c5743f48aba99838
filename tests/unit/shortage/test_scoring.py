"""The index of made-up and of hand-made evidence."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import msgspec
import numpy as np
import pyarrow as pa
import pytest

from jinque.evidence.example import Example, make_example, read_parameters
from jinque.evidence.tables import Evidence, EvidenceFacts, evidence_of, write_evidence
from jinque.locale import write_words
from jinque.model.shortage import Label, Method, Score
from jinque.parameters.shortage import load_methods, load_other_methods
from jinque.shortage.disclosure import control, is_safe, published
from jinque.shortage.engines import in_pool
from jinque.shortage.others import other_views
from jinque.shortage.reweighting import impact, with_weights
from jinque.shortage.scoring import Computed, compute
from tests.said import zh

METHOD = load_methods()[0]
ONE, TWO = "2-02-10-03", "2-02-10-09"


@pytest.fixture(scope="module")
def example() -> Example:
    given = replace(read_parameters(), employers=1500, occupations=60)
    return make_example("t", 3, given, ("nonresponse", "small_cells"))


@pytest.fixture(scope="module")
def computed(example: Example) -> Computed:
    return compute(example.sample, METHOD, seed=5, draws=60)


def _bytes(score: Score) -> bytes:
    return msgspec.json.encode(score, enc_hook=write_words)


def _shuffled(evidence: Evidence, seed: int) -> Evidence:
    random = np.random.default_rng(seed)
    tables = {
        name: table.take(pa.array(random.permutation(table.num_rows)))
        for name, table in evidence.tables.items()
    }
    return evidence_of(evidence.facts, tables)


def _evidence(rows: list[dict[str, object]], **strata: tuple[int, int]) -> Evidence:
    employers = sorted({str(row["employer"]) for row in rows})
    layers = {name: next(iter(strata)) if strata else "" for name in employers}
    tables = {
        "answers": _table("answers", rows),
        "employers": _table(
            "employers", [{"employer": e, "stratum": layers[e], "industry": ""} for e in employers]
        ),
        "strata": _table(
            "strata",
            [{"stratum": n, "population": p, "sampled": s} for n, (p, s) in strata.items()],
        ),
    }
    return evidence_of(EvidenceFacts(name="hand", quarter="2026Q3"), tables)


def _table(name: str, rows: list[dict[str, object]]) -> pa.Table:
    from jinque.evidence.tables import SCHEMAS

    schema = SCHEMAS[name]
    full = [{field: row.get(field) for field in schema.names} for row in rows]
    return pa.Table.from_pylist(full, schema)


def _hand() -> list[dict[str, object]]:
    return [
        {"employer": f"E{n}", "occupation": ONE, "places": 4.0, "seekers": 2.0, "staff": 10.0,
         "filled": 1.0, "withdrawn": 1.0, "open": 2.0, "difficulty": 4 if n < 6 else 2,
         "supplied_to": ""}
        for n in range(12)
    ]  # fmt: skip


def test_indicators_of_hand_made_evidence() -> None:
    found = compute(_evidence(_hand(), s=(24, 12)), METHOD, seed=1, draws=0).found

    values = {name: found.values[name][0, 0] for name in ("x1", "x2", "x3", "x6")}
    # D 96, S 48, staff 240 by weights of 2; alone in every parent, so nothing is drawn anywhere.
    expected = {"x1": 96 / 144, "x2": 48 / 336, "x3": 3 / 4, "x6": 1 / 2}
    assert values == pytest.approx(expected, abs=1e-9)


def test_shrinkage_towards_the_class_without_the_occupation_itself() -> None:
    other = [
        {"employer": f"F{n}", "occupation": TWO, "places": 1.0, "seekers": 3.0, "staff": 5.0,
         "difficulty": 1, "supplied_to": ""}
        for n in range(12)
    ]  # fmt: skip
    third = [
        {**row, "employer": f"G{n}", "occupation": "2-02-10-01"} for n, row in enumerate(other)
    ]
    found = compute(
        _evidence([*_hand(), *other, *third], s=(36, 36)), METHOD, seed=1, draws=0
    ).found
    alpha = found.alpha["x1"][:, 0]

    at = 1
    assert alpha[at] == pytest.approx(METHOD.alpha_least)
    assert found.values["x1"][at, 0] == pytest.approx((12 * 2 / 3 + 2 * 1 / 4) / 14, abs=1e-9)


def test_no_places_at_all_is_the_clearest_surplus() -> None:
    rows: list[dict[str, object]] = [{**row, "places": 0.0, "filled": None} for row in _hand()]
    found = compute(_evidence(rows, s=(24, 12)), METHOD, seed=1, draws=0).found

    assert (found.values["x1"][0, 0], np.isnan(found.values["x3"][0, 0])) == (0.0, True)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"rows": 9}, "不到 10 家"),
        ({"largest": 60.0}, "超过 40%"),
        ({"difficulty": None}, "一项也没有"),
    ],
)
def test_insufficient_evidence_says_why(change: dict[str, object], words: str) -> None:
    rows = _hand()[: int(str(change.get("rows", 12)))]
    if "largest" in change:
        rows[0]["places"] = change["largest"]
    if "difficulty" in change:
        rows = [{**row, "difficulty": None} for row in rows]
    score = compute(_evidence(rows, s=(24, len(rows))), METHOD, seed=1, draws=0).score

    assert score.occupations[0].label is Label.INSUFFICIENT
    assert any(words in zh(each) for each in score.occupations[0].reasons)


def test_too_few_occupations_to_compare_with_are_no_evidence() -> None:
    one = compute(_evidence(_hand(), s=(24, 12)), METHOD, seed=1, draws=9).score.occupations[0]

    assert (one.label, one.index) == (Label.INSUFFICIENT, None)


@pytest.mark.parametrize("seed", [1, 2])
def test_order_of_firms_and_rows_changes_no_byte(
    example: Example, computed: Computed, seed: int
) -> None:
    again = compute(_shuffled(example.sample, seed), METHOD, seed=5, draws=60).score

    assert _bytes(again) == _bytes(computed.score)


def test_another_seed_moves_intervals_and_no_index(example: Example, computed: Computed) -> None:
    again = compute(example.sample, METHOD, seed=6, draws=60).score
    pairs = list(zip(again.occupations, computed.score.occupations, strict=True))

    assert [a.index for a, _ in pairs] == [b.index for _, b in pairs]
    assert any(a.index_interval != b.index_interval for a, b in pairs)


def test_processes_give_the_same_bytes(
    example: Example, computed: Computed, tmp_path: Path
) -> None:
    write_evidence(example.sample, tmp_path)
    summer = in_pool(tmp_path, METHOD, 2)
    again = compute(example.sample, METHOD, seed=5, draws=60, summer=summer).score

    assert _bytes(again) == _bytes(computed.score)


@pytest.mark.spark
def test_spark_gives_the_same_bytes(example: Example, computed: Computed, tmp_path: Path) -> None:
    pytest.importorskip("pyspark")
    from jinque.shortage.engines import on_spark

    write_evidence(example.sample, tmp_path)
    summer = on_spark(tmp_path, METHOD, "local[2]")
    again = compute(example.sample, METHOD, seed=5, draws=60, summer=summer).score

    assert _bytes(again) == _bytes(computed.score)


def test_the_unit_of_pay_changes_no_label(example: Example, computed: Computed) -> None:
    answers = example.sample.tables["answers"]
    at = answers.schema.get_field_index("pay")
    scaled = answers.set_column(at, "pay", pa.array(answers["pay"].to_numpy() * 10_000.0))
    tables = {**example.sample.tables, "answers": scaled}
    again = compute(evidence_of(example.sample.facts, tables), METHOD, seed=5, draws=60).score

    labels = [each.label for each in computed.score.occupations]
    assert [each.label for each in again.occupations] == labels


def test_a_frozen_reference_is_used(example: Example, computed: Computed) -> None:
    reference = computed.score.reference
    again = compute(example.population, METHOD, seed=1, draws=0, reference=reference).score

    assert again.reference == reference


def test_cutting_the_votes_to_one_makes_the_index_its_percentile(computed: Computed) -> None:
    only = with_weights(computed.score, {"block": 0, "x4": 0, "x5": 0, "x6": 0})
    pairs = zip(only.occupations, computed.score.occupations, strict=True)
    found = [
        (now.index, next(b.percentile for b in was.ballots if b.name == "x3"))
        for now, was in pairs
        if now.index is not None
    ]

    assert [a for a, _ in found] == pytest.approx([b for _, b in found])


def test_declared_weights_give_the_declared_labels(computed: Computed) -> None:
    again = with_weights(computed.score, {"block": 1.0})

    assert [a.label for a in again.occupations] == [b.label for b in computed.score.occupations]
    assert [a.rank for a in again.occupations] == [b.rank for b in computed.score.occupations]
    assert all(row.before is row.after for row in impact(computed.score, again))


def test_other_methods_say_what_they_have_and_lack(computed: Computed) -> None:
    views = other_views(computed, load_other_methods())

    assert [(v.method.id, v.has, v.of) for v in views] == [
        ("mohrss", 1, 2), ("ba", 2, 6), ("jsa", 1, 4), ("hangzhou", 2, 2), ("demand", 1, 2),
    ]  # fmt: skip
    assert all(zh(v.method.name).startswith(("仿", "只看")) for v in views)


def _attack(computed: Computed, method: Method) -> list[str]:
    """Subtract published cells from published sums; return what is had of too few employers."""
    disclosure = control(computed.laid.panel, method)
    cells = {cell.code: cell.demand for cell in disclosure.cells}
    panel = computed.laid.panel
    had: list[str] = []
    for code, demand in cells.items():
        depth = 0 if code == "" else code.count("-") + 1
        below = [
            other
            for other in cells
            if other and other.count("-") == depth and (not code or other.startswith(f"{code}-"))
        ]
        hidden = [other for other in below if cells[other] is None]
        if demand is None or not hidden:
            continue
        amounts: dict[int, tuple[float, float, float]] = {}
        rows, weight = panel.rows, panel.weight
        for at in np.flatnonzero(panel.sure()):
            own = panel.codes[rows.occupation[at]]
            if any(own == each or own.startswith(f"{each}-") for each in hidden):
                a, b, c = amounts.get(int(rows.employer[at]), (0.0, 0.0, 0.0))
                values = np.nan_to_num([rows.demand[at], rows.seekers[at], rows.staff[at]])
                a, b, c = (np.array([a, b, c]) + values * weight[at]).tolist()
                amounts[int(rows.employer[at])] = (a, b, c)
        if len(hidden) == 1 or not is_safe(amounts, method):
            had.append(code)
    return had


def test_subtracting_published_tables_tells_nothing_of_few_employers(computed: Computed) -> None:
    assert any(c.demand is None for c in control(computed.laid.panel, METHOD).cells)
    assert _attack(computed, METHOD) == []


def test_what_is_published_tells_of_no_single_employer(computed: Computed) -> None:
    made = published(computed.score, control(computed.laid.panel, METHOD))

    assert all(each.employers is None and each.largest_share is None for each in made.occupations)
    assert all(each.index is None for each in made.occupations if each.suppressed)


def test_what_was_held_back_stays_held_back(computed: Computed) -> None:
    code = computed.laid.panel.codes[0]

    assert code in control(computed.laid.panel, METHOD, (code,)).held


def test_lines_of_silence_enclose_the_index_of_most(computed: Computed) -> None:
    lines = [each.lines for each in computed.score.occupations if each.lines]
    spread = [(b or 0) >= (c or 0) for _, b, c in lines]

    assert np.mean(spread) > 0.9


def test_ranks_fall_with_the_index(computed: Computed) -> None:
    ranked = sorted((o.rank, o.index) for o in computed.score.occupations if o.rank)

    assert all((a[1] or 0) >= (b[1] or 0) for a, b in pairwise(ranked))
