"""The same rules run by others: OpenFisca-core, a DuckDB cross join, Polars.

OpenFisca-core is AGPL: it is a tool of this bench and no dependency of the product.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.roster.rules import Rules

TOP = 20
_UNMET, _UNDECIDED = 1 << 24, 1 << 16
_AT_ONCE = 65_536


@dataclass(frozen=True)
class Outcome:
    """What any engine must come to.

    Attributes:
        counts: posts x (match, undecided, do not match).
        top: people x the lowest ranks, unmet above undecided above order.
    """

    counts: NDArray[np.int64]
    top: NDArray[np.int64]


def with_duckdb(rules: Rules) -> Outcome:
    """Cross join people with posts; a post has a column for each fact, null where it asks none."""
    import duckdb
    import pyarrow as pa

    facts = len(rules.low)
    people = {f"low{fact}": rules.low[fact] for fact in range(facts)}
    people |= {f"high{fact}": rules.high[fact] for fact in range(facts)}
    needs = [dict(post) for post in rules.posts]
    posts = {f"need{fact}": [need.get(fact) for need in needs] for fact in range(facts)}
    db = duckdb.connect()
    db.execute("SET threads = 2")
    db.register("people", pa.table({"person": np.arange(rules.low.shape[1]), **people}))
    columns = {name: pa.array(values, pa.int8()) for name, values in posts.items()}
    db.register("posts", pa.table({"post": np.arange(len(needs)), **columns}))
    unmet = " + ".join(f"coalesce((high{f} < need{f})::INT, 0)" for f in range(facts))
    open_ = " + ".join(
        f"coalesce((low{f} < need{f} AND high{f} >= need{f})::INT, 0)" for f in range(facts)
    )
    db.execute(
        f"CREATE TABLE pairs AS SELECT person, post, "
        f"({unmet}) * {_UNMET} + ({open_}) * {_UNDECIDED} + post AS rank FROM people, posts"
    )
    counts = db.execute(
        f"SELECT count(*) FILTER (rank < {_UNDECIDED}), count(*) FILTER (rank < {_UNMET}), "
        "count(*) FROM pairs GROUP BY post ORDER BY post"
    ).fetchnumpy()
    met, possible, every = (np.asarray(each) for each in counts.values())
    top = db.sql(
        f"SELECT list_sort(min(rank, {TOP})) AS top FROM pairs GROUP BY person ORDER BY person"
    ).to_arrow_table()
    ranks = top.column("top").combine_chunks().flatten().to_numpy().reshape(-1, TOP)
    return Outcome(np.stack([met, possible - met, every - possible], axis=1), ranks)


def with_polars(rules: Rules) -> Outcome:
    """Make a column of ranks for each post, in blocks, and take the lowest of each row."""
    import polars as pl

    count = rules.low.shape[1]
    totals = np.zeros((len(rules.posts), 3), np.int64)
    tops = []
    for start in range(0, count, _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        frame = pl.DataFrame(
            {f"low{f}": values[part] for f, values in enumerate(rules.low)}
            | {f"high{f}": values[part] for f, values in enumerate(rules.high)}
        )
        ranks = frame.lazy().select(_rank(pl, post, own) for post, own in enumerate(rules.posts))
        every = ranks.collect()
        met = every.select((pl.all() < _UNDECIDED).sum()).row(0)
        possible = every.select((pl.all() < _UNMET).sum()).row(0)
        totals += np.stack(
            [met, np.subtract(possible, met), every.height - np.array(possible)], axis=1
        )
        top = every.select(pl.concat_list(pl.all()).list.sort().list.head(TOP).alias("top"))
        tops.append(top["top"].explode().to_numpy().reshape(-1, TOP))
    return Outcome(totals, np.concatenate(tops))


def _rank(pl: Any, post: int, own: tuple[tuple[int, int], ...]) -> Any:  # noqa: ANN401 - imported late
    rank = pl.lit(post, pl.Int32)
    for fact, number in own:
        unmet = (pl.col(f"high{fact}") < number).cast(pl.Int32)
        short = (pl.col(f"low{fact}") < number).cast(pl.Int32)
        rank = rank + unmet * (_UNMET - _UNDECIDED) + short * _UNDECIDED
    # A post that asks nothing is a constant, which must be as long as the others.
    return (rank + pl.col("low0").cast(pl.Int32) * 0).alias(f"post{post}")


def with_openfisca(rules: Rules) -> Outcome:
    """Facts as inputs, posts as variables with formulas; OpenFisca ranks nothing, so numpy does."""
    from openfisca_core.entities import Entity
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem

    person = Entity("person", "people", "", "")
    system = TaxBenefitSystem([person])
    for fact in range(len(rules.low)):
        for end in ("low", "high"):
            system.add_variable(_input(person, f"{end}{fact}"))
    for post, own in enumerate(rules.posts):
        system.add_variable(_formula(person, f"post{post}", own))
    count = rules.low.shape[1]
    simulation = SimulationBuilder().build_default_simulation(system, count)
    for fact in range(len(rules.low)):
        simulation.set_input(f"low{fact}", "2026-01", rules.low[fact])
        simulation.set_input(f"high{fact}", "2026-01", rules.high[fact])
    counts, ranks = [], np.empty((len(rules.posts), count), np.int32)
    for post in range(len(rules.posts)):
        rank = simulation.calculate(f"post{post}", "2026-01")
        met, possible = int((rank < _UNDECIDED).sum()), int((rank < _UNMET).sum())
        counts.append((met, possible - met, count - possible))
        ranks[post] = rank + post
    lowest = np.partition(ranks, TOP - 1, axis=0)[:TOP]
    return Outcome(np.array(counts), np.sort(lowest, axis=0).T.astype(np.int64))


def _input(person: Any, name: str) -> Any:  # noqa: ANN401 - classes of OpenFisca
    from openfisca_core.periods import DateUnit
    from openfisca_core.variables import Variable

    fields = {"value_type": int, "entity": person, "definition_period": DateUnit.MONTH}
    return type(name, (Variable,), fields)


def _formula(person: Any, name: str, own: tuple[tuple[int, int], ...]) -> Any:  # noqa: ANN401 - as above
    def formula(people: Any, period: Any) -> NDArray[np.int32]:  # noqa: ANN401 - as above
        rank = np.zeros(people.count, np.int32)
        for fact, number in own:
            unmet = people(f"high{fact}", period) < number
            short = people(f"low{fact}", period) < number
            rank += unmet * (_UNMET - _UNDECIDED) + short * _UNDECIDED
        return rank

    made = _input(person, name)
    made.formula = formula
    return made
