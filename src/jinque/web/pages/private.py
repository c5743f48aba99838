"""Faults while something private is worked on: logged by kind and place, never by their words."""

import logging
import traceback

from jinque.errors import MachineError


def unforeseen(fault: Exception, task: str) -> MachineError:
    """Log where a fault arose and return what the visitor is told.

    Args:
        fault: its message may quote what the visitor sent, so it is not logged.
        task: what was done, for the log.
    """
    *_, last = traceback.extract_tb(fault.__traceback__)
    at = (task, type(fault).__name__, last.name, last.lineno)
    logging.getLogger("jinque.web").error("a %s failed: %s in %s, line %s", *at)
    return MachineError(
        "服务器没能完成这次自查；什么都没有保存。",
        "The server could not carry out this check; nothing was kept.",
        hint_zh="请改动回答再试；若仍如此，请告诉管理员。",
        hint_en="Change an answer and try again; if it stays so, tell the operator.",
    )
