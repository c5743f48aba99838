"""How a long task tells where it is."""

from collections.abc import Callable

# What is being done now, how many steps are done, how many there are; called before each step,
# and once at the end with both numbers equal.
Progress = Callable[[str, int, int], None]


def tell(progress: Progress | None, step: str, done: int, steps: int) -> None:
    """Call `progress` where somebody listens."""
    if progress is not None:
        progress(step, done, steps)
