"""Rules of recognition and benefit as dated, cited data: who gets what, from whom, by when."""

from jinque.entitlement.days import WorkingDays
from jinque.entitlement.evaluate import Evaluator

__all__ = ["Evaluator", "WorkingDays"]
