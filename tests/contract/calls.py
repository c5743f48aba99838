"""Calls made up from the description of `/api/v1`, each answer checked against it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from litestar.types import ASGIApp
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import negative_data_rejection

SEED_PHASES = (Phase.explicit, Phase.generate, Phase.shrink)


def call_all(app: ASGIApp, calls_each: int) -> Counter[str]:
    """Make up calls of every operation, right and wrong ones, and check every answer.

    Args:
        app: the site.
        calls_each: calls of one operation of one sort.

    Returns:
        Number of calls by operation and sort.

    Raises:
        Exception: an answer is a fault of the server or breaks the description; the message
            holds the call as a line for curl.
    """
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)
    made: Counter[str] = Counter()
    operations: Iterator[Any] = schema.get_all_operations()
    for found in operations:
        operation = found.ok()
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            made[f"{operation.label} {mode.value}"] = _call(operation, mode, calls_each)
    return made


def _call(operation: Any, mode: GenerationMode, most: int) -> int:  # noqa: ANN401
    count = 0

    @settings(
        max_examples=most,
        deadline=None,
        derandomize=True,
        database=None,
        phases=SEED_PHASES,
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode))
    def check(case: Any) -> None:  # noqa: ANN401
        nonlocal count
        count += 1
        # An address cannot say that it holds no list, and an empty value means "not given", as
        # forms send it: what is wrong by the letter of the description may well be answered.
        case.call_and_validate(excluded_checks=[negative_data_rejection])

    with suppress(Unsatisfiable):  # an operation without a parameter cannot be called wrongly
        check()
    return count
