"""Who meets what is printed, clause by clause: one person beside one post or beside all."""

from jinque.matching.assess import Demand, assess, coded, demands_of
from jinque.matching.overview import Wish, overview, overview_of

__all__ = ["Demand", "Wish", "assess", "coded", "demands_of", "overview", "overview_of"]
