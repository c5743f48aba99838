"""Who meets what is printed, clause by clause: one person beside one post or beside all."""

from jinque.eligibility.assessing import assess
from jinque.eligibility.demands import Demand, demands_of
from jinque.eligibility.overview import Wish, overview
from jinque.eligibility.people import coded

__all__ = ["Demand", "Wish", "assess", "coded", "demands_of", "overview"]
