"""Runs parts of a roster in processes of this machine."""

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed

import pyarrow as pa

from jinque.eligibility.kernel import Kernel
from jinque.eligibility.kernel_plan import Plan
from jinque.eligibility.roster_parts import screen_part
from jinque.eligibility.roster_plan import Part, PartDone

_workers: "list[Worker]" = []
"""The worker of this process; it remembers from part to part what judges said."""


class Worker:
    """Screens parts one after another with one kernel.

    Args:
        plan: the posts.
        nearest: posts to name for each person.
    """

    def __init__(self, plan: Plan, nearest: int) -> None:
        self._kernel, self._posts = Kernel(plan, nearest=nearest), len(plan.posts)

    def screen(self, part: Part) -> PartDone:
        """Screen a part; raises what `screen_part` raises."""
        return screen_part(part, self._kernel, self._posts)


def screen_here(
    plan: Plan, nearest: int, parts: Sequence[Part], processes: int
) -> Iterator[PartDone]:
    """Yield what parts came to, as they are done.

    Args:
        plan: the posts.
        nearest: posts to name for each person.
        parts: in any order.
        processes: how many run at once; with one, or one part, no other process is started.
    """
    if min(processes, len(parts)) <= 1:
        worker = Worker(plan, nearest)
        yield from map(worker.screen, parts)
        return
    # A forked process may hold the locks of threads that it has not got.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, _begin, (plan, nearest)) as pool:
        try:
            for done in as_completed([pool.submit(_screen, part) for part in parts]):
                yield done.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(plan: Plan, nearest: int) -> None:
    # Arrow's own allocator keeps what was freed: 90 MiB more in each process.
    pa.set_memory_pool(pa.system_memory_pool())
    _workers[:] = [Worker(plan, nearest)]


def _screen(part: Part) -> PartDone:
    return _workers[0].screen(part)
