"""National code lists as trees, each from a data file with its origin."""

from jinque.classification.occupations import load_classification

__all__ = ["load_classification"]
