"""Print figures only, never a title of the part that is measured.

Seconds are those of the processor: what else the machine does is left out.
"""

import resource
import time
from collections.abc import Sequence

import pyarrow as pa

from bench.titles.coders import CODERS, Engine, Guess
from bench.titles.gold import GoldTitle, gold
from bench.titles.measures import calibration_error, error_interval, told
from bench.titles.speed import distinct_titles
from jinque.coding import NO_CODE, read_lexicon
from jinque.dataset.parquet import code_batch
from jinque.model import CodedTitle, CodingOutcome, TitleRequest

LEVELS = ("major", "sub-major", "minor", "occupation")
MEGABYTE = 1024
WARM_UP = 500


def shares(titles: Sequence[GoldTitle], guesses: Sequence[Guess]) -> dict[str, int]:
    firsts = [guess[0] if guess else None for guess in guesses]
    return {
        "top-1 strict": sum(t.code == f for t, f in zip(titles, firsts, strict=True)),
        "top-1 lenient": sum(t.accepts(f) for t, f in zip(titles, firsts, strict=True)),
        "top-5 strict": sum(t.code in g for t, g in zip(titles, guesses, strict=True)),
        "top-5 lenient": sum(
            any(t.accepts(code) for code in g) for t, g in zip(titles, guesses, strict=True)
        ),
    }


def levels(titles: Sequence[GoldTitle], guesses: Sequence[Guess]) -> None:
    for depth, level in enumerate(LEVELS, start=1):
        pairs = [
            (title.code.split("-")[:depth], guess[0].split("-")[:depth] if guess else [])
            for title, guess in zip(titles, guesses, strict=True)
            if title.code and title.code.count("-") >= depth - 1
        ]
        print(f"  agreement at {level:<11} {told(sum(a == b for a, b in pairs), len(pairs))}")


def outcomes(titles: Sequence[GoldTitle], answers: Sequence[CodedTitle]) -> None:
    paired = list(zip(titles, answers, strict=True))
    coded = [(t, a.candidates[0].code) for t, a in paired if a.outcome is CodingOutcome.CODED]
    none = [t for t, a in paired if a.outcome is CodingOutcome.NO_NATIONAL_CODE]
    print(f"  coverage of coded       {told(len(coded), len(titles))}")
    print(f"  precision of coded      {told(sum(t.accepts(c) for t, c in coded), len(coded))}")
    print(f"   … the very code        {told(sum(t.code == c for t, c in coded), len(coded))}")
    print(f"  precision of no code    {told(sum(t.code == NO_CODE for t in none), len(none))}")
    said = [said_and_right(title, answer) for title, answer in paired]
    low, high = error_interval(said)
    print(f"  calibration error       {calibration_error(said):.3f} [{low:.3f}, {high:.3f}]")


def said_and_right(title: GoldTitle, answer: CodedTitle) -> tuple[float, bool]:
    if answer.outcome is CodingOutcome.NO_NATIONAL_CODE or not answer.candidates:
        return answer.no_code_probability, title.code == NO_CODE
    return answer.candidates[0].probability, title.accepts(answer.candidates[0].code)


def batches(engine: Engine, many: Sequence[TitleRequest]) -> None:
    """Print the rate of the batch path: Arrow in, Arrow out, no answer objects."""
    batch = pa.RecordBatch.from_pydict({"title": [each.title for each in many]})
    code_batch(batch.slice(0, WARM_UP), engine.coder)
    started = time.process_time()
    code_batch(batch, engine.coder)
    print(f"  Arrow batches: {len(many) / (time.process_time() - started):,.0f} distinct titles/s")


def measure(name: str, part: str) -> None:
    titles = gold(part)
    started = time.process_time()
    coder = CODERS[name](read_lexicon())
    ready = time.process_time() - started
    requests = [title.request for title in titles]
    guesses = coder.guess(requests)
    print(f"== {name}, {part}")
    for measured, hits in shares(titles, guesses).items():
        print(f"  {measured:<23} {told(hits, len(titles))}")
    levels(titles, guesses)
    if isinstance(coder, Engine):
        outcomes(titles, coder.answers(requests))
    for source in sorted({title.source for title in titles}):
        own = [i for i, title in enumerate(titles) if title.source == source]
        counted = shares([titles[i] for i in own], [guesses[i] for i in own])
        print(f"  {source:<10} top-1 lenient  {told(counted['top-1 lenient'], len(own))}")
    many = distinct_titles()
    started = time.process_time()
    coder.guess(many)
    rate = len(many) / (time.process_time() - started)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    if isinstance(coder, Engine):
        batches(coder, many)
    print(f"  ready in {ready:.2f} s, {rate:,.0f} distinct titles/s, peak {memory:.0f} MB")
