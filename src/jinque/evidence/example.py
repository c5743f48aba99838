"""Synthetic evidence with known shortages, for trying the program and for judging the method."""

import math
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import msgspec
import numpy as np
import pyarrow as pa
import yaml
from numpy.typing import NDArray

from jinque.classification import load_classification
from jinque.errors import InvalidOptionError, MachineError, SourceNotFoundError
from jinque.evidence.tables import Evidence, EvidenceFacts, evidence_of
from jinque.locale import joined, say, say_in
from jinque.model import Level

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_MADE_UP_OF = "2456"
"""Major groups whose occupations are used: nothing is made up about heads of public bodies."""

_ANYWHERE = 0.12
"""Share of the occupations of an employer that are not of its industry."""

_QUARTER_DAYS = 91
_WINDOW_DAYS = 90
_LEAST_OF_A_LAYER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleSize:
    """Employers of one size.

    Attributes:
        share: of all employers.
        staff: median.
        spread: of the logarithm of staff.
        drawn: share of them in the sample; 1 is all.
        occupations: how many an employer has, about.
    """

    name: str
    share: float
    staff: float
    spread: float
    drawn: float
    occupations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleParameters:
    """What the generator is given; parameters/data/shortage/example.yaml explains each."""

    occupations: int
    industries: int
    employers: int
    sizes: tuple[ExampleSize, ...]
    class_share: float
    employer_spread: float
    vacancy_rate: float
    vacancy_slope: float
    applicants_per_place: float
    applicant_slope: float
    fill_odds: float
    fill_slope: float
    withdrawn_share: float
    median_days: float
    days_slope: float
    carried_share: float
    difficulty_noise: float
    difficulty_cuts: tuple[float, float, float, float]
    pay_median: float
    pay_spread: float
    pay_growth: float
    pay_slope: float
    plagues: dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sample, the population that it was drawn from, and what is true in it.

    Attributes:
        sample: evidence as a survey would bring it in, plagues included.
        population: every employer of the frame, without plagues and as a census.
        tightness: occupation -> how short it was made, 0 on average.
    """

    sample: Evidence
    population: Evidence
    tightness: dict[str, float]


def read_parameters(path: Path | None = None) -> ExampleParameters:
    """Read the parameters of a generator; None means those that ship.

    Raises:
        SourceNotFoundError: there is no such file.
        InvalidOptionError: a value is missing, unknown or of the wrong kind.
        MachineError: the system refuses to read it.
    """
    shipped = files("jinque.parameters") / "data" / "shortage" / "example.yaml"
    try:
        text = path.read_text("utf-8") if path else shipped.read_text("utf-8")
        return msgspec.convert(yaml.safe_load(text), ExampleParameters)
    except FileNotFoundError:
        raise SourceNotFoundError(
            say_in("read parameters", "There is no such file of parameters."), where=str(path)
        ) from None
    except OSError as fault:
        raise MachineError(
            say("The system refuses to read the parameters: {strerror}.", strerror=fault.strerror),
            where=str(path),
        ) from fault
    except (yaml.YAMLError, msgspec.ValidationError, UnicodeDecodeError) as fault:
        raise InvalidOptionError(
            say("The file of parameters is wrong: {fault}", fault=fault),
            where=str(path),
            hint=say("Begin from parameters/data/shortage/example.yaml."),
        ) from fault


def make_example(
    name: str,
    seed: int,
    parameters: ExampleParameters,
    plagues: tuple[str, ...] = (),
    quarter: str = "2026Q3",
) -> Example:
    """Make up a frame of employers, their answers and a stratified sample of them.

    Args:
        name: of the evidence.
        seed: the same seed and parameters give the same bytes.
        parameters: of the generator.
        plagues: names of `parameters.plagues` that are switched on in the sample.
        quarter: that the evidence is of.

    Raises:
        InvalidOptionError: there is no such plague.
    """
    unknown = sorted(set(plagues) - set(parameters.plagues))
    if unknown:
        raise InvalidOptionError(
            say("There is no such plague: {unknown}.", unknown=joined(unknown)),
            where="--plague",
            hint=say("Choose from: {plagues}.", plagues=joined(parameters.plagues)),
        )
    return _Generator(name, seed, parameters, quarter).make(plagues)


class _Generator:
    def __init__(self, name: str, seed: int, given: ExampleParameters, quarter: str) -> None:
        self._name, self._seed, self._given, self._quarter = name, seed, given, quarter
        self._random = np.random.Generator(np.random.PCG64(seed))
        self._codes = _spread_codes(given.occupations)
        self._classes = _classes(self._codes)

    def make(self, plagues: tuple[str, ...]) -> Example:
        tightness = self._tightness()
        firms = self._firms()
        rows = self._rows(firms, tightness)
        days = self._days(rows, tightness)
        everybody = np.ones(self._given.employers, dtype=bool)
        population = self._evidence(firms, rows, days, everybody, (), "population")
        drawn = self._drawn(firms)
        answered = drawn & self._answered(firms, drawn, plagues)
        sample = self._evidence(firms, self._plagued(rows, plagues), days, answered, plagues, "")
        return Example(
            sample=_with_frame(sample, firms, drawn, answered),
            population=_with_frame(population, firms, everybody, everybody),
            tightness=dict(zip(self._codes, map(float, tightness), strict=True)),
        )

    def _tightness(self) -> Floats:
        given, classes = self._given, self._classes
        shared = self._random.standard_normal(int(classes.max()) + 1)[classes]
        own = self._random.standard_normal(given.occupations)
        return math.sqrt(given.class_share) * shared + math.sqrt(1 - given.class_share) * own

    def _firms(self) -> dict[str, np.ndarray]:
        given, random = self._given, self._random
        sizes = given.sizes
        size = random.choice(len(sizes), given.employers, p=[s.share for s in sizes])
        staff = np.array([s.staff for s in sizes])[size] * np.exp(
            np.array([s.spread for s in sizes])[size] * random.standard_normal(given.employers)
        )
        industry = random.integers(0, given.industries, given.employers)
        return {
            "size": size,
            "industry": industry,
            "staff": np.maximum(1, np.rint(staff)),
            "effect": given.employer_spread * random.standard_normal(given.employers),
            "stratum": industry * len(sizes) + size,
        }

    def _rows(self, firms: dict[str, np.ndarray], tightness: Floats) -> dict[str, np.ndarray]:
        given, random = self._given, self._random
        many = np.array([s.occupations for s in given.sizes])[firms["size"]]
        many = np.clip(random.poisson(many), 1, given.occupations // 4)
        firm = np.repeat(np.arange(given.employers), many)
        occupation = self._occupations_of(firms["industry"][firm])
        _, first = np.unique(firm * given.occupations + occupation, return_index=True)
        firm, occupation = firm[first], occupation[first]
        heads = np.maximum(1, random.poisson(firms["staff"][firm] / many[firm]))
        tight = tightness[occupation] + firms["effect"][firm]
        rate = given.vacancy_rate * np.exp(given.vacancy_slope * tight)
        places = random.poisson(heads * rate)
        seekers = random.poisson(
            places * given.applicants_per_place * np.exp(given.applicant_slope * tight)
        )
        odds = given.fill_odds + given.fill_slope * tight
        filled = random.binomial(places, 1 / (1 + np.exp(-odds)))
        withdrawn = random.binomial(places - filled, given.withdrawn_share)
        felt = tight + given.difficulty_noise * random.standard_normal(len(firm))
        hard = 1 + np.searchsorted(given.difficulty_cuts, felt)
        pay = given.pay_median * np.exp(given.pay_spread * random.standard_normal(len(firm)))
        growth = given.pay_growth + given.pay_slope * tight
        return {
            "firm": firm, "occupation": occupation, "staff": heads, "places": places,
            "seekers": seekers, "filled": filled, "withdrawn": withdrawn,
            "open": places - filled - withdrawn, "difficulty": np.where(places > 0, hard, 0),
            "pay": np.round(pay, 2), "pay_before": np.round(pay / (1 + growth), 2),
        }  # fmt: skip

    def _occupations_of(self, industry: Ints) -> Ints:
        """Draw occupations: each industry has a window of them, some at home everywhere."""
        given, random = self._given, self._random
        window = max(8, given.occupations // 6)
        start = industry * given.occupations // given.industries
        own = (start + random.integers(0, window, len(industry))) % given.occupations
        anywhere = random.integers(0, given.occupations, len(industry))
        return np.where(random.random(len(industry)) < _ANYWHERE, anywhere, own).astype(np.int64)

    def _days(self, rows: dict[str, np.ndarray], tightness: Floats) -> dict[str, np.ndarray]:
        """Give every place a beginning and an end; those of before the quarter enter late."""
        given, random = self._given, self._random
        row = np.repeat(np.arange(len(rows["firm"])), rows["places"])
        tight = tightness[rows["occupation"][row]]
        mean = given.median_days / np.log(2) * np.exp(given.days_slope * tight)
        length = np.rint(random.exponential(mean))
        begun = random.integers(0, _QUARTER_DAYS, len(row))
        carried = random.random(len(row)) < given.carried_share
        # Open already when the quarter began: seen only because it lasted until then.
        entry = np.where(carried, np.rint(random.exponential(mean)), 0)
        length = np.where(carried, entry + 1 + length, length)
        seen = np.where(carried, entry + _QUARTER_DAYS, _QUARTER_DAYS - begun + _WINDOW_DAYS)
        return {
            "row": row,
            "entry": entry.astype(np.int64),
            "end": np.minimum(length, seen).astype(np.int64),
            "is_filled": (length <= seen) & (random.random(len(row)) > given.withdrawn_share / 2),
        }

    def _drawn(self, firms: dict[str, np.ndarray]) -> NDArray[np.bool_]:
        """Draw employers within each layer without replacement; at least two, or all."""
        given = self._given
        number = self._random.random(given.employers)
        drawn = np.zeros(given.employers, dtype=bool)
        for stratum in np.unique(firms["stratum"]):
            members = np.flatnonzero(firms["stratum"] == stratum)
            share = given.sizes[stratum % len(given.sizes)].drawn
            many = min(len(members), max(2, round(share * len(members))))
            drawn[members[np.argsort(number[members], kind="stable")[:many]]] = True
        return drawn

    def _answered(
        self, firms: dict[str, np.ndarray], drawn: NDArray[np.bool_], plagues: tuple[str, ...]
    ) -> NDArray[np.bool_]:
        if "nonresponse" not in plagues:
            return np.ones(self._given.employers, dtype=bool)
        effect = firms["effect"] / self._given.employer_spread
        odds = 1 / (1 + np.exp(-1.2 * effect))
        stays_away = (
            self._random.random(len(effect)) < 2 * self._given.plagues["nonresponse"] * odds
        )
        # Two of a layer always answer: one alone shows no error of sampling.
        layer = firms["stratum"]
        order = np.lexsort((stays_away, ~drawn, layer))
        place = np.arange(len(order)) - np.searchsorted(layer[order], layer[order])
        kept = ~stays_away
        kept[order[place < _LEAST_OF_A_LAYER]] = True
        return kept

    def _plagued(
        self, rows: dict[str, np.ndarray], plagues: tuple[str, ...]
    ) -> dict[str, np.ndarray]:
        given, random = self._given, self._random
        made = dict(rows)
        if "double_reporting" in plagues:
            doubles = random.random(given.employers) < given.plagues["double_reporting"]
            times = 1 + doubles[rows["firm"]]
            made["places"], made["seekers"] = rows["places"] * times, rows["seekers"] * times
        if "wrong_codes" in plagues:
            wrong = random.random(len(rows["firm"])) < given.plagues["wrong_codes"]
            made["occupation"] = np.where(
                wrong, self._neighbours(rows["occupation"]), rows["occupation"]
            )
        if "agencies" in plagues:
            through = random.random(len(rows["firm"])) < given.plagues["agencies"]
            made["agency"] = through & (rows["places"] > 0)
        if "small_cells" in plagues:
            small = random.random(given.occupations) < given.plagues["small_cells"]
            made["small"] = small[rows["occupation"]]
        return made

    def _neighbours(self, occupation: Ints) -> Ints:
        """Return another occupation of the same 中类 for each, or the next one."""
        classes, count = self._classes, self._given.occupations
        step = self._random.integers(1, 4, len(occupation))
        other = (occupation + step) % count
        back = (occupation - step) % count
        return np.where(classes[other] == classes[occupation], other, back)

    def _evidence(
        self,
        firms: dict[str, np.ndarray],
        rows: dict[str, np.ndarray],
        days: dict[str, np.ndarray],
        answered: NDArray[np.bool_],
        plagues: tuple[str, ...],
        suffix: str,
    ) -> Evidence:
        keep = answered[rows["firm"]]
        if "small" in rows:
            keep &= ~rows["small"] | _first_few(rows["occupation"], keep, 5)
        codes = np.array(self._codes)
        ids = np.array([f"E{number:07d}" for number in range(self._given.employers)])
        answers = _answer_table(rows, keep, ids, codes)
        if "agency" in rows:
            answers = pa.concat_tables([answers, _agency_table(rows, keep, ids, codes, firms)])
        seen = keep[days["row"]]
        of = rows["occupation"][days["row"]][seen]
        vacancies = pa.table({
            "employer": ids[rows["firm"][days["row"]][seen]], "occupation": codes[of],
            "entry": days["entry"][seen], "end": days["end"][seen],
            "is_filled": days["is_filled"][seen], "count": np.ones(int(seen.sum()), dtype=np.int64),
        })  # fmt: skip
        facts = EvidenceFacts(
            name=self._name + (f"-{suffix}" if suffix else ""),
            quarter=self._quarter,
            is_synthetic=True,
            parameters={
                "seed": self._seed,
                "plagues": list(plagues),
                **msgspec.to_builtins(self._given),
            },
        )
        tables = {
            "answers": answers,
            "vacancies": vacancies,
            "employers": self._employer_table(firms, answered, ids),
            "stands": self._stands_table(),
        }
        return evidence_of(facts, tables)

    def _employer_table(
        self, firms: dict[str, np.ndarray], answered: NDArray[np.bool_], ids: np.ndarray
    ) -> pa.Table:
        count = int(answered.sum())
        sizes = np.array([s.name for s in self._given.sizes])
        industries = np.array([f"行业{number + 1:02d}" for number in range(self._given.industries)])
        return pa.table({
            "employer": ids[answered], "stratum": _strata_names(firms, sizes, industries)[answered],
            "district": [""] * count, "industry": industries[firms["industry"]][answered],
            "size": sizes[firms["size"]][answered], "is_agency": [False] * count,
            "file": [""] * count, "file_sha256": [""] * count,
        })  # fmt: skip

    def _stands_table(self) -> pa.Table:
        given = self._given
        window = max(8, given.occupations // 6)
        pairs = [
            (self._codes[(i * given.occupations // given.industries + k) % given.occupations], i)
            for i in range(given.industries)
            for k in range(window)
        ]
        return pa.table({
            "occupation": [code for code, _ in pairs],
            "industry": [f"行业{number + 1:02d}" for _, number in pairs],
        })  # fmt: skip


def _answer_table(
    rows: dict[str, np.ndarray], keep: np.ndarray, ids: np.ndarray, codes: np.ndarray
) -> pa.Table:
    count = int(keep.sum())
    numbers = {
        name: rows[name][keep].astype(np.float64)
        for name in (
            "places",
            "seekers",
            "staff",
            "filled",
            "withdrawn",
            "open",
            "pay",
            "pay_before",
        )
    }
    difficulty = rows["difficulty"][keep]
    return pa.table({
        "employer": ids[rows["firm"][keep]], "occupation": codes[rows["occupation"][keep]],
        **numbers,
        "difficulty": pa.array(difficulty.astype(np.int8), mask=difficulty == 0),
        "supplied_to": [""] * count, "second_code": pa.nulls(count, pa.string()),
        "first_share": pa.nulls(count, pa.float64()),
        "open_ended": np.zeros(count, dtype=np.int16), "row": np.zeros(count, dtype=np.int32),
    })  # fmt: skip


def _agency_table(
    rows: dict[str, np.ndarray],
    keep: np.ndarray,
    ids: np.ndarray,
    codes: np.ndarray,
    firms: dict[str, np.ndarray],
) -> pa.Table:
    """Return rows that a respondent of the same layer reports for employers that it supplies."""
    chosen = keep & rows["agency"]
    table = _answer_table(rows, chosen, ids, codes)
    answering = np.unique(rows["firm"][keep])
    layer = firms["stratum"]
    first = {int(layer[firm]): int(firm) for firm in answering[::-1]}
    agency = ids[[first[int(layer[firm])] for firm in rows["firm"][chosen]]]
    supplied = table["employer"]
    table = table.set_column(table.schema.get_field_index("supplied_to"), "supplied_to", supplied)
    table = table.set_column(0, "employer", pa.array(agency))
    for name in ("difficulty", "filled", "withdrawn", "open", "pay", "pay_before"):
        at = table.schema.get_field_index(name)
        table = table.set_column(at, name, pa.nulls(table.num_rows, table.schema.field(name).type))
    return table


def _first_few(occupation: Ints, keep: np.ndarray, most: int) -> NDArray[np.bool_]:
    """Mark the first `most` kept rows of each occupation."""
    order = np.lexsort((np.arange(len(occupation)), ~keep, occupation))
    begin = np.searchsorted(occupation[order], occupation[order])
    few = np.zeros(len(occupation), dtype=bool)
    few[order] = np.arange(len(order)) - begin < most
    return few


def _strata_names(
    firms: dict[str, np.ndarray], sizes: np.ndarray, industries: np.ndarray
) -> np.ndarray:
    return np.char.add(np.char.add(industries[firms["industry"]], "·"), sizes[firms["size"]])


def _with_frame(
    evidence: Evidence, firms: dict[str, np.ndarray], drawn: np.ndarray, answered: np.ndarray
) -> Evidence:
    """Add how many employers each layer has, and how many of them were drawn."""
    layer = firms["stratum"]
    count = int(layer.max()) + 1
    populations = np.bincount(layer, minlength=count)
    sampled = np.bincount(layer, drawn, count).astype(np.int64)
    names: dict[str, tuple[int, int]] = {}
    employers = evidence.tables["employers"]
    for name, firm in zip(employers["stratum"].to_pylist(), np.flatnonzero(answered), strict=True):
        names[name] = (int(populations[layer[firm]]), int(sampled[layer[firm]]))
    strata = pa.table({
        "stratum": list(names),
        "population": [each[0] for each in names.values()],
        "sampled": [each[1] for each in names.values()],
    })  # fmt: skip
    return evidence_of(evidence.facts, {**evidence.tables, "strata": strata})


def _spread_codes(count: int) -> tuple[str, ...]:
    """Return occupations of the national classification, evenly spread over it."""
    entries = load_classification("2022").by_code.values()
    codes = sorted(
        each.code
        for each in entries
        if each.level is Level.OCCUPATION and each.code[0] in _MADE_UP_OF
    )
    if count > len(codes):
        raise InvalidOptionError(
            say(
                "The classification has {n} occupations; {count} were asked for.",
                n=len(codes),
                count=count,
            ),
            where="occupations",
        )
    return tuple(codes[number * len(codes) // count] for number in range(count))


def _classes(codes: tuple[str, ...]) -> Ints:
    names = ["-".join(code.split("-")[:2]) for code in codes]
    place = {name: index for index, name in enumerate(dict.fromkeys(names))}
    return np.array([place[name] for name in names], dtype=np.int64)
