"""Many titles at once, as columns: what an engine of tables takes, without the evidence."""

from collections.abc import Iterable

from jinque.coding.engine import Coder
from jinque.coding.limits import title_fault
from jinque.coding.verdict import Verdict
from jinque.model import TitleRequest

_UNUSABLE = Verdict(None, None, None, None, None, None)


def verdicts(coder: Coder, requests: Iterable[TitleRequest]) -> list[Verdict]:
    """Return what `Coder.code_sound` answers in short, in order; each request is decided once."""
    known: dict[TitleRequest, Verdict] = {}
    found = []
    for request in requests:
        verdict = known.get(request)
        if verdict is None:
            is_sound = not title_fault(request.title)
            verdict = known[request] = coder.verdict(request) if is_sound else _UNUSABLE
        found.append(verdict)
    return found
