"""Evidence as tables becomes a panel: weights, hygiene, the kind of seekers that is declared."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from jinque.errors import InvalidOptionError
from jinque.evidence.tables import Evidence
from jinque.locale import joined, say
from jinque.model.shortage import Counted, Method
from jinque.shortage.panel import Panel, Respondents, Rows, Vacancies, key_of, ordered
from jinque.shortage.statistics import Floats, Ints
from jinque.shortage.weights import Stratum

ONE_STRATUM = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A panel and what was left out on the way.

    Attributes:
        is_weighted: a frame gave the weights.
        sampled: (strata,) employers drawn, those that did not answer among them.
    """

    panel: Panel
    exclusions: tuple[Counted, ...]
    is_weighted: bool
    sampled: Ints


def lay_out(evidence: Evidence, method: Method) -> Laid:
    """Lay evidence out for a method.

    Raises:
        InvalidOptionError: a stratum cannot be weighted, or a labour-market table is asked for
            and its rows do not share period, place and universe.
    """
    tables = evidence.tables
    respondents, sampled, is_weighted = _respondents(tables)
    ids = respondents.ids
    answers, exclusions = _cleaned(tables["answers"])
    codes = _codes(answers, tables)
    rows = _rows(answers, ids, codes, method, evidence.facts.seekers)
    panel = Panel(
        codes=codes,
        respondents=respondents,
        rows=rows,
        vacancies=_vacancies(tables["vacancies"], ids, codes),
        stands=_stands(tables, codes),
        market=_market(tables["market"], codes, method) if method.block_from == "market" else None,
    )
    return Laid(
        panel=ordered(panel), exclusions=exclusions, is_weighted=is_weighted, sampled=sampled
    )


def _respondents(tables: Mapping[str, pa.Table]) -> tuple[Respondents, Ints, bool]:
    employers, frame = tables["employers"], tables["strata"]
    ids = employers["employer"].to_pylist()
    order = sorted(range(len(ids)), key=ids.__getitem__)
    layers = employers["stratum"].to_pylist()
    named = frame["stratum"].to_pylist()
    populations = dict(zip(named, frame["population"].to_pylist(), strict=True))
    drawn = dict(zip(named, frame["sampled"].to_pylist(), strict=True))
    names = sorted(set(layers))
    counts = Counter(layers)
    strata = tuple(
        Stratum(name=n, population=populations.get(n, _endless(counts[n])), respondents=counts[n])
        for n in names
    )
    of = {name: index for index, name in enumerate(names)}
    stratum = np.array([of[layers[index]] for index in order], dtype=np.int64)
    is_weighted = bool(populations)
    base = np.array([s.population / s.respondents if is_weighted else 1.0 for s in strata])
    industries = sorted(set(employers["industry"].to_pylist()) - {"", None})
    place = {name: index for index, name in enumerate(industries)}
    industry = [place.get(each, -1) for each in employers["industry"].to_pylist()]
    respondents = Respondents(
        ids=tuple(ids[index] for index in order),
        stratum=stratum,
        industry=np.array([industry[index] for index in order], dtype=np.int64),
        base=base[stratum] if len(stratum) else np.zeros(0),
        strata=strata,
    )
    sampled = np.array([drawn.get(s.name, s.respondents) for s in strata], dtype=np.int64)
    return respondents, sampled, is_weighted


def _endless(respondents: int) -> int:
    """Return a population beside which a sample without a frame is next to nothing."""
    return respondents * 1_000_000


def _cleaned(answers: pa.Table) -> tuple[pa.Table, tuple[Counted, ...]]:
    """Give vacancies of agencies to those they supply; drop what these reported themselves."""
    supplied = pc.fill_null(answers["supplied_to"], "")
    is_agency = np.asarray(pc.not_equal(supplied, ""))
    if not is_agency.any():
        return answers, ()
    own = {
        (employer, occupation)
        for employer, occupation, agency in zip(
            answers["employer"].to_pylist(),
            answers["occupation"].to_pylist(),
            is_agency,
            strict=True,
        )
        if not agency
    }
    about = list(zip(supplied.to_pylist(), answers["occupation"].to_pylist(), strict=True))
    seen: set[tuple[str, str, float | None]] = set()
    keep = np.ones(len(is_agency), dtype=bool)
    for index in np.flatnonzero(is_agency):
        places = answers["places"][int(index)].as_py()
        mark = (*about[index], places)
        keep[index] = about[index] not in own and mark not in seen
        seen.add(mark)
    dropped = int((~keep).sum())
    exclusions = (
        Counted(
            what=say("rows of labour agencies, given to the employer that they supply"),
            count=int((is_agency & keep).sum()),
        ),
        Counted(
            what=say(
                "rows of agencies that the employer, or another agency, reported as well: dropped"
            ),
            count=dropped,
        ),
    )
    return answers.filter(pa.array(keep)), tuple(each for each in exclusions if each.count)


def _codes(answers: pa.Table, tables: Mapping[str, pa.Table]) -> tuple[str, ...]:
    columns = (
        answers["occupation"],
        answers["second_code"],
        tables["vacancies"]["occupation"],
        tables["market"]["occupation"],
    )
    codes = {code for column in columns for code in pc.unique(column).to_pylist()}
    return tuple(sorted(code for code in codes if code))


def _rows(
    answers: pa.Table,
    ids: Sequence[str],
    codes: tuple[str, ...],
    method: Method,
    seekers: str,
) -> Rows:
    second = np.flatnonzero(np.asarray(pc.is_valid(answers["second_code"])))
    share = _floats(answers, "first_share")
    index = np.concatenate([np.arange(answers.num_rows), second]).astype(np.int64)
    is_second = np.arange(len(index)) >= answers.num_rows
    of = _numbers(answers["occupation"], codes)[index]
    of[is_second] = _numbers(answers["second_code"], codes)[second]
    own = answers["employer"]
    supplied = pc.fill_null(answers["supplied_to"], "")
    about = pc.if_else(pc.equal(supplied, ""), own, supplied)
    filled, cohort, closed = _cohort(answers)
    has_kind = seekers == method.seekers and method.block_from == "survey"
    wanted = _floats(answers, "seekers") if has_kind else np.full(answers.num_rows, np.nan)
    unsure = np.isin(index, second)
    sure_share = np.where(np.isnan(share), 1.0, share)[index]
    return Rows(
        unit=_numbers(own, ids)[index],
        employer=_numbers(about, sorted(pc.unique(about).to_pylist()))[index],
        occupation=of,
        demand=_floats(answers, "places")[index],
        seekers=wanted[index],
        staff=_floats(answers, "staff")[index],
        filled=filled[index],
        cohort=cohort[index],
        is_closed_only=closed[index],
        difficulty=_floats(answers, "difficulty")[index],
        pay=_floats(answers, "pay")[index],
        pay_before=_floats(answers, "pay_before")[index],
        share_from=np.where(is_second, sure_share, 0.0),
        share_to=np.where(is_second | ~unsure, 1.0, sure_share),
        key=_keys(answers, index, unsure),
    )


def _numbers(column: pa.ChunkedArray, names: Sequence[str]) -> Ints:
    """Return the place of each value among names; -1 for one that is not there."""
    found = pc.index_in(column, value_set=pa.array(names, pa.string()))
    return np.asarray(pc.fill_null(found, -1).to_numpy(), dtype=np.int64)


def _keys(answers: pa.Table, index: Ints, unsure: np.ndarray) -> Ints:
    """Return numbers for answers of uncertain code, and 0 for all others."""
    keys = np.zeros(len(index), dtype=np.int64)
    for at in np.flatnonzero(unsure):
        row = int(index[at])
        keys[at] = key_of(answers["employer"][row].as_py(), answers["occupation"][row].as_py())
    return keys


def _cohort(answers: pa.Table) -> tuple[Floats, Floats, np.ndarray]:
    """Return filled places and all places of the cohort, and where only closed ones are known."""
    filled, places = _floats(answers, "filled"), _floats(answers, "places")
    whole = filled + _floats(answers, "withdrawn") + _floats(answers, "open")
    closed = np.isnan(whole) & ~np.isnan(filled) & ~np.isnan(places)
    return (
        np.where(closed, np.minimum(filled, places), filled),
        np.where(closed, places, whole),
        closed,
    )


def _vacancies(table: pa.Table, ids: Sequence[str], codes: tuple[str, ...]) -> Vacancies:
    return Vacancies(
        unit=_numbers(table["employer"], ids),
        occupation=_numbers(table["occupation"], codes),
        entry=np.asarray(table["entry"], dtype=np.int64),
        end=np.asarray(table["end"], dtype=np.int64),
        is_filled=np.asarray(table["is_filled"], dtype=bool),
        count=np.asarray(table["count"], dtype=np.float64),
    )


def _stands(tables: Mapping[str, pa.Table], codes: tuple[str, ...]) -> np.ndarray:
    industries = sorted(set(tables["employers"]["industry"].to_pylist()) - {"", None})
    place = {code: at for at, code in enumerate(codes)}
    stands = np.zeros((len(codes), len(industries)), dtype=bool)
    declared = tables["stands"]
    for code, industry in zip(
        declared["occupation"].to_pylist(), declared["industry"].to_pylist(), strict=True
    ):
        if code in place and industry in industries:
            stands[place[code], industries.index(industry)] = True
    return stands


def _market(table: pa.Table, codes: tuple[str, ...], method: Method) -> Floats:
    """Return demand and seekers of each occupation from one labour-market table.

    Raises:
        InvalidOptionError: its rows are of several periods, places, universes or tables.
    """
    found = table.filter(
        pc.and_(pc.equal(table["kind"], method.seekers), pc.not_equal(table["occupation"], ""))
    )
    for column in ("period", "place", "universe", "table"):
        kinds = sorted(set(found[column].to_pylist()))
        if len(kinds) > 1:
            raise InvalidOptionError(
                say(
                    "Labour-market tables cannot be mixed: {column} is {kinds}.",
                    column=str(column),
                    kinds=joined(kinds),
                ),
                where=column,
                hint=say(
                    "Demand and seekers are of one period, place, universe and table: keep one."
                ),
            )
    place = {code: at for at, code in enumerate(codes)}
    market = np.full((len(codes), 2), np.nan)
    for code, needed, seekers in zip(
        found["occupation"].to_pylist(),
        found["needed"].to_pylist(),
        found["seekers_spread"].to_pylist(),
        strict=True,
    ):
        if needed is not None and seekers is not None:
            market[place[code]] = np.nan_to_num(market[place[code]]) + np.array([needed, seekers])
    return market


def _floats(table: pa.Table, name: str) -> Floats:
    return np.asarray(table[name].cast(pa.float64()).to_numpy(zero_copy_only=False), dtype=float)
